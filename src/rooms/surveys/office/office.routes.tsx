import * as m from '../../../paraglide/messages.js';
import {
  dayInParis,
  readDay,
  readTime,
  toInstant,
  toLocalTime,
} from '../../../platform/clock/paris.ts';
import { readNow } from '../../../platform/database/database.ts';
import type { Form } from '../../../platform/http/form.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { findPromotionPause } from '../../organisations/index.ts';
import { afterPause, findMailingEnd } from '../mailing.store.ts';
import { addressesOf, FAMILIES } from '../place/place-address.page.ts';
import {
  actOf,
  loadOfficePlace,
  loadSurvey,
  loadSurveyToChange,
  type OfficeSurvey,
} from '../place/place-load.routes.ts';
import { findSurveyOf } from '../survey.store.ts';
import {
  isIntroductionTooLong,
  mayChangeDates,
  mayChangeQuestions,
  type Survey,
} from '../survey.ts';
import { datesRefusalWords } from '../survey-words.page.ts';
import {
  closeSurvey,
  insertSpaceSurvey,
  insertSurvey,
  saveDates,
  saveQuestions,
} from '../survey-writing.store.ts';
import { DatesPage, IntroductionPage, type TypedDates, type TypedMoment } from './dates.page.tsx';
import { type HeldLetter, NoSurveyPage, OfficeSurveyPage } from './office-survey.page.tsx';
import { SurveyPreviewPage } from './preview.page.tsx';

/** The questionnaire as the office prepares, opens and closes it. */
export const officeRoutes: readonly Route[] = FAMILIES.flatMap((family) => [
  get(family.office, family.right, async (visit) => {
    const { db, organisation } = visit;
    const place = await loadOfficePlace(visit);
    const survey = await findSurveyOf(db, organisation.id, place);
    const now = await readNow(db);
    return page({
      title: place.heading ?? m.survey_office_title(),
      section: 'admin',
      body: survey ? (
        <OfficeSurveyPage
          place={place}
          survey={survey}
          now={now}
          locale={visit.locale}
          held={await findHeldLetter(visit, survey, now)}
        />
      ) : (
        <NoSurveyPage place={place} />
      ),
    });
  }),

  post(family.office, family.right, async (visit) => {
    const place = await loadOfficePlace(visit, { toChange: true });
    if (place.kind === 'edition') await insertSurvey(visit.db, actOf(visit), place.edition);
    else await insertSpaceSurvey(visit.db, actOf(visit), place.id);
    return seeOther(visit, addressesOf(place).office(), 'survey-made');
  }),

  get(family.preview, family.right, async (visit) => {
    const { place, survey } = await loadSurvey(visit);
    return page({
      title: m.survey_preview_title(),
      section: 'admin',
      body: <SurveyPreviewPage place={place} survey={survey} locale={visit.locale} />,
    });
  }),

  get(family.introduction, family.right, async (visit) => {
    const loaded = await loadSurveyToChange(visit);
    return mayChangeQuestions(loaded.survey, loaded.now)
      ? introductionPage(loaded, loaded.survey.introduction)
      : refuse(visit, loaded, 'survey-answered');
  }),

  post(family.introduction, family.right, async (visit) => {
    const loaded = await loadSurveyToChange(visit);
    const form = await visit.form();
    const introduction = { fr: form.text('introduction'), en: form.text('introduction-en') };
    const problems: Problems = {};
    if (isIntroductionTooLong(introduction.fr)) problems.introduction = m.survey_refused_intro();
    if (isIntroductionTooLong(introduction.en))
      problems['introduction-en'] = m.survey_refused_intro();
    if (Object.keys(problems).length > 0) return introductionPage(loaded, introduction, problems);
    const saved = await saveQuestions(visit.db, actOf(visit), loaded.survey, () => ({
      introduction,
    }));
    return refuse(visit, loaded, saved.ok ? 'survey-saved' : `survey-${saved.refusal}`);
  }),

  get(family.dates, family.right, async (visit) => {
    const loaded = await loadSurveyToChange(visit);
    if (!mayChangeDates(loaded.survey, loaded.now))
      return refuse(visit, loaded, 'survey-not-closed');
    const { opensAt, closesAt, invites } = loaded.survey;
    return datesPage(loaded, { opens: typeMoment(opensAt), closes: typeMoment(closesAt), invites });
  }),

  post(family.dates, family.right, async (visit) => {
    const loaded = await loadSurveyToChange(visit);
    const form = await visit.form();
    const typed = {
      opens: readMoment(form, 'ouverture'),
      closes: readMoment(form, 'cloture'),
      invites: loaded.place.kind === 'edition' && form.has('courriel'),
    };
    const [opensAt, closesAt] = [momentOf(typed.opens), momentOf(typed.closes)];
    const problems: Problems = {};
    if (!opensAt) problems.ouverture = m.survey_refused_date();
    if (!closesAt) problems.cloture = m.survey_refused_date();
    if (!opensAt || !closesAt) return datesPage(loaded, typed, problems);
    const saved = await saveDates(visit.db, actOf(visit), loaded.survey.id, {
      opensAt: keepSeconds(opensAt, loaded.survey.opensAt),
      closesAt,
      invites: typed.invites,
    });
    if (saved.ok) return refuse(visit, loaded, 'survey-dated');
    if ('refusal' in saved) return refuse(visit, loaded, 'survey-not-closed');
    const { opensAt: opens, closesAt: closes } = saved.refusals;
    if (opens) problems.ouverture = datesRefusalWords[opens]();
    if (closes) problems.cloture = datesRefusalWords[closes]();
    return datesPage(loaded, typed, problems);
  }),

  post(family.close, family.right, async (visit) => {
    const loaded = await loadSurveyToChange(visit);
    const closed = await closeSurvey(visit.db, actOf(visit), loaded.survey.id);
    return refuse(visit, loaded, closed ? 'survey-closed' : 'survey-not-closed');
  }),
]);

/** The pre-electoral period that holds its letter, now or as it opens; null: none, or there is no letter to come. */
async function findHeldLetter(
  { db, organisation }: SignedInVisit,
  survey: Survey,
  now: Date,
): Promise<HeldLetter | null> {
  if (!survey.invites || !mayChangeDates(survey, now)) return null;
  if (await findMailingEnd(db, organisation.id, survey.id)) return null;
  const leaves = survey.opensAt && survey.opensAt > now ? survey.opensAt : now;
  const pause = await findPromotionPause(db, organisation.id, dayInParis(leaves));
  return pause && { reason: pause.reason, until: afterPause(pause) };
}

/** Back to the questionnaire, with what happened. */
const refuse = (visit: SignedInVisit, { place }: OfficeSurvey, notice: string) =>
  seeOther(visit, addressesOf(place).office(), notice);

const unlessFaulty = (problems: Problems) =>
  Object.keys(problems).length > 0 ? ({ status: 422, faulty: true } as const) : {};

function introductionPage(
  { place }: OfficeSurvey,
  typed: { fr: string; en: string },
  problems: Problems = {},
): Answer {
  return page({
    title: m.survey_intro_title(),
    section: 'admin',
    ...unlessFaulty(problems),
    body: <IntroductionPage place={place} typed={typed} problems={problems} />,
  });
}

function datesPage(
  { place, survey, now }: OfficeSurvey,
  typed: TypedDates,
  problems: Problems = {},
): Answer {
  return page({
    title: m.survey_dates_title(),
    section: 'admin',
    ...unlessFaulty(problems),
    body: <DatesPage place={place} survey={survey} now={now} typed={typed} problems={problems} />,
  });
}

function typeMoment(at: Date | null): TypedMoment {
  if (!at) return { day: '', month: '', year: '', time: '' };
  const { day: date, time } = toLocalTime(at);
  const [year = '', month = '', day = ''] = date.split('-');
  return { day, month, year, time };
}

function readMoment(form: Form, name: string): TypedMoment {
  const part = (key: string) => form.text(`${name}-${key}`);
  return { day: part('day'), month: part('month'), year: part('year'), time: part('time') };
}

function momentOf(typed: TypedMoment): Date | null {
  const [day, time] = [readDay(typed), readTime(typed.time)];
  return day && time ? toInstant({ day, time }) : null;
}

/** A form knows minutes only: left as it was shown, it is the same instant. */
const keepSeconds = (typed: Date, kept: Date | null): Date =>
  kept && Math.floor(kept.getTime() / 60_000) * 60_000 === typed.getTime() ? kept : typed;
