import { randomUUID } from 'node:crypto';
import { readNow } from '../../src/platform/database/database.ts';
import {
  findSurvey,
  findSurveyOf,
  insertSpaceSurvey,
  insertSurvey,
  recordAnswers,
  type Survey,
  saveDates,
} from '../../src/rooms/surveys/index.ts';
import type { Question } from '../../src/rooms/surveys/question.ts';
import { closeSurvey, saveQuestions } from '../../src/rooms/surveys/survey-writing.store.ts';
import type { TestSite } from '../site-client.ts';
import { type MadeSpace, makeSpace } from './spaces.ts';

type Site = Pick<TestSite, 'db' | 'organisationId'>;
const DAY = 86_400_000;

/** The questionnaire of an edition, as the preset has it; open since an hour for ten days unless said. */
export async function makeSurvey(
  site: Site,
  edition: { id: string; districts?: readonly string[] },
  {
    open = true,
    invites = false,
    organisationId = site.organisationId,
  }: { open?: boolean; invites?: boolean; organisationId?: string } = {},
): Promise<Survey> {
  const act = { organisationId, by: null };
  const made = await insertSurvey(site.db, act, { id: edition.id, districts: [] });
  if (open) await openSurvey(site, made.id, organisationId, invites);
  return (await findSurvey(site.db, organisationId, edition.id))!;
}

async function openSurvey(
  site: Site,
  surveyId: string,
  organisationId: string,
  invites = false,
): Promise<void> {
  const minute = Math.floor((await readNow(site.db)).getTime() / 60_000) * 60_000;
  const dates = {
    opensAt: new Date(minute - DAY / 24),
    closesAt: new Date(minute + 10 * DAY),
    invites,
  };
  const saved = await saveDates(site.db, { organisationId, by: null }, surveyId, dates);
  if (!saved.ok) throw new Error(JSON.stringify(saved));
}

/** An open space whose theme holds a questionnaire as its preset has it; open since an hour unless said. */
export async function makeSpaceSurvey(
  site: Site,
  {
    open = true,
    questions,
    ...options
  }: Parameters<typeof makeSpace>[1] & { open?: boolean; questions?: readonly Question[] } = {},
): Promise<MadeSpace & { survey: Survey; at: { space: string; component: string } }> {
  const made = await makeSpace(site, { ...options, kindOfComponent: 'survey' });
  const survey = await makeSurveyOf(site, made.component.id, questions, { ...options, open });
  return { ...made, survey, at: { space: made.space.slug, component: made.component.slug } };
}

/** The questionnaire of a component that is there already. */
export async function makeSurveyOf(
  site: Site,
  componentId: string,
  questions: readonly Question[] | undefined,
  {
    open = true,
    organisationId = site.organisationId,
  }: { open?: boolean; organisationId?: string } = {},
): Promise<Survey> {
  const act = { organisationId, by: null };
  const draft = await insertSpaceSurvey(site.db, act, componentId);
  if (questions) {
    const saved = await saveQuestions(site.db, act, draft, () => ({ questions }));
    if (!saved.ok) throw new Error(saved.refusal);
  }
  if (open) await openSurvey(site, draft.id, organisationId);
  return (await findSurveyOf(site.db, organisationId, { kind: 'component', id: componentId }))!;
}

/** Answers of one person: keys of choices, or a text, by place of the question from 1. */
export type Answers = Record<number, string | readonly string[]>;

/** Somebody without an account answers. */
export async function answer(site: Site, survey: Survey, answers: Answers): Promise<void> {
  const said = Object.entries(answers).filter(([, answer]) => answer !== '');
  const given = said.map(([place, answer]) => {
    const { id, kind } = survey.questions[Number(place) - 1]!;
    return {
      questionId: id,
      choices: kind === 'text' ? [] : [answer].flat(),
      text: kind === 'text' ? String(answer) : '',
    };
  });
  const marks = { form: randomUUID(), person: null };
  const done = await recordAnswers(site.db, site.organisationId, survey, marks, given);
  if (!done.ok) throw new Error(done.refusal);
}

export async function close(site: Site, survey: Survey): Promise<void> {
  const act = { organisationId: site.organisationId, by: null };
  if (!(await closeSurvey(site.db, act, survey.id))) throw new Error('It is not open.');
}
