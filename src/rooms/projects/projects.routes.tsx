import * as m from '../../paraglide/messages.js';
import { readNow } from '../../platform/database/database.ts';
import { found } from '../../platform/http/refused.ts';
import { get, type Route } from '../../platform/http/route.ts';
import { page, type Visit } from '../../platform/http/visit.ts';
import { pdfAnswer } from '../../platform/pdf/pdf-answer.ts';
import { MAP_SCRIPT } from '../../ui/map.tsx';
import { urls } from '../../urls.ts';
import { findIdea } from '../ideas/index.ts';
import { listPublicNicknames } from '../identity/index.ts';
import { loadFollowing } from '../notifications/index.routes.ts';
import { findPromotionPause } from '../organisations/index.ts';
import { showProjectTeams } from '../review/index.routes.ts';
import { drawnGround } from '../spaces/index.page.ts';
import { shareGround } from '../spaces/index.routes.ts';
import { findEdition, hasBegun, numberedSegment, readNumber } from '../spaces/index.ts';
import { writeCatalogue } from './catalogue.pdf.ts';
import { readProjectPhoto } from './index.routes.ts';
import { ProjectPage } from './project.page.tsx';
import {
  type BallotProject,
  findListFreeze,
  findProjectByNumber,
  listBallotProjects,
} from './project.store.ts';
import { isListPublic, listHolderIds, nameHolders } from './project.ts';
import { isAskedFor, readAskedProjects, typeAskedProjects } from './project-list.ts';
import { listProjectPhotos } from './project-photo.store.ts';
import { ProjectsPage, ProjectsToComePage, type ShownParts } from './projects.page.tsx';
import { ProjectsMapPage } from './projects-map.page.tsx';

/** Projects on one page of the list. */
const PAGE_SIZE = 60;

export const publicRoutes: readonly Route[] = [
  get(
    urls.projects,
    'anyone',
    async (visit) => {
      const { db, organisation, params, url } = visit;
      const edition = found(await findEdition(db, organisation.id, params.edition), 'edition');
      const [now, freeze] = await Promise.all([
        readNow(db),
        findListFreeze(db, organisation.id, edition.id),
      ]);
      const frame = { title: m.projects_title(), section: 'editions' };
      if (!freeze || !isListPublic(freeze, hasBegun(edition, 'campaign', now)))
        return page({ ...frame, body: <ProjectsToComePage edition={edition} now={now} /> });
      const asked = readAskedProjects(edition, {
        category: url.searchParams.get('categorie'),
        district: url.searchParams.get('quartier'),
      });
      const all = (await listBallotProjects(db, organisation.id, edition.id)).filter((project) =>
        isAskedFor(project, asked),
      );
      const at = { edition: edition.slug };
      const query = typeAskedProjects(asked);
      if (url.searchParams.get('vue') === 'carte')
        return page({
          ...frame,
          scripts: [MAP_SCRIPT],
          body: (
            <ProjectsMapPage
              edition={edition}
              now={now}
              projects={all}
              nicknames={await listPublicNicknames(db, organisation.id, all.flatMap(listHolderIds))}
              asked={asked}
              ground={drawnGround(await shareGround(visit))}
            />
          ),
        });
      const after = readNumber(url.searchParams.get('apres') ?? '') ?? 0;
      const from = all.findIndex((project) => project.number > after);
      const begin = from === -1 ? all.length : from;
      const shown = all.slice(begin, begin + PAGE_SIZE);
      const before = all[begin - PAGE_SIZE - 1]?.number;
      return page({
        ...frame,
        body: (
          <ProjectsPage
            edition={edition}
            now={now}
            freeze={freeze}
            projects={shown}
            shown={await findShownParts(visit, shown)}
            count={all.length}
            asked={asked}
            mapHref={
              all.some(({ point }) => point) ? urls.projects(at, { ...query, vue: 'carte' }) : null
            }
            previousHref={begin > 0 ? urls.projects(at, { ...query, apres: before }) : undefined}
            nextHref={
              begin + PAGE_SIZE < all.length
                ? urls.projects(at, { ...query, apres: shown.at(-1)!.number })
                : undefined
            }
          />
        ),
      });
    },
    { cached: true },
  ),

  get(urls.projectsPdf, 'anyone', async (visit) => {
    const { db, organisation, params, config, locale } = visit;
    const edition = found(await findEdition(db, organisation.id, params.edition), 'edition');
    const [now, list] = await Promise.all([
      readNow(db),
      findListFreeze(db, organisation.id, edition.id),
    ]);
    const freeze = found(list, 'projects');
    found(isListPublic(freeze, hasBegun(edition, 'campaign', now)) || null, 'projects');
    // written once for all who ask at the same time: a long list is some work
    const file = await visit.share(`projects pdf ${edition.id} ${locale}`, async () => {
      const projects = await listBallotProjects(db, organisation.id, edition.id);
      const people = projects.flatMap(listHolderIds);
      const holders = await listPublicNicknames(db, organisation.id, people);
      return writeCatalogue({
        root: config.root,
        organisation,
        edition,
        freeze,
        projects,
        holders,
        photos: await listProjectPhotos(db, organisation.id, projects),
        readPhoto: (photo, frame) => readProjectPhoto(visit, photo, frame),
      });
    });
    return pdfAnswer(file, m.printed_file_catalogue());
  }),

  get(
    urls.project,
    'anyone',
    async (visit) => {
      const { db, organisation, params, visitor, findRelated } = visit;
      const edition = found(await findEdition(db, organisation.id, params.edition), 'edition');
      const number = found(readNumber(params.project), 'project');
      const [now, freeze, project] = await Promise.all([
        readNow(db),
        findListFreeze(db, organisation.id, edition.id),
        findProjectByNumber(db, organisation.id, edition.id, number),
      ]);
      found(isListPublic(freeze, hasBegun(edition, 'campaign', now)) || null, 'project');
      const { id, holders, fileIds, ideaIds } = found(project, 'project');
      const [ideas, related, nicknames, following, pause] = await Promise.all([
        Promise.all(ideaIds.map((ideaId) => findIdea(db, organisation.id, ideaId))),
        findRelated({ kind: 'project', id }),
        listPublicNicknames(db, organisation.id, listHolderIds({ holders })),
        loadFollowing(visit, { kind: 'project', id }),
        findPromotionPause(db, organisation.id),
      ]);
      const isPaused = pause !== null;
      const sources = ideas
        .filter((idea) => idea !== null)
        .filter(({ isHidden }) => !isHidden)
        .sort((a, b) => a.number - b.number);
      const files = new Map(
        sources.flatMap((idea) => idea.attachments).map((file) => [file.fileId, file]),
      );
      return page({
        title: project!.title,
        section: 'editions',
        description: project!.summary.slice(0, 160),
        // nothing is put forward before an election
        ...(!isPaused && {
          picture: {
            path: urls.projectKit(
              { edition: edition.slug, project: number, piece: 'image-large.png' },
              { apercu: 1 },
            ),
            alt: project!.title,
          },
        }),
        scripts: project!.point ? [MAP_SCRIPT] : [],
        body: (
          <ProjectPage
            edition={edition}
            now={now}
            canShare={!isPaused}
            project={project!}
            ground={drawnGround(await shareGround(visit))}
            team={await showProjectTeams(visit, edition, sources, visit.url.pathname)}
            holders={nameHolders(holders, nicknames)}
            following={following}
            signedIn={visitor !== null}
            files={fileIds.flatMap((file) => files.get(file) ?? [])}
            links={[
              ...sources.map((idea) => ({
                label: m.projects_from_idea(),
                title: idea.title,
                href: urls.idea({
                  edition: edition.slug,
                  idea: numberedSegment(idea.number, idea.title),
                }),
              })),
              ...related,
            ]}
          />
        ),
      });
    },
    { cached: true, counted: true },
  ),
];

async function findShownParts(
  { db, organisation }: Visit,
  projects: readonly BallotProject[],
): Promise<ShownParts> {
  const [nicknames, photos] = await Promise.all([
    listPublicNicknames(db, organisation.id, projects.flatMap(listHolderIds)),
    listProjectPhotos(db, organisation.id, projects),
  ]);
  return { nicknames, photos };
}
