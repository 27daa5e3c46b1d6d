import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { actOf } from '../../identity/index.routes.ts';
import { countAgents, listGrants, listInvitations, readEmail } from '../../identity/index.ts';
import {
  changeDepartment,
  closeDepartment,
  type Department,
  findDepartment,
  insertDepartment,
  listDepartments,
  listDepartmentsPage,
  markDepartment,
  reopenDepartment,
} from '../../organisations/index.ts';
import {
  DEPARTMENT_FIELDS,
  DepartmentPage,
  NewDepartmentPage,
  type TypedDepartment,
} from './department.page.tsx';
import { departmentWords } from './department-words.page.ts';
import { DepartmentsPage } from './departments.page.tsx';

const SHOWN = 50;
/** Agents of one service: a whole direction of a large city. */
const MOST_AGENTS = 200;

/** The services of the town: declared, renamed, closed (R32, R36). */
export const departmentsRoutes: readonly Route[] = [
  get(urls.adminDepartments, 'officer', (visit) => showDepartments(visit)),

  get(urls.adminNewDepartment, 'officer', () => showNew({ name: '', email: '' }, {})),

  post(urls.adminNewDepartment, 'officer', async (visit) => {
    const form = await visit.form();
    const typed = {
      name: form.text(DEPARTMENT_FIELDS.name),
      email: form.text(DEPARTMENT_FIELDS.email),
    };
    const email = readDepartmentEmail(typed.email);
    if (email === null) return showNew(typed, emailProblem());
    const written = await insertDepartment(visit.db, actOf(visit), { name: typed.name, email });
    return written.ok
      ? seeOther(visit, urls.adminDepartment({ department: written.id }), 'department-declared')
      : showNew(typed, { [DEPARTMENT_FIELDS.name]: departmentWords[written.refusal]() });
  }),

  get(urls.adminDepartment, 'officer', async (visit) =>
    showDepartment(visit, await loadDepartment(visit)),
  ),

  post(urls.adminDepartment, 'officer', async (visit) => {
    const department = await loadDepartment(visit);
    const form = await visit.form();
    const typed = {
      name: form.text(DEPARTMENT_FIELDS.name),
      email: form.text(DEPARTMENT_FIELDS.email),
    };
    const mark = form.text('mark');
    const email = readDepartmentEmail(typed.email);
    if (email === null)
      return showDepartment(visit, department, { typed, mark, problems: emailProblem() });
    const { db } = visit;
    const changed = { name: typed.name, email };
    const written = await changeDepartment(db, actOf(visit), department.id, changed, mark);
    if (written.ok)
      return seeOther(
        visit,
        urls.adminDepartment({ department: department.id }),
        'department-changed',
      );
    if (written.refusal === 'changed-meanwhile') {
      // sent once more, it is what was typed here that counts
      return showDepartment(visit, written.department, {
        typed,
        problems: conflictWords(typed, written.department),
        conflict: true,
      });
    }
    if (written.refusal === 'gone') throw found(null, 'department');
    const problems = { [DEPARTMENT_FIELDS.name]: departmentWords[written.refusal]() };
    return showDepartment(visit, department, { typed, mark, problems });
  }),

  post(urls.adminCloseDepartment, 'officer', async (visit) => {
    const department = await loadDepartment(visit);
    await closeDepartment(visit.db, actOf(visit), department.id);
    return seeOther(visit, urls.adminDepartments(), 'department-closed');
  }),

  post(urls.adminReopenDepartment, 'officer', async (visit) => {
    const department = await loadDepartment(visit);
    const written = await reopenDepartment(visit.db, actOf(visit), department.id);
    if (!written.ok && written.refusal === 'name-taken')
      return showDepartment(visit, department, {
        problems: { [DEPARTMENT_FIELDS.name]: m.access_refused_reopen() },
      });
    return seeOther(
      visit,
      urls.adminDepartment({ department: department.id }),
      'department-reopened',
    );
  }),
];

/** '' for none, null for what is no address. */
export function readDepartmentEmail(typed: string): string | null {
  if (typed === '') return '';
  const email = readEmail(typed);
  return typeof email === 'string' ? null : email.email;
}

const emailProblem = (): Problems => ({ [DEPARTMENT_FIELDS.email]: m.access_refused_email() });

export async function loadDepartment(visit: SignedInVisit<'department'>): Promise<Department> {
  const { db, organisation, params } = visit;
  return found(await findDepartment(db, organisation.id, params.department), 'department');
}

async function showDepartments({ db, organisation, url }: SignedInVisit): Promise<Answer> {
  const query = (name: string) =>
    (url.searchParams.get(name) ?? '').slice(0, 200).replaceAll('\0', '').trim();
  const asked = { words: query('q'), closed: query('etat') === 'fermes' };
  const id = query('apres');
  const [listed, agents, open] = await Promise.all([
    listDepartmentsPage(db, organisation.id, {
      ...asked,
      after: isUuid(id) ? { id, name: query('nom') } : undefined,
      limit: SHOWN + 1,
    }),
    countAgents(db, organisation.id),
    listDepartments(db, organisation.id),
  ]);
  const shown = listed.slice(0, SHOWN);
  const last = listed.length > SHOWN ? shown.at(-1)! : null;
  const none = { agents: 0, referents: 0 };
  return page({
    title: m.access_departments_title(),
    section: 'admin',
    body: (
      <DepartmentsPage
        departments={shown.map((one) => ({ ...one, ...(agents.get(one.id) ?? none) }))}
        asked={asked}
        open={open.length}
        withoutReferent={open.filter((one) => !agents.get(one.id)?.referents).length}
        nextHref={
          last
            ? urls.adminDepartments({
                q: asked.words,
                etat: asked.closed ? 'fermes' : undefined,
                nom: last.name,
                apres: last.id,
              })
            : undefined
        }
      />
    ),
  });
}

function showNew(typed: TypedDepartment, problems: Problems): Answer {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.access_department_add(),
    section: 'admin',
    ...(faulty && { status: 422, faulty }),
    body: <NewDepartmentPage typed={typed} problems={problems} />,
  });
}

export async function showDepartment(
  { db, organisation }: SignedInVisit,
  department: Department,
  {
    typed = department,
    agent = { email: '', name: '', referent: '' },
    mark = markDepartment(department),
    problems = {},
    conflict = false,
  }: {
    typed?: TypedDepartment;
    agent?: { email: string; name: string; referent: string };
    mark?: string;
    problems?: Problems;
    conflict?: boolean;
  } = {},
): Promise<Answer> {
  const of = { departmentId: department.id, limit: MOST_AGENTS };
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: department.name,
    section: 'admin',
    ...(faulty && { status: conflict ? 409 : 422, faulty }),
    body: (
      <DepartmentPage
        department={department}
        agents={await listGrants(db, organisation.id, of)}
        waiting={await listInvitations(db, organisation.id, of)}
        typed={typed}
        agent={agent}
        mark={mark}
        problems={problems}
        conflict={conflict}
      />
    ),
  });
}

/** What somebody else saved while the form was open, beside each field that differs. */
function conflictWords(typed: TypedDepartment, saved: Department): Problems {
  const say = (value: string) =>
    value === '' ? m.access_conflict_empty() : m.access_conflict_saved({ saved: value });
  const problems: Problems = {
    ...(typed.name !== saved.name && { [DEPARTMENT_FIELDS.name]: say(saved.name) }),
    ...(typed.email !== saved.email && { [DEPARTMENT_FIELDS.email]: say(saved.email) }),
  };
  // both wrote the same: nothing to choose
  return Object.keys(problems).length > 0 ? problems : { form: m.access_conflict_same() };
}
