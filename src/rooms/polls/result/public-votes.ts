/** The list of a public vote: whose each ballot is, page by page, once the result is published (profile P0). */
import type { Choices } from '../ballot/ballot.ts';

export const VOTES_A_PAGE = 50;
const SEARCH_LENGTH = 100;

/** One ballot under its voter's public name. */
export interface PublicVote {
  /** null: the account was erased since. */
  nickname: string | null;
  commitment: string;
  choices: Choices;
}

export interface VotesFilter {
  /** Part of a public name, as typed; '' for all. */
  search: string;
  /** The ballot at the edge of the page one comes from, by its commitment; null: the first page. */
  from: { direction: 'after' | 'before'; commitment: string } | null;
}

export interface VotesPage {
  votes: readonly PublicVote[];
  /** Commitments to go on from; null where there is nothing further. */
  previous: string | null;
  next: string | null;
}

/** What an address asks for. What makes no sense is left out: an address is often half copied. */
export function readVotesFilter(query: URLSearchParams): VotesFilter {
  const search = (query.get('recherche') ?? '')
    .normalize('NFC')
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, SEARCH_LENGTH)
    .replace(/[\ud800-\udbff]$/, '');
  for (const [name, direction] of [
    ['apres', 'after'],
    ['avant', 'before'],
  ] as const) {
    const commitment = query.get(name) ?? '';
    if (/^[0-9a-f]{64}$/.test(commitment)) return { search, from: { direction, commitment } };
  }
  return { search, from: null };
}
