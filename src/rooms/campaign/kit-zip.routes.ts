import { Readable } from 'node:stream';
import { Zip, ZipPassThrough } from 'fflate';
import * as m from '../../paraglide/messages.js';
import { found, notFound } from '../../platform/http/refused.ts';
import { get, mayIn, type Route } from '../../platform/http/route.ts';
import { seeOther, type Visit } from '../../platform/http/visit.ts';
import { withLocale } from '../../platform/locale/locale.ts';
import { urls } from '../../urls.ts';
import { findListFreeze, listProjectPhotos, listProjects } from '../projects/index.ts';
import { findOfficeEdition } from '../spaces/index.routes.ts';
import { numberedSegment } from '../spaces/index.ts';
import { countKitDownload } from './kit-download.store.ts';
import { makePiece, nameOfPiece } from './kit-making.routes.ts';
import {
  describeKit,
  type FrozenProject,
  loadKitProject,
  photoPicture,
  readLogo,
} from './kit-project.routes.ts';
import { ALL_PIECES } from './piece.ts';
import { isRobot } from './reading.ts';

/** All pieces at once, in a folder for each project: for the office that prints them, for whoever holds one (R51). */
export const kitZipRoutes: readonly Route[] = [
  get(urls.projectKitZip, 'anyone', async (visit) => {
    const kit = await loadKitProject(visit);
    if (kit.pause) return seeOther(visit, urls.projectShare(visit.params));
    const isCounted = !isRobot(visit.request.headers.get('user-agent') ?? '');
    const name = `kit-${m.campaign_file_project()}-${kit.project.number}.zip`;
    return answerZip(visit, name, packKits(visit, [kit], isCounted));
  }),

  get(urls.adminCampaignZip, 'officer', async (visit) => {
    const { db, organisation, visitor } = visit;
    const edition = await findOfficeEdition(visit);
    if (!mayIn('officer', visitor, edition.id)) throw notFound('edition');
    const freeze = found(await findListFreeze(db, organisation.id, edition.id), 'projects');
    const projects = await listProjects(db, organisation.id, edition.id);
    const photos = await listProjectPhotos(db, organisation.id, projects);
    const kits = projects.flatMap((project): FrozenProject[] =>
      project.number === null
        ? []
        : [
            {
              edition,
              freeze,
              project: { ...project, number: project.number },
              photo: photos.get(project.id) ?? null,
            },
          ],
    );
    return answerZip(visit, `kits-${edition.slug}.zip`, packKits(visit, kits, true));
  }),
];

function answerZip(
  { request }: Visit,
  fileName: string,
  bytes: AsyncIterable<Uint8Array>,
): Response {
  const body = request.method === 'HEAD' ? null : Readable.toWeb(Readable.from(bytes));
  return new Response(body as unknown as BodyInit, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'private, no-store',
    },
  });
}

/**
 * Packed as it is sent: one piece is held at a time, and the next one is made when the reader has taken it. What is in
 * a kit is compressed already, so nothing is pressed twice. A project counts as taken once all of it was handed over.
 */
async function* packKits(
  visit: Visit,
  kits: readonly FrozenProject[],
  isCounted: boolean,
): AsyncGenerator<Uint8Array> {
  const { db, organisation, locale } = visit;
  let packed: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    packed.push(bytes);
  });
  const logo = await readLogo(visit);
  for (const kit of kits) {
    const { id, number, title } = kit.project;
    const terms = await withLocale(locale, () => describeKit(visit, kit));
    const folder = withLocale(locale, m.campaign_file_project);
    for (const piece of ALL_PIECES) {
      const file = await withLocale(locale, () =>
        makePiece(piece, terms, logo, photoPicture(visit, kit, terms)),
      );
      const name = withLocale(locale, () => nameOfPiece(number, piece));
      const entry = new ZipPassThrough(`${folder}-${numberedSegment(number, title)}/${name}`);
      entry.mtime = kit.freeze.frozenAt;
      zip.add(entry);
      entry.push(file, true);
      yield* packed;
      packed = [];
    }
    if (isCounted)
      for (const piece of ALL_PIECES) await countKitDownload(db, organisation.id, id, piece);
  }
  zip.end();
  yield* packed;
}
