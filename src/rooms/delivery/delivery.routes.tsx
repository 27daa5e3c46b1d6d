import * as m from '../../paraglide/messages.js';
import { readNow } from '../../platform/database/database.ts';
import { found } from '../../platform/http/refused.ts';
import { get, type Route } from '../../platform/http/route.ts';
import { page } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { listIdeaTitles } from '../ideas/index.ts';
import { loadFollowing } from '../notifications/index.routes.ts';
import { findDepartment } from '../organisations/index.ts';
import { findProjectByNumber, listBallotProjects } from '../projects/index.ts';
import { dayInParis, findEdition } from '../spaces/index.ts';
import { DeliveriesPage } from './deliveries.page.tsx';
import { DeliveryPage } from './delivery.page.tsx';
import { readPublicPeople } from './people/public-people.routes.ts';
import { listPublishedPosts } from './posts/post.store.ts';
import { findRealisation, listRealisations } from './realisation.store.ts';
import { REALISATION } from './realisation.ts';

export const deliveryRoutes: readonly Route[] = [
  get(
    urls.deliveries,
    'anyone',
    async ({ db, organisation, params, findRelated }) => {
      const edition = found(await findEdition(db, organisation.id, params.edition), 'edition');
      const [now, realisations, projects] = await Promise.all([
        readNow(db),
        listRealisations(db, organisation.id, edition.id),
        listBallotProjects(db, organisation.id, edition.id),
      ]);
      const byProject = new Map(
        realisations.map((realisation) => [realisation.projectId, realisation]),
      );
      return page({
        title: m.delivery_title(),
        section: 'editions',
        body: (
          <DeliveriesPage
            edition={edition}
            now={now}
            today={dayInParis(now)}
            related={await findRelated({ kind: 'edition', id: edition.id })}
            projects={projects.flatMap(({ id, number, title, place }) => {
              const realisation = byProject.get(id);
              return realisation ? [{ number, title, place, realisation }] : [];
            })}
          />
        ),
      });
    },
    { cached: true },
  ),

  get(
    urls.delivery,
    'anyone',
    async (visit) => {
      const { db, organisation, params, visitor } = visit;
      const edition = found(await findEdition(db, organisation.id, params.edition), 'edition');
      const number = Number.parseInt(params.project, 10);
      const project = found(
        await findProjectByNumber(db, organisation.id, edition.id, number),
        'project',
      );
      const realisation = found(
        await findRealisation(db, organisation.id, project.id),
        'realisation',
      );
      const target = { kind: REALISATION, id: realisation.id };
      const [now, ideas, posts, following, department, around] = await Promise.all([
        readNow(db),
        listIdeaTitles(db, organisation.id, project.ideaIds),
        listPublishedPosts(db, organisation.id, realisation.id),
        loadFollowing(visit, target),
        findDepartment(db, organisation.id, realisation.departmentId ?? ''),
        readPublicPeople(visit, realisation, project.ideaIds),
      ]);
      return page({
        title: m.delivery_project_title({ title: project.title }),
        section: 'editions',
        body: (
          <DeliveryPage
            edition={edition}
            now={now}
            today={dayInParis(now)}
            project={{ number, title: project.title, place: project.place }}
            ideas={ideas.filter(({ isHidden }) => !isHidden)}
            realisation={realisation}
            posts={posts}
            department={department?.name ?? ''}
            following={following}
            {...around}
            signedIn={visitor !== null}
          />
        ),
      });
    },
    { cached: true },
  ),
];
