import type { Request } from './request.ts';

/**
 * Bank details given again, after the bank sent the money back (W15): one treasurer gives them, another one confirms what
 * is written, and neither the giver nor who is paid confirms.
 */
export type BankAgainRefusal =
  | 'not-asked'
  | 'not-given'
  | 'same-person'
  | 'own-payment'
  | 'changed-meanwhile';

type Asked = Pick<Request, 'bankAskedAt' | 'bankGivenBy' | 'payeeId'>;

export const refuseGiving = ({ bankAskedAt }: Asked): BankAgainRefusal | null =>
  bankAskedAt === null ? 'not-asked' : null;

export function refuseConfirming(
  { bankAskedAt, bankGivenBy, payeeId }: Asked,
  by: string,
): BankAgainRefusal | null {
  if (bankAskedAt === null) return 'not-asked';
  if (bankGivenBy === null) return 'not-given';
  if (bankGivenBy === by) return 'same-person';
  return payeeId === by ? 'own-payment' : null;
}
