import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addField, giveLabel } from '../../src/rooms/profiles/index.ts';
import { urls } from '../../src/urls.ts';
import { type BrowserSite, hasChromium, openBrowserSite } from '../browser.ts';
import { addressIn, makeEdition } from '../make/editions.ts';
import { makeIdea } from '../make/ideas.ts';
import { type MadePerson, makePerson } from '../make/people.ts';
import { listOverflows, listViolations } from './page-measures.ts';

describe.skipIf(!hasChromium)('R95 R106 R135 R136 pages of profiles in a browser', () => {
  let site: BrowserSite;
  let admin: MadePerson;
  let ideas: string;
  beforeAll(async () => {
    site = await openBrowserSite();
    admin = await makePerson(site, { roles: ['administrator'] });
    const act = { organisationId: site.organisationId, by: admin.id };
    const empty = { questionEn: '', choicesEn: [], choices: [], bounds: [] };
    const age = { ...empty, kind: 'band' as const, question: 'Quel âge avez-vous ?' };
    await addField(site.db, act, randomUUID(), { ...age, bounds: [15, 25, 40, 55, 70] });
    const speaker = await makePerson(site, { nickname: 'Voix de la commission' });
    await giveLabel(site.db, act, speaker.id, 'Commission Énergie');
    const edition = await makeEdition(site, { phase: 'collection' });
    await makeIdea(site, edition, { authorId: speaker.id, title: 'Des panneaux solaires' });
    ideas = addressIn(edition, 'idees');
    const choices = ['Une femme', 'Un homme'];
    const gender = { ...empty, kind: 'choice' as const, question: 'Vous êtes', choices };
    await addField(site.db, act, randomUUID(), gender);
  });
  afterAll(() => site?.close());

  it('R95 R106 at 360 px axe finds nothing, and nothing is wider than the screen', async () => {
    const context = await site.open();
    const session = admin.client.cookies.get('palabre')!;
    await context.addCookies([{ name: 'palabre', value: session, url: site.origin }]);
    const page = await context.newPage();
    for (const path of [
      urls.profileFields({ modele: 'sexe' }),
      urls.profileFigures(),
      urls.officialAccounts(),
      urls.publicProfile({ person: 'Voix de la commission' }),
      ideas,
      urls.ownProfile(),
      urls.ownProfile({ vers: urls.home() }),
    ]) {
      await page.goto(site.origin + path);
      expect(await listViolations(page), path).toEqual([]);
      expect(await listOverflows(page), path).toEqual([]);
      if (process.env.SHOTS)
        await page.screenshot({
          path: `${process.env.SHOTS}/${path.replaceAll(/\W+/g, '_')}.png`,
          fullPage: true,
        });
    }
    await context.close();
  });
});
