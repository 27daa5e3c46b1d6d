import * as m from '../../paraglide/messages.js';
import type { Lettering } from '../../platform/pdf/lettering.ts';
import { formatDate } from '../../ui/format.ts';
import { keepLegible } from './fit.ts';
import type { VoteDates } from './kit-terms.ts';
import type { Piece } from './piece.ts';

export const pieceWords: Record<Piece, { name: () => string; use: () => string }> = {
  'poster-a4': { name: m.campaign_poster_a4, use: m.campaign_poster_a4_use },
  'poster-a3': { name: m.campaign_poster_a3, use: m.campaign_poster_a3_use },
  'flyer-a5': { name: m.campaign_flyer_a5, use: m.campaign_flyer_a5_use },
  'picture-wide': { name: m.campaign_picture_wide, use: m.campaign_picture_wide_use },
  'picture-square': { name: m.campaign_picture_square, use: m.campaign_picture_square_use },
};

/** « Vote du lundi 1er juin au mardi 30 juin 2026 »; '' where no day is known. */
export function sayVote(vote: VoteDates | null): string {
  if (!vote) return '';
  if (!vote.to) return m.campaign_vote_from({ from: formatDate(vote.from) });
  // an end is the first instant after: its day is the one before
  const last = new Date(vote.to.getTime() - 1);
  return m.campaign_vote_dates({ from: formatDate(vote.from, 'weekday'), to: formatDate(last) });
}

/** The address as people type it. */
export const bareAddress = (address: string): string => address.replace(/^https?:\/\//, '');

/** A title in letters that our faces have; the number stands for one in another script. */
export const sayTitle = (title: string, number: number, lettering: Lettering): string =>
  keepLegible(title, lettering.knows) ?? m.projects_number({ number });
