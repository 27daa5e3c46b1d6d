import * as m from '../../../paraglide/messages.js';
import { found, Refused } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { isRoleHeld } from '../../identity/index.ts';
import { loadPoll } from '../ballot/voter.routes.tsx';
import { publishResult } from '../counting/counting.store.ts';
import { PARTS, readMoment, typeMoment } from '../opening/opening-form.routes.ts';
import type { Typed } from '../opening/opening-settings.ts';
import { listBureau } from './bureau.store.ts';
import { PublicationPage, planningProblems } from './publication.page.tsx';
import { cancelPublication, findPlan, planPublication } from './publication.store.ts';
import type { PlannedPublication, PlanningRefusal } from './publication.ts';

/** The publication of a result, at once or at a minute to come. */
export const publicationRoutes: readonly Route[] = [
  get(urls.adminPollPublish, 'officer', async (visit) => {
    const { edition, poll, state } = await loadPoll(visit);
    const { id } = found(poll, 'poll');
    // out of turn there is nothing to confirm: the page of the poll says where it stands
    if (state !== 'counted') return seeOther(visit, urls.adminPoll({ edition: edition.slug }));
    return publicationPage(visit, typePlan(await findPlan(visit.db, visit.organisation.id, id)));
  }),

  post(urls.adminPollPublish, 'officer', async (visit) => {
    const { db, organisation, visitor } = visit;
    const { edition, poll } = await loadPoll(visit);
    const { id } = found(poll, 'poll');
    await expectPublisher(visit);
    const form = await visit.form();
    const names = ['quand', ...PARTS.map((part) => `minute-${part}`)];
    const typed: Typed = Object.fromEntries(names.map((name) => [name, form.text(name)]));
    const act = { organisationId: organisation.id, by: visitor.id };
    const back = urls.adminPoll({ edition: edition.slug });
    const refuse = (refusal: PlanningRefusal) => {
      if (refusal === 'already-published') return seeOther(visit, back, 'poll-act-done-before');
      const [field, words] = planningProblems[refusal];
      return publicationPage(visit, typed, { [field]: words() });
    };
    switch (typed.quand) {
      case 'plus-tard': {
        const planned = await planPublication(db, act, id, readMoment(typed, 'minute'));
        return planned.ok
          ? seeOther(visit, back, 'poll-publication-planned')
          : refuse(planned.refusal);
      }
      case 'maintenant': {
        const plan = await findPlan(db, organisation.id, id);
        if (namesAnother(typed, plan))
          return publicationPage(visit, typed, { quand: m.proclamation_problem_both() });
        const published = await publishResult(db, act, id);
        return published.ok ? seeOther(visit, back, 'poll-published') : refuse(published.refusal);
      }
      default:
        return publicationPage(visit, typed, { quand: m.proclamation_problem_when() });
    }
  }),

  post(urls.adminPollCancelPublication, 'officer', async (visit) => {
    const { edition, poll } = await loadPoll(visit);
    await expectPublisher(visit);
    const act = { organisationId: visit.organisation.id, by: visit.visitor.id };
    const cancelled = await cancelPublication(visit.db, act, found(poll, 'poll'));
    return seeOther(
      visit,
      urls.adminPoll({ edition: edition.slug }),
      cancelled ? 'poll-publication-cancelled' : 'poll-publication-none',
    );
  }),
];

/** Where somebody presides, they alone publish; elsewhere the office does (R57). */
async function mayPublish({ db, organisation, visitor }: SignedInVisit): Promise<boolean> {
  return visitor.roles.includes('mayor') || !(await isRoleHeld(db, organisation.id, 'mayor'));
}

async function expectPublisher(visit: SignedInVisit): Promise<void> {
  if (!(await mayPublish(visit))) throw new Refused(403, 'the mayor publishes');
}

function typePlan(plan: PlannedPublication | null): Typed {
  return plan ? { quand: 'plus-tard', ...typeMoment('minute', plan.publishesAt) } : {};
}

/** « Now » beside a time that was typed: which of the two is not for us to guess, where nothing can be taken back. */
function namesAnother(typed: Typed, plan: PlannedPublication | null): boolean {
  const kept = typePlan(plan);
  return PARTS.some((part) => {
    const value = typed[`minute-${part}`] ?? '';
    return value !== '' && value !== kept[`minute-${part}`];
  });
}

async function publicationPage(
  visit: SignedInVisit<'edition'>,
  typed: Typed,
  problems: Problems = {},
): Promise<Answer> {
  const { db, organisation } = visit;
  const { edition, poll } = await loadPoll(visit);
  const { id } = found(poll, 'poll');
  const [plan, bureau] = await Promise.all([
    findPlan(db, organisation.id, id),
    listBureau(db, organisation.id, id),
  ]);
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.polls_office_publish_question(),
    section: 'admin',
    ...(faulty && { status: 422, faulty }),
    body: (
      <PublicationPage
        edition={edition}
        plan={plan}
        unsigned={bureau.length === 0}
        mayPublish={await mayPublish(visit)}
        typed={typed}
        problems={problems}
      />
    ),
  });
}
