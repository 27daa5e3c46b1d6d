import * as m from '../../../paraglide/messages.js';
import {
  column,
  editionColumn,
  euros,
  pageColumn,
  placeColumns,
} from '../../../platform/sets/columns.ts';
import type { DataColumn } from '../../../platform/sets/data-set.ts';
import { urls } from '../../../urls.ts';
import { haltWords, stageWords } from '../stage.page.tsx';
import type { WrittenRealisation } from './written-realisation.ts';

/** The public page of a realisation. */
export const deliveryPageColumn = <Row extends { editionId: string; number: number }>() =>
  pageColumn<Row>(
    ({ number }, slug) => urls.delivery({ edition: slug, project: number }),
    ({ editionId }) => editionId,
  );

/** A realisation as files say it: in the public set and in the list of « Suivi global », under the same headings. */
export const realisationColumns: readonly DataColumn<WrittenRealisation>[] = [
  editionColumn(),
  column('numero', 'integer', m.opendata_column_project_number, '7', ({ number }) => number),
  column('titre', 'text', m.opendata_column_title, 'Un verger partagé', ({ title }) => title),
  column('theme', 'text', m.opendata_column_theme, 'Nature en ville', ({ theme }) => theme || null),
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
  ...placeColumns<WrittenRealisation>(),
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
  column('en_retard', 'boolean', m.opendata_column_late, 'false', ({ late }) => late),
  column(
    'quartier_prioritaire',
    'boolean',
    m.opendata_column_priority,
    'true',
    ({ inPriorityArea }) => inPriorityArea,
  ),
  deliveryPageColumn(),
];
