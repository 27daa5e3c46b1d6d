import { answerFile, findFile, openStorage, readFileSegment } from '../../platform/files/index.ts';
import { found, notFound } from '../../platform/http/refused.ts';
import { get, type Route } from '../../platform/http/route.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { seeSpace } from '../consultations/index.routes.ts';
import { findSpaceOfLogo } from '../consultations/index.ts';
import { seePagePicture } from '../pages/index.routes.ts';
import { findComponentOfFile, holdsFile } from './attachment.store.ts';
import { findBoard } from './boards/board.store.ts';
import { seesBoard } from './boards/board-load.routes.ts';
import { findHolder } from './deposit-visit.routes.ts';

/** A file as anyone may see it, and its holder before. */
export const fileRoute: Route = get(urls.file, 'anyone', async (visit) => {
  const { db, organisation, config, request, params } = visit;
  const asked = found(readFileSegment(params.file), 'file');
  const file = found(await findFile(db, organisation.id, asked.fileId), 'file');
  if (!file.storageKey.endsWith(`.${asked.extension}`)) throw notFound('file');
  if (file.publishedAt === null) {
    const isHeld = await holdsFile(db, organisation.id, file.fileId, await findHolder(visit));
    if (!isHeld) throw notFound('file');
    return answerFile(request, openStorage(config), file, asked.size);
  }
  // what stands in a space is its readers' alone, and nothing on the way keeps it where they are not everybody
  const place = await findPlaceOfFile(visit, file.fileId);
  if (place === 'unseen') throw notFound('file');
  const shown = place === 'reserved' ? { ...file, publishedAt: null } : file;
  return answerFile(request, openStorage(config), shown, asked.size);
});

/** Whether a published file is everybody's, some readers' this visitor is one of, or not theirs. */
async function findPlaceOfFile(
  visit: Visit,
  fileId: string,
): Promise<'everybody' | 'reserved' | 'unseen'> {
  const { db, organisation } = visit;
  const picture = await seePagePicture(visit, fileId);
  if (picture) return picture;
  const boardId = await findComponentOfFile(db, organisation.id, fileId);
  const board = boardId && (await findBoard(db, organisation.id, boardId));
  if (board && board.kind === 'component') {
    if (!(await seesBoard(visit, board))) return 'unseen';
    const { space, component } = board;
    return space.isPrivate || !space.openedAt || component.isHidden ? 'reserved' : 'everybody';
  }
  const space = await findSpaceOfLogo(db, organisation.id, fileId);
  if (!space) return 'everybody';
  if (!(await seeSpace(visit, space))) return 'unseen';
  return space.isPrivate || !space.openedAt ? 'reserved' : 'everybody';
}
