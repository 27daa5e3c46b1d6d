import * as m from '../../../paraglide/messages.js';
import { Field } from '../../../ui/field.tsx';
import { ErrorSummary, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { CODE_FIELD, type CodeRefusal } from './code.ts';

const codeWords: Record<CodeRefusal, () => string> = {
  'code-missing': m.codes_refused_missing,
  'code-unreadable': m.codes_refused_unreadable,
  'code-refused': m.codes_refused,
  'code-too-often': m.codes_refused_often,
  'code-used': m.codes_refused_used,
};

interface CodeFormProps {
  action: string;
  /** As typed, when the form comes back. */
  typed?: string;
  refusal?: CodeRefusal | null;
}

/**
 * Asks for the code of a letter; a part of a page. Where scripts run, a code that came by the letter's QR code
 * is filled in.
 */
export function CodeForm({ action, typed, refusal }: CodeFormProps) {
  const problems: Problems = refusal ? { [CODE_FIELD]: codeWords[refusal]() } : {};
  return (
    <>
      <ErrorSummary problems={problems} />
      <p>{m.codes_form_lead()}</p>
      <personal-code>
        <Form action={action}>
          <Field
            name={CODE_FIELD}
            label={m.codes_form_label()}
            hint={m.codes_form_hint()}
            value={typed}
            autocomplete="off"
            width="medium"
            spellcheck={false}
            problems={problems}
            required
          />
          <SubmitButton size="large">{m.codes_form_submit()}</SubmitButton>
        </Form>
      </personal-code>
      <p>{m.codes_form_lost()}</p>
    </>
  );
}
