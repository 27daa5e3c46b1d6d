/** What waits for somebody in their role: a number, and the list whose length it is (R197). */
import type { DecisionState, StudyCounts } from '../review/index.ts';

export type WaitingKind =
  | 'late-opinions'
  | 'returned'
  | 'unassigned'
  | 'exchanges'
  | 'merges'
  | 'to-prepare'
  | 'to-decide'
  | 'to-publish'
  | 'messages'
  | 'letters'
  | 'invitations';

/** How an edition stands, whoever looks. */
interface EditionCounts {
  study: StudyCounts;
  decisions: Record<DecisionState, number>;
  /** Holders who wrote last in their exchange. */
  unanswered: number;
  /** Merges whose holders have not all answered. */
  mergesProposed: number;
}

/** Of one edition, with what its reader does there. */
export interface ReadEdition {
  counts: EditionCounts;
  /** Nothing is decided, nor brought together, any more. */
  listFrozen: boolean;
  /** Before, ideas may well wait for a proposal. */
  studyBegun: boolean;
  mayPrepare: boolean;
  mayDecide: boolean;
}

/** Of the whole organisation; null: not this reader's. */
export interface HouseCounts {
  /** Of residents, that nobody has answered. */
  messages: number | null;
  undelivered: number | null;
  invitations: number | null;
}

export interface Waiting<T> {
  kind: WaitingKind;
  count: number;
  /** null: of the whole organisation. */
  of: T | null;
}

/** What waits for a reader, edition by edition; what is at zero is not told. */
export function listWaiting<T extends { waiting: ReadEdition | null }>(
  editions: readonly T[],
  house: HouseCounts,
): Waiting<T>[] {
  const told = editions.flatMap((of) => {
    if (of.waiting === null) return [];
    const { counts, listFrozen, studyBegun, mayPrepare, mayDecide } = of.waiting;
    const { decisions, study } = counts;
    const one = (kind: WaitingKind, count: number, mine: boolean): Waiting<T>[] =>
      mine && count > 0 ? [{ kind, count, of }] : [];
    return [
      ...one('late-opinions', study.late, mayPrepare && !listFrozen),
      ...one('returned', study.returned, mayPrepare && !listFrozen),
      ...one('unassigned', study.unassigned, mayPrepare && studyBegun && !listFrozen),
      ...one('exchanges', counts.unanswered, mayPrepare),
      ...one('merges', counts.mergesProposed, mayPrepare && !listFrozen),
      ...one('to-decide', decisions['to-decide'], mayDecide && !listFrozen),
      ...one('to-prepare', decisions['to-prepare'], mayPrepare && studyBegun && !listFrozen),
      ...one('to-publish', decisions['to-publish'], mayPrepare && !listFrozen),
    ];
  });
  const ofHouse = (kind: WaitingKind, count: number | null): Waiting<T>[] =>
    count === null || count === 0 ? [] : [{ kind, count, of: null }];
  return [
    ...told,
    ...ofHouse('messages', house.messages),
    ...ofHouse('letters', house.undelivered),
    ...ofHouse('invitations', house.invitations),
  ];
}
