import { extractBIC, isSEPACountry, ValidationErrorsIBAN, validateIBAN } from 'ibantools';

/** What is wrong with bank details as somebody typed them; the page has words for each. */
export type BankRefusal =
  | 'iban-empty'
  | 'iban-signs'
  | 'iban-country'
  | 'iban-length'
  | 'iban-checksum'
  | 'bic-empty'
  | 'bic-not-one'
  | 'bic-other-country';

type Read<Key extends string> =
  | ({ ok: true } & Record<Key, string>)
  | { ok: false; refusal: BankRefusal };

/** Countries whose accounts may be paid, in two letters; or every one of the SEPA area. */
export type IbanCountries = readonly string[] | 'SEPA';

/** Part 2.1: French accounts only, unless the installation decides otherwise (PALABRE_IBAN_COUNTRIES). */
const FRENCH_ACCOUNTS: IbanCountries = ['FR'];

/** Longer than any IBAN with its spaces and the word before it. */
const MOST_SIGNS = 80;

/**
 * An account as people copy it from a bank's paper: « IBAN : fr76 3000 6000 0112 3456 7890 189 », with spaces of every
 * width, hyphens and small letters. Gives it as banks send it, without spaces.
 */
export function readIban(typed: string, countries: IbanCountries = FRENCH_ACCOUNTS): Read<'iban'> {
  const refuse = (refusal: BankRefusal) => ({ ok: false, refusal }) as const;
  const text = withoutWord(typed, /^(?:CODE)?(?:NUMÉRO|NUMERO|N°|NO)?I\.?B\.?A\.?N\.?(?:=|:|N°)*/);
  if (text === '') return refuse('iban-empty');
  if (!/^[A-Z0-9]+$/.test(text) || typed.length > MOST_SIGNS) return refuse('iban-signs');
  const country = text.slice(0, 2);
  if (!/^[A-Z]{2}/.test(text)) return refuse('iban-country');
  if (countries === 'SEPA' ? !isSEPACountry(country) : !countries.includes(country))
    return refuse('iban-country');
  const { valid, errorCodes } = validateIBAN(text);
  if (valid) return { ok: true, iban: text };
  if (errorCodes.includes(ValidationErrorsIBAN.NoIBANCountry)) return refuse('iban-country');
  return refuse(
    errorCodes.includes(ValidationErrorsIBAN.WrongBBANLength) ? 'iban-length' : 'iban-checksum',
  );
}

/** Parts of a country that have a code of their own in a BIC, and the country's in an IBAN. */
const TERRITORIES: Record<string, readonly string[]> = {
  FR: ['GF', 'GP', 'MQ', 'RE', 'PF', 'TF', 'YT', 'NC', 'BL', 'MF', 'PM', 'WF'],
  FI: ['AX'],
  GB: ['IM', 'JE', 'GG'],
};

/** The code of the bank that keeps this account: eight or eleven signs, of the account's own country. */
export function readBic(typed: string, iban: string): Read<'bic'> {
  const refuse = (refusal: BankRefusal) => ({ ok: false, refusal }) as const;
  const text = withoutWord(typed, /^(?:CODE)?(?:BIC(?:\/SWIFT)?|SWIFT(?:\/BIC)?)(?:=|:)+/);
  if (text === '') return refuse('bic-empty');
  const { valid, countryCode } = extractBIC(text);
  if (!valid || !countryCode || typed.length > MOST_SIGNS) return refuse('bic-not-one');
  const country = iban.slice(0, 2);
  const near = countryCode === country || TERRITORIES[country]?.includes(countryCode);
  return near ? { ok: true, bic: text } : refuse('bic-other-country');
}

/** What pages show of an account. */
export const lastFour = (iban: string) => iban.slice(-4);

/** Capitals without spaces, hyphens, points nor invisible signs, and without the word that names the thing. */
function withoutWord(typed: string, word: RegExp): string {
  return typed
    .slice(0, 4 * MOST_SIGNS)
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Cf}\p{Pd}_]/gu, '')
    .replace(word, '')
    .replaceAll('.', '');
}
