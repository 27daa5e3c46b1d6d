/** Mandates of elected members: what one says, how it stands, and how long it lets its holder into a network. */

/** « Strates », from the nearest. */
export const LEVELS = [
  'municipal',
  'intercommunal',
  'departmental',
  'regional',
  'national',
  'european',
] as const;
export type Level = (typeof LEVELS)[number];

export const isLevel = (word: string): word is Level =>
  (LEVELS as readonly string[]).includes(word);

/** What is written of a mandate. Days are `YYYY-MM-DD` in Paris, the last one included. */
export interface WrittenMandate {
  level: Level;
  /** « Conseil municipal de Fleury » */
  body: string;
  /** « Fleury » */
  territory: string;
  /** INSEE or SIREN; '' : not said. */
  code: string;
  /** « Adjointe au maire », in words of its holder. */
  office: string;
  /** « déléguée à l’eau », as it follows the office; '' : none. */
  delegation: string;
  beganOn: string;
  /** null: nobody knows yet. */
  endsOn: string | null;
}

export interface Mandate extends WrittenMandate {
  id: string;
  spaceId: string;
  /** null: brought in, and not accepted yet. */
  personId: string | null;
  origin: 'declared' | 'imported';
  declaredAt: Date;
  /** When its last day is over (UTC). */
  endsAt: Date | null;
  proofFileId: string | null;
  note: string;
  verifiedAt: Date | null;
  refusedAt: Date | null;
  refusal: string | null;
  withdrawnAt: Date | null;
  version: number;
}

/** A verified mandate of now, as other rooms are told of it. */
export type HeldMandate = WrittenMandate & { id: string; personId: string };

export type MandateState = 'invited' | 'waiting' | 'verified' | 'ended' | 'refused' | 'withdrawn';

type Standing = Pick<Mandate, 'personId' | 'verifiedAt' | 'refusedAt' | 'withdrawnAt' | 'endsAt'>;

/** How a mandate stands at a time. */
export function stateOf(mandate: Standing, now: Date): MandateState {
  if (mandate.withdrawnAt) return 'withdrawn';
  if (mandate.refusedAt) return 'refused';
  if (!mandate.verifiedAt) return mandate.personId === null ? 'invited' : 'waiting';
  return mandate.endsAt && mandate.endsAt <= now ? 'ended' : 'verified';
}

/**
 * Until when somebody's mandates let them into a network: the end of the one that lasts longest. `until` null: without an
 * end that anybody knows; null itself: none of them lets in any more.
 */
export function membershipOf(
  mandates: readonly Standing[],
  now: Date,
): { until: Date | null } | null {
  const held = mandates.filter((one) => stateOf(one, now) === 'verified');
  if (held.length === 0) return null;
  const ends = held.flatMap(({ endsAt }) => (endsAt ? [endsAt] : []));
  if (ends.length < held.length) return { until: null };
  return { until: ends.reduce((latest, one) => (one > latest ? one : latest)) };
}

/** Characters as a person counts them. */
export const LENGTHS = {
  body: 120,
  territory: 80,
  code: 12,
  office: 80,
  delegation: 120,
  note: 1000,
  refusal: 1000,
} as const;

export type WrittenField = keyof WrittenMandate;
export type MandateRefusal =
  | 'level-missing'
  | 'body-missing'
  | 'territory-missing'
  | 'office-missing'
  | 'too-long'
  | 'code-unreadable'
  | 'ends-before-it-begins'
  | 'ended-already'
  | 'begins-later';

/** What is wrong with a mandate that is written today; by field, nothing where all is well. */
export function checkMandate(
  written: WrittenMandate,
  today: string,
): Partial<Record<WrittenField, MandateRefusal>> {
  const refusals: Partial<Record<WrittenField, MandateRefusal>> = {};
  for (const field of ['body', 'territory', 'office'] as const)
    if (written[field] === '') refusals[field] = `${field}-missing`;
  for (const field of ['body', 'territory', 'office', 'delegation'] as const)
    if ([...written[field]].length > LENGTHS[field]) refusals[field] = 'too-long';
  if (!/^([0-9][0-9AB][0-9]{0,10})?$/.test(written.code)) refusals.code = 'code-unreadable';
  if (written.beganOn > today) refusals.beganOn = 'begins-later';
  if (written.endsOn !== null) {
    if (written.endsOn < written.beganOn) refusals.endsOn = 'ends-before-it-begins';
    else if (written.endsOn < today) refusals.endsOn = 'ended-already';
  }
  return refusals;
}

/** An earlier end than was known, told by its holder: from today on, never later than before. */
export function checkEnd(
  { beganOn, endsOn }: Pick<WrittenMandate, 'beganOn' | 'endsOn'>,
  day: string,
  today: string,
): 'ends-before-it-begins' | 'ended-already' | 'ends-later' | null {
  if (day < beganOn) return 'ends-before-it-begins';
  if (day < today) return 'ended-already';
  return endsOn !== null && day > endsOn ? 'ends-later' : null;
}

/** « Conseillère municipale déléguée à l’eau, Fleury » */
export const nameOfMandate = ({
  office,
  delegation,
  territory,
}: Pick<WrittenMandate, 'office' | 'delegation' | 'territory'>): string =>
  `${[office, delegation].filter((part) => part !== '').join(' ')}, ${territory}`;

/** How the queue of the team is looked at. */
export const QUEUE_STATES = [
  'waiting',
  'invited',
  'verified',
  'ended',
  'refused',
  'withdrawn',
] as const;
export interface QueueFilter {
  state: MandateState | null;
  level: Level | null;
  words: string;
  after: string | null;
}

/** Words of a search, a few at most. */
export const splitWords = (words: string): string[] =>
  words
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8);

/** Members of a network: who holds two mandates is in two levels, and counted once in all. */
export interface LevelCounts {
  people: number;
  byLevel: Record<Level, number>;
}

/** How the directory of a network is looked at. */
export interface DirectoryFilter {
  level: Level | null;
  words: string;
  after: string | null;
}

/** How a member stands in it: what they chose for themselves. */
export interface DirectoryEntry {
  id: string;
  personId: string;
  /** Shown to members; '' : none. */
  address: string;
  /** Whether everybody reads of them on the showcase. */
  isPublic: boolean;
}
