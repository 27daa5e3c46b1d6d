import * as m from '../../paraglide/messages.js';
import { found } from '../../platform/http/refused.ts';
import { get, type Route } from '../../platform/http/route.ts';
import { page, seeOther, type Visit } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { findProject } from '../projects/index.ts';
import { findEditionById, numberedSegment } from '../spaces/index.ts';
import { HolderProjectPage } from './holder-project.page.tsx';
import { answerPiece } from './kept-piece.routes.ts';
import { countKitDownload, sumKitDownloads } from './kit-download.store.ts';
import { makePiece, nameOfPiece } from './kit-making.routes.ts';
import {
  checkKitProject,
  describeKit,
  findVoteDates,
  type KitProject,
  loadKitProject,
  photoPicture,
  readLogo,
} from './kit-project.routes.ts';
import { isPicture, PIECES, type Piece, readPiece } from './piece.ts';
import { findReadings } from './reading.store.ts';
import { isRobot } from './reading.ts';
import { ProjectSharePage } from './share.page.tsx';

/** A project made known: by whoever wishes, and by its holders first (R49, R51). */
export const kitRoutes: readonly Route[] = [
  get(
    urls.projectShare,
    'anyone',
    async (visit) => {
      const kit = await loadKitProject(visit);
      return page({
        title: m.campaign_share_title(),
        section: 'editions',
        description: m.campaign_share_description({ title: kit.project.title }),
        ...(kit.pause === null && { picture: { path: pictureOf(kit), alt: kit.project.title } }),
        scripts: ['copy-words.js'],
        body: (
          <ProjectSharePage
            edition={kit.edition}
            now={kit.now}
            project={kit.project}
            vote={await findVoteDates(visit, kit.edition)}
            address={addressOf(visit, kit)}
            pause={kit.pause}
          />
        ),
      });
    },
    { cached: true },
  ),

  get(urls.projectKit, 'anyone', async (visit) => {
    const { db, organisation, request, params, url } = visit;
    const piece = found(readPiece(params.piece), 'piece');
    const kit = await loadKitProject(visit);
    // the page says why nothing is given out
    if (kit.pause) return seeOther(visit, urls.projectShare(params));
    const answer = await answerKitPiece(visit, kit, piece);
    const taken =
      request.method === 'GET' &&
      answer.status === 200 &&
      !url.searchParams.has('apercu') &&
      !isRobot(request.headers.get('user-agent') ?? '');
    if (taken) await countKitDownload(db, organisation.id, kit.project.id, piece);
    return answer;
  }),

  get(
    urls.holderProject,
    'signed-in',
    async (visit) => {
      const { db, organisation, params, visitor } = visit;
      const own = found(await findProject(db, organisation.id, params.project), 'project');
      found(own.holders.some(({ personId }) => personId === visitor.id) || null, 'project');
      const edition = found(await findEditionById(db, organisation.id, own.editionId), 'edition');
      const kit = await checkKitProject(visit, edition, own);
      const [readings, downloads, vote] = await Promise.all([
        findReadings(db, organisation.id, own.id),
        sumKitDownloads(db, organisation.id, [own.id]),
        findVoteDates(visit, edition),
      ]);
      return page({
        title: m.campaign_holder_title(),
        section: 'my-space',
        scripts: ['copy-words.js'],
        body: (
          <HolderProjectPage
            edition={edition}
            now={kit.now}
            project={kit.project}
            vote={vote}
            address={addressOf(visit, kit)}
            pause={kit.pause}
            readings={readings}
            downloads={downloads.get(own.id) ?? new Map()}
          />
        ),
      });
    },
    { unlogged: true },
  ),
];

const addressOf = ({ origin }: Visit, { edition, project }: KitProject) =>
  origin +
  urls.project({
    edition: edition.slug,
    project: numberedSegment(project.number, project.title),
  });

const pictureOf = ({ edition, project }: KitProject) =>
  urls.projectKit(
    { edition: edition.slug, project: project.number, piece: PIECES['picture-wide'].file },
    { apercu: 1 },
  );

async function answerKitPiece(visit: Visit, kit: KitProject, piece: Piece): Promise<Response> {
  const terms = await describeKit(visit, kit);
  return answerPiece(visit, {
    terms,
    piece,
    fileName: nameOfPiece(terms.project.number, piece),
    mediaType: isPicture(piece) ? 'image/png' : 'application/pdf',
    make: async () =>
      makePiece(piece, terms, await readLogo(visit), photoPicture(visit, kit, terms)),
  });
}
