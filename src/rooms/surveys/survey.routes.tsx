import * as m from '../../paraglide/messages.js';
import { readNow } from '../../platform/database/database.ts';
import type { Form } from '../../platform/http/form.ts';
import { countHit, waitOf } from '../../platform/http/limits.ts';
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
import { hashSecret } from '../../platform/secrets/token.ts';
import type { Problems } from '../../ui/form.tsx';
import { TRAP_NAME } from '../../ui/trap.tsx';
import { urls } from '../../urls.ts';
import { type Edition, findEdition, readNumber } from '../spaces/index.ts';
import { hasAnswered, readCounts, recordAnswers } from './answer.store.ts';
import { readAnswers, type TypedAnswer, type TypedAnswers } from './answer.ts';
import { publicFigures } from './figures.ts';
import type { Question } from './question.ts';
import { fieldOf, SurveyPage, SurveyShutPage, SurveyThanksPage } from './survey.page.tsx';
import { findSurvey } from './survey.store.ts';
import { ANSWERS_AN_HOUR, type Survey, stateOf } from './survey.ts';
import { SurveyResultsPage } from './survey-results.page.tsx';
import { answerRefusalWords } from './survey-words.page.ts';

type OfEdition = Visit<'edition'>;

/** Everybody answers the questionnaire of an edition, and reads what was answered once it is public (R64). */
export const surveyRoutes: readonly Route[] = [
  get(urls.survey, 'anyone', async (visit) => {
    const { edition, survey, now } = await load(visit);
    const state = stateOf(survey, now);
    if (state === 'published')
      return seeOther(visit, urls.surveyResults({ edition: edition.slug }));
    if (state !== 'open')
      return shut(edition, now, survey, state === 'planned' ? 'planned' : 'closed');
    const person = markOfPerson(visit, survey);
    if (person && (await hasAnswered(visit.db, visit.organisation.id, survey.id, person)))
      return shut(edition, now, survey, 'answered-already');
    return show(visit, { edition, survey, now });
  }),

  post(
    urls.survey,
    'anyone',
    async (visit) => {
      const loaded = await load(visit);
      const { edition, survey, now } = loaded;
      const form = await visit.form();
      const typed = readTyped(survey.questions, form);
      const given = form.text('jeton');
      const token = readFormToken(keyOf(visit), formOf(visit, survey), given);
      const { given: answers, refusals } = readAnswers(survey.questions, typed);
      const problems = sayRefusals(survey.questions, refusals);
      if (form.text(TRAP_NAME) !== '') problems.form = m.survey_refused_trap();
      else if (!token) problems.form = m.survey_refused_token();
      else if (now.getTime() - token.shownAt.getTime() < SHORTEST_WRITING * 1000)
        problems.form = m.survey_refused_fast();
      else if (answers.length === 0 && refusals.size === 0)
        problems.form = m.survey_refused_nothing();
      if (stateOf(survey, now) !== 'open')
        return show(visit, loaded, {
          typed,
          problems: { form: m.survey_refused_closed() },
          status: 409,
          token: null,
        });
      if (Object.keys(problems).length > 0 || !token)
        return show(visit, loaded, { typed, problems, status: 422, token: token && given });
      const wait = await waitOf(() => countAnswer(visit));
      if (wait !== null) {
        const minutes = Math.ceil(wait / 60);
        return show(visit, loaded, {
          typed,
          problems: { form: m.survey_refused_often({ minutes }) },
          status: 429,
          token: given,
        });
      }
      const version = readNumber(form.text('version')) ?? 0;
      const marks = {
        form: markIn(visit, survey, `form ${token.formId}`),
        person: markOfPerson(visit, survey),
      };
      const asked = { id: survey.id, version };
      const done = await recordAnswers(visit.db, visit.organisation.id, asked, marks, answers);
      if (done.ok || done.refusal === 'sent-already')
        return seeOther(visit, urls.surveyThanks({ edition: edition.slug }));
      const words = {
        closed: m.survey_refused_closed,
        'changed-meanwhile': m.survey_refused_changed,
        'answered-already': m.survey_refused_answered,
      };
      return show(visit, await load(visit), {
        typed,
        problems: { form: words[done.refusal]() },
        status: 409,
        // what was asked anew can be answered with the same form
        token: done.refusal === 'changed-meanwhile' ? given : null,
      });
    },
    { unlogged: true },
  ),

  get(urls.surveyThanks, 'anyone', async (visit) => {
    const { edition, now } = await load(visit);
    return page({
      title: m.survey_thanks_title(),
      section: 'editions',
      body: <SurveyThanksPage edition={edition} now={now} />,
    });
  }),

  get(
    urls.surveyResults,
    'anyone',
    async (visit) => {
      const { edition, survey, now } = await load(visit);
      found(survey.publishedAt, 'results');
      const counts = await readCounts(visit.db, visit.organisation.id, survey.id);
      return page({
        title: m.survey_results_title(),
        section: 'editions',
        body: (
          <SurveyResultsPage
            edition={edition}
            now={now}
            figures={publicFigures(survey.questions, counts, survey.answers)}
            locale={visit.locale}
          />
        ),
      });
    },
    { cached: true },
  ),
];

interface Loaded {
  edition: Edition;
  survey: Survey;
  now: Date;
}

/** Of a public edition, once its dates are said: one being prepared is not there. */
async function load({ db, organisation, params }: OfEdition): Promise<Loaded> {
  const edition = found(await findEdition(db, organisation.id, params.edition), 'edition');
  const survey = found(await findSurvey(db, organisation.id, edition.id), 'survey');
  found(survey.opensAt, 'survey');
  return { edition, survey, now: await readNow(db) };
}

const keyOf = ({ config }: OfEdition) => openKeys(config.keysFolder).secretsKey();
const formOf = ({ organisation }: OfEdition, survey: Survey) => ({
  organisationId: organisation.id,
  name: `survey-form ${survey.id}`,
});
const markIn = (visit: OfEdition, survey: Survey, who: string) =>
  markOf(keyOf(visit), 'survey-answered', visit.organisation.id, survey.id, who);
const markOfPerson = (visit: OfEdition, survey: Survey) =>
  visit.visitor && markIn(visit, survey, `person ${visit.visitor.id}`);

/** Counted where nobody reads who it was: the network is hashed, and forgotten within a day. */
async function countAnswer({ db, organisation, address }: OfEdition): Promise<void> {
  const seconds = 3600;
  const of = (kind: string, who: string) => `survey-${kind}:${hashSecret(organisation.id, who)}`;
  await countHit(db, { key: of('network', address), hits: ANSWERS_AN_HOUR.network, seconds });
  await countHit(db, { key: of('all', ''), hits: ANSWERS_AN_HOUR.organisation, seconds });
}

function readTyped(questions: readonly Question[], form: Form): TypedAnswers {
  return new Map(
    questions.map((question): [string, TypedAnswer] => {
      const values = form.all(fieldOf(question)).filter((value) => value !== '');
      return [
        question.id,
        question.kind === 'text'
          ? { choices: [], text: values.join('\n') }
          : { choices: values, text: '' },
      ];
    }),
  );
}

function sayRefusals(
  questions: readonly Question[],
  refusals: ReturnType<typeof readAnswers>['refusals'],
): Problems {
  const problems: Problems = {};
  for (const [at, question] of questions.entries()) {
    const refusal = refusals.get(question.id);
    if (refusal)
      problems[fieldOf(question)] = m.survey_refused_at({
        number: at + 1,
        problem: answerRefusalWords[refusal](),
      });
  }
  return problems;
}

function shut(
  edition: Edition,
  now: Date,
  { opensAt }: Survey,
  why: 'planned' | 'closed' | 'answered-already',
): Answer {
  return page({
    title: m.survey_title(),
    section: 'editions',
    body: <SurveyShutPage edition={edition} now={now} why={why} opensAt={opensAt} />,
  });
}

interface Shown {
  typed: TypedAnswers;
  problems: Problems;
  status: 409 | 422 | 429;
  /** null: nothing can be sent any more; left out of a form that was never shown. */
  token: string | null;
}

function show(visit: OfEdition, { edition, survey, now }: Loaded, shown?: Shown): Answer {
  const fresh = () => writeFormToken(keyOf(visit), formOf(visit, survey), now);
  // a token that is not ours is replaced; where nothing can be sent there is none
  const token = shown?.token ?? (shown && shown.status === 409 ? null : fresh());
  return page({
    title: m.survey_title(),
    section: 'editions',
    ...(shown && { status: shown.status, faulty: true }),
    body: (
      <SurveyPage
        edition={edition}
        now={now}
        survey={survey}
        locale={visit.locale}
        typed={shown?.typed ?? new Map()}
        problems={shown?.problems ?? {}}
        token={token}
        isSignedIn={visit.visitor !== null}
      />
    ),
  });
}
