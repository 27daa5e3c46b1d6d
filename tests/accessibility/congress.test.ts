import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signUp } from '../../src/rooms/meetings/sessions/sign-up.store.ts';
import { urls } from '../../src/urls.ts';
import { type BrowserSite, hasChromium, openBrowserSite } from '../browser.ts';
import { makeMeeting, makeSession } from '../make/meetings.ts';
import { makeSpacePage } from '../make/pages.ts';
import { type MadePerson, makePerson } from '../make/people.ts';
import { makeSpace } from '../make/spaces.ts';
import { listViolations } from './page-measures.ts';

/** Where somebody who looks at the pages has them written. */
const LOOK = process.env.PALABRE_LOOK;

describe.skipIf(!hasChromium)('pages of a space and of a congress in a browser', () => {
  let site: BrowserSite;
  beforeAll(async () => {
    site = await openBrowserSite();
  });
  afterAll(() => site?.close());

  async function look(person: MadePerson | null, pages: Record<string, string>) {
    for (const width of [360, 1280]) {
      const context = await site.open({ viewport: { width, height: 800 } });
      if (person)
        await context.addCookies([
          { name: 'palabre', value: person.client.cookies.get('palabre')!, url: site.origin },
        ]);
      const page = await context.newPage();
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(site.origin + path);
        if (LOOK) await page.screenshot({ path: `${LOOK}/${name}-${width}.png`, fullPage: true });
        expect(await listViolations(page), `${name} at ${width}`).toEqual([]);
        expect(await overflow(page), `${name} at ${width}`).toBeLessThanOrEqual(0);
      }
      await context.close();
    }
  }

  it('R98 pages of a space, their editor and their pictures', async () => {
    const { space, component } = await makeSpace(site, {
      kindOfComponent: 'pages',
      title: 'Grande consultation sur l’eau',
      componentTitle: 'Comprendre',
    });
    const at = { space: space.slug, component: component.slug };
    const page = await makeSpacePage(site, component, {
      body: '## D’où vient l’eau ?\n\nDe la nappe et du fleuve.\n\n[image 1]\n\n- un litre par jour\n- rien à l’arrosage',
    });
    const author = await makePerson(site, { roles: ['space-author'], spaceId: space.id });
    const drawn = await sharp({
      create: { width: 1200, height: 700, channels: 3, background: '#2f7f86' },
    })
      .jpeg()
      .toBuffer();
    const of = { ...at, page: page.slug };
    await author.client.post(urls.adminSpacePagePictures(of), {
      file: new File([new Uint8Array(drawn)], 'fleuve.jpg'),
      alt: 'Le fleuve au petit matin',
      'alt-en': '',
    });
    await look(null, { 'page-seule': urls.spacePages(at) });
    await makeSpacePage(site, component, { title: 'Et après ?', summary: 'Qui décide, et quand.' });
    await look(author, {
      sommaire: urls.spacePages(at),
      page: urls.spacePage(of),
      'office-pages': urls.adminSpacePages(at),
      editeur: urls.adminSpacePage(of),
      images: urls.adminSpacePagePictures(of),
      nouvelle: urls.adminSpaceNewPage(at),
    });
    const context = await site.open();
    await context.addCookies([
      { name: 'palabre', value: author.client.cookies.get('palabre')!, url: site.origin },
    ]);
    const editor = await context.newPage();
    await editor.goto(site.origin + urls.adminSpacePage(of));
    const text = editor.getByLabel('Texte (obligatoire)');
    await text.fill('Avant');
    const tools = editor.getByRole('toolbar', { name: 'Mise en forme du texte', exact: true });
    await tools.getByRole('button', { name: 'Image 1' }).click();
    expect(await text.inputValue()).toBe('Avant\n\n[image 1]\n');
    await context.close();
  });

  it('the programme of a congress, as it is read, signed up for and made', async () => {
    const meeting = await makeMeeting(site, {
      title: 'Les Rencontres de l’eau',
      inHours: 72,
    });
    const climate = await makeSession(site, meeting, 0, {
      title: 'L’eau et le climat : ce que disent les scientifiques',
      speakers: 'Jeanne Barret, hydrologue, et Ali Benali, maraîcher',
      room: 'Grande salle',
      description: 'Une heure pour comprendre, puis vos questions.',
      capacity: 1,
    });
    await makeSession(site, meeting, 60, { title: 'Atelier : réparer un robinet', minutes: 45 });
    await makeSession(site, meeting, 30, { title: 'La dette', room: 'Salle 2', capacity: 12 });
    const [reader, waiting, organiser] = [
      await makePerson(site),
      await makePerson(site),
      await makePerson(site, { roles: ['events'] }),
    ];
    for (const { id } of [reader, waiting])
      await signUp(site.db, site.organisationId, climate.id, id);
    const at = { meeting: meeting.number };
    const of = { ...at, session: climate.id };
    await look(null, { 'programme-visiteur': urls.programme(at), rencontre: urls.meeting(at) });
    await look(reader, { programme: urls.programme(at), 'mon-programme': urls.ownProgramme(at) });
    await look(organiser, {
      'programme-office': urls.programme(at),
      seance: urls.changeSession(of),
      'annuler-seance': urls.cancelSession(of),
      inscrits: urls.sessionPeople(of),
      'mon-programme-vide': urls.ownProgramme(at),
    });
  });
});

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
