import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Question } from '../../src/rooms/surveys/question.ts';
import { urls } from '../../src/urls.ts';
import { type BrowserSite, hasChromium, openBrowserSite } from '../browser.ts';
import { makePerson } from '../make/people.ts';
import { answer, close, makeSpaceSurvey } from '../make/surveys.ts';
import { listViolations } from './page-measures.ts';

const words = (fr: string) => ({ fr, en: '' });
const decides: Question = {
  id: randomUUID(),
  kind: 'one',
  words: words('Roulez-vous à vélo\u202f?'),
  choices: [words('Oui, presque tous les jours'), words('Non')],
  required: true,
};
const QUESTIONS: readonly Question[] = [
  decides,
  {
    id: randomUUID(),
    kind: 'text',
    words: words('Où roulez-vous le plus souvent\u202f?'),
    choices: [],
    required: false,
    shownIf: { question: decides.id, choices: ['1'] },
  },
  {
    id: randomUUID(),
    kind: 'matrix',
    words: words('Êtes-vous d’accord avec ces propositions\u202f?'),
    rows: [
      words('Davantage de pistes séparées des voitures'),
      words('Des garages fermés près des gares'),
      words('La ville à 30\u00a0km/h'),
    ],
    choices: [
      words('Pas du tout'),
      words('Plutôt non'),
      words('Plutôt oui'),
      words('Tout à fait'),
      words('Je ne sais pas'),
    ],
    required: false,
  },
];

describe.skipIf(!hasChromium)('R98 W14 questionnaires of a space, on a narrow screen', () => {
  let site: BrowserSite;
  beforeAll(async () => {
    site = await openBrowserSite();
  });
  afterAll(() => site?.close());

  /** Nothing is wrong with the page, and nothing of it lies beside the screen. */
  async function look(page: Page) {
    expect(await listViolations(page)).toEqual([]);
    const beside = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beside).toBe(0);
  }

  const viewport = { width: 360, height: 740 };

  it('a branch and a table are answered, back again too', async () => {
    const { at } = await makeSpaceSurvey(site, { questions: QUESTIONS });
    const visiting = await site.open({ viewport });
    const page = await visiting.newPage();
    await page.goto(site.origin + urls.spaceSurvey(at));
    await look(page);
    await page.getByLabel('Oui, presque tous les jours').check();
    await page.getByRole('button', { name: 'Continuer' }).click();
    await page.getByText('3. Êtes-vous d’accord').waitFor();
    await look(page);
    await page.getByRole('button', { name: 'Revenir en arrière' }).click();
    expect(await page.getByLabel('Oui, presque tous les jours').isChecked()).toBe(true);
    await visiting.close();
  });

  it('the office previews them and reads what was answered', async () => {
    const { survey, at, space } = await makeSpaceSurvey(site, { questions: QUESTIONS });
    for (let person = 0; person < 24; person++)
      await answer(site, survey, { 1: '2', 3: ['1.4', person < 12 ? '2.3' : '2.1', '3.2'] });
    const officer = await makePerson(site, { roles: ['space-organiser'], spaceId: space.id });
    const context = await site.open({ viewport });
    const session = officer.client.cookies.get('palabre')!;
    await context.addCookies([{ name: 'palabre', value: session, url: site.origin }]);
    const office = await context.newPage();
    await close(site, survey);
    for (const path of [
      urls.adminSpaceSurvey(at),
      urls.adminSpaceSurveyPreview(at),
      urls.adminSpaceSurveyResults(at),
    ]) {
      await office.goto(site.origin + path);
      await look(office);
    }
    await officer.client.post(urls.adminSpaceSurveyPublish(at));
    await office.goto(site.origin + urls.spaceSurveyResults(at));
    await look(office);
    await context.close();
  });

  it('the office writes a question that depends on another', async () => {
    const { at } = await makeSpaceSurvey(site, { questions: QUESTIONS, open: false });
    const officer = await makePerson(site, { roles: ['officer'] });
    const context = await site.open({ viewport });
    const session = officer.client.cookies.get('palabre')!;
    await context.addCookies([{ name: 'palabre', value: session, url: site.origin }]);
    const office = await context.newPage();
    const question = QUESTIONS[1]!.id;
    await office.goto(site.origin + urls.adminSpaceSurveyQuestion({ ...at, question }));
    await office.getByText('Ne la poser qu’à certaines personnes').waitFor();
    await look(office);
    await office.goto(site.origin + urls.adminSpaceSurvey(at));
    await look(office);
    await context.close();
  });
});
