import * as m from '../../paraglide/messages.js';
import { countHit, waitOf } from '../../platform/http/limits.ts';
import { countOpenForm, giveWork, WORK_NAME } from '../../platform/http/open-form.ts';
import { found } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, seeOther, type Visit } from '../../platform/http/visit.ts';
import { openKeys } from '../../platform/keys/keys.ts';
import {
  readFormToken,
  SHORTEST_WRITING,
  writeFormToken,
} from '../../platform/secrets/form-token.ts';
import { markOf } from '../../platform/secrets/mark.ts';
import type { Problems } from '../../ui/form.tsx';
import { TRAP_NAME } from '../../ui/trap.tsx';
import { WORK_SCRIPT } from '../../ui/work-field.tsx';
import { readNumber } from '../spaces/index.ts';
import { hasAnswered, readCounts, recordAnswers } from './answer.store.ts';
import { readAnswers, type TypedAnswers } from './answer.ts';
import { findPage, findShown, splitPages } from './branches.ts';
import { publicFigures } from './figures.ts';
import { stateIn } from './place/place.ts';
import { addressesOf, FAMILIES, sectionOf } from './place/place-address.page.ts';
import type { Framed } from './place/place-frame.page.tsx';
import { loadPlace } from './place/place-load.routes.ts';
import {
  type ShutReason,
  SurveyPage,
  SurveyShutPage,
  SurveyThanksPage,
  surveyTitle,
} from './survey.page.tsx';
import { findSurveyOf } from './survey.store.ts';
import { ANSWERS_AN_HOUR, type Survey } from './survey.ts';
import { findStep, readTyped, sayRefusals } from './survey-form.routes.ts';
import { SurveyResultsPage } from './survey-results.page.tsx';

/** Everybody answers the questionnaire of an edition, and reads what was answered once it is public (R64). */
export const surveyRoutes: readonly Route[] = FAMILIES.flatMap((family) => [
  get(family.survey, 'anyone', async (visit) => {
    const framed = await loadPlace(visit);
    const survey = await findSurveyOf(visit.db, visit.organisation.id, framed.place);
    // a component is led to before its questions are settled
    if (framed.place.kind === 'component' && !survey?.opensAt) return shut(framed, null, 'draft');
    found(survey?.opensAt, 'survey');
    const loaded = { framed, survey: survey!, now: framed.now };
    const state = stateIn(framed.place, loaded.survey, framed.now);
    if (state === 'published') return seeOther(visit, addressesOf(framed.place).results());
    if (state !== 'open')
      return shut(framed, loaded.survey, state === 'planned' ? 'planned' : 'closed');
    const person = markOfPerson(visit, loaded.survey);
    if (person && (await hasAnswered(visit.db, visit.organisation.id, loaded.survey.id, person)))
      return shut(framed, loaded.survey, 'answered-already');
    return show(visit, loaded);
  }),

  post(
    family.survey,
    'anyone',
    async (visit) => {
      const loaded = await load(visit);
      const { framed, survey, now } = loaded;
      const form = await visit.form();
      const typed = readTyped(survey.questions, form);
      const given = form.text('jeton');
      const token = readFormToken(keyOf(visit), formOf(visit, survey), given);
      const pages = splitPages(survey.questions);
      const at = Math.min(readNumber(form.text('page')) ?? 0, pages.length - 1);
      const shown = findShown(survey.questions, typed);
      const asked = pages.slice(0, at + 1).flat();
      const { given: answers, refusals } = readAnswers(asked, typed);
      const problems = sayRefusals(
        survey.questions.filter(({ id }) => shown.has(id)),
        refusals,
        typed,
      );
      const faulty = pages.findIndex((page) => page.some(({ id }) => refusals.has(id)));
      const next = findPage(pages, shown, at, 1);
      const back = form.text('aller') === 'retour' ? findPage(pages, shown, at, -1) : null;
      if (form.text(TRAP_NAME) !== '') problems.form = m.survey_refused_trap();
      else if (!token) problems.form = m.survey_refused_token();
      else if (back !== null)
        return show(visit, loaded, { typed, problems: {}, page: back, token: given });
      else if (next !== null && refusals.size === 0)
        return show(visit, loaded, { typed, problems: {}, page: next, token: given });
      else if (now.getTime() - token.shownAt.getTime() < SHORTEST_WRITING * 1000)
        problems.form = m.survey_refused_fast();
      else if (answers.length === 0 && refusals.size === 0)
        problems.form = m.survey_refused_nothing();
      if (stateIn(framed.place, survey, now) !== 'open')
        return show(visit, loaded, {
          typed,
          problems: { form: m.survey_refused_closed() },
          status: 409,
          page: null,
          token: null,
        });
      if (Object.keys(problems).length > 0 || !token)
        return show(visit, loaded, {
          typed,
          problems,
          status: 422,
          page: faulty < 0 ? at : faulty,
          token: token && given,
        });
      const wait = await waitOf(() => countAnswer(visit, form.text(WORK_NAME)));
      if (wait !== null) {
        const minutes = Math.ceil(wait / 60);
        return show(visit, loaded, {
          typed,
          problems: { form: m.survey_refused_often({ minutes }) },
          status: 429,
          page: at,
          token: given,
        });
      }
      const version = readNumber(form.text('version')) ?? 0;
      const marks = {
        form: markIn(visit, survey, `form ${token.formId}`),
        person: markOfPerson(visit, survey),
      };
      const reached = asked.filter(({ id, shownIf }) => shownIf && shown.has(id));
      const done = await recordAnswers(
        visit.db,
        visit.organisation.id,
        { id: survey.id, version },
        marks,
        answers,
        reached.map(({ id }) => id),
      );
      if (done.ok || done.refusal === 'sent-already')
        return seeOther(visit, addressesOf(framed.place).thanks());
      const words = {
        closed: m.survey_refused_closed,
        'changed-meanwhile': m.survey_refused_changed,
        'answered-already': m.survey_refused_answered,
      };
      return show(visit, await load(visit), {
        typed,
        problems: { form: words[done.refusal]() },
        status: 409,
        page: done.refusal === 'changed-meanwhile' ? 0 : null,
        // what was asked anew can be answered with the same form
        token: done.refusal === 'changed-meanwhile' ? given : null,
      });
    },
    { unlogged: true },
  ),

  get(family.thanks, 'anyone', async (visit) => {
    const { framed } = await load(visit);
    return page({
      title: m.survey_thanks_title(),
      section: sectionOf(framed.place),
      body: <SurveyThanksPage framed={framed} />,
    });
  }),

  get(
    family.results,
    'anyone',
    async (visit) => {
      const { framed, survey } = await load(visit);
      found(survey.publishedAt, 'results');
      const counts = await readCounts(visit.db, visit.organisation.id, survey.id);
      return page({
        title: m.survey_results_title(),
        section: sectionOf(framed.place),
        body: (
          <SurveyResultsPage
            framed={framed}
            figures={publicFigures(survey.questions, counts, survey.answers)}
            locale={visit.locale}
          />
        ),
      });
    },
    { cached: true },
  ),
]);

interface Loaded {
  framed: Framed;
  survey: Survey;
  now: Date;
}

/** Once its dates are said: one being prepared is not there. */
async function load(visit: Visit): Promise<Loaded> {
  const framed = await loadPlace(visit);
  const survey = await findSurveyOf(visit.db, visit.organisation.id, framed.place);
  found(survey?.opensAt, 'survey');
  return { framed, survey: survey!, now: framed.now };
}

const SURVEY = { name: 'survey', withoutWork: ANSWERS_AN_HOUR.withoutWork };
const keyOf = ({ config }: Visit) => openKeys(config.keysFolder).secretsKey();
const formOf = ({ organisation }: Visit, survey: Survey) => ({
  organisationId: organisation.id,
  name: `survey-form ${survey.id}`,
});
const markIn = (visit: Visit, survey: Survey, who: string) =>
  markOf(keyOf(visit), 'survey-answered', visit.organisation.id, survey.id, who);
const markOfPerson = (visit: Visit, survey: Survey) =>
  visit.visitor && markIn(visit, survey, `person ${visit.visitor.id}`);

/** Counted where nobody reads who it was: the network is hashed, and forgotten within a day. */
async function countAnswer(visit: Visit, sentWork: string): Promise<void> {
  const key = `survey-all:${visit.organisation.id}`;
  await countHit(visit.db, { key, hits: ANSWERS_AN_HOUR.organisation, seconds: 3600 });
  await countOpenForm(visit, SURVEY, sentWork);
}

function shut(framed: Framed, survey: Survey | null, why: ShutReason): Answer {
  return page({
    title: surveyTitle(framed.place),
    section: sectionOf(framed.place),
    body: <SurveyShutPage framed={framed} why={why} opensAt={survey?.opensAt ?? null} />,
  });
}

interface Shown {
  typed: TypedAnswers;
  problems: Problems;
  /** Left out: nothing is wrong. */
  status?: 409 | 422 | 429;
  /** Of the pages that the questions make; null: all that answers led to. */
  page: number | null;
  /** null: nothing can be sent any more; left out of a form that was never shown. */
  token: string | null;
}

async function show(visit: Visit, { framed, survey, now }: Loaded, shown?: Shown): Promise<Answer> {
  const fresh = () => writeFormToken(keyOf(visit), formOf(visit, survey), now);
  // a token that is not ours is replaced; where nothing can be sent there is none
  const token = shown?.token ?? (shown?.status === 409 ? null : fresh());
  const typed: TypedAnswers = shown?.typed ?? new Map();
  const step = findStep(survey.questions, typed, shown ? shown.page : 0);
  return page({
    title: surveyTitle(framed.place),
    section: sectionOf(framed.place),
    scripts: step.isLast ? [WORK_SCRIPT] : [],
    ...(shown?.status && { status: shown.status, faulty: true }),
    body: (
      <SurveyPage
        framed={framed}
        survey={survey}
        locale={visit.locale}
        typed={typed}
        problems={shown?.problems ?? {}}
        token={token}
        challenge={step.isLast ? await giveWork(visit, SURVEY) : null}
        isSignedIn={visit.visitor !== null}
        step={step}
      />
    ),
  });
}
