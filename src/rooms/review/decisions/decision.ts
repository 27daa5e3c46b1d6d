/**
 * What becomes of an idea (R44): prepared by the office, decided, published with others. What is published stays;
 * before the list is frozen it may be reopened, and is then decided, published and told once more.
 */

export const OUTCOMES = ['to-vote', 'refused'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const DECISION_STATES = ['to-prepare', 'to-decide', 'to-publish', 'published'] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

/** What an officer proposes for an idea. */
export interface Proposal {
  outcome: Outcome;
  /** Of the edition's list; of what is refused only. */
  reasonId: string | null;
  /** Read by everybody; of what is refused, it says why in words (R45). */
  publicText: string;
  /** Read by its holder only (R46). */
  personalText: string;
}

export interface Decision extends Proposal {
  ideaId: string;
  editionId: string;
  /** 1, then one more each time it was reopened. */
  round: number;
  version: number;
  preparedBy: string | null;
  preparedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  batchId: string | null;
  publishedAt: Date | null;
  reopenedBy: string | null;
  reopenedAt: Date | null;
  reopenedBecause: string;
}

/** An idea with where its decision stands. */
export interface DecidedIdea {
  ideaId: string;
  number: number;
  title: string;
  lang: string;
  categoryId: string;
  depositedAt: Date;
  state: DecisionState;
  /** null: nothing is proposed. */
  decision: Omit<
    Decision,
    'ideaId' | 'editionId' | 'reopenedBy' | 'reopenedAt' | 'reopenedBecause'
  > | null;
}

/** Why an idea may be refused. */
export interface RefusalReason {
  id: string;
  french: string;
  /** '': the French words stand for both. */
  english: string;
  /** What is refused for it was never admissible. */
  isInadmissible: boolean;
  isClosed: boolean;
}

/** Characters at most. */
export const LONGEST = { publicText: 3000, personalText: 2000, because: 500, reason: 120 } as const;

export type ProposalField = 'outcome' | 'reasonId' | 'publicText' | 'personalText';
export type ProposalRefusal = 'missing' | 'too-long' | 'unknown-reason';

/** What does not hold, by field; empty when the proposal can be kept. `kept`: the reason it had, closed since or not. */
export function checkProposal(
  proposal: Omit<Proposal, 'outcome'> & { outcome: Outcome | null },
  reasons: readonly RefusalReason[],
  kept: string | null = null,
): Partial<Record<ProposalField, ProposalRefusal>> {
  const problems: Partial<Record<ProposalField, ProposalRefusal>> = {};
  if (proposal.outcome === null) problems.outcome = 'missing';
  for (const field of ['publicText', 'personalText'] as const)
    if ([...proposal[field]].length > LONGEST[field]) problems[field] = 'too-long';
  if (proposal.outcome !== 'refused') return problems;
  if (proposal.publicText === '') problems.publicText = 'missing';
  if (proposal.reasonId === null) problems.reasonId = 'missing';
  else {
    const reason = reasons.find(({ id }) => id === proposal.reasonId);
    if (!reason || (reason.isClosed && reason.id !== kept)) problems.reasonId = 'unknown-reason';
  }
  return problems;
}

/** The state in which a decision stands; null: none was prepared. */
export function stateOf(
  decision: Pick<Decision, 'decidedAt' | 'publishedAt'> | null,
): DecisionState {
  if (decision === null) return 'to-prepare';
  if (decision.decidedAt === null) return 'to-decide';
  return decision.publishedAt === null ? 'to-publish' : 'published';
}

/** Who is asked to decide, where somebody holds one of these roles. */
export const DECIDING_ROLES = ['decider', 'mayor'] as const;

/** Whether somebody may decide: where an edition has deciders they alone do, elsewhere the office does. */
export function mayDecide(
  deciders: readonly string[],
  { personId, isOfficer }: { personId: string; isOfficer: boolean },
): boolean {
  return deciders.length === 0 ? isOfficer : deciders.includes(personId);
}

/** Of a reason, the words in a language. */
export function reasonWords(
  { french, english }: Pick<RefusalReason, 'french' | 'english'>,
  locale: 'fr' | 'en',
): string {
  return locale === 'en' && english !== '' ? english : french;
}

/** What the decisions of an edition are asked for. */
export interface DecisionFilter {
  state: DecisionState;
  categoryId?: string | null;
  outcome?: Outcome | null;
  reasonId?: string | null;
  search?: string;
}
