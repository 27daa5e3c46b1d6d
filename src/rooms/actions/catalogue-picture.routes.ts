import { answerFile, findFile, listFiles, openStorage } from '../../platform/files/index.ts';
import { found, Refused } from '../../platform/http/refused.ts';
import { get, type Route } from '../../platform/http/route.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import type { Fund } from '../funds/index.ts';
import { inMovements } from '../groups/index.routes.ts';
import type { Action } from './action.ts';
import { actionSegment } from './action-address.ts';
import { loadPublishedAction, uuidOf } from './commitment-load.routes.ts';
import { findReport } from './report.store.ts';

/** A picture of an action, as its pages show it. */
export interface ShownPicture {
  src: string;
  small: string;
  alt: string;
  width: number;
  height: number;
}

/** Pictures of actions and of what groups tell of them: for those alone who see the pages (R13). */
export const cataloguePictureRoutes: readonly Route[] = inMovements([
  get(urls.actionPicture, 'anyone', async (visit) => {
    const { action, sees } = await loadPublishedAction(visit);
    if (!sees) throw new Refused(403, 'action');
    return answerPicture(visit, found(action.pictureId, 'file'));
  }),

  get(urls.actionReportPhoto, 'anyone', async (visit) => {
    const { action, sees } = await loadPublishedAction(visit);
    if (!sees) throw new Refused(403, 'action');
    const { db, organisation, params } = visit;
    const report = await findReport(db, organisation.id, uuidOf(params.report));
    const kept = report?.actionId === action.id ? report.pictures : [];
    const picture = kept.find(({ fileId }) => fileId === params.file);
    return answerPicture(visit, found(picture, 'file').fileId);
  }),
]);

async function answerPicture(visit: Visit, fileId: string): Promise<Response> {
  const { db, organisation, config, request, url } = visit;
  const file = found(await findFile(db, organisation.id, fileId), 'file');
  const size = url.searchParams.get('taille') === 'petite' ? 'small' : 'whole';
  return answerFile(request, openStorage(config), file, size);
}

/** The pictures of these actions, by action. */
export async function readCardPictures(
  { db, organisation }: Visit,
  fund: Pick<Fund, 'slug'>,
  actions: readonly Action[],
): Promise<Map<string, ShownPicture>> {
  const ids = actions.flatMap(({ pictureId }) => pictureId ?? []);
  const files = new Map(
    (await listFiles(db, organisation.id, ids)).map((one) => [one.fileId, one]),
  );
  return new Map(
    actions.flatMap((action) => {
      const file = action.pictureId ? files.get(action.pictureId) : undefined;
      if (!file?.width || !file.height) return [];
      const at = { fund: fund.slug, action: actionSegment(action) };
      const { alt, width, height } = file;
      const src = urls.actionPicture(at);
      const small = urls.actionPicture(at, { taille: 'petite' });
      return [[action.id, { src, small, alt, width, height }] as const];
    }),
  );
}
