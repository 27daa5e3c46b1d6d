import * as m from '../../paraglide/messages.js';
import {
  column,
  editionColumn,
  euros,
  pageColumn,
  placeColumns,
} from '../../platform/sets/columns.ts';
import { type DataColumn, describeSet } from '../../platform/sets/data-set.ts';
import { urls } from '../../urls.ts';
import { numberedSegment } from '../spaces/index.ts';
import { type ProjectRow, projectRows, publicProjectRows } from './project-rows.store.ts';

const columns: readonly DataColumn<ProjectRow>[] = [
  editionColumn(),
  column('numero', 'integer', m.opendata_column_project_number, '7', ({ number }) => number),
  column('titre', 'text', m.opendata_column_title, 'Un verger partagé', ({ title }) => title),
  column(
    'resume',
    'text',
    m.opendata_column_project_summary,
    'Trente arbres et deux bancs.',
    ({ summary }) => summary,
  ),
  column(
    'categorie',
    'text',
    m.opendata_column_category,
    'Nature en ville',
    (project, { editions }) =>
      editions.get(project.editionId)?.categories.find(({ id }) => id === project.categoryId)
        ?.name ?? null,
  ),
  column(
    'quartier',
    'text',
    m.opendata_column_district,
    'Vieux-Pont',
    ({ district }) => district || null,
  ),
  ...placeColumns<ProjectRow>(),
  euros('cout_euros', m.opendata_column_cost, '45000', ({ cost }) => cost),
];

/** Projects put to the vote, without their holders. */
export const projectSet = describeSet<ProjectRow>({
  key: 'projets',
  title: m.opendata_projects,
  meaning: m.opendata_projects_meaning,
  source: publicProjectRows,
  columns: [
    ...columns,
    pageColumn(
      ({ number, title }, slug) =>
        urls.project({ edition: slug, project: numberedSegment(number ?? 0, title) }),
      ({ editionId }) => editionId,
    ),
  ],
});

export const officeProjectSet = describeSet<ProjectRow>({
  key: 'projets-en-preparation',
  audience: 'office',
  title: m.opendata_office_projects,
  meaning: m.opendata_office_projects_meaning,
  source: projectRows,
  columns,
});
