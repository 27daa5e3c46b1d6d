import * as m from '../../paraglide/messages.js';
import { Field, PasswordField } from '../../ui/field.tsx';
import { ButtonLink, ErrorSummary, Form, SubmitButton } from '../../ui/form.tsx';
import { Column, Section } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import { PasskeyOffer } from './factor/passkey-sign-in.page.tsx';
import { ContinueWith } from './providers/continue-with.page.tsx';
import { CodeField } from './sign-up.page.tsx';
import { FIELDS, type Refusals, wordsOf } from './words.page.ts';

interface Props {
  next: string | undefined;
  refusals: Refusals;
}

interface SignInPageProps extends Props {
  email: string;
  /** Where one may sign in too; often none. */
  providers: readonly { id: string; name: string }[];
}

/** By password, or by a code for those who have none or forgot it, a passkey, or at a provider where there are some. */
export function SignInPage({ next, refusals, email, providers }: SignInPageProps) {
  const problems = wordsOf(refusals);
  return (
    <Column>
      <PageHeader title={m.identity_sign_in_title()} />
      <ErrorSummary problems={problems} />
      <Form action={urls.signIn({ vers: next })}>
        <EmailField value={email} problems={problems} />
        <PasswordField
          name={FIELDS.password}
          label={m.identity_password()}
          autocomplete="current-password"
          problems={problems}
          required
        />
        <SubmitButton size="large">{m.identity_sign_in_submit()}</SubmitButton>
      </Form>
      <p>
        <a href={urls.forgottenPassword()}>{m.identity_forgotten_link()}</a>
      </p>
      <Section title={m.identity_sign_in_or()} lead={m.identity_sign_in_by_code_lead()}>
        <p>
          <ButtonLink kind="secondary" icon="mail" href={urls.signInByCode({ vers: next })}>
            {m.identity_sign_in_by_code()}
          </ButtonLink>
        </p>
        <PasskeyOffer next={next} />
      </Section>
      <ContinueWith providers={providers} next={next} />
      <p>
        {m.identity_sign_in_no_account()}{' '}
        <a href={urls.signUp({ vers: next })}>{m.identity_sign_up_title()}</a>
      </p>
    </Column>
  );
}

/** Where a code is asked for. */
export function SignInByCodePage({ next, refusals, email }: Props & { email: string }) {
  const problems = wordsOf(refusals);
  return (
    <Column>
      <PageHeader
        title={m.identity_by_code_title()}
        lead={m.identity_sign_in_by_code_lead()}
        breadcrumb={[{ label: m.identity_sign_in_title(), href: urls.signIn({ vers: next }) }]}
      />
      <ErrorSummary problems={problems} />
      <Form action={urls.signInByCode({ vers: next })}>
        <EmailField value={email} problems={problems} />
        <SubmitButton size="large">{m.identity_by_code_submit()}</SubmitButton>
      </Form>
    </Column>
  );
}

/** Where the code is typed: the same words whether the address has an account or not (W10). */
export function SignInCodePage({ next, refusals }: Props) {
  const problems = wordsOf(refusals);
  return (
    <Column>
      <PageHeader title={m.identity_code_title()} lead={m.identity_code_lead()} />
      <ErrorSummary problems={problems} />
      <Form action={urls.signInCode({ vers: next })}>
        <CodeField problems={problems} />
        <SubmitButton size="large">{m.identity_code_submit()}</SubmitButton>
      </Form>
      <p>
        <a href={urls.signInByCode({ vers: next })}>{m.identity_code_again()}</a>
      </p>
    </Column>
  );
}

export function ForgottenPasswordPage({ refusals, email }: { refusals: Refusals; email: string }) {
  const problems = wordsOf(refusals);
  return (
    <Column>
      <PageHeader
        title={m.identity_forgotten_title()}
        lead={m.identity_forgotten_lead()}
        breadcrumb={[{ label: m.identity_sign_in_title(), href: urls.signIn() }]}
      />
      <ErrorSummary problems={problems} />
      <Form action={urls.forgottenPassword()}>
        <EmailField value={email} problems={problems} />
        <SubmitButton size="large">{m.identity_forgotten_submit()}</SubmitButton>
      </Form>
    </Column>
  );
}

/** Reached by a mailed link. */
export function NewPasswordPage({ token, refusals }: { token: string; refusals: Refusals }) {
  const problems = wordsOf(refusals);
  return (
    <Column>
      <PageHeader title={m.identity_new_password_title()} lead={m.identity_new_password_lead()} />
      <ErrorSummary problems={problems} />
      <Form action={urls.newPassword({ token })}>
        <PasswordField
          name={FIELDS.password}
          label={m.identity_new_password()}
          hint={m.identity_password_hint()}
          autocomplete="new-password"
          problems={problems}
          required
        />
        <SubmitButton size="large">{m.identity_new_password_submit()}</SubmitButton>
      </Form>
    </Column>
  );
}

function EmailField({ value, problems }: { value: string; problems: Record<string, string> }) {
  return (
    <Field
      name={FIELDS.email}
      type="email"
      label={m.identity_email()}
      value={value}
      autocomplete="email"
      problems={problems}
      required
    />
  );
}
