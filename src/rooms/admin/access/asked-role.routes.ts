import { dayInParis, readDay, toInstant } from '../../../platform/clock/paris.ts';
import { readNow } from '../../../platform/database/database.ts';
import type { Form } from '../../../platform/http/form.ts';
import { isRoleOfEdition, listRolesOf, type Role } from '../../../platform/http/roles.ts';
import type { SignedInVisit } from '../../../platform/http/visit.ts';
import type { AskedRole } from '../../identity/index.ts';
import { type Department, listDepartments } from '../../organisations/index.ts';
import { addDays, listEditions } from '../../spaces/index.ts';
import {
  ROLE_FIELDS,
  type RoleProblem,
  type RoleProblems,
  type TypedRole,
} from './role-fields.page.tsx';

/** Which roles may be given, and for what: the editions under way, the services at work. */
export interface Ground {
  roles: readonly Role[];
  editions: { id: string; title: string }[];
  departments: Department[];
  /** `YYYY-MM-DD`, in Paris. */
  today: string;
}

export async function loadGround({ db, organisation }: SignedInVisit): Promise<Ground> {
  const [editions, departments, now] = await Promise.all([
    listEditions(db, organisation.id, 'all'),
    listDepartments(db, organisation.id),
    readNow(db),
  ]);
  return {
    roles: listRolesOf(organisation),
    editions: editions.filter(({ archivedAt }) => archivedAt === null),
    departments,
    today: dayInParis(now),
  };
}

export function readTypedRole(form: Form): TypedRole {
  return {
    role: form.text(ROLE_FIELDS.role),
    edition: form.text(ROLE_FIELDS.edition),
    department: form.text(ROLE_FIELDS.department),
    referent: form.text(ROLE_FIELDS.referent),
    end: readTypedEnd(form),
  };
}

export const readTypedEnd = (form: Form): TypedRole['end'] => ({
  day: form.text(`${ROLE_FIELDS.end}-day`),
  month: form.text(`${ROLE_FIELDS.end}-month`),
  year: form.text(`${ROLE_FIELDS.end}-year`),
});

export function readAskedRole(
  typed: TypedRole,
  { roles, editions, departments, today }: Ground,
): { ok: true; asked: AskedRole } | { ok: false; problems: RoleProblems } {
  const role = roles.find((one) => one === typed.role);
  const problems: RoleProblems = {};
  if (!role) problems.role = 'role-missing';
  const edition = editions.find(({ id }) => id === typed.edition);
  if (typed.edition !== '' && !edition) problems.edition = 'edition-unknown';
  else if (role && edition && !isRoleOfEdition(role)) problems.edition = 'edition-for-whole';
  const department = departments.find(({ id }) => id === typed.department);
  if (role === 'agent' && !department) problems.department = 'department-missing';
  const end = readEnd(typed.end, today);
  if (!end.ok) problems.end = end.problem;
  if (!role || !end.ok || Object.keys(problems).length > 0) return { ok: false, problems };
  return {
    ok: true,
    asked: {
      role,
      editionId: edition?.id ?? null,
      // left from an earlier choice of role: it goes with agents only
      departmentId: role === 'agent' ? department!.id : null,
      isReferent: role === 'agent' && typed.referent === 'oui',
      endsAt: end.endsAt,
    },
  };
}

/** The last day of a role, held until its midnight in Paris; nothing typed: without end. */
export function readEnd(
  typed: TypedRole['end'],
  today: string,
): { ok: true; endsAt: Date | null } | { ok: false; problem: RoleProblem } {
  if (typed.day === '' && typed.month === '' && typed.year === '')
    return { ok: true, endsAt: null };
  const day = readDay(typed);
  const endsAt = day && toInstant({ day: addDays(day, 1), time: '00:00' });
  if (!day || !endsAt) return { ok: false, problem: 'end-unreadable' };
  return day < today ? { ok: false, problem: 'end-past' } : { ok: true, endsAt };
}

/** As three fields show it: the day before the midnight at which it ends. */
export function typeEnd(endsAt: Date | null): TypedRole['end'] {
  if (endsAt === null) return { day: '', month: '', year: '' };
  const [year, month, day] = dayInParis(new Date(endsAt.getTime() - 1)).split('-');
  return { day: String(Number(day)), month: String(Number(month)), year: year! };
}
