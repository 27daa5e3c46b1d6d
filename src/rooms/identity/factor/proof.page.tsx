import type { ComponentChildren } from 'preact';
import * as m from '../../../paraglide/messages.js';
import { Field } from '../../../ui/field.tsx';
import { ErrorSummary, Form, Hidden, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Column, Section } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import type { FactorRefusal, Factors } from './factor.ts';
import { FACTOR_FIELDS, factorProblems } from './factor-words.page.ts';

interface ProofFormProps {
  action: string;
  submit: string;
  /** What the passkey's button says. */
  byPasskey: string;
  danger?: boolean;
  factors: Factors;
  problems: Problems;
}

/** A form that a second factor is proven with: a passkey where scripts run, a code everywhere. */
function ProofForm(props: ProofFormProps) {
  const { action, submit, byPasskey, danger, factors, problems } = props;
  const hasApp = factors.appAddedOn !== null;
  const hasPasskey = factors.passkeys.length > 0;
  return (
    <>
      {hasPasskey && (
        <>
          <PasskeyForm mode="get" action={action} ask={urls.verificationAsk()}>
            <SubmitButton size="large" icon="shield" kind={danger ? 'danger' : 'primary'}>
              {byPasskey}
            </SubmitButton>
          </PasskeyForm>
          <h2>{m.factor_verify_or()}</h2>
        </>
      )}
      <Form action={action}>
        <Field
          name={FACTOR_FIELDS.code}
          label={hasApp ? m.factor_code_app() : m.factor_code_recovery()}
          hint={hasApp ? m.factor_code_app_hint() : m.factor_code_recovery_hint()}
          autocomplete="one-time-code"
          width="medium"
          spellcheck={false}
          problems={problems}
          required
        />
        <SubmitButton size="large" kind={danger ? 'danger' : hasPasskey ? 'secondary' : 'primary'}>
          {submit}
        </SubmitButton>
      </Form>
    </>
  );
}

interface PasskeyFormProps {
  mode: 'get' | 'create';
  action: string;
  /** Where the script asks what the device must sign. */
  ask: string;
  /** Said where there is no script or no such device; null: nothing, other ways stand on the page. */
  without?: string | null;
  /** Said when the device gave nothing. */
  failed?: string;
  children: ComponentChildren;
}

/** The device answers in place of fingers: the script writes its answer into the form, then sends it the plain way. */
export function PasskeyForm({ mode, action, ask, failed, children, ...rest }: PasskeyFormProps) {
  const {
    without = mode === 'get' ? m.factor_passkey_scripts_proof() : m.factor_passkey_scripts(),
  } = rest;
  return (
    <passkey-form data-mode={mode} data-ask={ask}>
      {without !== null && (
        <p class="hint" data-part="without">
          {without}
        </p>
      )}
      <div data-part="with" hidden>
        <Form action={action}>
          <Hidden name={FACTOR_FIELDS.passkey} value="" />
          {children}
        </Form>
      </div>
      <p class="hint" role="status" data-part="said" data-waiting={m.factor_passkey_waiting()} />
      <p class="problem" role="alert" data-part="failed" hidden>
        {failed ?? m.factor_passkey_failed()}
      </p>
    </passkey-form>
  );
}

interface VerificationProps {
  next: string | undefined;
  organisationName: string;
  factors: Factors;
  refusals: readonly FactorRefusal[];
  demoCodesHref: string | null;
}

/** Before any power of a role, once in a session. */
export function VerificationPage(props: VerificationProps) {
  const problems = factorProblems(props.refusals);
  return (
    <Column>
      <PageHeader title={m.factor_verify_title()} lead={m.factor_verify_lead()} />
      <ErrorSummary problems={problems} />
      {props.demoCodesHref && (
        <Notice
          actions={
            <a href={props.demoCodesHref} target="_blank" rel="noopener">
              {m.factor_verify_demo_link()}
            </a>
          }
        >
          {m.factor_verify_demo()}
        </Notice>
      )}
      <ProofForm
        action={urls.verification({ vers: props.next })}
        submit={m.factor_verify_submit()}
        byPasskey={m.factor_verify_passkey()}
        factors={props.factors}
        problems={problems}
      />
      <Section title={m.factor_verify_lost_title()}>
        <p>{m.factor_verify_lost({ organisation: props.organisationName })}</p>
      </Section>
    </Column>
  );
}

interface ProveAgainProps {
  title: string;
  lead: string;
  /** Said before the form, where it matters. */
  warning?: string | undefined;
  submit: string;
  byPasskey: string;
  danger?: boolean;
  action: string;
  back: { label: string; href: string };
  factors: Factors;
  refusals: readonly FactorRefusal[];
}

/** An act on second factors asks for one each time: a browser left open must not be enough. */
export function ProveAgainPage(props: ProveAgainProps) {
  const problems = factorProblems(props.refusals);
  return (
    <Column>
      <PageHeader title={props.title} lead={props.lead} breadcrumb={[props.back]} />
      <ErrorSummary problems={problems} />
      {props.warning && <Notice tone="warning">{props.warning}</Notice>}
      <ProofForm
        action={props.action}
        submit={props.submit}
        byPasskey={props.byPasskey}
        danger={props.danger ?? false}
        factors={props.factors}
        problems={problems}
      />
    </Column>
  );
}
