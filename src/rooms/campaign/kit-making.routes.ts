import * as m from '../../paraglide/messages.js';
import { paintDrawing } from '../../platform/files/index.ts';
import type { KitTerms, LogoPicture, PhotoPicture } from './kit-terms.ts';
import { sayVote } from './kit-words.page.ts';
import { isPicture, PIECES, type Piece } from './piece.ts';
import { writePoster } from './poster.pdf.ts';
import { drawSharePicture, PHOTO_FIELDS } from './share-picture.page.ts';

/** `projet-12-affiche-a4.pdf`: letters of ASCII, whatever the project is called. */
export const nameOfPiece = (number: number, piece: Piece): string =>
  `${m.campaign_file_project()}-${number}-${PIECES[piece].file}`;

/** One piece of a kit, as a file, in the reader's language. */
export async function makePiece(
  piece: Piece,
  terms: KitTerms,
  logo: LogoPicture | null,
  photo: PhotoPicture | null,
): Promise<Buffer> {
  if (!isPicture(piece)) return writePoster(piece, terms, logo, photo);
  const { root, organisation, edition, project, vote } = terms;
  const picture = {
    root,
    organisation,
    number: { label: m.campaign_project(), figure: m.campaign_number({ number: project.number }) },
    kicker: edition.title,
    title: project.title,
    // what is in no letter of ours is left out of a picture: its number is there
    foot: sayVote(vote) || m.campaign_vote_soon(),
  };
  const shown = photo && (await photo.read(PHOTO_FIELDS[piece]));
  return paintDrawing(drawSharePicture(piece, picture, logo, shown));
}
