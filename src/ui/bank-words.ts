import * as m from '../paraglide/messages.js';
import type { Problems } from './form.tsx';

/** Refusals of platform/bank: one that is not here does not compile where words are asked for it. */
type BankProblem =
  | 'holder-empty'
  | 'holder-long'
  | 'holder-signs'
  | 'iban-empty'
  | 'iban-signs'
  | 'iban-country'
  | 'iban-length'
  | 'iban-checksum'
  | 'bic-empty'
  | 'bic-not-one'
  | 'bic-other-country';

/** What is wrong with each field of an account, under the names that `BankFields` gives them. */
export function sayBankProblems(
  { holder, iban, bic }: { holder?: BankProblem; iban?: BankProblem; bic?: BankProblem },
  countries: readonly string[] | 'SEPA',
): Problems {
  const said = { countries: countries === 'SEPA' ? m.bank_all_sepa() : countries.join(', ') };
  return {
    ...(holder && { titulaire: words[holder](said) }),
    ...(iban && { iban: words[iban](said) }),
    ...(bic && { bic: words[bic](said) }),
  };
}

const words: Record<BankProblem, (inputs: { countries: string }) => string> = {
  'holder-empty': m.bank_problem_holder_empty,
  'holder-long': m.bank_problem_holder_long,
  'holder-signs': m.bank_problem_holder_signs,
  'iban-empty': m.bank_problem_iban_empty,
  'iban-signs': m.bank_problem_iban_signs,
  'iban-country': m.bank_problem_iban_country,
  'iban-length': m.bank_problem_iban_length,
  'iban-checksum': m.bank_problem_iban_checksum,
  'bic-empty': m.bank_problem_bic_empty,
  'bic-not-one': m.bank_problem_bic_not_one,
  'bic-other-country': m.bank_problem_bic_other_country,
};
