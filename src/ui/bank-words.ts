import * as m from '../paraglide/messages.js';

/** Refusals of platform/bank: one that is not here does not compile where words are asked for it. */
type BankProblem =
  | 'iban-empty'
  | 'iban-signs'
  | 'iban-country'
  | 'iban-length'
  | 'iban-checksum'
  | 'bic-empty'
  | 'bic-not-one'
  | 'bic-other-country';

/** What is wrong with bank details, beside their field: of who is paid, and of the account that pays. */
export function bankProblem(problem: BankProblem, countries: readonly string[] | 'SEPA'): string {
  return words[problem]({
    countries: countries === 'SEPA' ? m.bank_all_sepa() : countries.join(', '),
  });
}

const words: Record<BankProblem, (inputs: { countries: string }) => string> = {
  'iban-empty': m.bank_problem_iban_empty,
  'iban-signs': m.bank_problem_iban_signs,
  'iban-country': m.bank_problem_iban_country,
  'iban-length': m.bank_problem_iban_length,
  'iban-checksum': m.bank_problem_iban_checksum,
  'bic-empty': m.bank_problem_bic_empty,
  'bic-not-one': m.bank_problem_bic_not_one,
  'bic-other-country': m.bank_problem_bic_other_country,
};
