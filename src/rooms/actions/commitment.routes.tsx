import * as m from '../../paraglide/messages.js';
import { dayInParis, readDay } from '../../platform/clock/paris.ts';
import { readNow } from '../../platform/database/database.ts';
import type { Form } from '../../platform/http/form.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import {
  type Answer,
  page,
  type SignedInVisit,
  seeOther,
  type Visit,
} from '../../platform/http/visit.ts';
import type { Problems } from '../../ui/form.tsx';
import { urls } from '../../urls.ts';
import { inMovements } from '../groups/index.routes.ts';
import { addDays } from '../spaces/index.ts';
import { actionSegment } from './action-address.ts';
import { tellFundable } from './commitment.mails.ts';
import {
  CommitmentPage,
  commitmentTitle,
  type TypedCommitment,
  type TypedDay,
} from './commitment.page.tsx';
import { changeCommitment, commitGroup, withdrawCommitment } from './commitment.store.ts';
import { type CommitmentField, checkCommitment } from './commitment.ts';
import { type ActionOfGroup, loadActionOfGroup } from './commitment-load.routes.ts';
import { commitmentProblems, commitRefusals } from './commitment-words.page.tsx';

/** Days ahead that a group may plan. */
const LATEST_DAYS = 730;

/** How a group commits to an action, says it otherwise, and takes it back (R14, R15, R17, R27). */
export const commitmentRoutes: readonly Route[] = inMovements([
  get(urls.actionCommitment, 'signed-in', async (visit) => {
    const at = await loadActionOfGroup(visit);
    const { commitment } = at;
    return showForm(at, {
      promised: false,
      adaptation: commitment?.adaptation ?? '',
      from: typeDay(commitment?.plannedFrom ?? null),
      to: typeDay(commitment?.plannedTo ?? null),
    });
  }),

  post(urls.actionCommitment, 'signed-in', async (visit) => {
    const at = await loadActionOfGroup(visit);
    const typed = readTyped(await visit.form());
    const read = await checkTyped(visit, at, typed);
    if (!read.ok) return showForm(at, typed, read.problems);
    const act = actOf(visit, at);
    const done = await visit.db.transaction().execute(async (tx) => {
      if (at.commitment) return changeCommitment(tx, act, read.written);
      const committed = await commitGroup(tx, act, read.written);
      if (committed.ok && committed.becameFundable)
        await tellFundable(tx, senderOf(visit), at.fund, committed.action);
      return committed;
    });
    if (!done.ok) return showForm(at, typed, { form: commitRefusals[done.refusal]() }, 409);
    const notice = at.commitment ? 'commit-changed' : 'commit-committed';
    return seeOther(visit, hrefOf(at), notice);
  }),

  post(urls.actionCommitmentWithdraw, 'signed-in', async (visit) => {
    const at = await loadActionOfGroup(visit);
    const done = await withdrawCommitment(visit.db, actOf(visit, at));
    if (done.ok) return seeOther(visit, hrefOf(at), 'commit-withdrawn');
    const notice = done.refusal === 'done-already' ? 'commit-done' : 'commit-not-committed';
    return seeOther(visit, hrefOf(at), notice);
  }),
]);

export const hrefOf = ({ fund, action }: ActionOfGroup): string =>
  urls.fundAction({ fund: fund.slug, action: actionSegment(action) });

export const actOf = (
  { organisation, visitor }: SignedInVisit,
  { group, action }: ActionOfGroup,
) => ({
  organisationId: organisation.id,
  by: visitor.id,
  groupId: group.id,
  actionId: action.id,
});

export const senderOf = ({ organisation, config }: Visit) => ({ organisation, config });

export function readTypedDay(form: Form, name: string): TypedDay {
  return {
    day: form.text(`${name}-day`),
    month: form.text(`${name}-month`),
    year: form.text(`${name}-year`),
  };
}

export function typeDay(day: string | null): TypedDay {
  const [year = '', month = '', date = ''] = (day ?? '').split('-');
  return { day: date.replace(/^0/, ''), month: month.replace(/^0/, ''), year };
}

const isEmptyDay = ({ day, month, year }: TypedDay): boolean => `${day}${month}${year}` === '';

const readTyped = (form: Form): TypedCommitment => ({
  promised: form.text('promesse') === 'oui',
  adaptation: form.text('adaptation'),
  from: readTypedDay(form, 'debut'),
  to: readTypedDay(form, 'fin'),
});

const NAMES: Record<CommitmentField, string> = {
  promise: 'promesse',
  adaptation: 'adaptation',
  from: 'debut',
  to: 'fin',
};

async function checkTyped(visit: Visit, { commitment }: ActionOfGroup, typed: TypedCommitment) {
  const today = dayInParis(await readNow(visit.db));
  const written = {
    adaptation: typed.adaptation,
    plannedFrom: readDay(typed.from),
    plannedTo: readDay(typed.to),
  };
  const found = checkCommitment(written, {
    // promised once, it stays promised
    promised: typed.promised || commitment !== null,
    // a period that is over may stay as it was
    today: commitment?.plannedTo && commitment.plannedTo < today ? commitment.plannedTo : today,
    latest: addDays(today, LATEST_DAYS),
  });
  const problems: Problems = {};
  for (const [field, problem] of Object.entries(found))
    problems[NAMES[field as CommitmentField]] = commitmentProblems[problem]();
  if (written.plannedFrom === null && !isEmptyDay(typed.from))
    problems.debut = m.commit_problem_day();
  if (written.plannedTo === null && !isEmptyDay(typed.to)) problems.fin = m.commit_problem_day();
  return Object.keys(problems).length === 0
    ? ({ ok: true, written } as const)
    : ({ ok: false, problems } as const);
}

function showForm(
  { fund, action, group, commitment }: ActionOfGroup,
  typed: TypedCommitment,
  problems: Problems = {},
  status: 409 | 422 = 422,
): Answer {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: commitmentTitle(commitment),
    section: 'funds',
    ...(faulty && { status, faulty }),
    body: (
      <CommitmentPage
        fund={fund}
        action={action}
        group={group}
        commitment={commitment}
        typed={typed}
        problems={problems}
      />
    ),
  });
}
