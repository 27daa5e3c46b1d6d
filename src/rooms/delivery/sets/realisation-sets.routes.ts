import * as m from '../../../paraglide/messages.js';
import {
  column,
  editionColumn,
  euros,
  pageColumn,
  placeColumns,
} from '../../../platform/sets/columns.ts';
import { describeSet } from '../../../platform/sets/data-set.ts';
import { urls } from '../../../urls.ts';
import { listDepartments } from '../../organisations/index.ts';
import { haltWords, stageWords } from '../stage.page.tsx';
import {
  type PostRow,
  postRows,
  type RealisationRow,
  realisationRows,
  type StepRow,
  stepRows,
} from './realisation-rows.store.ts';

const page = <Row extends { editionId: string; number: number }>() =>
  pageColumn<Row>(
    ({ number }, slug) => urls.delivery({ edition: slug, project: number }),
    ({ editionId }) => editionId,
  );

/** What becomes of the winners (R59, R81). */
export const realisationSet = describeSet<RealisationRow>({
  key: 'realisations',
  title: m.opendata_realisations,
  meaning: m.opendata_realisations_meaning,
  source: realisationRows,
  names: async (db, organisationId) => {
    const departments = await listDepartments(db, organisationId, { closed: true });
    return new Map(departments.map(({ id, name }) => [id, name]));
  },
  columns: [
    editionColumn(),
    column('numero', 'integer', m.opendata_column_project_number, '7', ({ number }) => number),
    column('titre', 'text', m.opendata_column_title, 'Un verger partagé', ({ title }) => title),
    column(
      'theme',
      'text',
      m.opendata_column_theme,
      'Nature en ville',
      ({ theme }) => theme || null,
    ),
    column(
      'service',
      'text',
      m.opendata_column_department,
      'Espaces verts',
      ({ departmentId }, { names }) => names.get(departmentId ?? '') ?? null,
    ),
    column(
      'quartier',
      'text',
      m.opendata_column_district,
      'Vieux-Pont',
      ({ district }) => district || null,
    ),
    ...placeColumns<RealisationRow>(),
    column('annee', 'integer', m.opendata_column_year, '2026', ({ year }) => year),
    column('etape', 'text', m.opendata_column_stage, 'Travaux', ({ stage }) => stageWords[stage]()),
    column(
      'arret',
      'text',
      m.opendata_column_halt,
      'Suspendu',
      ({ halted }) => halted && haltWords[halted](),
    ),
    column('prochaine_echeance', 'text', m.opendata_column_next, '2027-03', ({ nextOn }) => nextOn),
    euros('vote_euros', m.opendata_column_voted, '45000', ({ votedCost }) => votedCost),
    euros(
      'engage_euros',
      m.opendata_column_committed,
      '43120.5',
      ({ committedCost }) => committedCost,
    ),
    euros('depense_euros', m.opendata_column_spent, '12000', ({ spentCost }) => spentCost),
    page(),
  ],
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
    page(),
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
    page(),
  ],
});
