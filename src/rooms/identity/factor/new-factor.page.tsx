import * as m from '../../../paraglide/messages.js';
import { Field, PasswordField } from '../../../ui/field.tsx';
import { ErrorSummary, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Column, Section } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QrCode } from '../../../ui/qr-code.tsx';
import { urls } from '../../../urls.ts';
import { type FactorRefusal, formatSecret } from './factor.ts';
import { FACTOR_FIELDS, factorProblems } from './factor-words.page.ts';
import { PasskeyForm } from './proof.page.tsx';

/** The way back that these pages begin with. */
const breadcrumb = () => [{ label: m.factor_title(), href: urls.accountFactors() }];

interface Props {
  next: string | undefined;
  /** The password is asked for with the first factor. */
  asksPassword: boolean;
  refusals: readonly FactorRefusal[];
}

/** The secret is shown until a first code has come back from the application. */
export function AppSetupPage(props: Props & { secret: string; address: string }) {
  const problems = factorProblems(props.refusals);
  return (
    <Column>
      <PageHeader title={m.factor_setup_title()} breadcrumb={breadcrumb()} />
      <ErrorSummary problems={problems} />
      <Section title={m.factor_setup_scan_title()} lead={m.factor_setup_scan()}>
        <QrCode text={props.address} alternative={m.factor_setup_qr()} />
        <p>
          <a href={props.address}>{m.factor_setup_link()}</a>
        </p>
        <p>
          {m.factor_setup_key()}
          <br />
          <code>{formatSecret(props.secret)}</code>
        </p>
        <p class="hint">{m.factor_setup_kind()}</p>
      </Section>
      <Section title={m.factor_setup_confirm_title()}>
        <Form action={urls.accountApp({ vers: props.next })}>
          <Field
            name={FACTOR_FIELDS.code}
            label={m.factor_code_app()}
            autocomplete="one-time-code"
            inputMode="numeric"
            width="medium"
            spellcheck={false}
            problems={problems}
            required
          />
          {props.asksPassword && <CurrentPassword problems={problems} />}
          <SubmitButton size="large">{m.factor_setup_submit()}</SubmitButton>
        </Form>
      </Section>
    </Column>
  );
}

export function NewPasskeyPage(props: Props & { name: string }) {
  const problems = factorProblems(props.refusals);
  return (
    <Column>
      <PageHeader
        title={m.factor_new_passkey_title()}
        lead={m.factor_new_passkey_lead()}
        breadcrumb={breadcrumb()}
      />
      <ErrorSummary problems={problems} />
      <PasskeyForm
        mode="create"
        action={urls.accountNewPasskey({ vers: props.next })}
        ask={urls.accountNewPasskeyAsk()}
      >
        <NameField value={props.name} problems={problems} />
        {props.asksPassword && <CurrentPassword problems={problems} />}
        <SubmitButton size="large">{m.factor_passkey_create()}</SubmitButton>
      </PasskeyForm>
    </Column>
  );
}

interface RenameProps {
  id: string;
  name: string;
  refusals: readonly FactorRefusal[];
}

export function RenamePasskeyPage({ id, name, refusals }: RenameProps) {
  const problems = factorProblems(refusals);
  return (
    <Column>
      <PageHeader title={m.factor_rename_title()} breadcrumb={breadcrumb()} />
      <ErrorSummary problems={problems} />
      <Form action={urls.accountPasskey({ passkey: id })}>
        <NameField value={name} problems={problems} />
        <SubmitButton>{m.factor_rename_submit()}</SubmitButton>
      </Form>
    </Column>
  );
}

function NameField({ value, problems }: { value: string; problems: Problems }) {
  return (
    <Field
      name={FACTOR_FIELDS.name}
      label={m.factor_passkey_name()}
      hint={m.factor_passkey_name_hint()}
      value={value}
      autocomplete="off"
      problems={problems}
      required
    />
  );
}

function CurrentPassword({ problems }: { problems: Problems }) {
  return (
    <PasswordField
      name={FACTOR_FIELDS.currentPassword}
      label={m.identity_current_password()}
      autocomplete="current-password"
      problems={problems}
      required
    />
  );
}
