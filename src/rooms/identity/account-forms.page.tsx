import * as m from '../../paraglide/messages.js';
import { Field, PasswordField } from '../../ui/field.tsx';
import { ErrorSummary, Form, SubmitButton } from '../../ui/form.tsx';
import { Column } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import { FIELDS, type Refusals, wordsOf } from './words.page.ts';

/** The way back that every page below the account begins with. */
const breadcrumb = () => [{ label: m.identity_account_back(), href: urls.account() }];

interface AccountPasswordPageProps {
  title: string;
  /** This account has no password yet. */
  first: boolean;
  refusals: Refusals;
}

export function AccountPasswordPage({ title, first, refusals }: AccountPasswordPageProps) {
  const problems = wordsOf(refusals);
  return (
    <Column>
      <PageHeader title={title} lead={m.identity_new_password_lead()} breadcrumb={breadcrumb()} />
      <ErrorSummary problems={problems} />
      <Form action={urls.accountPassword()}>
        {!first && <CurrentPassword problems={problems} />}
        <PasswordField
          name={FIELDS.password}
          label={m.identity_new_password()}
          hint={m.identity_password_hint()}
          autocomplete="new-password"
          problems={problems}
          required
        />
        <SubmitButton>{m.identity_new_password_submit()}</SubmitButton>
      </Form>
    </Column>
  );
}

interface AccountEmailPageProps {
  email: string;
  typed: string;
  hasPassword: boolean;
  refusals: Refusals;
}

export function AccountEmailPage(props: AccountEmailPageProps) {
  const problems = wordsOf(props.refusals);
  return (
    <Column>
      <PageHeader
        title={m.identity_email_title()}
        lead={m.identity_email_lead({ email: props.email })}
        breadcrumb={breadcrumb()}
      />
      <ErrorSummary problems={problems} />
      <Form action={urls.accountEmail()}>
        <Field
          name={FIELDS.email}
          type="email"
          label={m.identity_email_new()}
          value={props.typed}
          autocomplete="email"
          problems={problems}
          required
        />
        {props.hasPassword && <CurrentPassword problems={problems} />}
        <SubmitButton>{m.identity_email_submit()}</SubmitButton>
      </Form>
    </Column>
  );
}

interface ConfirmEmailPageProps {
  token: string;
  email: string;
  refusals: Refusals;
}

/** Reached by the link sent to the new address. */
export function ConfirmEmailPage({ token, email, refusals }: ConfirmEmailPageProps) {
  const words = wordsOf(refusals)[FIELDS.email];
  return (
    <Column>
      <PageHeader
        title={m.identity_email_confirm_title()}
        lead={m.identity_email_confirm_lead({ email })}
        breadcrumb={breadcrumb()}
      />
      {words && <ErrorSummary problems={{ form: words }} />}
      <Form action={urls.confirmEmail({ token })}>
        <SubmitButton>{m.identity_email_confirm_submit()}</SubmitButton>
      </Form>
    </Column>
  );
}

function CurrentPassword({ problems }: { problems: Record<string, string> }) {
  return (
    <PasswordField
      name={FIELDS.currentPassword}
      label={m.identity_current_password()}
      autocomplete="current-password"
      problems={problems}
      required
    />
  );
}
