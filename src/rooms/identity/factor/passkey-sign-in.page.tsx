import type { ComponentChildren } from 'preact';
import * as m from '../../../paraglide/messages.js';
import { ButtonLink, ErrorSummary, SubmitButton } from '../../../ui/form.tsx';
import { Actions, Column, Section } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { PasskeyForm } from './proof.page.tsx';

interface Props {
  next: string | undefined;
}

/** On the page that signs in: shown by the browsers that can, for accounts that have a passkey. */
export function PasskeyOffer({ next }: Props) {
  return (
    <SignInForm next={next} kind="secondary" without={null}>
      <p class="hint">{m.identity_passkey_offer()}</p>
    </SignInForm>
  );
}

/** A page of its own: what the offer leads to when the device's answer was refused. */
export function SignInByPasskeyPage({ next, refused }: Props & { refused: boolean }) {
  return (
    <Column>
      <PageHeader
        title={m.identity_passkey_title()}
        lead={m.identity_passkey_lead()}
        breadcrumb={[{ label: m.identity_sign_in_title(), href: urls.signIn({ vers: next }) }]}
      />
      <ErrorSummary problems={refused ? { form: m.identity_passkey_refused() } : {}} />
      <SignInForm next={next} kind="primary" without={m.identity_passkey_without()} />
      <Section title={m.identity_passkey_other()}>
        <Actions>
          <ButtonLink kind="secondary" href={urls.signIn({ vers: next })}>
            {m.identity_passkey_password()}
          </ButtonLink>
          <ButtonLink kind="secondary" icon="mail" href={urls.signInByCode({ vers: next })}>
            {m.identity_sign_in_by_code()}
          </ButtonLink>
        </Actions>
      </Section>
    </Column>
  );
}

interface FormProps extends Props {
  kind: 'primary' | 'secondary';
  without: string | null;
  children?: ComponentChildren;
}

function SignInForm({ next, kind, without, children }: FormProps) {
  return (
    <PasskeyForm
      mode="get"
      action={urls.signInByPasskey({ vers: next })}
      ask={urls.signInByPasskeyAsk()}
      without={without}
      failed={m.identity_passkey_failed()}
    >
      {children}
      <SubmitButton kind={kind} size={kind === 'primary' ? 'large' : 'normal'} icon="shield">
        {m.identity_passkey_submit()}
      </SubmitButton>
    </PasskeyForm>
  );
}
