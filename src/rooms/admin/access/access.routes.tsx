import * as m from '../../../paraglide/messages.js';
import { dayInParis } from '../../../platform/clock/paris.ts';
import { readNow } from '../../../platform/database/database.ts';
import { found } from '../../../platform/http/refused.ts';
import { listRolesOf } from '../../../platform/http/roles.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { PERSON_FIELDS } from '../../identity/index.page.ts';
import { giveByAddress, readInvitee } from '../../identity/index.routes.ts';
import {
  changeGrant,
  countInvitations,
  endGrant,
  findGrant,
  type GrantedRole,
  keyOfGrant,
  listGrants,
  listProtectedWithoutRole,
  markGrant,
} from '../../identity/index.ts';
import { listDepartments } from '../../organisations/index.ts';
import { listEditions } from '../../spaces/index.ts';
import { AccessPage, type Places } from './access.page.tsx';
import {
  loadGround,
  readAskedRole,
  readEnd,
  readTypedEnd,
  readTypedRole,
  typeEnd,
} from './asked-role.routes.ts';
import { GiveRolePage, GrantPage, grantTitle, type TypedGift } from './grant.page.tsx';
import { lastDayOf, NOTHING_TYPED, ROLE_FIELDS, roleProblemWords } from './role-fields.page.tsx';

const SHOWN = 50;

/** Who may do what: roles given, ended, changed (R33). */
export const accessRoutes: readonly Route[] = [
  get(urls.adminAccess, 'administrator', (visit) => showAccess(visit)),

  get(urls.adminGrantRole, 'administrator', (visit) =>
    showGift(visit, { ...NOTHING_TYPED, email: '', name: '' }),
  ),

  post(urls.adminGrantRole, 'administrator', async (visit) => {
    const form = await visit.form();
    const typed: TypedGift = {
      ...readTypedRole(form),
      email: form.text(PERSON_FIELDS.email),
      name: form.text(PERSON_FIELDS.name),
    };
    const invitee = readInvitee(visit, typed);
    const read = readAskedRole(typed, await loadGround(visit));
    if (!invitee.ok || !read.ok)
      return showGift(visit, typed, {
        ...(!invitee.ok && invitee.problems),
        ...(!read.ok && roleProblemWords(read.problems)),
      });
    const giving = await giveByAddress(visit, invitee.invitee, read.asked);
    if (typeof giving === 'object') return showGift(visit, typed, { form: giving.words });
    if (giving === 'already-held')
      return showGift(visit, typed, { [ROLE_FIELDS.role]: m.access_refused_held() });
    return giving === 'invited'
      ? seeOther(visit, urls.adminInvitations(), 'access-invited')
      : seeOther(visit, urls.adminAccess({ q: invitee.invitee.email }), 'access-given');
  }),

  get(urls.adminGrant, 'administrator', async (visit) => showGrant(visit, await loadGrant(visit))),

  post(urls.adminGrant, 'administrator', async (visit) => {
    const { db, organisation, visitor } = visit;
    const grant = await loadGrant(visit);
    const form = await visit.form();
    const mark = form.text('mark');
    const typed = {
      end: readTypedEnd(form),
      isReferent: grant.role === 'agent' && form.text(ROLE_FIELDS.referent) === 'oui',
      mark,
    };
    const end = readEnd(typed.end, dayInParis(await readNow(db)));
    if (!end.ok) return showGrant(visit, grant, typed, roleProblemWords({ end: end.problem }));
    const written = await changeGrant(
      db,
      { organisationId: organisation.id, by: visitor.id },
      grant.id,
      { endsAt: end.endsAt, isReferent: typed.isReferent },
      mark,
    );
    if (written.ok) return seeOther(visit, urls.adminAccess(), 'access-changed');
    switch (written.refusal) {
      case 'last-administrator':
        return showGrant(visit, grant, typed, { [ROLE_FIELDS.end]: m.access_refused_last() });
      case 'changed-meanwhile':
        // sent once more, it is what was typed here that counts
        return showGrant(
          visit,
          written.grant,
          { ...typed, mark: markGrant(written.grant) },
          conflictWords(written.grant),
          true,
        );
      default:
        throw found(null, 'grant');
    }
  }),

  post(urls.adminRevokeGrant, 'administrator', async (visit) => {
    const { db, organisation, visitor } = visit;
    const grant = await loadGrant(visit);
    const act = { organisationId: organisation.id, by: visitor.id };
    const written = await endGrant(db, act, grant.id);
    return written.ok || written.refusal !== 'last-administrator'
      ? seeOther(visit, urls.adminAccess(), 'access-revoked')
      : showGrant(visit, grant, undefined, { form: m.access_refused_last() });
  }),
];

/** Titles and names of everything that a role may be held for. */
export async function loadPlaces({ db, organisation }: SignedInVisit): Promise<Places> {
  const [editions, departments] = await Promise.all([
    listEditions(db, organisation.id, 'all'),
    listDepartments(db, organisation.id, { closed: true }),
  ]);
  return {
    editions: new Map(editions.map(({ id, title }) => [id, title])),
    departments: new Map(departments.map(({ id, name }) => [id, name])),
  };
}

async function showAccess(visit: SignedInVisit): Promise<Answer> {
  const { db, organisation, visitor, url } = visit;
  const query = (name: string) => (url.searchParams.get(name) ?? '').slice(0, 200);
  const roles = listRolesOf(organisation);
  const role = roles.find((one) => one === query('role'));
  const departments = await listDepartments(db, organisation.id, { closed: true });
  const department = departments.find(({ id }) => id === query('service'))?.id;
  const words = query('q').replaceAll('\0', '').trim();
  const id = query('apres');
  const after = isUuid(id) ? { id, name: query('nom') } : undefined;
  const grants = await listGrants(db, organisation.id, {
    role,
    departmentId: department,
    words,
    after,
    limit: SHOWN + 1,
  });
  const shown = grants.slice(0, SHOWN);
  const last = grants.length > SHOWN ? keyOfGrant(shown.at(-1)!) : null;
  const isWhole = !role && !department && words === '' && !after;
  return page({
    title: m.access_title(),
    section: 'admin',
    body: (
      <AccessPage
        grants={shown}
        places={await loadPlaces(visit)}
        departments={departments}
        roles={roles}
        asked={{ role, department, words }}
        waiting={await countInvitations(db, organisation.id)}
        withoutRole={isWhole ? await listProtectedWithoutRole(db, organisation.id) : []}
        ownId={visitor.id}
        nextHref={
          last
            ? urls.adminAccess({
                role,
                service: department,
                q: words,
                nom: last.name,
                apres: last.id,
              })
            : undefined
        }
      />
    ),
  });
}

async function showGift(
  visit: SignedInVisit,
  typed: TypedGift,
  problems: Problems = {},
): Promise<Answer> {
  const { roles, editions, departments } = await loadGround(visit);
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.access_give(),
    section: 'admin',
    ...(faulty && { status: 422, faulty }),
    body: (
      <GiveRolePage
        typed={typed}
        problems={problems}
        roles={roles}
        editions={editions}
        departments={departments}
      />
    ),
  });
}

async function loadGrant(visit: SignedInVisit<'grant'>): Promise<GrantedRole> {
  const { db, organisation, params } = visit;
  return found(await findGrant(db, organisation.id, params.grant), 'grant');
}

async function showGrant(
  visit: SignedInVisit,
  grant: GrantedRole,
  typed = {
    end: typeEnd(grant.endsAt),
    isReferent: grant.isReferent,
    mark: markGrant(grant),
  },
  problems: Problems = {},
  conflict = false,
): Promise<Answer> {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: grantTitle(grant),
    section: 'admin',
    ...(faulty && { status: conflict ? 409 : 422, faulty }),
    body: (
      <GrantPage
        grant={grant}
        places={await loadPlaces(visit)}
        {...typed}
        problems={problems}
        conflict={conflict}
      />
    ),
  });
}

/** What somebody else saved while the form was open. */
function conflictWords({ endsAt, isReferent, role }: GrantedRole): Problems {
  return {
    ...(role === 'agent' && {
      [ROLE_FIELDS.referent]: isReferent
        ? m.access_conflict_referent()
        : m.access_conflict_no_referent(),
    }),
    [ROLE_FIELDS.end]: m.access_conflict_end({
      end: endsAt ? lastDayOf(endsAt) : m.access_without_end(),
    }),
  };
}
