import { openKeys } from '../keys/keys.ts';
import { openSealed, sealText } from '../secrets/seal.ts';

/** Who is paid, and where: never written to the database, a log or a page but sealed, or its last four signs. */
export interface BankDetails {
  holder: string;
  iban: string;
  bic: string;
}

/** Whose details they are: sealed for one thing they open for no other, in no other organisation. */
export interface BankOwner {
  organisationId: string;
  /** `request`: of who is paid; `payer`: of the organisation's own accounts. */
  kind: 'request' | 'payer';
  /** Of the request, or the kind of the account. */
  id: string;
}

const purposeOf = ({ organisationId, kind, id }: BankOwner) =>
  `bank ${kind}:${organisationId}:${id}`;

/** AES-256-GCM with a key of its own (`bank.key`), which the database never sees. */
export function sealBank(keysFolder: string, owner: BankOwner, details: BankDetails): string {
  const { holder, iban, bic } = details;
  const text = JSON.stringify({ holder, iban, bic });
  return sealText(openKeys(keysFolder).bankKey(), purposeOf(owner), text);
}

/** null: of another thing, damaged, or sealed with a key that is gone. */
export function openBank(keysFolder: string, owner: BankOwner, sealed: string): BankDetails | null {
  const text = openSealed(openKeys(keysFolder).bankKey(), purposeOf(owner), sealed);
  return text === null ? null : (JSON.parse(text) as BankDetails);
}
