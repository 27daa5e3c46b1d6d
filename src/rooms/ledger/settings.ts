/** What the movement decided for its books: numbers of accounts, SIREN, bounds of a donation. */
import { ACCOUNT_KINDS, type AccountKind } from './ledger.ts';

/**
 * Usual numbers, of the chart of accounts of associations (plan comptable associatif, règlement ANC 2018-06): decision
 * 081 says why.
 */
export const USUAL_NUMBERS: Readonly<Record<AccountKind, string>> = {
  'own-funds': '1023',
  donations: '7541',
  expenses: '6571',
  solidarity: '4675',
  fund: '4672',
  'fund-reserved': '4673',
  'fund-payable': '4674',
  group: '4671',
  'group-payable': '4676',
};

/** Three figures at least, as the law asks of a file of entries; what follows may be letters. */
const NUMBER = /^[1-8][0-9]{2}[0-9A-Z]{0,9}$/;
/** Cents. */
const LARGEST_DONATION = 1_000_000_00;

export interface LedgerSettings {
  numbers: Record<AccountKind, string>;
  /** Nine digits; '' : not told yet. */
  siren: string;
  /** Cents. */
  donationMin: number;
  donationMax: number;
  /** 0: the usual ones, nothing was ever saved. */
  version: number;
}

export type SettingsRefusal =
  | 'not-a-number'
  | 'number-taken'
  | 'not-a-siren'
  | 'not-an-amount'
  | 'bounds-crossed'
  | 'too-large';

export interface TypedSettings {
  numbers: Record<AccountKind, string>;
  siren: string;
  /** null: not an amount. */
  donationMin: number | null;
  donationMax: number | null;
}

/** What is wrong, by field; an empty number is the usual one. */
export function readSettings(typed: TypedSettings):
  | { ok: true; settings: Omit<LedgerSettings, 'version'> }
  | {
      ok: false;
      refusals: Partial<Record<AccountKind | 'siren' | 'min' | 'max', SettingsRefusal>>;
    } {
  const refusals: Partial<Record<AccountKind | 'siren' | 'min' | 'max', SettingsRefusal>> = {};
  const numbers = { ...USUAL_NUMBERS };
  const taken = new Map<string, AccountKind>();
  for (const kind of ACCOUNT_KINDS) {
    const number = typed.numbers[kind].replaceAll(/\s/g, '').toUpperCase() || USUAL_NUMBERS[kind];
    if (!NUMBER.test(number)) refusals[kind] = 'not-a-number';
    else if (taken.has(number)) refusals[kind] = 'number-taken';
    taken.set(number, kind);
    numbers[kind] = number;
  }
  const siren = typed.siren.replaceAll(/\s/g, '');
  if (siren !== '' && !isSiren(siren)) refusals.siren = 'not-a-siren';
  const { donationMin, donationMax } = typed;
  if (donationMin === null || donationMin <= 0) refusals.min = 'not-an-amount';
  if (donationMax === null) refusals.max = 'not-an-amount';
  else if (donationMax > LARGEST_DONATION) refusals.max = 'too-large';
  else if (donationMin !== null && donationMax < donationMin) refusals.max = 'bounds-crossed';
  if (Object.keys(refusals).length > 0 || donationMin === null || donationMax === null)
    return { ok: false, refusals };
  return { ok: true, settings: { numbers, siren, donationMin, donationMax } };
}

/** Nine digits whose sum by Luhn is a multiple of ten. */
export function isSiren(siren: string): boolean {
  if (!/^\d{9}$/.test(siren)) return false;
  const sum = [...siren].reduce((all, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return all + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
