import * as m from '../../paraglide/messages.js';
import { dayInParis, readDay } from '../../platform/clock/paris.ts';
import { readNow } from '../../platform/database/database.ts';
import { openStorage, removeBytes } from '../../platform/files/index.ts';
import { FORM_LIMIT, UPLOAD_LIMIT } from '../../platform/http/form.ts';
import { countHit } from '../../platform/http/limits.ts';
import { found } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import type { Problems } from '../../ui/form.tsx';
import { urls } from '../../urls.ts';
import { readTypedDate } from '../identity/index.ts';
import { actOf, loadNetwork, loadOwnMandate, receiveProof } from './load.routes.ts';
import { listMandatesOf } from './mandate.store.ts';
import { checkEnd, type Mandate, stateOf } from './mandate.ts';
import { FIELDS, formTitle, MandateFormPage, type TypedMandate } from './mandate-form.page.tsx';
import { EMPTY, readMandate, readTyped, typeDay, typeMandate } from './mandate-form.routes.ts';
import { mandateProblems } from './mandate-words.page.ts';
import {
  correctMandate,
  declareMandate,
  endMandate,
  withdrawMandate,
} from './mandate-writing.store.ts';
import { EndPage, OwnMandatesPage, WithdrawPage } from './own-mandates.page.tsx';

/** Mandates that somebody may declare in a day: an office reads each. */
const A_DAY = 20;

/** One's own mandates in a network: whoever holds one declares it here, from its showcase. */
export const ownRoutes: readonly Route[] = [
  get(urls.ownMandates, 'signed-in', async (visit) => {
    const { db, organisation, visitor } = visit;
    const { space, isInside } = await loadNetwork(visit);
    const [mandates, now] = await Promise.all([
      listMandatesOf(db, organisation.id, space.id, visitor.id),
      readNow(db),
    ]);
    return page({
      title: m.mandates_own_title(),
      section: 'participation',
      body: <OwnMandatesPage {...{ space, mandates, now, isInside }} />,
    });
  }),

  get(urls.declareMandate, 'signed-in', async (visit) => {
    const { space } = await loadNetwork(visit);
    return formPage(space, null, EMPTY);
  }),

  post(
    urls.declareMandate,
    'signed-in',
    async (visit) => {
      const { db, organisation, visitor } = visit;
      const { space } = await loadNetwork(visit);
      const { form, proof, problem } = await receiveProof(visit);
      const typed = form ? readTyped(form) : EMPTY;
      const read = readMandate(typed, dayInParis(await readNow(db)));
      if (!read.ok || problem) return formPage(space, null, typed, problemsOf(read, problem));
      const key = `mandates:${organisation.id}:${visitor.id}`;
      await countHit(db, { key, hits: A_DAY, seconds: 86_400 });
      const done = await declareMandate(db, actOf(visit), space, read.written, proof);
      if (!done.ok)
        return formPage(space, null, typed, { form: mandateProblems[done.refusal]() }, 409);
      return seeOther(visit, urls.ownMandates({ space: space.slug }), 'mandate-declared');
    },
    { bodyLimit: UPLOAD_LIMIT },
  ),

  get(urls.correctMandate, 'signed-in', async (visit) => {
    const { space, mandate } = await loadOwnMandate(visit);
    found((await stateNow(visit, mandate)) === 'waiting' ? mandate : null, 'waiting-mandate');
    return formPage(space, mandate, typeMandate(mandate));
  }),

  post(
    urls.correctMandate,
    'signed-in',
    async (visit) => {
      const { db } = visit;
      const { space, mandate } = await loadOwnMandate(visit);
      const { form, proof, problem } = await receiveProof(visit);
      const typed = form ? readTyped(form) : typeMandate(mandate);
      const read = readMandate(typed, dayInParis(await readNow(db)));
      if (!read.ok || problem) return formPage(space, mandate, typed, problemsOf(read, problem));
      const version = Number(form!.text('version'));
      const at = { id: mandate.id, version };
      const done = await correctMandate(db, actOf(visit), space, at, read.written, proof);
      if (done.ok) {
        if (done.freed) await removeBytes(openStorage(visit.config), done.freed);
        return seeOther(visit, urls.ownMandates({ space: space.slug }), 'mandate-corrected');
      }
      if (done.refusal === 'gone' || done.refusal === 'decided')
        return seeOther(visit, urls.ownMandates({ space: space.slug }), 'mandate-decided');
      const problems = { form: mandateProblems[done.refusal]() };
      // sent once more, it is what was typed here that counts
      const { mandate: fresh } = await loadOwnMandate(visit);
      return formPage(space, fresh, typed, problems, 409);
    },
    { bodyLimit: UPLOAD_LIMIT },
  ),

  get(urls.withdrawMandate, 'signed-in', async (visit) => {
    const { space, mandate } = await loadOwnMandate(visit);
    return page({
      title: m.mandates_withdraw_question(),
      section: 'participation',
      body: <WithdrawPage space={space} mandate={mandate} />,
    });
  }),

  post(
    urls.withdrawMandate,
    'signed-in',
    async (visit) => {
      const { db, config } = visit;
      const { space, mandate } = await loadOwnMandate(visit);
      const done = await db
        .transaction()
        .execute((tx) => withdrawMandate(tx, actOf(visit), space, mandate.id));
      if (done.ok && done.freed) await removeBytes(openStorage(config), done.freed);
      const notice = done.ok ? 'mandate-withdrawn' : 'mandate-decided';
      return seeOther(visit, urls.ownMandates({ space: space.slug }), notice);
    },
    { bodyLimit: FORM_LIMIT },
  ),

  get(urls.endMandate, 'signed-in', async (visit) => {
    const { space, mandate } = await loadOwnMandate(visit);
    found((await stateNow(visit, mandate)) === 'verified' ? mandate : null, 'verified-mandate');
    return endPage(space, mandate, typeDay(mandate.endsOn));
  }),

  post(urls.endMandate, 'signed-in', async (visit) => {
    const { db } = visit;
    const { space, mandate } = await loadOwnMandate(visit);
    const typed = readTypedDate(await visit.form(), 'fin');
    const day = readDay(typed);
    const today = dayInParis(await readNow(db));
    const refusal = day ? checkEnd(mandate, day, today) : 'not-a-day';
    if (!day || refusal)
      return endPage(space, mandate, typed, { fin: mandateProblems[refusal ?? 'not-a-day']() });
    const done = await db
      .transaction()
      .execute((tx) => endMandate(tx, actOf(visit), space, mandate.id, day));
    const notice = done.ok ? 'mandate-end-told' : 'mandate-decided';
    return seeOther(visit, urls.ownMandates({ space: space.slug }), notice);
  }),
];

const stateNow = async ({ db }: SignedInVisit, mandate: Mandate) =>
  stateOf(mandate, await readNow(db));

const problemsOf = (read: ReturnType<typeof readMandate>, problem: string | null): Problems => ({
  ...(!read.ok && read.problems),
  ...(problem !== null && { [FIELDS.proof]: problem }),
});

type Network = { slug: string; title: string };

function formPage(
  space: Network,
  mandate: Mandate | null,
  typed: TypedMandate,
  problems: Problems = {},
  status: 409 | 422 = 422,
): Answer {
  const faulty = Object.keys(problems).length > 0;
  const corrected = mandate && {
    id: mandate.id,
    version: mandate.version,
    hasProof: mandate.proofFileId !== null,
  };
  return page({
    title: formTitle(mandate === null),
    section: 'participation',
    ...(faulty && { status, faulty }),
    body: <MandateFormPage {...{ space, mandate: corrected, typed, problems }} />,
  });
}

function endPage(
  space: Network,
  mandate: Mandate,
  typed: { day: string; month: string; year: string },
  problems: Problems = {},
): Answer {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.mandates_end_title(),
    section: 'participation',
    ...(faulty && { status: 422 as const, faulty }),
    body: <EndPage {...{ space, mandate, typed, problems }} />,
  });
}
