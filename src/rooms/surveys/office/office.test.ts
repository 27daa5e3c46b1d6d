import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFactsAbout, makeEdition } from '../../../../tests/make/editions.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { answer, close, makeSurvey } from '../../../../tests/make/surveys.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { insertOrganisation } from '../../organisations/index.ts';
import type { Edition } from '../../spaces/index.ts';
import { findSurvey } from '../index.ts';

let site: TestSite;
let officer: MadePerson;
let edition: Edition;
let at: { edition: string };
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'], nickname: 'Agathe' });
  edition = await makeEdition(site, { phase: 'delivery', districts: ['Centre', 'Gare'] });
  at = { edition: edition.slug };
});
afterAll(() => site.close());

const read = async ({ id } = edition) => (await findSurvey(site.db, site.organisationId, id))!;
const QUESTION = {
  question: 'Comment rendre le vote plus simple ?',
  sorte: 'several',
  reponses: 'Plus de lieux\nPlus de temps',
};
const dates = (opens: string, closes: string) => ({
  'ouverture-day': '1',
  'ouverture-month': '3',
  'ouverture-year': opens,
  'ouverture-time': '09:00',
  'cloture-day': '31',
  'cloture-month': '3',
  'cloture-year': closes,
  'cloture-time': '18:00',
});

describe('R64 the office prepares a questionnaire', () => {
  it('from the preset, with the districts of the edition; changes, moves, removes, previews, opens', async () => {
    const { client } = officer;
    await client.get(urls.adminSurvey(at));
    expect(client.main).toContain('Préparer le questionnaire');
    await Promise.all([1, 2].map(() => client.send(urls.adminSurvey(at), {})));
    const made = await read();
    expect(made.questions).toHaveLength(10);
    expect(made.questions[9]!.choices.map(({ fr }) => fr)).toEqual(['Centre', 'Gare']);
    // being prepared it is nobody else's
    expect((await site.visitor().send(urls.survey(at))).status).toBe(404);

    await client.get(urls.adminSurveyQuestion({ ...at, question: 'nouvelle' }));
    await client.post(urls.adminSurveyQuestion({ ...at, question: 'nouvelle' }), {
      ...QUESTION,
      reponses: 'Une seule',
      version: '1',
    });
    expect(client.status).toBe(422);
    expect(client.main).toContain('href="#reponses"');
    expect(client.main).toContain('Comment rendre le vote plus simple');
    const stale = await makeStale();
    await client.post(urls.adminSurveyQuestion({ ...at, question: 'nouvelle' }), {
      ...QUESTION,
      version: '1',
    });
    expect(client.path).toBe(urls.adminSurvey(at));
    const added = (await read()).questions.at(-1)!;
    expect(added).toMatchObject({ kind: 'several', required: false });
    // a form made before is not written over it, and keeps what was typed
    await client.post(stale, { ...QUESTION, question: 'Et autrement ?', version: '1' });
    expect(client.status).toBe(409);
    expect(client.main).toContain('value="Et autrement ?"');

    const one = { ...at, question: added.id };
    await client.post(urls.adminSurveyMove(one), { vers: 'haut' });
    expect((await read()).questions[9]!.id).toBe(added.id);
    await client.post(urls.adminSurveyRemove({ ...at, question: made.questions[0]!.id }));
    expect((await read()).questions).toHaveLength(10);
    await client.post(urls.adminSurveyIntroduction(at), { introduction: 'Trois minutes.' });
    await client.get(urls.adminSurveyPreview(at));
    expect(client.main).toContain('Trois minutes.');
    expect(client.main).not.toContain('name="jeton"');

    await client.post(urls.adminSurveyDates(at), dates('2199', '2198'));
    expect(client.status).toBe(422);
    expect(client.main).toContain('La clôture vient après');
    await client.post(urls.adminSurveyDates(at), { ...dates('2199', '2199'), 'cloture-day': '40' });
    expect(client.status).toBe(422);
    expect(client.main).toContain('value="40"');
    await client.post(urls.adminSurveyDates(at), dates('2199', '2199'));
    expect(client.path).toBe(urls.adminSurvey(at));
    expect((await read()).opensAt!.toISOString()).toBe('2199-03-01T08:00:00.000Z');
    const visitor = site.visitor();
    await visitor.get(urls.survey(at));
    expect(visitor.main).toContain('ouvre le');
    await visitor.get(urls.edition(at));
    expect(visitor.main).not.toContain(urls.survey(at));
    const kinds = (await listFactsAbout(site, made.id)).map(({ kind }) => kind);
    expect(kinds[0]).toBe('survey.made');
    expect(kinds.at(-1)).toBe('survey.dated');
  });

  const makeStale = async () =>
    urls.adminSurveyQuestion({ ...at, question: (await read()).questions[1]!.id });

  it('what somebody answered to stays as it was asked; closed, it does not open again', async () => {
    const asked = await makeEdition(site, { phase: 'delivery' });
    const survey = await makeSurvey(site, asked);
    const here = { edition: asked.slug };
    const { client } = officer;
    const visitor = site.visitor();
    await visitor.get(urls.edition(here));
    expect(visitor.main).toContain(urls.survey(here));
    await answer(site, survey, { 7: '1' });
    const question = survey.questions[0]!.id;
    await client.post(urls.adminSurveyRemove({ ...here, question }));
    await client.post(urls.adminSurveyMove({ ...here, question }), { vers: 'bas' });
    await client.post(urls.adminSurveyQuestion({ ...here, question }), {
      ...QUESTION,
      version: String(survey.version),
    });
    expect(client.status).toBe(409);
    expect((await read(asked)).questions).toEqual(survey.questions);
    await expect(
      site.db.updateTable('survey').set({ questions: '[]' }).where('id', '=', survey.id).execute(),
    ).rejects.toMatchObject({ constraint: 'survey_keeps_its_questions' });
    await client.get(urls.adminSurvey(here));
    expect(client.main).toContain('les questions ne changent plus');
    await close(site, survey);
    await client.post(urls.adminSurveyDates(here), dates('2199', '2199'));
    expect((await read(asked)).closesAt!.getFullYear()).toBeLessThan(2199);
  });

  it('W3 is for those who run it, of this very organisation', async () => {
    const other = await makeEdition(site, { phase: 'collection' });
    await makeSurvey(site, other);
    const here = { edition: other.slug };
    const host = 'ailleurs.localhost';
    const id = await insertOrganisation(site.db, {
      slug: 'ailleurs',
      name: 'Ailleurs',
      host,
      kind: 'town',
      colour: '#1B6B3A',
      contactEmail: 'mairie@ailleurs.example',
      tagline: '',
      charter: 'Respect.',
    });
    const organisation = { id, name: 'Ailleurs', host };
    const elsewhere = await makePerson(site, { roles: ['officer'], organisation });
    const resident = await makePerson(site);
    const pages = [
      urls.adminSurvey(here),
      urls.adminSurveyDates(here),
      urls.adminSurveyPreview(here),
      urls.adminSurveyResults(here),
      urls.adminSurveyCsv(here),
      urls.adminSurveyXlsx(here),
    ];
    for (const path of pages) {
      expect((await elsewhere.client.send(path)).status, path).toBe(404);
      expect((await resident.client.send(path)).status, path).toBeGreaterThanOrEqual(403);
    }
    for (const path of [urls.adminSurveyPublish(here), urls.adminSurveyClose(here)])
      expect((await elsewhere.client.send(path, {})).status, path).toBe(404);
  });
});
