import * as m from '../../../paraglide/messages.js';
import type { IdeaKind } from '../../consultations/index.ts';
import type { Board } from './board.ts';

/** What a board calls what stands on it: ideas in an edition, what its kind is about in a component. */
interface Words {
  lead(count: { count: number; shown: string }): string;
  deposit(): string;
  /** Of a link to all that stands on it, by its title. */
  all(of: { title: string }): string;
}

const words: Record<IdeaKind, Words> = {
  ideas: { lead: m.boards_lead_ideas, deposit: m.ideas_deposit, all: m.boards_all_ideas },
  'official-proposals': {
    lead: m.boards_lead_proposals,
    deposit: m.boards_deposit_proposal,
    all: m.boards_all_proposals,
  },
  contributions: {
    lead: m.boards_lead_contributions,
    deposit: m.boards_deposit_contribution,
    all: m.boards_all_contributions,
  },
  needs: { lead: m.boards_lead_needs, deposit: m.boards_deposit_need, all: m.boards_all_needs },
};

const wordsOf = (board: Board): Omit<Words, 'all'> =>
  board.kind === 'edition'
    ? { lead: m.ideas_lead, deposit: m.ideas_deposit }
    : words[board.component.kind as IdeaKind];

export const depositWords = (board: Board): string => wordsOf(board).deposit();

/** How many stand there, and whether more may come. */
export function leadOf(
  board: Board,
  total: { count: number; shown: string },
  isOver: boolean,
): string {
  const isEdition = board.kind === 'edition';
  if (total.count === 0) return isEdition ? m.ideas_lead_none() : m.boards_lead_none();
  const over = isOver && (isEdition ? m.ideas_collection_over() : m.boards_over());
  return [wordsOf(board).lead(total), over].filter(Boolean).join(' ');
}

/** Of a link to all of them. */
export const backWords = (board: Board): string =>
  board.kind === 'edition' ? m.ideas_back_to_list() : m.boards_back();

/** Of a link from a theme to all that stands in one of its components. */
export const allWords = (kind: IdeaKind, title: string): string => words[kind].all({ title });
