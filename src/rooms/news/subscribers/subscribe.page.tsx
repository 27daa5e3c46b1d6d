import * as m from '../../../paraglide/messages.js';
import { WORK_NAME } from '../../../platform/http/open-form.ts';
import { Field } from '../../../ui/field.tsx';
import {
  ButtonLink,
  ErrorSummary,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { Column } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { TrapField } from '../../../ui/trap.tsx';
import { WorkField } from '../../../ui/work-field.tsx';
import { urls } from '../../../urls.ts';

interface Props {
  organisation: string;
  email: string;
  token: string;
  /** What the browser works on meanwhile, where scripts run. */
  challenge: string;
  /** Whether the reader has an account, where it is ticked. */
  signedIn: boolean;
  problems: Problems;
}

/** One asks for the newsletter by address; with an account it is ticked there. */
export function SubscribePage({
  organisation,
  email,
  token,
  challenge,
  signedIn,
  problems,
}: Props) {
  return (
    <Column>
      <ErrorSummary problems={problems} labels={{ courriel: m.newsletter_email() }} />
      <PageHeader title={m.newsletter_title()} lead={m.newsletter_lead({ organisation })} />
      <Notice title={m.newsletter_account_title()}>
        <p>
          {signedIn ? m.newsletter_account_signed_in() : m.newsletter_account_signed_out()}{' '}
          <a href={urls.accountLetters()}>{m.letters_preferences_title()}</a>
        </p>
      </Notice>
      <Form action={urls.subscribe()}>
        <Hidden name="jeton" value={token} />
        <Field
          name="courriel"
          type="email"
          label={m.newsletter_email()}
          hint={m.newsletter_email_hint()}
          value={email}
          autocomplete="email"
          problems={problems}
          required
        />
        <TrapField label={m.contact_trap()} />
        <WorkField name={WORK_NAME} challenge={challenge} />
        <p class="hint">{m.newsletter_kept()}</p>
        <SubmitButton size="large" icon="mail">
          {m.newsletter_ask()}
        </SubmitButton>
      </Form>
    </Column>
  );
}

/** The same whether the address was known or not. */
export function SettledPage(props: { title: string; words: string }) {
  return (
    <Column>
      <PageHeader
        title={props.title}
        lead={props.words}
        actions={<ButtonLink href={urls.news()}>{m.news_all()}</ButtonLink>}
      />
    </Column>
  );
}

/** A link is followed by machines that look at mails; only a button decides. */
export function DecidePage(props: {
  title: string;
  words: string;
  action: string;
  button: string;
}) {
  return (
    <Column>
      <PageHeader title={props.title} lead={props.words} />
      <Form action={props.action}>
        <SubmitButton size="large">{props.button}</SubmitButton>
      </Form>
    </Column>
  );
}
