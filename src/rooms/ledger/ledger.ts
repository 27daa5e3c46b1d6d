/** Kinds of accounts; who holds one is told by `holderId`. */
export const ACCOUNT_KINDS = [
  'own-funds',
  'donations',
  'expenses',
  'solidarity',
  'fund',
  'fund-reserved',
  'fund-payable',
  'group',
  'group-payable',
] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

export type HolderKind = 'fund' | 'group';

/** Whose account a kind is; null: the organisation's own. */
export const HOLDERS: Readonly<Record<AccountKind, HolderKind | null>> = {
  'own-funds': null,
  donations: null,
  expenses: null,
  solidarity: null,
  fund: 'fund',
  'fund-reserved': 'fund',
  'fund-payable': 'fund',
  group: 'group',
  'group-payable': 'group',
};

/** Where money comes from: these accounts stand at zero or below, the others at zero or above. */
export const isSource = (kind: AccountKind): boolean =>
  kind === 'own-funds' || kind === 'donations';

export interface AccountRef {
  kind: AccountKind;
  /** The fund or the group; left out for the organisation's own accounts. */
  holderId?: string;
}

/** Which accounts money goes between, by kind of entry: `from`, `to`, one pair after the other. */
const PAIRS = {
  'fund-endowed': [['own-funds', 'fund']],
  'fund-lowered': [['fund', 'own-funds']],
  donation: [
    ['donations', 'group'],
    ['donations', 'solidarity'],
    ['donations', 'fund'],
  ],
  'donation-taken-back': [
    ['group', 'donations'],
    ['solidarity', 'donations'],
    ['fund', 'donations'],
  ],
  'solidarity-given': [
    ['solidarity', 'fund'],
    ['solidarity', 'group'],
  ],
  'budget-reserved': [['fund', 'fund-reserved']],
  'budget-released': [['fund-reserved', 'fund']],
  'spending-booked': [
    ['fund-reserved', 'fund-payable'],
    ['group', 'group-payable'],
  ],
  'spending-paid': [
    ['fund-payable', 'expenses'],
    ['group-payable', 'expenses'],
  ],
  'payment-returned': [
    ['expenses', 'fund-payable'],
    ['expenses', 'group-payable'],
  ],
  'booking-undone': [
    ['fund-payable', 'fund-reserved'],
    ['fund-payable', 'fund'],
    ['group-payable', 'group'],
  ],
} as const satisfies Record<string, readonly (readonly [AccountKind, AccountKind])[]>;

/** What may be recorded; a `reversal` is written by `reverseEntry` alone. */
export type RecordedKind = keyof typeof PAIRS;
export type EntryKind = RecordedKind | 'reversal';
export const RECORDED_KINDS = Object.keys(PAIRS) as readonly RecordedKind[];
export const ENTRY_KINDS: readonly EntryKind[] = [...RECORDED_KINDS, 'reversal'];

/** An amount that goes from one account to another. */
export interface Entry {
  from: AccountRef;
  to: AccountRef;
  /** Cents, above zero. */
  amount: number;
  kind: RecordedKind;
  /** What of any room it is about. */
  about?: { kind: string; id: string };
  words?: string;
  /** `YYYY-MM-DD` that it is counted on; left out: today, in Paris. */
  countedOn?: string;
  /** What may happen once only, whoever does it and however often: `spending-paid:…`. */
  once?: string;
}

export type EntryRefusal = 'not-enough' | 'already-done' | 'not-an-amount' | 'no-such-pair';
export type ReversalRefusal = EntryRefusal | 'entry-gone' | 'is-a-reversal';

/** An account by its name inside an organisation. */
export const accountKey = ({ kind, holderId }: AccountRef): string => `${kind}:${holderId ?? ''}`;

/** Whether money may go from one account to the other by an entry of this kind. */
export function allowsPair({ kind, from, to }: Pick<Entry, 'kind' | 'from' | 'to'>): boolean {
  if (![from, to].every((one) => (HOLDERS[one.kind] !== null) === (one.holderId !== undefined)))
    return false;
  const pairs: readonly (readonly [AccountKind, AccountKind])[] = PAIRS[kind];
  if (!pairs.some(([first, second]) => first === from.kind && second === to.kind)) return false;
  // promised, owed and free money of a holder stay with it; only a gift changes hands
  const [giver, taker] = [HOLDERS[from.kind], HOLDERS[to.kind]];
  return giver === null || giver !== taker || from.holderId === to.holderId;
}

/** An account stays on its side of zero: nobody spends what is not there, no source gets more than it gave. */
export const isAboveFloor = (kind: AccountKind, balance: number): boolean =>
  isSource(kind) ? balance <= 0 : balance >= 0;

/** What one entry after the other is refused for, from these balances on; null: nothing. The first refusal tells. */
export function refuseEntries(
  balances: ReadonlyMap<string, number>,
  done: ReadonlySet<string>,
  entries: readonly Entry[],
): EntryRefusal | null {
  const now = new Map(balances);
  const seen = new Set(done);
  for (const entry of entries) {
    if (!Number.isSafeInteger(entry.amount) || entry.amount <= 0) return 'not-an-amount';
    if (!allowsPair(entry)) return 'no-such-pair';
    if (entry.once !== undefined && seen.has(entry.once)) return 'already-done';
    if (entry.once !== undefined) seen.add(entry.once);
    if (!moveMoney(now, entry)) return 'not-enough';
  }
  return null;
}

/** Moves an amount between two balances; false where one of the two would leave its side of zero. */
function moveMoney(
  balances: Map<string, number>,
  { from, to, amount }: Pick<Entry, 'from' | 'to' | 'amount'>,
): boolean {
  const left = (balances.get(accountKey(from)) ?? 0) - amount;
  const gained = (balances.get(accountKey(to)) ?? 0) + amount;
  balances.set(accountKey(from), left);
  balances.set(accountKey(to), gained);
  return isAboveFloor(from.kind, left) && isAboveFloor(to.kind, gained);
}

/** Where the money of a fund is: cents. `paid` is what none of the others holds any more. */
export interface FundMoney {
  endowed: number;
  remaining: number;
  reserved: number;
  payable: number;
  paid: number;
}

/** Where the money of a group is: cents. */
export interface GroupMoney {
  received: number;
  available: number;
  payable: number;
  paid: number;
}
