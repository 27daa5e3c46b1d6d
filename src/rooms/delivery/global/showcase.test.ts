import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import {
  hiddenIn,
  type MadeRealisation,
  makeRealisation,
  typedDay,
} from '../../../../tests/make/realisations.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { haltRealisation } from '../halt.store.ts';
import { firstSentence, sentenceOf } from './showcase.ts';

let site: TestSite;
let officer: MadePerson;
let plain: MadeRealisation;
let pictured: MadeRealisation;
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'] });
  pictured = await makeRealisation(site, { title: 'Un café solidaire itinérant' });
  plain = await makeRealisation(site, { title: 'Des composteurs collectifs' });
});
afterAll(() => site.close());

const dayFromNow = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const at = ({ edition, project }: MadeRealisation) => ({ edition: edition.slug, project });
const show = async (more: Record<string, string> = {}) => {
  site.memory.forgetAll();
  return (await site.visitor().get(urls.globalDelivery({ vue: 'vitrine', ...more }))).main;
};

async function publishPicture(alt: string): Promise<void> {
  const { client } = officer;
  const bytes = await sharp({
    create: { width: 900, height: 600, channels: 3, background: '#D9A400' },
  })
    .jpeg()
    .toBuffer();
  await client.post(urls.adminNewPost(at(pictured)), { title: 'Premiers cafés', body: 'Servis.' });
  const post = client.path.split(/[/?]/).at(-1)!;
  const file = new File([new Uint8Array(bytes)], 'cafe.jpg', { type: 'image/jpeg' });
  await client.post(urls.adminPostPictures({ ...at(pictured), post }), { file, alt });
  await client.post(urls.adminPublishPost({ ...at(pictured), post }));
}

const sayOutcome = async (made: MadeRealisation, outcome: string) => {
  const { client } = officer;
  await client.get(urls.adminDelivery(at(made)));
  const mark = hiddenIn(client.main, 'mark');
  await client.post(urls.adminDelivery(at(made)), { mark, mode: 'team', outcome });
  return client;
};

describe('R85 the showcase of every edition', () => {
  it('R85 pictures come first, with their words, the edition, what it changed and the amount', async () => {
    expect(await show()).toMatch(/Des composteurs[\s\S]*Un café|Un café[\s\S]*Des composteurs/);
    await publishPicture('Une camionnette jaune, une table dehors');
    const client = await sayOutcome(pictured, 'Quarante  cafés par jour.');
    expect(client.main).toContain('value="Quarante cafés par jour."');
    const main = await show();
    expect(main.indexOf('Un café solidaire')).toBeLessThan(main.indexOf('Des composteurs'));
    expect(main).toContain('alt="Une camionnette jaune, une table dehors"');
    expect(main).toContain('Quarante cafés par jour.');
    expect(main).toContain(pictured.edition.title);
    expect(main).toMatch(/10\s000\s€/u);
    await site.visitor().get(urls.delivery(at(pictured)));
    expect((await site.visitor().get(urls.delivery(at(pictured)))).main).toContain(
      'Ce que cela a changé',
    );
    const only = await show({ edition: plain.edition.slug });
    expect(only).toContain('Des composteurs');
    expect(only).not.toContain('Un café solidaire');
    expect(await show({ etape: 'inaugure' })).toContain('Aucun projet ne répond à ces choix');
  });

  it('R85 a sentence too long is said beside its field, and nothing is kept of it', async () => {
    const client = await sayOutcome(plain, 'Très '.repeat(50));
    expect(client.status).toBe(422);
    expect(client.main).toContain('200 caractères au plus');
    expect(client.main).toContain('Très Très');
    expect(await show()).not.toContain('Très Très');
  });

  it('R85 what was abandoned stays, with its reason in place of what it would have changed', async () => {
    await sayOutcome(plain, 'Onze tonnes sauvées.');
    const named = { realisationId: plain.realisationId, number: plain.project, title: plain.title };
    const act = { organisationId: site.organisationId, by: officer.id };
    await haltRealisation(site.db, act, named, 'abandon', 'Le terrain est inondable.');
    const main = await show();
    expect(main).toContain('Abandonné');
    expect(main).toContain('Le terrain est inondable.');
    expect(main).not.toContain('Onze tonnes');
  });

  it('R85 R183 in a pre-electoral period nothing is shown off, and the list still informs', async () => {
    await officer.client.post(urls.adminPauses(), {
      motif: 'Élections municipales',
      ...typedDay('premier-jour', dayFromNow(-10)),
      ...typedDay('dernier-jour', dayFromNow(60)),
    });
    const main = await show();
    expect(main).toContain('Élections municipales');
    expect(main).not.toContain('Un café solidaire');
    site.memory.forgetAll();
    expect((await site.visitor().get(urls.globalDelivery())).main).toContain('Un café solidaire');
  });

  it('R85 one sentence is the first that ends with a word', () => {
    expect(firstSentence('Longueur 1,5 km. Puis 3. fin. Autre phrase.')).toBe('Longueur 1,5 km.');
    expect(firstSentence('Sans point')).toBe('Sans point');
    const told = { reason: '', outcome: '', told: 'Dit hier. Et plus.', summary: 'Voté.' };
    expect(sentenceOf(told)).toBe('Dit hier.');
  });
});
