import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { makeSpaceSurvey } from '../../../../tests/make/surveys.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { readCounts } from '../answer.store.ts';
import type { Question } from '../question.ts';
import { fieldOf, namesOf } from '../survey.page.tsx';
import { findSurveyOf } from '../survey.store.ts';

let site: TestSite;
let officer: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'], nickname: 'Agathe' });
});
afterAll(() => site.close());
beforeEach(async () => {
  site.travel(null);
  await site.db.deleteFrom('rate_counter').execute();
});

const words = (fr: string) => ({ fr, en: '' });
/** Do you cycle? Who does is asked where; everybody is asked to agree or not. */
function questionsOf(): [Question, Question, Question] {
  const decides: Question = {
    id: randomUUID(),
    kind: 'one',
    words: words('Roulez-vous à vélo ?'),
    choices: [words('Oui'), words('Non')],
    required: true,
  };
  return [
    decides,
    {
      id: randomUUID(),
      kind: 'text',
      words: words('Où roulez-vous ?'),
      choices: [],
      required: true,
      shownIf: { question: decides.id, choices: ['1'] },
    },
    {
      id: randomUUID(),
      kind: 'matrix',
      words: words('Êtes-vous d’accord ?'),
      rows: [words('Plus de pistes'), words('Moins de voitures')],
      choices: [words('Non'), words('Oui')],
      required: false,
    },
  ];
}
const tokenIn = ({ html }: SiteClient) => /name="jeton" value="([^"]+)"/.exec(html)![1]!;
const hiddenIn = ({ main }: SiteClient, name: string) =>
  new RegExp(`type="hidden" name="${name}" value="([^"]*)"`).exec(main)?.[1];

async function begin() {
  const questions = questionsOf();
  const made = await makeSpaceSurvey(site, { questions });
  const client = site.visitor();
  const path = urls.spaceSurvey(made.at);
  await client.get(path);
  const sent = { jeton: tokenIn(client), version: String(made.survey.version) };
  site.travel('1 minute');
  return { ...made, questions, client, path, sent };
}

describe('R98 a questionnaire that branches', () => {
  it('W14 is asked page by page without a script, back again too, and loses nothing', async () => {
    const { client, path, sent, questions, survey } = await begin();
    const [decides, where, table] = questions;
    expect(client.main).toContain('Roulez-vous');
    expect(client.main).not.toContain('Où roulez-vous');
    await client.post(path, { ...sent, page: '0', [fieldOf(decides)]: '1' });
    expect(client.status).toBe(200);
    expect(client.main).toContain('2. Où roulez-vous');
    expect(client.main).toContain('3. Êtes-vous d’accord');
    expect(hiddenIn(client, fieldOf(decides))).toBe('1');
    // what is missing is told on its page
    const [firstRow, secondRow] = namesOf(table) as [string, string];
    const second = { ...sent, page: '1', [fieldOf(decides)]: '1', [firstRow]: '1.2' };
    await client.post(path, second);
    expect(client.status).toBe(422);
    expect(client.main).toContain('Question 2');
    expect(client.main).toMatch(new RegExp(`name="${firstRow}"[^>]*value="1.2"[^>]*checked`));
    await client.post(path, { ...second, aller: 'retour' });
    expect(client.status).toBe(200);
    expect(client.main).toMatch(/value="1"[^>]*checked/);
    expect(hiddenIn(client, fieldOf(table))).toBe('1.2');
    await client.post(path, { ...second, [fieldOf(where)]: 'Partout.', [secondRow]: '2.1' });
    expect(client.path).toBe(`${path}/merci`);
    const counts = await readCounts(site.db, site.organisationId, survey.id);
    expect(Object.fromEntries(counts.get(table.id)!)).toEqual({ '': 1, '1.2': 1, '2.1': 1 });
    expect(Object.fromEntries(counts.get(where.id)!)).toEqual({ '': 1, '*': 1 });
  });

  it('W3 what is sent for a question that was not shown is not kept', async () => {
    const { client, path, sent, questions, survey } = await begin();
    const [decides, where] = questions;
    await client.post(path, {
      ...sent,
      page: '1',
      [fieldOf(decides)]: '2',
      [fieldOf(where)]: 'Jamais montrée.',
    });
    expect(client.path).toBe(`${path}/merci`);
    const counts = await readCounts(site.db, site.organisationId, survey.id);
    expect([...counts.keys()]).toEqual([decides.id]);
    const texts = await site.db
      .selectFrom('survey_text')
      .select('body')
      .where('survey_id', '=', survey.id)
      .execute();
    expect(texts).toEqual([]);
  });

  it('W14 is written in the office: a branch needs an answer before it, and keeps it', async () => {
    const { at, survey, questions } = await begin();
    site.travel(null);
    const [decides, where] = questions;
    const { client } = officer;
    const own = { ...at, question: where.id };
    await client.get(urls.adminSpaceSurveyQuestion(own));
    expect(client.main).toContain('1. Roulez-vous à vélo');
    const typed = {
      version: String(survey.version),
      question: 'Où roulez-vous ?',
      sorte: 'matrix',
      reponses: 'Jamais\nSouvent',
      lignes: '',
      condition: [`${decides.id}:1`, `${randomUUID()}:1`],
    };
    await client.post(urls.adminSpaceSurveyQuestion(own), typed);
    expect(client.status).toBe(422);
    expect(client.main).toContain('au moins une ligne');
    expect(client.main).toContain('une seule question');
    expect(client.main).toContain('Souvent');
    await client.post(urls.adminSpaceSurveyQuestion(own), {
      ...typed,
      lignes: 'En ville\nÀ la campagne',
      condition: `${decides.id}:2`,
    });
    expect(client.main).toContain('Posée si la réponse à la question 1 est');
    const read = async () =>
      (await findSurveyOf(site.db, site.organisationId, survey.place))!.questions;
    expect((await read())[1]).toMatchObject({
      kind: 'matrix',
      rows: [{ fr: 'En ville' }, { fr: 'À la campagne' }],
      shownIf: { question: decides.id, choices: ['2'] },
    });
    const before = await read();
    await client.post(urls.adminSpaceSurveyRemove({ ...at, question: decides.id }));
    expect(client.html).toContain('Une autre question dépend de celle-ci');
    await client.post(urls.adminSpaceSurveyMove(own), { vers: 'haut' });
    expect(await read()).toEqual(before);
  });
});
