import * as m from '../../../paraglide/messages.js';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import {
  type Decided,
  grantCertification,
  refuseCertification,
  withdrawCertification,
} from '../certification.store.ts';
import { BOUNDS, CRITERIA, type Criteria, type Criterion } from '../certification.ts';
import { findCriteria, saveCriteria } from '../criteria.store.ts';
import { readFilter } from '../directory.ts';
import { tellLeaders } from '../group.mails.ts';
import { countGroups, listGroups } from '../group.store.ts';
import { type Group, LENGTHS } from '../group.ts';
import { decisionProblems } from '../group-words.page.ts';
import { actOf, inMovements, loadGroup, senderOf } from '../load.routes.ts';
import { CriteriaPage, FIELDS, isNumbered, type TypedCriteria } from './criteria.page.tsx';
import { OfficeGroupsPage } from './office-groups.page.tsx';
import { showGroup } from './show-group.routes.tsx';

/** Groups before the office of the movement: who asks, what is asked, what is decided. */
export const officeRoutes: readonly Route[] = inMovements([
  get(urls.adminGroups, 'officer', async ({ db, organisation, url }) => {
    const filter = readFilter((name) => url.searchParams.get(name));
    const [{ groups, next }, counts] = await Promise.all([
      listGroups(db, organisation.id, filter),
      countGroups(db, organisation.id),
    ]);
    return page({
      title: m.groups_office_title(),
      section: 'admin',
      body: <OfficeGroupsPage filter={filter} groups={groups} next={next} counts={counts} />,
    });
  }),

  get(urls.adminGroupCriteria, 'officer', async ({ db, organisation }) => {
    const { criteria, charter, version } = await findCriteria(db, organisation.id);
    const each = <T,>(read: (criterion: Criterion) => T) =>
      Object.fromEntries(CRITERIA.map((one) => [one, read(one)])) as Record<Criterion, T>;
    return criteriaPage({
      asked: each((one) => criteria[one] !== null),
      numbers: each((one) => (criteria[one] === null ? '' : String(criteria[one]))),
      charter: charter || m.groups_charter_usual(),
      version,
    });
  }),

  post(urls.adminGroupCriteria, 'officer', async (visit) => {
    const form = await visit.form();
    const each = <T,>(read: (criterion: Criterion) => T) =>
      Object.fromEntries(CRITERIA.map((one) => [one, read(one)])) as Record<Criterion, T>;
    const typed: TypedCriteria = {
      asked: each((one) => form.text(`${FIELDS[one]}-demande`) === 'oui'),
      numbers: each((one) => form.text(FIELDS[one])),
      charter: form.text('charte'),
      version: Number(/^\d{1,9}$/.exec(form.text('version'))?.[0] ?? 0),
    };
    const read = readCriteria(typed);
    if (!read.ok) return criteriaPage(typed, read.problems);
    const { charter, version } = typed;
    const saved = await saveCriteria(visit.db, actOf(visit), {
      criteria: read.criteria,
      charter,
      version,
    });
    if (saved.ok) return seeOther(visit, urls.adminGroups(), 'group-criteria-saved');
    const now = await findCriteria(visit.db, visit.organisation.id);
    return criteriaPage(
      { ...typed, version: now.version },
      { form: m.groups_problem_meanwhile() },
      409,
    );
  }),

  get(urls.adminGroup, 'officer', async (visit) => showGroup(visit, await loadGroup(visit))),

  post(urls.adminGroupGrant, 'officer', async (visit) => {
    const group = await loadGroup(visit);
    return decide(visit, group, 'granted', '', (tx) =>
      grantCertification(tx, actOf(visit), group.id),
    );
  }),

  post(urls.adminGroupRefuse, 'officer', (visit) =>
    decideWithReason(visit, 'refused', (tx, group, reason) =>
      refuseCertification(tx, actOf(visit), group.id, reason),
    ),
  ),

  post(urls.adminGroupWithdraw, 'officer', (visit) =>
    decideWithReason(visit, 'withdrawn', (tx, group, reason) =>
      withdrawCertification(tx, actOf(visit), group.id, reason),
    ),
  ),
]);

type Tx = Parameters<typeof tellLeaders>[0];
type News = 'granted' | 'refused' | 'withdrawn';

async function decideWithReason(
  visit: SignedInVisit<'group'>,
  news: News,
  act: (tx: Tx, group: Group, reason: string) => Promise<Decided>,
): Promise<Answer> {
  const group = await loadGroup(visit);
  const reason = (await visit.form()).text('motif');
  if (reason === '') return showGroup(visit, group, { motif: m.groups_problem_reason() });
  if ([...reason].length > LENGTHS.reason)
    return showGroup(visit, group, { motif: m.groups_problem_long() }, { reason });
  return decide(visit, group, news, reason, (tx) => act(tx, group, reason));
}

async function decide(
  visit: SignedInVisit<'group'>,
  group: Group,
  news: News,
  reason: string,
  act: (tx: Tx) => Promise<Decided>,
): Promise<Answer> {
  const done = await visit.db.transaction().execute(async (tx) => {
    const decided = await act(tx);
    if (decided.ok) await tellLeaders(tx, senderOf(visit), group, news, { reason });
    return decided;
  });
  if (done.ok) return seeOther(visit, urls.adminGroup({ group: group.slug }), `group-${news}`);
  const now = await loadGroup(visit);
  return showGroup(visit, now, { form: decisionProblems[done.refusal]() }, { reason }, 409);
}

function readCriteria(
  typed: TypedCriteria,
): { ok: true; criteria: Criteria } | { ok: false; problems: Problems } {
  const problems: Problems = {};
  const criteria: Record<Criterion, number | null> = {
    leads: null,
    age: null,
    members: null,
    actions: null,
    elsewhere: null,
  };
  for (const criterion of CRITERIA) {
    if (!typed.asked[criterion]) continue;
    const [least, most] = BOUNDS[criterion];
    const typedNumber = isNumbered(criterion) ? typed.numbers[criterion] : String(least);
    const number = /^\d{1,5}$/.test(typedNumber) ? Number(typedNumber) : -1;
    if (number < least || number > most)
      problems[FIELDS[criterion]] = m.groups_problem_number({ least, most });
    else criteria[criterion] = number;
  }
  if (typed.charter === '') problems.charte = m.groups_problem_charter_missing();
  else if ([...typed.charter].length > LENGTHS.charter) problems.charte = m.groups_problem_long();
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, criteria };
}

function criteriaPage(
  typed: TypedCriteria,
  problems: Problems = {},
  status: 409 | 422 = 422,
): Answer {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.groups_criteria_title(),
    section: 'admin',
    ...(faulty && { status, faulty }),
    body: <CriteriaPage typed={typed} problems={problems} />,
  });
}
