import * as m from '../../../paraglide/messages.js';
import { Field } from '../../../ui/field.tsx';
import { Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import type { MailboxCodeRefusal } from './mailbox-code.ts';

export const MAILBOX_FIELDS = { email: 'courriel', code: 'code-courriel' } as const;

export const mailboxCodeWords: Record<MailboxCodeRefusal, () => string> = {
  'code-missing': m.mailbox_code_missing,
  'code-unreadable': m.phone_code_unreadable,
  'code-refused': m.phone_code_refused,
};

/** Asks for an address, to which a code is sent. */
export function MailboxForm(props: { action: string; email: string; problems: Problems }) {
  return (
    <Form action={props.action}>
      <Field
        name={MAILBOX_FIELDS.email}
        type="email"
        label={m.mailbox_label()}
        hint={m.mailbox_hint()}
        value={props.email}
        autocomplete="email"
        problems={props.problems}
        required
      />
      <SubmitButton size="large">{m.mailbox_submit()}</SubmitButton>
    </Form>
  );
}

/** Asks for the code: the same words whatever became of the mail (W10). */
export function MailboxCodeForm(props: {
  action: string;
  /** Address of the page that asks for an address. */
  again: string;
  email: string | null;
  problems: Problems;
}) {
  return (
    <>
      <p>{props.email ? m.mailbox_sent({ email: props.email }) : m.phone_code_lead()}</p>
      <Form action={props.action}>
        <Field
          name={MAILBOX_FIELDS.code}
          label={m.mailbox_code_label()}
          hint={m.phone_code_hint()}
          autocomplete="one-time-code"
          inputMode="numeric"
          width="short"
          spellcheck={false}
          problems={props.problems}
          required
        />
        <SubmitButton size="large">{m.phone_code_submit()}</SubmitButton>
      </Form>
      <p>{m.mailbox_nothing()}</p>
      <p>
        <a href={props.again}>{m.mailbox_again()}</a>
      </p>
    </>
  );
}
