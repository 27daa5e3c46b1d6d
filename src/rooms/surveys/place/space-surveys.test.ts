import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeModeration } from '../../../../tests/make/moderation.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { makeComponent } from '../../../../tests/make/spaces.ts';
import { answer, close, makeSpaceSurvey } from '../../../../tests/make/surveys.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { findComponentById } from '../../consultations/index.ts';
import { findSurveyOf } from '../index.ts';
import { fieldOf } from '../survey.page.tsx';
import type { Survey } from '../survey.ts';

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

const tokenIn = ({ html }: SiteClient) => /name="jeton" value="([^"]+)"/.exec(html)![1]!;
const read = (survey: Survey) => findSurveyOf(site.db, site.organisationId, survey.place);
/** The form, shown a minute ago, with what is sent of it. */
async function openForm(client: SiteClient, path: string, version: number) {
  site.travel(null);
  await client.get(path);
  const sent = { jeton: tokenIn(client), version: String(version) };
  site.travel('1 minute');
  return sent;
}
/** Somebody who organises this space, and no other. */
async function organiserOf(space: { id: string }) {
  const person = await makePerson(site, { roles: ['space-organiser'], spaceId: space.id });
  return person.client;
}

describe('R98 a questionnaire in a space', () => {
  it('W3 is made, dated, closed and published by who organises this very space', async () => {
    const { space, theme } = await makeSpaceSurvey(site);
    const component = await makeComponent(site, space, {
      kind: 'survey',
      themeId: theme.id,
      title: 'Vos transports',
    });
    const at = { space: space.slug, component: component.slug };
    const organiser = await organiserOf(space);
    await organiser.get(urls.adminComponents(at));
    expect(organiser.main).toContain(urls.adminSpaceSurvey(at));
    // before it is made, whoever is led to it is told
    const visitor = site.visitor();
    await visitor.get(urls.spaceSurvey(at));
    expect(visitor.main).toContain('en préparation');
    await organiser.post(urls.adminSpaceSurvey(at));
    expect(organiser.path).toBe(urls.adminSpaceSurvey(at));
    expect(organiser.main).toContain('Ce sujet compte-t-il pour vous');
    await organiser.post(urls.adminSpaceSurveyDates(at), {
      'ouverture-day': '1',
      'ouverture-month': '1',
      'ouverture-year': '2020',
      'ouverture-time': '08:00',
      'cloture-day': '1',
      'cloture-month': '1',
      'cloture-year': '2090',
      'cloture-time': '20:00',
    });
    expect(organiser.path).toBe(urls.adminSpaceSurvey(at));
    // its card says the same
    const dated = await findComponentById(site.db, site.organisationId, component.id);
    expect(dated?.closesAt?.toISOString()).toBe('2090-01-01T19:00:00.000Z');
    await visitor.get(urls.spaceSurvey(at));
    expect(visitor.main).toContain('Vos transports');
    expect(visitor.main).toContain('Envoyer mes réponses');
    await organiser.post(urls.adminSpaceSurveyClose(at));
    await visitor.get(urls.spaceSurvey(at));
    expect(visitor.main).toContain('Le questionnaire est clos');
    await organiser.post(urls.adminSpaceSurveyPublish(at));
    await visitor.get(urls.spaceSurvey(at));
    expect(visitor.path).toBe(urls.spaceSurveyResults(at));
    // and not by who organises another one
    const other = await makeSpaceSurvey(site);
    const elsewhere = urls.adminSpaceSurvey(other.at);
    for (const path of [elsewhere, urls.adminSpaceSurveyCsv(other.at)])
      expect((await organiser.send(path)).status, path).toBe(404);
    expect((await organiser.send(urls.adminSpaceSurveyClose(other.at), {})).status).toBe(404);
    const facts = await site.db
      .selectFrom('fact')
      .select('kind')
      .where('kind', 'like', 'survey.%')
      .execute();
    expect(facts.map(({ kind }) => kind)).not.toContain('survey.answered');
  });

  it('several stand in a theme, each with its answers; once a person, once a form', async () => {
    const first = await makeSpaceSurvey(site);
    const field = fieldOf(first.survey.questions[0]!);
    const { client } = await makePerson(site);
    const path = urls.spaceSurvey(first.at);
    const one = await openForm(client, path, first.survey.version);
    const other = await openForm(client, path, first.survey.version);
    const sent = [one, other].map((form) => client.send(path, { ...form, [field]: '5' }));
    const statuses = (await Promise.all(sent)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([303, 409]);
    expect((await read(first.survey))!.answers).toBe(1);
    await client.get(path);
    expect(client.main).toContain('Vous avez déjà répondu');
  });

  it('W14 what is wrong is told beside it, and nothing typed is lost', async () => {
    const { survey, at } = await makeSpaceSurvey(site);
    const client = site.visitor();
    const path = urls.spaceSurvey(at);
    const sent = await openForm(client, path, survey.version);
    const [scale, , text] = survey.questions;
    await client.post(path, { ...sent, [fieldOf(scale!)]: '9', [fieldOf(text!)]: 'Gardez ceci' });
    expect(client.status).toBe(422);
    expect(client.main).toContain('choisissez parmi');
    expect(client.main).toContain('Gardez ceci');
  });

  it('nothing comes in once its space is closed, or by who is suspended', async () => {
    const { survey, at, space } = await makeSpaceSurvey(site);
    const path = urls.spaceSurvey(at);
    const suspended = await makePerson(site);
    const field = fieldOf(survey.questions[0]!);
    const sent = await openForm(suspended.client, path, survey.version);
    site.travel(null);
    const { moderator, reported } = await makeModeration(site);
    const { to } = await reported('Une idée', suspended);
    await moderator.client.post(to.suspend, {
      article: '2',
      mots: 'Ces mots blessent.',
      jours: '7',
    });
    site.travel('1 minute');
    await suspended.client.post(path, { ...sent, [field]: '5' });
    expect(suspended.client.status).toBe(403);
    expect(suspended.client.main).toContain('suspendu');
    const client = site.visitor();
    const late = await openForm(client, path, survey.version);
    site.travel(null);
    await officer.client.post(urls.adminSpaceClose({ space: space.slug }), { confirme: 'oui' });
    site.travel('1 minute');
    await client.post(path, { ...late, [field]: '5' });
    expect(client.status).toBe(409);
    expect((await read(survey))!.answers).toBe(0);
  });

  it('W3 W5 a private one is there for nobody else: pages, answers, exports, search, open data', async () => {
    const { survey, at, space } = await makeSpaceSurvey(site, {
      isPrivate: true,
      title: 'Zorglub confidentiel',
    });
    const stranger = await makePerson(site);
    const anonymous = site.visitor();
    const paths = [urls.spaceSurvey(at), urls.spaceSurveyThanks(at), urls.spaceSurveyResults(at)];
    const nowhere = async () => {
      for (const client of [anonymous, stranger.client])
        for (const path of paths) expect((await client.send(path)).status, path).toBe(404);
    };
    await nowhere();
    expect((await stranger.client.send(urls.spaceSurvey(at), {})).status).toBe(404);
    for (let person = 0; person < 12; person++) await answer(site, survey, { 1: '4' });
    await close(site, survey);
    const organiser = await organiserOf(space);
    await organiser.post(urls.adminSpaceSurveyPublish(at));
    await organiser.get(urls.spaceSurveyResults(at));
    expect(organiser.main).toContain('12 (100');
    await nowhere();
    for (const file of [urls.adminSpaceSurveyCsv(at), urls.adminSpaceSurveyXlsx(at)])
      expect((await stranger.client.send(file)).status).not.toBe(200);
    const found = await (await anonymous.send(urls.search({ q: 'Zorglub' }))).text();
    expect(found).not.toContain('confidentiel');
    const set = await (await anonymous.send('/donnees/questionnaires.csv')).text();
    expect(set).not.toContain('compte-t-il');
  });

  it('W8 leaves as files, small numbers left out of what everybody reads', async () => {
    const { survey, at, space } = await makeSpaceSurvey(site);
    for (let person = 0; person < 15; person++)
      await answer(site, survey, { 1: person < 12 ? '5' : '1', 3: person === 0 ? '=1+1' : '' });
    await close(site, survey);
    const organiser = await organiserOf(space);
    const csv = await (await organiser.send(urls.adminSpaceSurveyCsv(at))).text();
    expect(csv).toMatch(/1;[^\n]*;5\s: Beaucoup;12;15\r\n/);
    expect(csv).toContain("'=1+1");
    expect((await organiser.send(urls.adminSpaceSurveyXlsx(at))).status).toBe(200);
    await organiser.post(urls.adminSpaceSurveyPublish(at));
    const visitor = site.visitor();
    await visitor.get(urls.spaceSurveyResults(at));
    expect(visitor.main).toContain('non publié');
    expect(visitor.main).not.toContain('3 (');
  });
});
