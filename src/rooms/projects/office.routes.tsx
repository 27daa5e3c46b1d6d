import * as m from '../../paraglide/messages.js';
import { readNow } from '../../platform/database/database.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { page, seeOther } from '../../platform/http/visit.ts';
import type { Problems } from '../../ui/form.tsx';
import { urls } from '../../urls.ts';
import { countIdeas, listIdeasForOffice } from '../ideas/index.ts';
import { countDecisions } from '../review/index.ts';
import { findOfficeEdition, type OfficeVisit } from '../spaces/index.routes.ts';
import { type Edition, readNumber } from '../spaces/index.ts';
import { freezeList, listFreezeObstacles } from './list-freeze.store.ts';
import { OfficeIdeasPage } from './office-ideas.page.tsx';
import { FreezeListPage, freezeProblems, OfficeProjectsPage } from './office-projects.page.tsx';
import { findListFreeze, findProjectsOfIdeas, listProjects } from './project.store.ts';
import { listKeptWithoutProject } from './project-making.store.ts';

/** From the ideas of an edition to its frozen list. */
export const officeRoutes: readonly Route[] = [
  get(urls.adminIdeas, 'officer', async (visit) => {
    const { db, organisation, url } = visit;
    const edition = await findOfficeEdition(visit);
    const search = (url.searchParams.get('recherche') ?? '').slice(0, 100);
    const category = edition.categories.find(
      ({ slug }) => slug === url.searchParams.get('categorie'),
    );
    const [total, freeze, { ideas, next }] = await Promise.all([
      countIdeas(db, organisation.id, edition.id),
      findListFreeze(db, organisation.id, edition.id),
      listIdeasForOffice(db, organisation.id, edition.id, {
        cursor: readNumber(url.searchParams.get('apres') ?? ''),
        filter: { search, categoryId: category?.id ?? null },
      }),
    ]);
    const made = await findProjectsOfIdeas(
      db,
      organisation.id,
      ideas.map((idea) => idea.id),
    );
    return page({
      title: m.projects_office_ideas_title(),
      section: 'admin',
      body: (
        <OfficeIdeasPage
          edition={edition}
          total={total}
          ideas={ideas}
          projects={new Map(made.map((project) => [project.ideaId, project]))}
          frozen={freeze !== null}
          search={search}
          category={category?.slug ?? null}
          nextHref={
            next === null
              ? undefined
              : urls.adminIdeas(
                  { edition: edition.slug },
                  { recherche: search, categorie: category?.slug, apres: next },
                )
          }
        />
      ),
    });
  }),

  get(urls.adminProjects, 'officer', async (visit) => {
    const { db, organisation } = visit;
    const edition = await findOfficeEdition(visit);
    const [now, kept, projects, freeze] = await Promise.all([
      readNow(db),
      listKeptWithoutProject(db, organisation.id, edition.id),
      listProjects(db, organisation.id, edition.id),
      findListFreeze(db, organisation.id, edition.id),
    ]);
    return page({
      title: m.projects_office_title(),
      section: 'admin',
      body: (
        <OfficeProjectsPage
          edition={edition}
          projects={projects}
          freeze={freeze}
          keptWithoutProject={kept.length}
          now={now}
        />
      ),
    });
  }),

  get(urls.adminFreezeList, 'officer', async (visit) => {
    const edition = await findOfficeEdition(visit);
    return (await findListFreeze(visit.db, visit.organisation.id, edition.id))
      ? seeOther(visit, urls.adminProjects({ edition: edition.slug }))
      : freezePage(visit, edition, {});
  }),

  post(urls.adminFreezeList, 'officer', async (visit) => {
    const edition = await findOfficeEdition(visit);
    const frozen = await freezeList(
      visit.db,
      { organisationId: visit.organisation.id, by: visit.visitor.id },
      edition.id,
    );
    // somebody froze it a moment before: what was wanted is done
    return frozen.ok || frozen.refusal === 'list-frozen'
      ? seeOther(visit, urls.adminProjects({ edition: edition.slug }), 'list-frozen')
      : freezePage(visit, edition, freezeProblems(frozen.refusal, frozen.count));
  }),
];

async function freezePage(visit: OfficeVisit, edition: Edition, problems: Problems) {
  const { db, organisation } = visit;
  const at = [db, organisation.id, edition.id] as const;
  const [projects, obstacles, counts] = await Promise.all([
    listProjects(...at),
    listFreezeObstacles(...at),
    countDecisions(...at),
  ]);
  return page({
    title: m.projects_freeze_title(),
    section: 'admin',
    ...(Object.keys(problems).length > 0 && { status: 422, faulty: true }),
    body: (
      <FreezeListPage
        edition={edition}
        projects={projects}
        now={await readNow(db)}
        problems={problems}
        obstacles={obstacles}
        toPublish={counts['to-publish']}
      />
    ),
  });
}
