import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { urls } from '../../urls.ts';
import { findPublishedResult } from '../polls/index.ts';
import { findProject, findProjectsOfIdeas } from '../projects/index.ts';
import { dayInParis, findEditionById } from '../spaces/index.ts';
import { listAttachableRealisations } from './attachables.routes.ts';
import { deliveryRoutes } from './delivery.routes.tsx';
import { beginRealisations, findRealisation } from './realisation.store.ts';
import { searchedRealisations } from './realisation-search.store.ts';

export const deliveryRoom: Room = {
  name: 'delivery',
  routes: deliveryRoutes,
  listAttachables: listAttachableRealisations,
  searchables: [searchedRealisations],
  /** From an idea or its project to what becomes of it, and back (R81, R188). */
  async findRelated(db, organisationId, { kind, id }) {
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
  readers: {
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
};
