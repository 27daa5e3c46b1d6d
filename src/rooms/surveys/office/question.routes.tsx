import { randomUUID } from 'node:crypto';
import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { readNumber } from '../../spaces/index.ts';
import { areBranchesKept, moveQuestion, putQuestion } from '../branches.ts';
import { addressesOf, FAMILIES } from '../place/place-address.page.ts';
import { actOf, loadSurveyToChange, type OfficeSurvey } from '../place/place-load.routes.ts';
import {
  MOST_QUESTIONS,
  type Question,
  type QuestionField,
  readQuestion,
  type TypedQuestion,
  typeQuestion,
} from '../question.ts';
import { mayChangeQuestions } from '../survey.ts';
import { questionRefusalWords } from '../survey-words.page.ts';
import { saveQuestions } from '../survey-writing.store.ts';
import { QUESTION_NAMES, QuestionPage, questionTitle } from './question.page.tsx';

type OfQuestion = SignedInVisit<'question'>;

/** The word in the place of an id, of a question that is added. */
const NEW = 'nouvelle';
const EMPTY: TypedQuestion = {
  kind: '',
  fr: '',
  en: '',
  choicesFr: '',
  choicesEn: '',
  rowsFr: '',
  rowsEn: '',
  required: false,
  shownIf: [],
};

/** Questions as the office writes, moves and removes them, until somebody answered. */
export const questionRoutes: readonly Route[] = FAMILIES.flatMap((family) => [
  get(family.question, family.right, async (visit) => {
    const { question, ...loaded } = await load(visit);
    if (!mayChangeQuestions(loaded.survey, loaded.now)) return back(visit, loaded, 'answered');
    return show(visit, loaded, question, question ? typeQuestion(question) : EMPTY, {});
  }),

  post(family.question, family.right, async (visit) => {
    const { question, ...loaded } = await load(visit);
    const form = await visit.form();
    const line = (name: string) => form.text(name).replaceAll(/\s+/g, ' ');
    const typed: TypedQuestion = {
      kind: form.text(QUESTION_NAMES.kind),
      fr: line(QUESTION_NAMES.fr),
      en: line(QUESTION_NAMES.en),
      choicesFr: form.text(QUESTION_NAMES.choicesFr),
      choicesEn: form.text(QUESTION_NAMES.choicesEn),
      rowsFr: form.text(QUESTION_NAMES.rowsFr),
      rowsEn: form.text(QUESTION_NAMES.rowsEn),
      shownIf: form.all(QUESTION_NAMES.shownIf),
      required: form.has('obligatoire'),
    };
    const before = listBefore(loaded, question);
    const read = readQuestion(typed, question?.id ?? randomUUID(), before);
    if (!read.ok) {
      const problems = Object.fromEntries(
        Object.entries(read.refusals).map(([field, refusal]) => [
          QUESTION_NAMES[field as QuestionField],
          questionRefusalWords[refusal](),
        ]),
      );
      return show(visit, loaded, question, typed, problems);
    }
    const { survey } = loaded;
    if (!areBranchesKept(putQuestion(survey.questions, read.question)))
      return show(visit, loaded, question, typed, { form: m.survey_refused_branch() });
    if (!question && survey.questions.length >= MOST_QUESTIONS)
      return show(visit, loaded, question, typed, {
        form: m.survey_refused_questions({ count: MOST_QUESTIONS }),
      });
    const version = readNumber(form.text('version')) ?? 0;
    const saved = await save(visit, { id: survey.id, version }, (questions) =>
      putQuestion(questions, read.question),
    );
    if (saved.ok) return back(visit, loaded, 'saved');
    const words = {
      answered: m.survey_notice_answered,
      'changed-meanwhile': m.survey_form_changed,
    };
    // sent once more, it is what was typed here that counts
    return show(visit, await load(visit), question, typed, { form: words[saved.refusal]() }, 409);
  }),

  post(family.move, family.right, async (visit) => {
    const { question, ...loaded } = await load(visit);
    const by = (await visit.form()).text('vers') === 'bas' ? 1 : -1;
    const { id } = found(question, 'question');
    return back(visit, loaded, await rearrange(visit, loaded, (all) => moveQuestion(all, id, by)));
  }),

  post(family.remove, family.right, async (visit) => {
    const { question, ...loaded } = await load(visit);
    const { id } = found(question, 'question');
    const without = (all: readonly Question[]) => all.filter((one) => one.id !== id);
    return back(visit, loaded, await rearrange(visit, loaded, without));
  }),
]);

/** null: one that is added. */
async function load(visit: OfQuestion): Promise<OfficeSurvey & { question: Question | null }> {
  const loaded = await loadSurveyToChange(visit);
  const { question } = visit.params;
  if (question === NEW) return { ...loaded, question: null };
  const there = loaded.survey.questions.find(({ id }) => id === question);
  return { ...loaded, question: found(there, 'question') };
}

const save = (
  visit: SignedInVisit,
  survey: { id: string; version: number },
  change: (questions: readonly Question[]) => readonly Question[],
) =>
  saveQuestions(visit.db, actOf(visit), survey, ({ questions }) => ({
    questions: change(questions),
  }));

/** Questions that a question may depend on. */
function listBefore({ survey }: OfficeSurvey, question: Question | null): readonly Question[] {
  const at = survey.questions.findIndex(({ id }) => id === question?.id);
  return at < 0 ? survey.questions : survey.questions.slice(0, at);
}

/** Another order, or one fewer, as long as no question loses what it depends on; gives the notice of what happened. */
async function rearrange(
  visit: SignedInVisit,
  { survey }: OfficeSurvey,
  change: (questions: readonly Question[]) => readonly Question[],
): Promise<string> {
  if (!areBranchesKept(change(survey.questions))) return 'branch-kept';
  const saved = await save(visit, survey, change);
  return saved.ok ? 'saved' : saved.refusal;
}

const back = (visit: OfQuestion, { place }: OfficeSurvey, notice: string) =>
  seeOther(visit, addressesOf(place).office(), `survey-${notice}`);

function show(
  { locale }: SignedInVisit,
  loaded: OfficeSurvey,
  question: Question | null,
  typed: TypedQuestion,
  problems: Problems,
  status: 409 | 422 = 422,
): Answer {
  const { place, survey } = loaded;
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: questionTitle(question !== null),
    section: 'admin',
    ...(faulty && { status, faulty }),
    body: (
      <QuestionPage
        place={place}
        action={addressesOf(place).question(question?.id ?? NEW)}
        isNew={question === null}
        before={listBefore(loaded, question)}
        locale={locale}
        version={survey.version}
        typed={typed}
        problems={problems}
      />
    ),
  });
}
