import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { urls } from '../../urls.ts';
import { findProject, findProjectsOfIdeas } from '../projects/index.ts';
import { findEditionById } from '../spaces/index.ts';
import { populationRoutes } from './office/population.routes.tsx';
import { reportFormRoutes } from './office/report-form.routes.tsx';
import { reportRoutes } from './report.routes.tsx';
import { isReportPublished } from './report.store.ts';
import { reportSet } from './report-set.routes.ts';

export const evaluationRoom: Room = {
  name: 'evaluation',
  routes: [...reportRoutes, ...reportFormRoutes, ...populationRoutes],
  dataSets: [reportSet],
  /** The chain ends with the report of the edition, once everybody may read it (R188). */
  async findRelated(db, organisationId, { kind, id }) {
    const editionId =
      kind === 'edition'
        ? id
        : kind === 'project'
          ? (await findProject(db, organisationId, id))?.editionId
          : (await findProjectsOfIdeas(db, organisationId, [id]))[0]?.editionId;
    if (!editionId || !(await isReportPublished(db, organisationId, editionId))) return [];
    const edition = await findEditionById(db, organisationId, editionId);
    if (!edition?.openedAt) return [];
    return [
      {
        label: m.evaluation_related(),
        title: m.evaluation_report_title({ edition: edition.title }),
        href: urls.report({ edition: edition.slug }),
      },
    ];
  },
  notices: {
    'report-saved': { tone: 'success', words: m.evaluation_notice_saved },
    'report-published': { tone: 'success', words: m.evaluation_notice_published },
    'report-withdrawn': { tone: 'success', words: m.evaluation_notice_withdrawn },
    'population-saved': { tone: 'success', words: m.evaluation_notice_population },
  },
};
