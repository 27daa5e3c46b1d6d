import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { urls } from '../../src/urls.ts';
import { type BrowserSite, hasChromium, openBrowserSite } from '../browser.ts';
import { makePage, makeQuestion } from '../make/pages.ts';
import { makePerson } from '../make/people.ts';
import { listViolations } from './page-measures.ts';

describe.skipIf(!hasChromium)('R98 R186 pages of the organisation in a browser', () => {
  let site: BrowserSite;
  let session: string;
  beforeAll(async () => {
    site = await openBrowserSite();
    const officer = await makePerson(site, { roles: ['officer'] });
    session = officer.client.cookies.get('palabre')!;
  });
  afterAll(() => site?.close());

  it('R98 marks are put in by keyboard alone, the preview follows, and a draft is kept', async () => {
    const context = await site.open();
    await context.addCookies([{ name: 'palabre', value: session, url: site.origin }]);
    const page = await context.newPage();
    await page.goto(site.origin + urls.adminNewPage());
    const text = page.getByLabel('Texte (obligatoire)');
    const tools = page.getByRole('toolbar', { name: 'Mise en forme du texte', exact: true });
    await text.fill('un mot');
    await text.selectText();
    await page.keyboard.press('Shift+Tab');
    expect(await tools.getByRole('button', { name: 'Titre' }).evaluate(isFocused)).toBe(true);
    await page.keyboard.press('ArrowRight');
    expect(await tools.getByRole('button', { name: 'Gras' }).evaluate(isFocused)).toBe(true);
    await page.keyboard.press('Enter');
    expect(await text.inputValue()).toBe('**un mot**');
    expect(await text.evaluate(isFocused)).toBe(true);
    await page.keyboard.press('Control+z');
    expect(await text.inputValue(), 'taken back as anything typed').toBe('un mot');
    await text.selectText();
    await page.keyboard.press('Control+i');
    expect(await text.inputValue()).toBe('*un mot*');

    const preview = tools.getByRole('button', { name: 'Aperçu' });
    await preview.focus();
    await page.keyboard.press('Space');
    const part = page.locator('[data-preview="texte"]');
    await part.locator('em', { hasText: 'un mot' }).waitFor();
    await text.fill('## Un titre');
    await part.getByRole('heading', { name: 'Un titre' }).waitFor();
    expect(await listViolations(page)).toEqual([]);

    await page.getByText('Brouillon gardé à l’instant.').waitFor();
    await page.goto(site.origin + urls.adminNewPage());
    expect(await page.getByLabel('Texte (obligatoire)').inputValue()).toBe('## Un titre');
    await context.close();
  });

  it('R186 the address of a question opens it', async () => {
    await makeQuestion(site, { question: 'Qui peut voter ?' });
    await makePage(site);
    const context = await site.open();
    const page = await context.newPage();
    await page.goto(`${site.origin}${urls.faq()}#q-qui-peut-voter`);
    await page.getByText('Toute personne qui').waitFor();
    expect(await listViolations(page)).toEqual([]);
    await context.close();
  });
});

const isFocused = (one: Element): boolean => one === document.activeElement;
