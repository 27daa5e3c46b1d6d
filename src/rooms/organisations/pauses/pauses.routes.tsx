import * as m from '../../../paraglide/messages.js';
import { dayInParis, readDay } from '../../../platform/clock/paris.ts';
import { readNow } from '../../../platform/database/database.ts';
import type { Form } from '../../../platform/http/form.ts';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { declarePause, liftPause, listPauses } from './pause.store.ts';
import { checkPause, firstDayBefore, type PauseField } from './pause.ts';
import { PAUSE_NAMES, PausesPage, pauseRefusalWords, type TypedDay } from './pauses.page.tsx';

/** Where officers say that a pre-electoral period begins (electoral code, article L52-1). */
export const pausesRoutes: readonly Route[] = [
  get(urls.adminPauses, 'officer', (visit) => show(visit)),

  post(urls.adminPauses, 'officer', async (visit) => {
    const { db, organisation } = visit;
    const form = await visit.form();
    const typed = {
      startsOn: typedDay(form, PAUSE_NAMES.startsOn),
      endsOn: typedDay(form, PAUSE_NAMES.endsOn),
      reason: form.text(PAUSE_NAMES.reason),
    };
    const endsOn = readDay(typed.endsOn);
    const leftOut = Object.values(typed.startsOn).every((part) => part === '');
    const startsOn = leftOut ? endsOn && firstDayBefore(endsOn) : readDay(typed.startsOn);
    const pause = { startsOn: leftOut ? (startsOn ?? '') : startsOn, endsOn, reason: typed.reason };
    const refusals = Object.entries(checkPause(pause, dayInParis(await readNow(db))));
    if (refusals.length > 0)
      return show(visit, {
        typed,
        problems: Object.fromEntries(
          refusals.map(([field, refusal]) => [
            PAUSE_NAMES[field as PauseField],
            pauseRefusalWords[refusal](),
          ]),
        ),
      });
    const act = { organisationId: organisation.id, by: visit.visitor.id };
    await declarePause(db, act, { startsOn: startsOn!, endsOn: endsOn!, reason: typed.reason });
    return seeOther(visit, urls.adminPauses(), 'promotion-pause-declared');
  }),

  post(urls.adminLiftPause, 'officer', async (visit) => {
    const { db, organisation, params, visitor } = visit;
    const act = { organisationId: organisation.id, by: visitor.id };
    found((await liftPause(db, act, params.pause)) || null, 'promotion-pause');
    return seeOther(visit, urls.adminPauses(), 'promotion-pause-lifted');
  }),
];

const typedDay = (form: Form, name: string): TypedDay => ({
  day: form.text(`${name}-day`),
  month: form.text(`${name}-month`),
  year: form.text(`${name}-year`),
});

const NO_DAY: TypedDay = { day: '', month: '', year: '' };

async function show(
  visit: SignedInVisit,
  { typed, problems }: { typed?: Parameters<typeof PausesPage>[0]['typed']; problems: Problems } = {
    problems: {},
  },
): Promise<Answer> {
  const { db, organisation } = visit;
  const [pauses, now] = await Promise.all([listPauses(db, organisation.id), readNow(db)]);
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.pauses_title(),
    section: 'admin',
    ...(faulty && { status: 422, faulty }),
    body: (
      <PausesPage
        pauses={pauses}
        today={dayInParis(now)}
        typed={typed ?? { startsOn: NO_DAY, endsOn: NO_DAY, reason: '' }}
        problems={problems}
      />
    ),
  });
}
