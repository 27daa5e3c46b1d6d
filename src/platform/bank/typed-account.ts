import { type BankRefusal, type IbanCountries, readBic, readIban } from './iban.ts';
import type { BankDetails } from './sealed-details.ts';
import { writeSepaText } from './sepa-text.ts';

/** Signs of a holder's name that a transfer file takes (EPC132-08). */
const HOLDER_LENGTH = 70;

type HolderRefusal = 'holder-empty' | 'holder-long' | 'holder-signs';

/** By field. */
export interface AccountRefusals {
  holder?: HolderRefusal;
  iban?: BankRefusal;
  bic?: BankRefusal;
}

/** An account as somebody typed it, of who pays or of who is paid: whole, or what is wrong with each of its fields. */
export function readAccount(
  typed: BankDetails,
  countries: IbanCountries,
): { ok: true; details: BankDetails } | { ok: false; refusals: AccountRefusals } {
  const holder = typed.holder.replaceAll(/\s+/g, ' ').trim();
  const wrongHolder = refuseHolder(holder);
  const iban = readIban(typed.iban, countries);
  const bic = readBic(typed.bic, iban.ok ? iban.iban : 'FR');
  if (!wrongHolder && iban.ok && bic.ok)
    return { ok: true, details: { holder, iban: iban.iban, bic: bic.bic } };
  // of an account that cannot be read, the country is not known either
  const isBicWrong = !bic.ok && (iban.ok || bic.refusal !== 'bic-other-country');
  return {
    ok: false,
    refusals: {
      ...(wrongHolder && { holder: wrongHolder }),
      ...(!iban.ok && { iban: iban.refusal }),
      ...(isBicWrong && { bic: bic.refusal }),
    },
  };
}

function refuseHolder(holder: string): HolderRefusal | null {
  if (holder === '') return 'holder-empty';
  if ([...holder].length > HOLDER_LENGTH) return 'holder-long';
  return writeSepaText(holder, HOLDER_LENGTH) === '' ? 'holder-signs' : null;
}
