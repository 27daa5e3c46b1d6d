import * as m from '../../paraglide/messages.js';
import { dayInParis, readDay } from '../../platform/clock/paris.ts';
import { readNow } from '../../platform/database/database.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import type { Problems } from '../../ui/form.tsx';
import { urls } from '../../urls.ts';
import { addDays } from '../spaces/index.ts';
import { CertificationPage } from './certification.page.tsx';
import { assessGroup, listCertificationActs, requestCertification } from './certification.store.ts';
import { findCriteria } from './criteria.store.ts';
import { tellOffice } from './group.mails.ts';
import { actionProblems, requestProblems } from './group-words.page.ts';
import { actOf, inMovements, loadOwnGroup, senderOf } from './load.routes.ts';
import {
  declarePublicAction,
  listPublicActions,
  removePublicAction,
} from './public-action.store.ts';
import { checkPublicAction } from './public-action.ts';
import { PublicActionsPage, type TypedAction } from './public-actions.page.tsx';

/** Days back that a public action may still be declared. */
const OLDEST_DAYS = 366;

/** What a group does in public, and how it stands before its certification. */
export const certificationRoutes: readonly Route[] = inMovements([
  get(urls.groupCertification, 'signed-in', (visit) => showCertification(visit)),

  post(urls.groupCertification, 'signed-in', async (visit) => {
    const { group } = await loadOwnGroup(visit, 'leads');
    const accepted = (await visit.form()).text('charte') === 'oui';
    const done = await visit.db.transaction().execute(async (tx) => {
      const asked = await requestCertification(tx, actOf(visit), group.id, accepted);
      if (asked.ok) await tellOffice(tx, senderOf(visit), group);
      return asked;
    });
    if (done.ok)
      return seeOther(visit, urls.groupCertification({ group: group.slug }), 'group-requested');
    const field = done.refusal === 'charter-not-accepted' ? 'charte' : 'form';
    return showCertification(visit, { [field]: requestProblems[done.refusal]() });
  }),

  get(urls.groupPublicActions, 'signed-in', (visit) => showActions(visit)),

  post(urls.groupPublicActions, 'signed-in', async (visit) => {
    const { group } = await loadOwnGroup(visit, 'manages');
    const form = await visit.form();
    const oneLine = (name: string) => form.text(name).replaceAll(/\s+/g, ' ').trim();
    const typed = {
      title: oneLine('titre'),
      day: {
        day: form.text('jour-day'),
        month: form.text('jour-month'),
        year: form.text('jour-year'),
      },
      place: oneLine('lieu'),
      people: form.text('personnes'),
    };
    const today = dayInParis(await readNow(visit.db));
    const day = readDay(typed.day);
    const people = /^\d{1,6}$/.test(typed.people) ? Number(typed.people) : null;
    const written = { title: typed.title, heldOn: day ?? today, place: typed.place, people };
    const refusals = checkPublicAction(written, { today, oldest: addDays(today, -OLDEST_DAYS) });
    const problems: Problems = day === null ? { jour: m.groups_problem_day() } : {};
    for (const [field, refusal] of Object.entries(refusals))
      problems[NAMES[field as keyof typeof NAMES]] ??= actionProblems[refusal]();
    if (Object.keys(problems).length > 0 || people === null)
      return showActions(visit, typed, problems);
    const done = await declarePublicAction(visit.db, actOf(visit), group, { ...written, people });
    if (!done.ok) return showActions(visit, typed, { titre: actionProblems[done.refusal]() });
    return seeOther(visit, urls.groupPublicActions({ group: group.slug }), 'group-action-declared');
  }),

  post(urls.groupPublicActionRemove, 'signed-in', async (visit) => {
    const { group } = await loadOwnGroup(visit, 'manages');
    await removePublicAction(visit.db, actOf(visit), group, visit.params.action);
    return seeOther(visit, urls.groupPublicActions({ group: group.slug }), 'group-action-removed');
  }),
]);

/** Name of the field of the form. */
const NAMES = { title: 'titre', day: 'jour', place: 'lieu', people: 'personnes' } as const;

async function showCertification(
  visit: SignedInVisit<'group'>,
  problems: Problems = {},
): Promise<Answer> {
  const { group, right } = await loadOwnGroup(visit, 'isMember');
  const { db, organisation } = visit;
  const asked = await findCriteria(db, organisation.id);
  const [assessed, acts] = await Promise.all([
    assessGroup(db, organisation.id, group.id, asked.criteria),
    listCertificationActs(db, organisation.id, group.id),
  ]);
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.groups_certification_title(),
    section: 'groups',
    ...(faulty && { status: 422 as const, faulty }),
    body: (
      <CertificationPage
        group={group}
        right={right}
        assessed={assessed}
        charter={asked.charter || m.groups_charter_usual()}
        acts={acts}
        problems={problems}
      />
    ),
  });
}

const NOTHING: TypedAction = {
  title: '',
  day: { day: '', month: '', year: '' },
  place: '',
  people: '',
};

async function showActions(
  visit: SignedInVisit<'group'>,
  typed = NOTHING,
  problems: Problems = {},
): Promise<Answer> {
  const { group } = await loadOwnGroup(visit, 'manages');
  const actions = await listPublicActions(visit.db, visit.organisation.id, group.id, 100);
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.groups_actions_declare(),
    section: 'groups',
    ...(faulty && { status: 422 as const, faulty }),
    body: <PublicActionsPage group={group} actions={actions} typed={typed} problems={problems} />,
  });
}
