import * as m from '../paraglide/messages.js';
import { Field } from './field.tsx';
import type { Problems } from './form.tsx';

export interface TypedAccount {
  holder: string;
  iban: string;
  bic: string;
}

export interface BankFieldsProps {
  typed: TypedAccount;
  problems: Problems;
  /** Where a page asks for several accounts. */
  idEnd?: string;
  /** False where a draft may do without. */
  required?: boolean;
}

/** Whose account, and which one; `sayBankProblems` says what is wrong with it. Nothing of it is filled in by a browser. */
export function BankFields({ typed, problems, idEnd, required = true }: BankFieldsProps) {
  const of = (name: string) => ({
    name,
    ...(idEnd && { id: `${name}-${idEnd}` }),
    problems,
    required,
    autocomplete: 'off',
  });
  return (
    <>
      <Field
        {...of('titulaire')}
        label={m.bank_holder()}
        hint={m.bank_holder_hint()}
        value={typed.holder}
      />
      <Field
        {...of('iban')}
        label={m.bank_iban()}
        hint={m.bank_iban_hint()}
        value={typed.iban}
        spellcheck={false}
      />
      <Field
        {...of('bic')}
        label={m.bank_bic()}
        hint={m.bank_bic_hint()}
        value={typed.bic}
        width="medium"
        spellcheck={false}
      />
    </>
  );
}
