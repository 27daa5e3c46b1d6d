import * as m from '../../paraglide/messages.js';
import { readNow } from '../../platform/database/database.ts';
import { paintDrawing } from '../../platform/files/index.ts';
import { found } from '../../platform/http/refused.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { formatNumber } from '../../ui/format.ts';
import { findPromotionPause, type PromotionPause } from '../organisations/index.ts';
import { findPublishedResult, type PublishedResult } from '../polls/index.ts';
import { readProjectPhoto } from '../projects/index.routes.ts';
import { findProject, listProjectPhotos } from '../projects/index.ts';
import { type Edition, findEdition } from '../spaces/index.ts';
import { answerPiece } from './kept-piece.routes.ts';
import { describeSender, readLogo } from './kit-project.routes.ts';
import { PICTURES, PIECES, type PicturePiece } from './piece.ts';
import { sayResult, sayWinner, type Winner } from './result-words.page.ts';
import { drawSharePicture, PHOTO_FIELDS, type PictureTerms } from './share-picture.page.ts';

export interface SharedResult {
  edition: Edition;
  now: Date;
  result: PublishedResult;
  /** What sharing is switched off for; null: it is not. */
  pause: PromotionPause | null;
}

/** The result of an address; 404 before it is published, to anyone (R57, V15). */
export async function loadResult(visit: Visit<'edition'>): Promise<SharedResult> {
  const { db, organisation, params } = visit;
  const edition = found(await findEdition(db, organisation.id, params.edition), 'edition');
  const [now, result, pause] = await Promise.all([
    readNow(db),
    findPublishedResult(db, organisation.id, edition.id),
    findPromotionPause(db, organisation.id),
  ]);
  return { edition, now, result: found(result, 'result'), pause };
}

export const readPicture = (file: string): PicturePiece =>
  found(
    PICTURES.find((piece) => PIECES[piece].file === file),
    'piece',
  );

/** The result of the whole edition, as networks show it. */
export async function answerResultPicture(
  visit: Visit,
  { edition, result }: SharedResult,
  piece: PicturePiece,
): Promise<Response> {
  const terms: PictureTerms = {
    root: visit.config.root,
    organisation: describeSender(visit),
    number:
      result.subject === 'projects'
        ? {
            label: m.campaign_result_winners({ count: result.winners.length }),
            figure: formatNumber(result.winners.length),
          }
        : null,
    kicker: m.campaign_result_kicker(),
    title: edition.title,
    foot: sayResult(result, edition),
  };
  return answerPiece(visit, {
    terms,
    piece: `result ${piece}`,
    mediaType: 'image/png',
    fileName: `${m.campaign_file_result()}-${edition.slug}-${PIECES[piece].file}`,
    make: async () => paintDrawing(drawSharePicture(piece, terms, await readLogo(visit))),
  });
}

/** One of those who won: title, amount, share of the votes, and the photo where there is one. */
export async function answerWinnerPicture(
  visit: Visit,
  { edition, result }: SharedResult,
  winner: Winner,
  piece: PicturePiece,
): Promise<Response> {
  const { db, organisation, config } = visit;
  const isProject = result.subject === 'projects';
  const project = isProject ? await findProject(db, organisation.id, winner.projectId) : null;
  const photo =
    project && (await listProjectPhotos(db, organisation.id, [project])).get(project.id);
  const terms: PictureTerms = {
    root: config.root,
    organisation: describeSender(visit),
    number: isProject
      ? { label: m.campaign_project(), figure: m.campaign_number({ number: winner.number }) }
      : null,
    kicker: m.campaign_result_winner_kicker({ edition: edition.title }),
    title: winner.label,
    foot: sayWinner(winner, result, edition),
  };
  return answerPiece(visit, {
    terms: { ...terms, photo: photo?.fileId },
    piece: `winner ${piece}`,
    mediaType: 'image/png',
    fileName: `${m.campaign_file_result()}-${edition.slug}-${winner.number}-${PIECES[piece].file}`,
    make: async () => {
      const shown = photo ? await readProjectPhoto(visit, photo, PHOTO_FIELDS[piece]) : null;
      return paintDrawing(drawSharePicture(piece, terms, await readLogo(visit), shown));
    },
  });
}
