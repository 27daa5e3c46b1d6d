/** A fund that certified groups of a movement share (R1): what it is for, what it allows, and who sees its actions. */

/** Who sees the actions of a fund (R13; requirements, ambiguity 3): the money is seen by everybody. */
export const VISIBILITIES = ['certified-groups', 'members', 'public'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** Where the decision comes from (R30). */
export interface FundLink {
  label: string;
  /** http or https. */
  address: string;
}

/** What the office writes of a fund. */
export interface WrittenFund {
  name: string;
  /** « Exercice » : a year, or what the movement calls it. */
  period: string;
  summary: string;
  /** Marked text. */
  presentation: string;
  /** Marked text. */
  rules: string;
  visibleTo: Visibility;
  /** Cents, of one action carried out by one group (R9). */
  cap: number;
  /** Whether the group that proposes an action counts among those that commit to it (ambiguity 2). */
  countProposer: boolean;
  /** Whether a group may be funded more than once for the same action (ambiguity 5). */
  allowRepeats: boolean;
}

export interface Fund extends WrittenFund {
  id: string;
  /** What its address says: it never changes. */
  slug: string;
  /** Commitments that make an action fundable: so many or more (R17; ambiguity 1). */
  threshold: number;
  version: number;
  createdAt: Date;
  /** null: a draft of the office. */
  openedAt: Date | null;
  closedAt: Date | null;
}

/** As actions, budgets and requests ask before they begin. */
export const isFundOpen = (fund: Pick<Fund, 'openedAt' | 'closedAt'>): boolean =>
  fund.openedAt !== null && fund.closedAt === null;

export type FundStanding = 'draft' | 'open' | 'closed';

export const fundStanding = (fund: Pick<Fund, 'openedAt' | 'closedAt'>): FundStanding =>
  fund.openedAt === null ? 'draft' : fund.closedAt === null ? 'open' : 'closed';

/** What is known of somebody who looks at the actions of a fund. */
export interface ActionReader {
  isSignedIn: boolean;
  /** Is in a group that is certified now. */
  inCertifiedGroup: boolean;
  /** Runs the movement's office, examines actions or keeps the accounts. */
  isOffice: boolean;
}

/** R13: whether they see the actions that are published. */
export function seesActions(
  { visibleTo, openedAt }: Pick<Fund, 'visibleTo' | 'openedAt'>,
  reader: ActionReader,
): boolean {
  if (reader.isOffice) return true;
  if (openedAt === null) return false;
  if (visibleTo === 'public') return true;
  return visibleTo === 'members' ? reader.isSignedIn : reader.inCertifiedGroup;
}

/** A draft is seen by the office and by whoever endows it, and by nobody else. */
export const seesFund = (
  { openedAt }: Pick<Fund, 'openedAt'>,
  { isOffice }: Pick<ActionReader, 'isOffice'>,
): boolean => openedAt !== null || isOffice;

/** Characters. */
export const LENGTHS = {
  name: 80,
  period: 40,
  summary: 300,
  presentation: 6000,
  rules: 6000,
  label: 120,
  address: 500,
  title: 120,
  reason: 1000,
  words: 300,
} as const;
/** Rows of the form, and documents at most. */
export const MOST_LINKS = 6;
export const MOST_DOCUMENTS = 20;

/** Cents: what a new fund proposes (R9), and what no fund may exceed. */
export const USUAL_CAP = 30_000;
export const GREATEST_CAP = 100_000_000;

export type FundField = 'name' | 'period' | 'summary' | 'presentation' | 'rules' | 'cap';
export type FundRefusal = 'name-missing' | 'period-missing' | 'text-too-long' | 'cap-out-of-bounds';

/** What is wrong with a description, by its field. */
export function checkFund(written: WrittenFund): Partial<Record<FundField, FundRefusal>> {
  const refusals: Partial<Record<FundField, FundRefusal>> = {};
  for (const field of ['name', 'period', 'summary', 'presentation', 'rules'] as const)
    if ([...written[field]].length > LENGTHS[field]) refusals[field] = 'text-too-long';
  if (!/\p{L}/u.test(written.name)) refusals.name ??= 'name-missing';
  if (written.period === '') refusals.period ??= 'period-missing';
  if (!Number.isInteger(written.cap) || written.cap < 1 || written.cap > GREATEST_CAP)
    refusals.cap = 'cap-out-of-bounds';
  return refusals;
}

export type LinkRefusal = 'label-missing' | 'address-missing' | 'text-too-long';

/** What is wrong with a link; null: nothing. */
export function checkLink({ label, address }: FundLink): LinkRefusal | null {
  if ([...label].length > LENGTHS.label || address.length > LENGTHS.address) return 'text-too-long';
  if (!/^https?:\/\/[^\s/]+/.test(address)) return 'address-missing';
  return label === '' ? 'label-missing' : null;
}

export type OpeningRefusal = 'rules-missing' | 'not-endowed' | 'already-open';

/** What keeps a fund from opening: whoever proposes an action must know the rules, and money must be there. */
export function checkOpening(
  fund: Pick<Fund, 'rules' | 'openedAt' | 'closedAt'>,
  /** Cents. */
  endowed: number,
): readonly OpeningRefusal[] {
  if (isFundOpen(fund)) return ['already-open'];
  return [
    ...(fund.rules === '' ? (['rules-missing'] as const) : []),
    ...(endowed <= 0 ? (['not-endowed'] as const) : []),
  ];
}
