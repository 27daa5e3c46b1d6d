import * as m from '../../../paraglide/messages.js';
import type { Db } from '../../../platform/database/database.ts';
import { column, editionColumn } from '../../../platform/sets/columns.ts';
import { describeSet } from '../../../platform/sets/data-set.ts';
import { listDepartments } from '../../organisations/index.ts';
import { stageWords } from '../stage.page.tsx';
import { deliveryPageColumn, realisationColumns } from './realisation-columns.page.ts';
import {
  type PostRow,
  postRows,
  type RealisationRow,
  realisationRows,
  type StepRow,
  stepRows,
} from './realisation-rows.store.ts';

/** Those that were closed too: what they led keeps their name. */
export async function nameDepartments(
  db: Db,
  organisationId: string,
): Promise<Map<string, string>> {
  const departments = await listDepartments(db, organisationId, { closed: true });
  return new Map(departments.map(({ id, name }) => [id, name]));
}

/** What becomes of the winners (R59, R81). */
export const realisationSet = describeSet<RealisationRow>({
  key: 'realisations',
  title: m.opendata_realisations,
  meaning: m.opendata_realisations_meaning,
  source: realisationRows,
  names: nameDepartments,
  columns: realisationColumns,
});

export const stepSet = describeSet<StepRow>({
  key: 'etapes',
  title: m.opendata_steps,
  meaning: m.opendata_steps_meaning,
  source: stepRows,
  columns: [
    editionColumn(),
    column('numero', 'integer', m.opendata_column_project_number, '7', ({ number }) => number),
    column('rang', 'integer', m.opendata_column_rank, '3', ({ position }) => position + 1),
    column('etape', 'text', m.opendata_column_step, 'Travaux', ({ stage }) => stageWords[stage]()),
    column(
      'titre',
      'text',
      m.opendata_column_step_title,
      'Plantation',
      ({ title }) => title || null,
    ),
    column('prevue', 'text', m.opendata_column_planned, '2027-03', ({ plannedOn }) => plannedOn),
    column('franchie', 'text', m.opendata_column_done, '2027-04-12', ({ doneOn }) => doneOn),
    deliveryPageColumn(),
  ],
});

export const postSet = describeSet<PostRow>({
  key: 'nouvelles',
  title: m.opendata_posts,
  meaning: m.opendata_posts_meaning,
  source: postRows,
  columns: [
    editionColumn(),
    column('numero', 'integer', m.opendata_column_project_number, '7', ({ number }) => number),
    column(
      'projet',
      'text',
      m.opendata_column_project,
      'Un verger partagé',
      ({ project }) => project,
    ),
    column(
      'titre',
      'text',
      m.opendata_column_post_title,
      'Les arbres sont plantés',
      ({ title }) => title,
    ),
    column(
      'texte',
      'text',
      m.opendata_column_post_body,
      'Trente arbres en deux jours.',
      ({ body }) => body,
    ),
    column(
      'publiee_le',
      'instant',
      m.opendata_column_post_published,
      '2027-04-13T07:00:00.000Z',
      (row) => row.changedAt,
    ),
    deliveryPageColumn(),
  ],
});
