import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KIND_NAMES, type KindName, makeKind } from '../../../../tests/make/kinds.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { type MadePoll, makeFrozenEdition } from '../../../../tests/make/polls.ts';
import { readPdf } from '../../../../tests/read-pdf.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { insertOrganisation } from '../../organisations/index.ts';
import { layOutBallot, listVoidings } from './ballot-sheet.ts';

let site: TestSite;
let office: SiteClient;
beforeAll(async () => {
  site = await openTestSite();
  office = (await makePerson(site, { roles: ['officer'] })).client;
});
afterAll(() => site.close());

const LONG =
  'Des arbres et des bancs le long de la promenade, de l’école Jean-Moulin jusqu’au stade municipal, au-delà du pont';
const usual = { format: 'A4', letters: 'normal', lang: 'fr' };
/** Lines end where there is no room left: what matters is that nothing is missing. */
const squash = (words: string) => words.replaceAll(/\s/g, '');

async function print({ edition }: MadePoll, look: Record<string, string> = {}) {
  const address = urls.adminPollBallotPdf({ edition: edition.slug }, { ...usual, ...look });
  const answer = await office.send(address);
  expect(answer.status, address).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w-]+\.pdf"$/);
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { bytes, ...readPdf(bytes) };
}

const gestures: Record<KindName, string[]> = {
  approval: ['Cochez de 1 à 3 cases.', 'il compte plus de 3 choix', 'Coût'],
  'choose-one': ['Cochez une seule case.', 'il compte plus d’un choix'],
  knapsack: [
    'de 2 000 € à 6 000 € de projets',
    'le total des coûts dépasse la somme permise',
    'sur 6 000 € au plus',
  ],
  cumulative: [
    'Écrivez un nombre de points',
    '10 points à partager',
    '5 points au plus par case',
    'sur 10 au plus',
  ],
  scoring: ['Écrivez un nombre de points', '4 points au plus par case'],
  ordinal: ['et ainsi de suite jusqu’à 3 au plus', 'deux cases portent le même rang', 'Rang'],
  stv: ['et ainsi de suite jusqu’à 4 au plus', 'Adèle Fontaine', 'Driss Benali'],
  judgment: [
    'cochez la case qui dit votre avis',
    'Coup de cœur',
    'compte comme « Je ne suis pas convaincu·e »',
    'deux cases sont cochées sur une même ligne',
  ],
  'yes-no': ['cochez une seule case', 'Oui', 'Non', 'Je m’abstiens', 'comme une abstention'],
  districts: [
    'Quartier : Centre',
    'Toute la ville : 1 projet au moins',
    'Thème « Sport » : de 1 à 2 projets',
  ],
};

describe('a printed ballot', () => {
  it.each(KIND_NAMES)('R54 holds everything of its poll, on one sheet: %s', async (name) => {
    const made = await makeKind(site, name);
    const { poll } = made;
    const district = poll.settings.envelopes.find(({ oneOf }) => oneOf);
    const { text, pages, everything, values } = await print(
      made,
      district && { district: district.key },
    );
    expect(pages).toBe(1);
    const words = squash(text);
    for (const said of [
      poll.title,
      'Vote ouvert du',
      'Comment voter',
      ...gestures[name],
      'il porte un nom, une signature',
      `Scrutin ${poll.manifestHash.slice(0, 8)}`,
    ])
      expect(words).toContain(squash(said));
    const shown = poll.options.filter(
      ({ envelope }) =>
        !poll.settings.envelopes.some(
          (one) => one.key === envelope && one.oneOf && one !== district,
        ),
    );
    for (const { label } of shown) expect(words).toContain(squash(label));
    for (const { label } of poll.options.filter((option) => !shown.includes(option)))
      expect(words).not.toContain(squash(label));
    expect(everything).toContain('/Lang (fr)');
    expect(values('Title')[0]).toContain(poll.title);
    for (const tag of ['H1', 'H2', 'Table', 'TR', 'TH', 'TD', 'Figure'])
      expect(everything).toContain(`/S /${tag}`);
    expect(values('Alt').length).toBeGreaterThanOrEqual(shown.length);
  });

  it('R54 is drawn in black ink alone, and every copy is the same: none has a number', async () => {
    const made = await makeKind(site, 'approval');
    const [one, other] = [await print(made), await print(made)];
    expect(one.bytes.equals(other.bytes)).toBe(true);
    expect(one.text).not.toMatch(/bulletin n°/i);
    const inks = [...one.everything.matchAll(/([\d.]+ [\d.]+ [\d.]+) (?:scn|SCN)\b/g)];
    expect(new Set(inks.map(([, ink]) => ink))).toEqual(new Set(['0 0 0']));
  });

  it('R54 has large letters and speaks English where that is asked for, on half a sheet', async () => {
    const made = await makeKind(site, 'judgment', { titleOf: (number) => `${LONG} ${number}` });
    const { text, everything, pages } = await print(made, {
      format: 'A5',
      letters: 'large',
      lang: 'en',
    });
    const sizes = [...everything.matchAll(/\/F\d+ ([\d.]+) Tf/g)].map(([, size]) => Number(size));
    // heads and feet, which are said again, are a little smaller
    expect(new Set(sizes.filter((size) => size < 18))).toEqual(new Set([14]));
    expect(everything).toContain('/Lang (en)');
    expect(everything).toContain('/MediaBox [0 0 419.53 595.28]');
    const words = squash(text);
    expect(words).toContain(squash('On each line, tick the box that says what you think'));
    for (const { label } of made.poll.options) expect(words).toContain(squash(label));
    // five lines of four answers each, with their words beside every box
    expect(text.match(/Coup de cœur/g)).toHaveLength(5);
    expect(pages).toBeGreaterThan(2);
    expect(text.match(/Continued overleaf/g)).toHaveLength(Math.floor(pages / 2));
  });

  it('R54 cuts nothing of two hundred projects with long titles, in the order of the list', async () => {
    const made = await makeKind(site, 'districts', {
      size: 200,
      titleOf: (number) => `${LONG} ${number}`,
    });
    const [town, centre] = made.poll.settings.envelopes;
    const { text, pages } = await print(made, { district: centre!.key });
    const words = squash(text);
    const inOrder = [town!, centre!].flatMap(({ key }) =>
      made.poll.options.filter(({ envelope }) => envelope === key),
    );
    let from = 0;
    for (const { label, key } of inOrder) {
      const at = words.indexOf(squash(`${Number(key)}${label}`), from);
      expect(at, label).toBeGreaterThanOrEqual(from);
      from = at + 1;
    }
    expect(pages).toBeGreaterThan(5);
    // the heads of the columns stand on every sheet, and once more for the second part
    expect(text.match(/^Coût$/gm)!.length).toBeGreaterThanOrEqual(pages);
    expect(text.match(/page \d+ sur \d+/g)).toHaveLength(pages);
  });
});

describe('what makes a printed ballot void', () => {
  it('R54 is only what the box would refuse, and a name where the vote is secret', async () => {
    const { poll } = await makeKind(site, 'knapsack');
    const sheet = layOutBallot(poll, null);
    const refused = ['empty', 'over-cost', 'under-cost'];
    expect(listVoidings(poll, sheet)).toEqual(['recognisable', ...refused]);
    expect(listVoidings({ ...poll, profile: 'P0' }, sheet)).toEqual(refused);
    const asked = { ...poll, minimumChoices: 2, maximumChoices: 3 };
    expect(listVoidings(asked, layOutBallot(asked, null))).toEqual(
      expect.arrayContaining(['too-few', 'too-many']),
    );
  });
});

describe('what an office prints', () => {
  it('R54 is asked for on a page that says what is missing', async () => {
    const { edition } = await makeKind(site, 'districts');
    const at = { edition: edition.slug };
    await office.get(urls.adminPoll(at));
    expect(office.html).toContain(`href="${urls.adminPollPrint(at)}"`);
    await office.get(urls.adminPollPrint(at));
    expect(office.html).toContain('Bulletins à imprimer');
    await office.get(urls.adminPollBallotPdf(at, { format: 'A3', letters: 'large', lang: 'fr' }));
    expect(office.status).toBe(422);
    expect(office.html).toContain('Choisissez le format');
    expect(office.html).toContain('Choisissez le quartier du bulletin.');
    expect(office.html).toMatch(/value="large"[^>]*checked/);
    await office.get(urls.adminPollCoverPdf(at, { point: 'x'.repeat(81) }));
    expect(office.status).toBe(422);
    expect(office.html).toContain('80 caractères au plus');
  });

  it('R54 includes a cover for each batch, with two names and nothing that is known left to write', async () => {
    const { edition, poll } = await makeKind(site, 'approval');
    const at = { edition: edition.slug };
    const answer = await office.send(
      urls.adminPollCoverPdf(at, { point: 'Médiathèque', batch: 'Lot 12' }),
    );
    const { text, pages } = readPdf(new Uint8Array(await answer.arrayBuffer()));
    expect(pages).toBe(1);
    for (const said of [
      poll.title,
      poll.manifestHash.slice(0, 8),
      'Médiathèque',
      'Lot 12',
      'Nombre de bulletins',
      'Première',
      'Seconde',
      'Signature',
      'Bulletins mis à part',
    ])
      expect(text).toContain(said);
  });

  it('R54 is for officers, of this organisation, once a poll is opened', async () => {
    const { edition } = await makeKind(site, 'approval');
    const unopened = await makeFrozenEdition(site);
    const resident = (await makePerson(site)).client;
    const organisation = { name: 'Autreville', host: 'autreville.localhost' };
    const id = await insertOrganisation(site.db, {
      ...organisation,
      slug: 'autreville',
      kind: 'town',
      colour: '#1B6B3A',
      contactEmail: 'mairie@autreville.example',
      tagline: '',
      charter: 'Je participe.',
    });
    const elsewhere = await makePerson(site, {
      roles: ['officer'],
      organisation: { ...organisation, id },
    });
    for (const address of [
      urls.adminPollPrint,
      urls.adminPollBallotPdf,
      urls.adminPollCoverPdf,
    ] as const) {
      const asked = (slug: string) => address({ edition: slug }, usual);
      expect((await office.send(asked(unopened.slug))).status).toBe(404);
      expect((await office.send(asked('jamais-vue'))).status).toBe(404);
      expect((await elsewhere.client.send(asked(edition.slug))).status).toBe(404);
      expect((await resident.send(asked(edition.slug))).status).toBe(403);
      expect((await site.visitor().send(asked(edition.slug))).status).toBe(303);
      expect((await office.send(asked(edition.slug))).status).toBe(200);
    }
  });
});
