import * as m from '../../../paraglide/messages.js';
import { Checkbox } from '../../../ui/choices.tsx';
import { Field, PasswordField } from '../../../ui/field.tsx';
import { ButtonLink, ErrorSummary, Form, SubmitButton } from '../../../ui/form.tsx';
import { Column, Section } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { TrapField } from '../../../ui/trap.tsx';
import { WorkField } from '../../../ui/work-field.tsx';
import { urls } from '../../../urls.ts';
import { FIELDS, type Refusals, wordsOf } from '../words.page.ts';

interface Props {
  provider: string;
  next: string | undefined;
  refusals: Refusals;
}

interface NewAccountProps extends Props {
  values: { name: string; nickname: string; email: string; acceptsCharter: boolean };
  /** The proven address is that of an account: whoever owns both signs in to it first. */
  known: boolean;
  /** What the browser works on meanwhile, where scripts run. */
  challenge: string;
}

/** The first time with a provider: a nickname, the charter, and an account is there; or one's own is linked. */
export function NewAccountPage({
  provider,
  next,
  refusals,
  values,
  known,
  challenge,
}: NewAccountProps) {
  const problems = wordsOf(refusals);
  const signIn = urls.signIn({ vers: urls.providerIdentity({ vers: next }) });
  if (known) {
    return (
      <Column>
        <PageHeader title={m.providers_identity_title({ name: provider })} />
        <Notice tone="warning" title={m.providers_identity_known_title()}>
          <p>{m.providers_identity_known({ email: values.email, name: provider })}</p>
        </Notice>
        <p>
          <ButtonLink size="large" href={signIn}>
            {m.identity_sign_in_link()}
          </ButtonLink>
        </p>
      </Column>
    );
  }
  return (
    <Column>
      <PageHeader
        title={m.providers_identity_title({ name: provider })}
        lead={m.providers_identity_lead({ name: provider })}
      />
      <ErrorSummary problems={problems} />
      <Form action={urls.providerIdentity({ vers: next })}>
        <Field
          name={FIELDS.name}
          label={m.identity_name()}
          hint={m.identity_name_hint()}
          value={values.name}
          autocomplete="name"
          problems={problems}
          required
        />
        <Field
          name={FIELDS.nickname}
          label={m.identity_nickname()}
          hint={m.identity_nickname_hint()}
          value={values.nickname}
          autocomplete="nickname"
          spellcheck={false}
          problems={problems}
          required
        />
        <Field
          name={FIELDS.email}
          type="email"
          label={m.identity_email()}
          hint={m.providers_email_hint()}
          value={values.email}
          autocomplete="email"
          problems={problems}
          required
        />
        <Checkbox
          name={FIELDS.charter}
          label={m.identity_charter_label()}
          hint={
            <a href={urls.charter()} target="_blank" rel="noopener">
              {m.identity_charter_link()}
            </a>
          }
          checked={values.acceptsCharter}
          problems={problems}
          required
        />
        <TrapField label={m.contact_trap()} />
        <WorkField name={FIELDS.work} challenge={challenge} />
        <SubmitButton size="large">{m.identity_sign_up_submit()}</SubmitButton>
      </Form>
      <Section
        title={m.identity_sign_up_have_account()}
        lead={m.providers_identity_own({ name: provider })}
      >
        <p>
          <ButtonLink kind="secondary" href={signIn}>
            {m.providers_identity_sign_in()}
          </ButtonLink>
        </p>
      </Section>
    </Column>
  );
}

interface LinkProps extends Props {
  nickname: string;
  hasPassword: boolean;
  /** Why nothing can be linked. */
  impossible: 'subject-taken' | 'provider-taken' | null;
}

const linkRefusalWords: Record<
  'subject-taken' | 'provider-taken',
  (names: { name: string }) => string
> = {
  'subject-taken': m.providers_link_subject_taken,
  'provider-taken': m.providers_link_provider_taken,
};

/** Signed in, with an identity in hand: asked once, since whoever holds it will enter this account. */
export function LinkIdentityPage(props: LinkProps) {
  const { provider, next, refusals, nickname, hasPassword, impossible } = props;
  const problems = wordsOf(refusals);
  return (
    <Column>
      <PageHeader
        title={m.providers_link_title({ name: provider })}
        lead={m.providers_link_lead({ name: provider, nickname })}
        breadcrumb={[
          { label: m.identity_account_back(), href: urls.account() },
          { label: m.providers_linked_title(), href: urls.linkedAccounts() },
        ]}
      />
      <ErrorSummary problems={problems} />
      {impossible ? (
        <>
          <Notice tone="warning">
            <p>{linkRefusalWords[impossible]({ name: provider })}</p>
          </Notice>
          <p>
            <ButtonLink kind="secondary" href={urls.linkedAccounts()}>
              {m.providers_linked_title()}
            </ButtonLink>
          </p>
        </>
      ) : (
        <Form action={urls.linkIdentity({ vers: next })}>
          {hasPassword && (
            <PasswordField
              name={FIELDS.currentPassword}
              label={m.identity_current_password()}
              autocomplete="current-password"
              problems={problems}
              required
            />
          )}
          <SubmitButton size="large">{m.providers_link_submit({ name: provider })}</SubmitButton>
        </Form>
      )}
    </Column>
  );
}
