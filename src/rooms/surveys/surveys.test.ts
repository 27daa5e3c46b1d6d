import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../tests/make/editions.ts';
import { makeIdea } from '../../../tests/make/ideas.ts';
import { mailsOf } from '../../../tests/make/mails.ts';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { answer, close, makeSurvey } from '../../../tests/make/surveys.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { insertOrganisation } from '../organisations/index.ts';
import type { Edition } from '../spaces/index.ts';
import { findSurvey, findSurveyFigures, type Survey, saveDates } from './index.ts';
import { fieldOf } from './survey.page.tsx';
import { ANSWERS_AN_HOUR } from './survey.ts';

let site: TestSite;
let officer: MadePerson;
let edition: Edition;
let survey: Survey;
let at: { edition: string };
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'], nickname: 'Agathe' });
});
afterAll(() => site.close());
beforeEach(async () => {
  site.travel(null);
  await site.db.deleteFrom('rate_counter').execute();
  edition = await makeEdition(site, { phase: 'delivery' });
  survey = await makeSurvey(site, edition);
  at = { edition: edition.slug };
});

const read = async () => (await findSurvey(site.db, site.organisationId, edition.id))!;
const tokenIn = ({ html }: SiteClient) => /name="jeton" value="([^"]+)"/.exec(html)![1]!;
const rows = (table: 'survey_answered' | 'survey_count' | 'survey_text') =>
  site.db.selectFrom(table).selectAll().where('survey_id', '=', survey.id).execute();
const field = (place: number) => fieldOf(survey.questions[place - 1]!);

/** What answers the two questions that must be, and more. */
const fields = (more: Record<string, string | readonly string[]> = {}) => ({
  [field(2)]: ['1', '4'],
  [field(7)]: '1',
  ...more,
});
/** The form, shown a minute ago, with what is sent of it. */
async function openForm(client = site.visitor()) {
  site.travel(null);
  await client.get(urls.survey(at));
  const sent = { jeton: tokenIn(client), version: String(survey.version) };
  site.travel('1 minute');
  return { client, sent };
}

describe('R64 everybody answers', () => {
  it('without an account, once a form; numbers and texts are kept apart from who answered', async () => {
    const { client, sent } = await openForm();
    expect(client.main).toContain('Comment y avez-vous participé');
    const post = () =>
      client.send(urls.survey(at), { ...fields({ [field(8)]: 'Plus de bancs.' }), ...sent });
    const sentThrice = await Promise.all([post(), post(), post()]);
    expect(sentThrice.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect((await read()).answers).toBe(1);
    expect(await rows('survey_answered')).toHaveLength(1);
    const counts = await rows('survey_count');
    expect(counts.filter(({ question_id }) => question_id === survey.questions[1]!.id)).toEqual(
      ['', '1', '4'].map((choice) => expect.objectContaining({ choice, people: 1 })),
    );
    expect((await rows('survey_text')).map(({ body }) => body)).toEqual(['Plus de bancs.']);
    // nothing else knows of it
    const facts = await site.db.selectFrom('fact').select('kind').execute();
    expect(facts.map(({ kind }) => kind).filter((kind) => /answered/.test(kind))).toEqual([]);
  });

  it('signed in, once a person: sent twice at the same instant there is one', async () => {
    const { client } = await makePerson(site);
    const one = await openForm(client);
    const other = await openForm(client);
    const answers = await Promise.all(
      [one, other].map(({ sent }) => client.send(urls.survey(at), { ...fields(), ...sent })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect((await read()).answers).toBe(1);
    await client.get(urls.survey(at));
    expect(client.main).toContain('Vous avez déjà répondu');
    // the database itself refuses a second mark
    const { mark } = await site.db
      .selectFrom('survey_answered')
      .select('mark')
      .where('survey_id', '=', survey.id)
      .executeTakeFirstOrThrow();
    await expect(
      site.db
        .insertInto('survey_answered')
        .values({ organisation_id: site.organisationId, survey_id: survey.id, mark })
        .execute(),
    ).rejects.toMatchObject({ constraint: 'survey_answered_once' });
  });

  it('a row of who answered holds neither account nor time, and is gone at the close', async () => {
    const { client, id, email } = await makePerson(site);
    const { sent } = await openForm(client);
    await client.post(urls.survey(at), { ...fields({ [field(8)]: 'Du calme.' }), ...sent });
    expect(client.path).toBe(urls.surveyThanks(at));
    const kept = await rows('survey_answered');
    expect(Object.keys(kept[0]!).sort()).toEqual(['mark', 'organisation_id', 'survey_id']);
    const all = [kept, await rows('survey_count'), await rows('survey_text')];
    expect(JSON.stringify(all)).not.toMatch(new RegExp(`${id}|${email}`));
    const columns = all.slice(1).flatMap((list) => Object.keys(list[0]!));
    expect(columns).not.toContain('mark');
    await close(site, survey);
    await site.runJobs();
    expect(await rows('survey_answered')).toEqual([]);
    expect((await rows('survey_text')).map(({ body }) => body)).toEqual(['Du calme.']);
  });

  it('texts stand in an order that is not that of their coming', async () => {
    const texts = Array.from({ length: 40 }, (_, n) => `Texte ${n}`);
    for (const text of texts) await answer(site, survey, { 8: text });
    const order = async () =>
      (await rows('survey_text')).sort((a, b) => a.place - b.place).map(({ body }) => body);
    const mixed = await order();
    expect([...mixed].sort()).toEqual([...texts].sort());
    expect(mixed).not.toEqual(texts);
    await close(site, survey);
    await site.runJobs();
    const again = await order();
    expect([...again].sort()).toEqual([...texts].sort());
    expect(again).not.toEqual(mixed);
  });

  it.each<[string, () => Record<string, string | string[]>, number, string]>([
    ['an unknown answer', () => ({ [field(7)]: '9' }), 422, 'choisissez parmi'],
    ['two answers to one', () => ({ [field(7)]: ['1', '2'] }), 422, 'une seule réponse'],
    ['no answer', () => ({ [field(7)]: '' }), 422, 'demande une réponse'],
    ['a long text', () => ({ [field(8)]: 'é'.repeat(1001) }), 422, 'au plus 1000'],
    ['another form’s sign', () => ({ jeton: 'faux' }), 422, 'plus valable'],
    ['a trap', () => ({ 'site-web': 'spam' }), 422, 'envoi automatique'],
    ['other questions', () => ({ version: '7' }), 409, 'ont changé'],
  ])('%s is refused in words, and nothing typed is lost', async (_, wrong, status, said) => {
    const { client, sent } = await openForm();
    const typed = fields({ [field(8)]: 'Gardez ceci', [field(4)]: '5', ...wrong() });
    await client.post(urls.survey(at), { ...sent, ...typed });
    expect(client.status).toBe(status);
    expect(client.main.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(said);
    if (!wrong()[field(8)]) expect(client.main).toContain('Gardez ceci');
    expect(client.main).toMatch(new RegExp(`name="${field(4)}"[^>]*value="5"[^>]*checked`));
    expect((await read()).answers).toBe(0);
    expect(await rows('survey_answered')).toEqual([]);
  });

  it('closed meanwhile: 409, with what was typed', async () => {
    const { client, sent } = await openForm();
    await close(site, survey);
    await client.post(urls.survey(at), { ...fields({ [field(8)]: 'Trop tard' }), ...sent });
    expect(client.status).toBe(409);
    expect(client.main).toContain('Trop tard');
    expect((await read()).answers).toBe(0);
    await client.get(urls.survey(at));
    expect(client.main).toContain('Le questionnaire est clos');
  });

  it('W10 so many an hour without work, whatever the network', async () => {
    const { client, sent } = await openForm();
    await client.send(urls.survey(at), { ...fields(), ...sent });
    await site.db.updateTable('rate_counter').set({ hits: ANSWERS_AN_HOUR.withoutWork }).execute();
    const next = await openForm();
    await next.client.post(urls.survey(at), { ...fields(), ...next.sent });
    expect(next.client.status).toBe(429);
    expect((await read()).answers).toBe(1);
  });

  it('another organisation has none of it, and an edition being prepared neither', async () => {
    await insertOrganisation(site.db, {
      slug: `ailleurs-${survey.id}`,
      name: 'Ailleurs',
      host: `${survey.id}.localhost`,
      kind: 'town',
      colour: '#1B6B3A',
      contactEmail: 'mairie@ailleurs.example',
      tagline: '',
      charter: 'Respect.',
    });
    const visitor = site.visitor(`${survey.id}.localhost`);
    for (const path of [urls.survey(at), urls.surveyResults(at), urls.surveyThanks(at)])
      expect((await visitor.send(path)).status, path).toBe(404);
    expect((await visitor.send(urls.survey(at), fields())).status).toBe(404);
    const preparing = await makeEdition(site, { open: false });
    await makeSurvey(site, preparing);
    const hidden = urls.survey({ edition: preparing.slug });
    expect((await site.visitor().send(hidden)).status).toBe(404);
  });
});

describe('R64 what was answered', () => {
  it('is read by nobody before the close; then public without small numbers, with its door', async () => {
    for (let n = 0; n < 30; n++)
      await answer(site, survey, {
        2: n < 20 ? ['1', '4'] : ['4'],
        7: n < 26 ? '1' : '3',
        8: n === 0 ? '=1+1' : n < 12 ? `Idée ${n}` : '',
      });
    const visitor = site.visitor();
    const door = (asks?: 'office') =>
      findSurveyFigures(site.db, site.organisationId, edition.id, asks);
    expect((await visitor.send(urls.surveyResults(at))).status).toBe(404);
    expect(await door('office')).toBeNull();
    for (const path of [urls.adminSurveyCsv(at), urls.adminSurveyXlsx(at)])
      expect((await officer.client.send(path)).status).toBe(404);
    await officer.client.post(urls.adminSurveyPublish(at));
    expect((await read()).publishedAt).toBeNull();
    await officer.client.get(urls.adminSurvey(at));
    expect(officer.client.main).toContain('>30<');

    await officer.client.post(urls.adminSurveyClose(at));
    expect(await door()).toBeNull();
    expect((await visitor.send(urls.surveyResults(at))).status).toBe(404);
    await officer.client.get(urls.adminSurveyResults(at));
    expect(officer.client.main).toContain('=1+1');
    expect(officer.client.main.includes('4 (13')).toBe(true);
    await officer.client.post(urls.adminSurveyPublish(at));
    await visitor.get(urls.survey(at));
    expect(visitor.path).toBe(urls.surveyResults(at));
    expect(visitor.main).toContain('20 (67');
    expect(visitor.main).not.toContain('Idée 3');
    const seven = (await door())!.questions[6]!;
    // four of thirty would be told by 30 − 26
    expect(seven.choices.map(({ people }) => people)).toEqual([null, 0, null]);
    expect((await door())!.questions[7]).toMatchObject({ kind: 'text', answered: 12, choices: [] });
    expect(visitor.main).toContain('non publié');
    await visitor.get(urls.edition(at));
    expect(visitor.main).toContain(urls.surveyResults(at));
  });

  it('W8 leaves as a file with its dictionary; no cell is a formula', async () => {
    await answer(site, survey, { 7: '1', 8: '=cmd|calc' });
    await close(site, survey);
    const csv = await (await officer.client.send(urls.adminSurveyCsv(at))).text();
    expect(csv).toContain('Numéro;Question;Sorte;Réponse;Personnes;Réponses à la question');
    expect(csv).toContain("'=cmd|calc;1;1");
    expect(csv).toMatch(/7;[^\n]*;Oui;1;1\r\n/);
    const file = await officer.client.send(urls.adminSurveyXlsx(at));
    const { default: readSpreadsheet } = await import('read-excel-file/node');
    const [answers, dictionary] = await readSpreadsheet(Buffer.from(await file.arrayBuffer()));
    expect(answers!.data.some((row) => row.includes('=cmd|calc'))).toBe(true);
    expect(dictionary!.data.slice(1).map((row) => row[0])).toEqual(answers!.data[0]);
  });
});

describe('R64 R134 the letter at the opening', () => {
  it('reaches those who took part and accept it, once, and none of them twice', async () => {
    const collecting = await makeEdition(site, { phase: 'collection' });
    const [holder, both, silent] = [
      await makePerson(site),
      await makePerson(site),
      await makePerson(site),
    ];
    await makeIdea(site, collecting, { authorId: holder.id });
    await makeIdea(site, collecting, { authorId: both.id, supports: 2 });
    await makeIdea(site, collecting, { authorId: silent.id });
    await site.db
      .insertInto('letter_preference')
      .values([
        {
          organisation_id: site.organisationId,
          person_id: silent.id,
          topic: 'editions',
          wanted: false,
        },
        {
          organisation_id: site.organisationId,
          person_id: both.id,
          topic: 'calendar',
          wanted: true,
        },
      ])
      .execute();
    const mails = await mailsOf(site, () => makeSurvey(site, collecting, { invites: true }));
    const invited = mails.filter(({ subject }) => subject.startsWith('Votre avis sur'));
    expect(invited).toHaveLength(4);
    const to = invited.map((mail) => mail.to);
    expect(to).toContain(holder.email);
    expect(to.filter((one) => one === both.email)).toHaveLength(1);
    expect(to).not.toContain(silent.email);
    // the same address for everybody
    const path = urls.survey({ edition: collecting.slug });
    for (const { text } of invited) expect(text).toMatch(new RegExp(`${path}\n`));
    const again = await mailsOf(site, async () => {
      const made = (await findSurvey(site.db, site.organisationId, collecting.id))!;
      const closesAt = new Date(made.closesAt!.getTime() + 60_000);
      const act = { organisationId: site.organisationId, by: null };
      const dates = { opensAt: made.opensAt!, closesAt, invites: true };
      expect(await saveDates(site.db, act, made.id, dates)).toEqual({ ok: true });
    });
    expect(again.filter(({ subject }) => subject.startsWith('Votre avis sur'))).toEqual([]);
  });
});
