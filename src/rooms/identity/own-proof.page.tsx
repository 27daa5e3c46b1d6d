import * as m from '../../paraglide/messages.js';
import { Field, PasswordField } from '../../ui/field.tsx';
import type { Problems } from '../../ui/form.tsx';
import { FIELDS, wordsOf } from './words.page.ts';

interface Props {
  by: 'password' | 'code';
  problems: Problems;
}

/** Asks who is there to prove it: by the password, or by a code that was mailed. */
export function OwnProofFields({ by, problems }: Props) {
  return by === 'password' ? (
    <PasswordField
      name={FIELDS.currentPassword}
      label={m.identity_current_password()}
      autocomplete="current-password"
      problems={problems}
      required
    />
  ) : (
    <Field
      name={FIELDS.code}
      label={m.personal_code()}
      hint={m.personal_code_hint()}
      autocomplete="one-time-code"
      inputMode="numeric"
      width="medium"
      problems={problems}
      required
    />
  );
}

/** The words of a refused proof, beside its field. */
export const ownProofProblems = (
  refusal: 'current-password-refused' | 'code-refused' | null,
): Problems =>
  refusal === 'code-refused'
    ? wordsOf({ code: refusal })
    : wordsOf({ currentPassword: refusal ?? undefined });
