/** What a kit of campaign holds, and who may take it (R51): nothing before the list is frozen. */

import type { ListFreeze } from '../projects/index.ts';

/** To print, then to share; each with the words of its address, which say what the file is. */
export const PIECES = {
  'poster-a4': { file: 'affiche-a4.pdf', sheet: 'A4' },
  'poster-a3': { file: 'affiche-a3.pdf', sheet: 'A3' },
  'flyer-a5': { file: 'tract-a5.pdf', sheet: 'A5' },
  'picture-wide': { file: 'image-large.png', width: 1200, height: 630 },
  'picture-square': { file: 'image-carree.png', width: 1080, height: 1080 },
} as const;

export type Piece = keyof typeof PIECES;
export type PrintedPiece = 'poster-a4' | 'poster-a3' | 'flyer-a5';
export type PicturePiece = 'picture-wide' | 'picture-square';

export const ALL_PIECES = Object.keys(PIECES) as Piece[];
export const PRINTED: readonly PrintedPiece[] = ['poster-a4', 'poster-a3', 'flyer-a5'];
export const PICTURES: readonly PicturePiece[] = ['picture-wide', 'picture-square'];

export const isPicture = (piece: Piece): piece is PicturePiece => 'width' in PIECES[piece];

/** The piece of an address; null: there is none. */
export const readPiece = (file: string): Piece | null =>
  ALL_PIECES.find((piece) => PIECES[piece].file === file) ?? null;

/**
 * The kit is there once the list is frozen: for the holders of the project and for officers at once, for everybody
 * from the day on which the campaign begins and the list is public (R50, R51).
 */
export function mayTakeKit(
  freeze: ListFreeze | null,
  campaignHasBegun: boolean,
  reader: { officer: boolean; holder: boolean },
): boolean {
  return freeze !== null && (campaignHasBegun || reader.officer || reader.holder);
}
