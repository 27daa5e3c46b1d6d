import {
  type CountryCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';

/** ISO 3166 codes of France, its overseas departments and its collectivities with numbers of their own. */
export const FRENCH_PHONES: readonly string[] = [
  'FR',
  'GP',
  'MQ',
  'GF',
  'RE',
  'YT',
  'PM',
  'BL',
  'MF',
  'NC',
  'PF',
  'WF',
];

/** A number that can be reached by SMS, in E.164: `+33612345678`, however it was typed. */
export interface Mobile {
  e164: string;
  /** As people of its country read it aloud: `06 12 34 56 78`; with its prefix when it is from elsewhere. */
  written: string;
}

export type PhoneRefusal =
  | 'phone-missing'
  | 'phone-unreadable'
  | 'phone-fixed'
  | 'phone-premium'
  | 'phone-internet'
  | 'phone-satellite'
  | 'phone-country';

/** Longer than any number with its spaces, and short enough to be read at once (W9). */
const LONGEST = 40;

/** Calling codes of the departments whose numbers people in France write without them: 0690…, 0692…, 0694…, 0696… */
const OVERSEAS = ['590', '594', '596', '262'];

/** Not of a country: satellites (+870, +881, +882, +883), paid lines (+979, +808), others. */
const SATELLITES = new Set(['870', '881', '882', '883']);

export function isCountry(code: string): boolean {
  return isSupportedCountry(code);
}

/**
 * The mobile number that somebody typed, or why it cannot be used. `countries`: whose numbers are taken;
 * the first is the one that numbers without a prefix belong to. Fixed and paid lines and internet telephony
 * are refused: nobody reads a code there, or many can have a thousand of them (pumping, W10).
 */
export function readMobile(typed: string, countries: readonly string[]): Mobile | PhoneRefusal {
  if (typed.length > LONGEST) return 'phone-unreadable';
  // spaces of print, and the unseen marks that come along from a list of contacts
  const text = typed
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (text === '') return 'phone-missing';
  if (/[\p{L};,]/u.test(text)) return 'phone-unreadable';
  const home = countries[0] as CountryCode;
  const number = parsePhoneNumberFromString(text, { defaultCountry: home, extract: false });
  if (!number || number.ext) return 'phone-unreadable';
  const found = findOverseas(number) ?? number;
  const refusal = refuseKind(found);
  if (refusal) return refusal;
  if (!countries.includes(found.country!)) return 'phone-country';
  return { e164: found.number, written: writeNumber(found, home) };
}

/** As its owner reads it, from what `readMobile` made. */
export function writeMobile(e164: string, countries: readonly string[]): string {
  const number = parsePhoneNumberFromString(e164);
  return number ? writeNumber(number, countries[0] as CountryCode) : e164;
}

function writeNumber(number: PhoneNumber, home: CountryCode): string {
  return number.country === home ? number.formatNational() : number.formatInternational();
}

/** `0692…` and even `+33692…` are numbers of La Réunion: one number behind both, and behind `+262692…`. */
function findOverseas(number: PhoneNumber): PhoneNumber | undefined {
  if (number.countryCallingCode !== '33' || number.isValid()) return undefined;
  const there = OVERSEAS.map((code) =>
    parsePhoneNumberFromString(`+${code}${number.nationalNumber}`),
  ).filter((one) => one?.isValid() && one.getType() === 'MOBILE');
  return there.length === 1 ? there[0] : undefined;
}

function refuseKind(number: PhoneNumber): PhoneRefusal | null {
  if (SATELLITES.has(number.countryCallingCode)) return 'phone-satellite';
  switch (number.isValid() ? number.getType() : undefined) {
    case 'MOBILE':
    // where both look alike (United States, Canada)
    case 'FIXED_LINE_OR_MOBILE':
      return number.country ? null : 'phone-country';
    case 'FIXED_LINE':
      return 'phone-fixed';
    case 'PREMIUM_RATE':
    case 'SHARED_COST':
    case 'TOLL_FREE':
    case 'UAN':
      return 'phone-premium';
    case 'VOIP':
    case 'PERSONAL_NUMBER':
    case 'PAGER':
    case 'VOICEMAIL':
      return 'phone-internet';
    default:
      return 'phone-unreadable';
  }
}
