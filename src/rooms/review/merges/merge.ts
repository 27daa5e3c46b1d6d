/**
 * Ideas brought together (R47). The office proposes; each holder accepts or declines; one who declines is enough for
 * all to stay separate. Silence is no consent. Undone before the list freezes.
 */

const LEAST_IDEAS = 2;
export const MOST_IDEAS = 10;
const TITLE_LENGTH = 120;
export const WORDS_LENGTH = 2000;
/** Days that holders have to answer, unless the office says another day. */
export const USUAL_DAYS = 14;

export type Answer = 'accepted' | 'declined';
export type MergeState = 'proposed' | 'accepted' | 'declined' | 'withdrawn' | 'undone';

export interface Member {
  ideaId: string;
  answer: Answer | null;
  answeredAt: Date | null;
  /** Written down by the office. */
  isRelayed: boolean;
  words: string;
}

export interface Merge {
  id: string;
  editionId: string;
  title: string;
  words: string;
  leadIdeaId: string;
  /** `YYYY-MM-DD` */
  answerBy: string;
  proposedAt: Date;
  outcome: 'accepted' | 'declined' | 'withdrawn' | null;
  settledAt: Date | null;
  undoneAt: Date | null;
  undoReason: string;
  /** In order of number of the ideas. */
  members: readonly Member[];
}

export function stateOf(merge: Pick<Merge, 'outcome' | 'undoneAt'>): MergeState {
  if (merge.undoneAt) return 'undone';
  return merge.outcome ?? 'proposed';
}

/** What all answers together say: null while somebody has not answered and nobody has declined. */
export function settle(answers: readonly (Answer | null)[]): Answer | null {
  if (answers.includes('declined')) return 'declined';
  return answers.every((answer) => answer === 'accepted') ? 'accepted' : null;
}

export interface Proposal {
  title: string;
  words: string;
  leadIdeaId: string;
  /** `YYYY-MM-DD` */
  answerBy: string;
  ideaIds: readonly string[];
}

export type ProposalField = 'title' | 'words' | 'lead' | 'answerBy' | 'ideas';
export type ProposalRefusal =
  | 'title-missing'
  | 'title-too-long'
  | 'words-missing'
  | 'words-too-long'
  | 'lead-missing'
  | 'day-missing'
  | 'day-past'
  | 'too-few-ideas'
  | 'too-many-ideas'
  | 'idea-unknown'
  | 'idea-in-merge'
  | 'list-frozen';

/** What stands in the way, field by field. `today`: `YYYY-MM-DD` in Paris. */
export function checkProposal(
  proposal: Proposal,
  today: string,
): Partial<Record<ProposalField, ProposalRefusal>> {
  const problems: Partial<Record<ProposalField, ProposalRefusal>> = {};
  const { title, words, leadIdeaId, answerBy, ideaIds } = proposal;
  if (title === '') problems.title = 'title-missing';
  else if ([...title].length > TITLE_LENGTH) problems.title = 'title-too-long';
  if (words === '') problems.words = 'words-missing';
  else if ([...words].length > WORDS_LENGTH) problems.words = 'words-too-long';
  if (ideaIds.length < LEAST_IDEAS) problems.ideas = 'too-few-ideas';
  else if (ideaIds.length > MOST_IDEAS) problems.ideas = 'too-many-ideas';
  if (!ideaIds.includes(leadIdeaId)) problems.lead = 'lead-missing';
  if (answerBy === '') problems.answerBy = 'day-missing';
  else if (answerBy < today) problems.answerBy = 'day-past';
  return problems;
}

export type AnswerRefusal = 'already-settled' | 'not-found';
export type UndoRefusal = 'not-accepted' | 'reason-missing' | 'list-frozen' | 'not-found';
