import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { urls } from '../../urls.ts';
import { findPublishedResult } from '../polls/index.ts';
import { findProject, findProjectsOfIdeas } from '../projects/index.ts';
import { dayInParis, findEditionById } from '../spaces/index.ts';
import { listAttachableRealisations } from './attachables.routes.ts';
import { deliveryRoutes } from './delivery.routes.tsx';
import { globalRoutes } from './global/global.routes.tsx';
import { inaugurationRoutes } from './inauguration/inauguration.routes.tsx';
import { inaugurationPhotoRoutes } from './inauguration/photos.routes.ts';
import { officeDeliveryRoutes } from './office/office.routes.tsx';
import { ownDeliveryRoutes } from './office/own.routes.tsx';
import { stepRoutes } from './office/step.routes.tsx';
import { helpRoutes } from './people/help.routes.tsx';
import { peopleNotices } from './people/notices.page.ts';
import { officeCommitteeRoutes } from './people/office/committee.routes.ts';
import { officePeopleRoutes } from './people/office/people.routes.ts';
import { spaceRoutes } from './people/space.routes.tsx';
import { testimonyRoutes } from './people/testimony.routes.tsx';
import {
  DELIVERY_COLUMNS,
  deliveryRows,
  eraseFromDelivery,
  listOwnPhotos,
} from './personal.store.ts';
import { newsReaders } from './posts/news.jobs.ts';
import { postRoutes } from './posts/posts.routes.tsx';
import { programmeJobs } from './programme/programme.jobs.ts';
import { programmeRoutes } from './programme/programme.routes.tsx';
import { beginRealisations, findRealisation, findRealisationById } from './realisation.store.ts';
import { REALISATION } from './realisation.ts';
import { searchedPosts, searchedRealisations } from './realisation-search.store.ts';
import { postSet, realisationSet, stepSet } from './sets/realisation-sets.routes.ts';

export const deliveryRoom: Room = {
  name: 'delivery',
  routes: [
    ...deliveryRoutes,
    ...officeDeliveryRoutes,
    ...ownDeliveryRoutes,
    ...stepRoutes,
    ...postRoutes,
    ...officePeopleRoutes,
    ...officeCommitteeRoutes,
    ...inaugurationRoutes,
    ...inaugurationPhotoRoutes,
    ...helpRoutes,
    ...testimonyRoutes,
    ...spaceRoutes,
    ...globalRoutes,
    ...programmeRoutes,
  ],
  jobs: programmeJobs,
  searchables: [searchedRealisations, searchedPosts],
  dataSets: [realisationSet, stepSet, postSet],
  listAttachables: listAttachableRealisations,
  /** From an idea or its project to what becomes of it, and back (R81, R188). */
  async findRelated(db, organisationId, { kind, id }) {
    if (kind === 'edition') return [];
    const project =
      kind === 'project'
        ? await findProject(db, organisationId, id)
        : ((await findProjectsOfIdeas(db, organisationId, [id]))[0] ?? null);
    if (!project?.number || !(await findRealisation(db, organisationId, project.id))) return [];
    const edition = await findEditionById(db, organisationId, project.editionId);
    if (!edition) return [];
    return [
      {
        label: m.delivery_related(),
        title: project.title,
        href: urls.delivery({ edition: edition.slug, project: project.number }),
      },
    ];
  },
  followed: {
    async [REALISATION]({ db, organisation }, id) {
      const realisation = await findRealisationById(db, organisation.id, id);
      if (!realisation) return null;
      const [project, edition] = await Promise.all([
        findProject(db, organisation.id, realisation.projectId),
        findEditionById(db, organisation.id, realisation.editionId),
      ]);
      if (!project?.number || !edition) return null;
      const href = urls.delivery({ edition: edition.slug, project: project.number });
      return { title: project.title, href };
    },
  },
  /** What is realised is what was voted: who followed the project hears of meetings about its realisation. */
  followedWith: {
    async [REALISATION](db, organisationId, id) {
      const realisation = await findRealisationById(db, organisationId, id);
      return realisation ? [{ kind: 'project', id: realisation.projectId }] : [];
    },
  },
  readers: {
    ...newsReaders,
    /** Each winner becomes a realisation (R59); an archived edition tells its result only. */
    'poll.published': async (fact, { db }) => {
      const editionId = String(fact.detail.editionId);
      const edition = await findEditionById(db, fact.organisationId, editionId);
      if (!edition || edition.archivedAt) return;
      const result = await findPublishedResult(db, fact.organisationId, editionId);
      // people and answers are no works to follow
      if (result?.subject !== 'projects') return;
      await beginRealisations(
        db,
        fact.organisationId,
        editionId,
        result.winners.map(({ projectId, cost }) => ({ projectId, cost })),
        dayInParis(fact.recordedAt),
      );
    },
  },
  personalData: {
    columns: DELIVERY_COLUMNS,
    sections: [
      { key: 'realisation-teams', title: m.personal_realisation_teams, read: deliveryRows.teams },
      { key: 'help-offered', title: m.personal_offers, read: deliveryRows.offers },
      { key: 'committees', title: m.personal_committees, read: deliveryRows.committees },
      { key: 'testimonies', title: m.personal_testimonies, read: deliveryRows.testimonies },
    ],
    files: listOwnPhotos,
    erase: eraseFromDelivery,
  },
  notices: {
    ...peopleNotices,
    'programme-import-stopped': { tone: 'info', words: m.programme_notice_stopped },
    'delivery-saved': { tone: 'success', words: m.deliver_notice_saved },
    'delivery-step-saved': { tone: 'success', words: m.deliver_notice_step_saved },
    'delivery-step-reached': { tone: 'success', words: m.deliver_notice_step_reached },
    'delivery-mode-chosen': { tone: 'success', words: m.deliver_notice_mode },
    'delivery-suspended': { tone: 'success', words: m.deliver_notice_suspended },
    'delivery-abandoned': { tone: 'success', words: m.deliver_notice_abandoned },
    'delivery-resumed': { tone: 'success', words: m.deliver_notice_resumed },
    'delivery-post-saved': { tone: 'success', words: m.deliver_notice_post_saved },
    'delivery-post-published': { tone: 'success', words: m.deliver_notice_post_published },
    'delivery-post-withdrawn': { tone: 'success', words: m.deliver_notice_post_withdrawn },
    'delivery-picture-added': { tone: 'success', words: m.deliver_notice_picture_added },
    'delivery-picture-removed': { tone: 'success', words: m.deliver_notice_picture_removed },
  },
};
