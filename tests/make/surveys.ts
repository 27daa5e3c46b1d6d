import { randomUUID } from 'node:crypto';
import { readNow } from '../../src/platform/database/database.ts';
import {
  findSurvey,
  insertSurvey,
  recordAnswers,
  type Survey,
  saveDates,
} from '../../src/rooms/surveys/index.ts';
import { closeSurvey } from '../../src/rooms/surveys/survey.store.ts';
import type { TestSite } from '../site-client.ts';

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
  if (open) {
    const minute = Math.floor((await readNow(site.db)).getTime() / 60_000) * 60_000;
    const dates = {
      opensAt: new Date(minute - DAY / 24),
      closesAt: new Date(minute + 10 * DAY),
      invites,
    };
    const saved = await saveDates(site.db, act, made.id, dates);
    if (!saved.ok) throw new Error(JSON.stringify(saved));
  }
  return (await findSurvey(site.db, organisationId, edition.id))!;
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
