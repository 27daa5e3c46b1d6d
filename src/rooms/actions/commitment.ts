/** « Engagement »: a group promises to do an action where it lives (R14, R15, R17, R27). */

export interface WrittenCommitment {
  /** What the group does otherwise, where it lives; '' : nothing said. */
  adaptation: string;
  /** When it means to do it, `YYYY-MM-DD`: both or none. */
  plannedFrom: string | null;
  plannedTo: string | null;
}

export interface Commitment extends WrittenCommitment {
  id: string;
  actionId: string;
  groupId: string;
  committedAt: Date;
  /** null: it holds. */
  withdrawnAt: Date | null;
  /** Days on which the group did it, as its reports say; empty: « engagé », otherwise « réalisé ». */
  doneOn: readonly string[];
}

/** engagé, réalisé, or taken back. */
export type CommitmentState = 'committed' | 'done' | 'withdrawn';

export function stateOfCommitment({
  withdrawnAt,
  doneOn,
}: Pick<Commitment, 'withdrawnAt' | 'doneOn'>): CommitmentState {
  if (withdrawnAt !== null) return 'withdrawn';
  return doneOn.length > 0 ? 'done' : 'committed';
}

/** Characters. */
export const COMMITMENT_LENGTHS = { adaptation: 2000 } as const;

export type CommitmentField = 'promise' | 'adaptation' | 'from' | 'to';
export type CommitmentProblem =
  | 'promise-missing'
  | 'text-too-long'
  | 'day-missing'
  | 'period-backwards'
  | 'period-past'
  | 'period-far';

/** What is wrong with a commitment, by field. `today` and `latest`: `YYYY-MM-DD` in Paris. */
export function checkCommitment(
  { adaptation, plannedFrom, plannedTo }: WrittenCommitment,
  { promised, today, latest }: { promised: boolean; today: string; latest: string },
): Partial<Record<CommitmentField, CommitmentProblem>> {
  const problems: Partial<Record<CommitmentField, CommitmentProblem>> = {};
  if (!promised) problems.promise = 'promise-missing';
  if ([...adaptation].length > COMMITMENT_LENGTHS.adaptation) problems.adaptation = 'text-too-long';
  if (plannedFrom === null && plannedTo === null) return problems;
  if (plannedFrom === null) problems.from = 'day-missing';
  else if (plannedTo === null) problems.to = 'day-missing';
  else if (plannedTo < plannedFrom) problems.to = 'period-backwards';
  else if (plannedTo < today) problems.to = 'period-past';
  else if (plannedTo > latest) problems.to = 'period-far';
  return problems;
}

export type CommitRefusal =
  | 'gone'
  | 'not-yours'
  | 'not-certified'
  | 'not-open'
  | 'committed-already'
  | 'not-committed'
  | 'done-already';

interface CommitFacts {
  /** Whether who acts runs the group. */
  manages: boolean;
  isCertified: boolean;
  isCommitted: boolean;
  /** Of the action. */
  state: string;
  isFundOpen: boolean;
}

/** Who may commit a group (R14, R24): whoever runs a certified one, to an action that is published in an open fund. */
export function refuseToCommit(facts: CommitFacts): CommitRefusal | null {
  if (!facts.manages) return 'not-yours';
  if (!facts.isCertified) return 'not-certified';
  if (!facts.isFundOpen || (facts.state !== 'published' && facts.state !== 'fundable'))
    return 'not-open';
  return facts.isCommitted ? 'committed-already' : null;
}

/** A commitment is taken back before and after the action is fundable (R27), not once it is kept. */
export function refuseToWithdraw({
  manages,
  commitment,
}: {
  manages: boolean;
  commitment: Pick<Commitment, 'withdrawnAt' | 'doneOn'> | null;
}): CommitRefusal | null {
  if (!manages) return 'not-yours';
  if (!commitment || commitment.withdrawnAt) return 'not-committed';
  return commitment.doneOn.length > 0 ? 'done-already' : null;
}

/** « Au moins 5 groupes »: a published action becomes fundable at the threshold, and stays so (R17, R18, R27). */
export const reachesThreshold = (
  action: { state: string; commitments: number },
  threshold: number,
): boolean => action.state === 'published' && action.commitments >= threshold;

/** « encore 2 groupes »: none once it is fundable. */
export const countMissing = (
  action: { state: string; commitments: number },
  threshold: number,
): number => (action.state === 'published' ? Math.max(0, threshold - action.commitments) : 0);
