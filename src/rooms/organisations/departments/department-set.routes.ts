import * as m from '../../../paraglide/messages.js';
import { column } from '../../../platform/sets/columns.ts';
import { describeSet } from '../../../platform/sets/data-set.ts';
import { fromList } from '../../../platform/sets/row-source.ts';
import { listDepartments } from './department.store.ts';

interface DepartmentRow {
  name: string;
  isClosed: boolean;
}

/** Names only: neither their mailboxes nor who works there. */
export const departmentSet = describeSet<DepartmentRow>({
  key: 'services',
  ofEditions: false,
  title: m.opendata_departments,
  meaning: m.opendata_departments_meaning,
  source: fromList(async (db, { organisationId }) => {
    const departments = await listDepartments(db, organisationId, { closed: true });
    return departments.map(({ name, closedAt }) => ({ name, isClosed: closedAt !== null }));
  }),
  columns: [
    column('nom', 'text', m.opendata_column_department_name, 'Espaces verts', ({ name }) => name),
    column(
      'ferme',
      'boolean',
      m.opendata_column_department_closed,
      'false',
      ({ isClosed }) => isClosed,
    ),
  ],
});
