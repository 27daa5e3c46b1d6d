import * as m from '../../../paraglide/messages.js';
import { readDay } from '../../../platform/clock/paris.ts';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import type { TypedAsk } from './ask-fields.page.tsx';
import { announceOpinion } from './assignment.jobs.ts';
import { changeDueDay } from './due-days.store.ts';
import {
  actOf,
  askedOf,
  findUsualDay,
  freshAsk,
  loadStudyToAct,
  readTypedAsk,
  readTypedDay,
} from './office-visit.routes.ts';
import { OpinionPage, typedDueOf } from './opinion.page.tsx';
import { findAssignment } from './opinion.store.ts';
import { reassignOpinion, type SettleRefusal, withdrawOpinion } from './opinion-writing.store.ts';
import { closeReturn } from './return.store.ts';
import { askWords, sayDay, settledWords } from './words.page.tsx';

type OpinionVisit = SignedInVisit<'edition' | 'opinion'>;
type Loaded = Awaited<ReturnType<typeof loadOpinion>>;

/** One opinion asked: given to another department, put off, withdrawn, done with. */
export const opinionRoutes: readonly Route[] = [
  get(urls.adminOpinion, 'officer', async (visit) => opinionPage(visit, await loadOpinion(visit))),

  post(urls.adminReassign, 'officer', async (visit) => {
    const loaded = await loadOpinion(visit);
    const { db, config, organisation } = visit;
    const typed = readTypedAsk(await visit.form());
    const asked = askedOf(typed);
    const done = await db.transaction().execute(async (tx) => {
      const reassigned = await reassignOpinion(tx, actOf(visit), loaded.opinion.id, asked);
      if (reassigned.ok)
        await announceOpinion(tx, config, organisation.id, {
          opinionId: reassigned.opinionId,
          request: asked.request,
        });
      return reassigned;
    });
    if (done.ok)
      return seeOther(
        visit,
        urls.adminStudy({ edition: loaded.edition.slug }),
        'assign-reassigned',
      );
    const { refusal } = done;
    if (refusal === 'not-asked-any-more') return meanwhile(visit, refusal);
    const { field, words } = askWords[refusal];
    return opinionPage(visit, loaded, { problems: { [field]: words() }, typed });
  }),

  post(urls.adminOpinionDue, 'officer', async (visit) => {
    const loaded = await loadOpinion(visit);
    const { opinion } = loaded;
    const form = await visit.form();
    const typedDue = readTypedDay(form, 'nouvelle-echeance');
    const done = await changeDueDay(visit.db, actOf(visit), opinion.id, {
      dueOn: readDay(typedDue),
      seen: form.text('avant'),
    });
    if (done.ok) return seeOther(visit, hrefOf(loaded), 'assign-due-changed');
    const { refusal } = done;
    if (refusal === 'not-asked-any-more' || refusal === 'already-given')
      return meanwhile(visit, refusal);
    const field = 'nouvelle-echeance';
    if (refusal !== 'changed-meanwhile')
      return opinionPage(visit, loaded, {
        problems: { [field]: askWords[refusal].words() },
        typedDue,
      });
    const saved = m.assign_conflict_field({ saved: sayDay(opinion.dueOn) });
    return opinionPage(visit, loaded, { problems: { [field]: saved }, typedDue, status: 409 });
  }),

  post(urls.adminWithdraw, 'officer', async (visit) => {
    const loaded = await loadOpinion(visit);
    const done = await withdrawOpinion(visit.db, actOf(visit), loaded.opinion.id);
    if (!done.ok) return meanwhile(visit, done.refusal);
    return seeOther(visit, urls.adminStudy({ edition: loaded.edition.slug }), 'assign-withdrawn');
  }),

  post(urls.adminCloseReturn, 'officer', async (visit) => {
    const loaded = await loadOpinion(visit);
    const done = await closeReturn(visit.db, actOf(visit), loaded.opinion.id);
    if (!done.ok) return meanwhile(visit, done.refusal);
    return seeOther(visit, urls.adminStudy({ edition: loaded.edition.slug }), 'assign-closed');
  }),
];

async function loadOpinion(visit: OpinionVisit) {
  const loaded = await loadStudyToAct(visit);
  const opinion = await findAssignment(visit.db, visit.organisation.id, visit.params.opinion);
  const isOf = opinion?.editionId === loaded.edition.id;
  return { ...loaded, opinion: found(isOf ? opinion : null, 'opinion') };
}

const hrefOf = ({ edition, opinion }: Loaded) =>
  urls.adminOpinion({ edition: edition.slug, opinion: opinion.id });

/** Somebody was faster: the page shows how it stands now. */
async function meanwhile(visit: OpinionVisit, refusal: SettleRefusal) {
  const problems = { form: settledWords[refusal]() };
  return opinionPage(visit, await loadOpinion(visit), { problems, status: 409 });
}

async function opinionPage(
  visit: OpinionVisit,
  loaded: Loaded,
  shown: {
    problems?: Problems;
    typed?: TypedAsk;
    typedDue?: Pick<TypedAsk, 'day' | 'month' | 'year'>;
    status?: 409 | 422;
  } = {},
) {
  const { edition, opinion, departments, today } = loaded;
  const { problems = {}, status = 422 } = shown;
  const faulty = Object.keys(problems).length > 0;
  const usual = await findUsualDay(visit, edition, today);
  return page({
    title: m.assign_opinion_title({ number: opinion.number }),
    section: 'admin',
    ...(faulty && { status, faulty }),
    body: (
      <OpinionPage
        edition={edition}
        opinion={opinion}
        departments={departments}
        today={today}
        typed={shown.typed ?? freshAsk(usual, opinion.suggestedDepartmentId ?? '')}
        typedDue={shown.typedDue ?? typedDueOf(opinion)}
        problems={problems}
      />
    ),
  });
}
