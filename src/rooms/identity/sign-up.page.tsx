import * as m from '../../paraglide/messages.js';
import { Checkbox } from '../../ui/choices.tsx';
import { Field, PasswordField } from '../../ui/field.tsx';
import { ButtonLink, ErrorSummary, Form, SubmitButton } from '../../ui/form.tsx';
import { Column } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { TrapField } from '../../ui/trap.tsx';
import { WorkField } from '../../ui/work-field.tsx';
import { urls } from '../../urls.ts';
import { ContinueWith } from './providers/continue-with.page.tsx';
import { FIELDS, type Refusals, wordsOf } from './words.page.ts';

interface SignUpPageProps {
  next: string | undefined;
  values: { name: string; nickname: string; email: string; acceptsCharter: boolean };
  refusals: Refusals;
  /** Where one may have an account already; often none. */
  providers: readonly { id: string; name: string }[];
  /** What the browser works on meanwhile, where scripts run. */
  challenge: string;
}

/** Nom, surnom, e-mail, mot de passe and the charter: nothing else (R70, R96). */
export function SignUpPage({ next, values, refusals, providers, challenge }: SignUpPageProps) {
  const problems = wordsOf(refusals);
  return (
    <Column>
      <PageHeader title={m.identity_sign_up_title()} lead={m.identity_sign_up_lead()} />
      <ErrorSummary problems={problems} />
      <Form action={urls.signUp({ vers: next })}>
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
          hint={m.identity_email_hint()}
          value={values.email}
          autocomplete="email"
          problems={problems}
          required
        />
        <PasswordField
          name={FIELDS.password}
          label={m.identity_password()}
          hint={m.identity_password_hint()}
          autocomplete="new-password"
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
      <ContinueWith providers={providers} next={next} />
      <p>
        {m.identity_sign_up_have_account()}{' '}
        <a href={urls.signIn({ vers: next })}>{m.identity_sign_in_link()}</a>
      </p>
    </Column>
  );
}

/** Shown whatever the address: that it was known already is said by mail only. */
export function SignUpSentPage({
  next,
  refusals,
}: {
  next: string | undefined;
  refusals: Refusals;
}) {
  const problems = wordsOf(refusals);
  return (
    <Column>
      <PageHeader title={m.identity_sign_up_sent_title()} lead={m.identity_sign_up_sent_lead()} />
      <ErrorSummary problems={problems} />
      <Form action={urls.signUpSent({ vers: next })}>
        <CodeField problems={problems} />
        <SubmitButton size="large">{m.identity_code_submit_confirm()}</SubmitButton>
      </Form>
      <p>{m.identity_sign_up_sent_nothing()}</p>
      <p>
        <a href={urls.signUp({ vers: next })}>{m.identity_sign_up_again()}</a>
      </p>
    </Column>
  );
}

/** One plain input that takes a pasted code, spaces and all (WCAG 3.3.8). */
export function CodeField({ problems }: { problems: Record<string, string> }) {
  return (
    <Field
      name={FIELDS.code}
      label={m.identity_code()}
      hint={m.identity_code_hint()}
      autocomplete="one-time-code"
      inputMode="numeric"
      width="medium"
      spellcheck={false}
      problems={problems}
      required
    />
  );
}

interface ConfirmAddressPageProps {
  token: string;
  next: string | undefined;
  nickname: string;
  email: string;
  /** Whether the account was asked for in this very browser; otherwise its password must be known. */
  sameBrowser: boolean;
  /** Accounts made with a provider have none: they are confirmed where they were made. */
  hasPassword: boolean;
  refusals: Refusals;
}

/** A link that only opens a page: programs that visit every link of a mail confirm nothing. */
export function ConfirmAddressPage(props: ConfirmAddressPageProps) {
  const problems = wordsOf(props.refusals);
  return (
    <Column>
      <PageHeader
        title={m.identity_confirm_title()}
        lead={m.identity_confirm_lead({ nickname: props.nickname, email: props.email })}
      />
      <ErrorSummary problems={problems} />
      {!props.sameBrowser && props.hasPassword && <p>{m.identity_confirm_elsewhere()}</p>}
      {!props.sameBrowser && !props.hasPassword ? (
        <p>{m.providers_confirm_elsewhere()}</p>
      ) : (
        <ConfirmForm {...props} problems={problems} />
      )}
    </Column>
  );
}

function ConfirmForm(props: ConfirmAddressPageProps & { problems: Record<string, string> }) {
  return (
    <Form action={urls.confirmAddress({ token: props.token }, { vers: props.next })}>
      {!props.sameBrowser && (
        <PasswordField
          name={FIELDS.password}
          label={m.identity_password()}
          autocomplete="current-password"
          problems={props.problems}
          required
        />
      )}
      <SubmitButton size="large">{m.identity_confirm_submit()}</SubmitButton>
    </Form>
  );
}

export function LinkSpentPage() {
  return (
    <Column>
      <PageHeader
        title={m.identity_link_spent_title()}
        lead={m.identity_link_spent()}
        actions={<ButtonLink href={urls.signIn()}>{m.identity_sign_in_link()}</ButtonLink>}
      />
    </Column>
  );
}
