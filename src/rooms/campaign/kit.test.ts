import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER, makeHeldProject } from '../../../tests/make/campaign.ts';
import { makeEdition } from '../../../tests/make/editions.ts';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { makePoll } from '../../../tests/make/polls.ts';
import { readPdf } from '../../../tests/read-pdf.ts';
import { scanQr, seePdf } from '../../../tests/see-pdf.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { openStorage } from '../../platform/files/index.ts';
import { urls } from '../../urls.ts';
import { cleanLogo, insertOrganisation, keepLogo } from '../organisations/index.ts';
import { extendPoll } from '../polls/opening/extension.store.ts';
import { importProjects } from '../projects/index.ts';
import type { Edition } from '../spaces/index.ts';
import { sumKitDownloads } from './kit-download.store.ts';
import { ALL_PIECES, PICTURES, PIECES, type Piece, PRINTED } from './piece.ts';

let site: TestSite;
let holder: MadePerson;
let edition: Edition;
let projectId: string;
beforeAll(async () => {
  site = await openTestSite();
  holder = await makePerson(site, { nickname: 'Zébulon' });
  ({ edition, projectId } = await makeHeldProject(site, holder.id));
});
afterAll(() => site.close());

const pathOf = (piece: Piece, of: Edition = edition, project: number = 1) =>
  urls.projectKit({ edition: of.slug, project, piece: PIECES[piece].file });

async function take(path: string): Promise<Uint8Array> {
  const answer = await site.visitor().send(path, undefined, BROWSER);
  expect(answer.status, path).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

/** Whether nothing is painted at the right of a sheet, in shares of its width and height. */
function isBlank(
  { pixels, width, height }: { pixels: Uint8Array; width: number; height: number },
  { from, top, bottom }: { from: number; top: number; bottom: number },
): boolean {
  for (let y = Math.ceil(top * height); y < bottom * height; y += 1)
    for (let x = Math.ceil(from * width); x < width; x += 1)
      if (pixels[(y * width + x) * 4]! < 250) return false;
  return true;
}

const plain = (text: string) => text.replaceAll(/\s+/g, ' ');

describe('R51 what is printed', () => {
  for (const piece of PRINTED)
    it(`R51 ${piece} is one tagged sheet whose words can be selected, and whose code leads to the project`, async () => {
      const file = await take(pathOf(piece));
      const { everything, values, places } = readPdf(file);
      const [sheet, ...more] = await seePdf(file);
      expect(more).toEqual([]);
      const { width, height } = sheet!;
      expect(height / width).toBeCloseTo(Math.SQRT2, 1);
      for (const words of [
        'Fleury',
        'Budget participatif 2026',
        'n° 1',
        'Un verger pour l’école des Tilleuls',
        'École des Tilleuls',
        '12 000 €',
        'Une idée de Zébulon',
        'Douze pommiers',
        'Vote du ',
      ])
        expect(plain(sheet!.text)).toContain(plain(words));
      expect(everything).toContain('/Lang (fr)');
      for (const tag of ['Document', 'H1', 'P', 'Figure'])
        expect(everything).toContain(`/S /${tag}`);
      const address = `http://localhost${urls.project({ edition: edition.slug, project: 1 })}`;
      expect(values('Alt').join()).toContain(address);
      expect(scanQr(sheet!)).toBe(address);
      // what a telephone reads leads somewhere
      const reader = site.visitor();
      await reader.get(new URL(address).pathname);
      expect(reader.main).toContain('Un verger pour l’école des Tilleuls');
      expect(places.length).toBeGreaterThan(8);
    });

  it('R51 names nobody but by the name they chose to show', async () => {
    const { everything, text } = readPdf(await take(pathOf('flyer-a5')));
    for (const secret of [holder.email, holder.id]) {
      expect(everything).not.toContain(secret);
      expect(text).not.toContain(secret);
    }
  });
});

describe('R51 whatever is written', () => {
  const WORST = {
    long: `Réaménager ${'la place du Marché et ses abords '.repeat(5)}`.slice(0, 120).trim(),
    wide: 'Anticonstitutionnellement'.repeat(4),
    emoji: '🌳🌻 Un jardin 👩‍👩‍👧 pour tous 🎉',
    arabic: 'حديقة مشتركة للجميع في الحي',
    marks: '<svg onload=alert(1)>&amp; "titre" \\(ps\\)',
  };
  for (const [what, title] of Object.entries(WORST))
    it(`R51 a title that is ${what} stays on its sheet and on its picture`, async () => {
      const held = await makeHeldProject(site, holder.id, {
        title,
        summary: `${title} `.repeat(40).slice(0, 4000).trim(),
        place: what === 'wide' ? 'x'.repeat(200) : title.slice(0, 100),
      });
      for (const piece of PRINTED) {
        const file = await take(pathOf(piece, held.edition));
        const [sheet, ...more] = await seePdf(file);
        expect(more).toEqual([]);
        expect(scanQr(sheet!)).toContain(held.edition.slug);
        const { places, everything } = readPdf(file);
        const { points } = sheet!;
        for (const { x, y } of places) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThan(points.width);
          expect(y).toBeLessThan(points.height);
        }
        expect(isBlank(sheet!, { from: 0.96, top: 0.24, bottom: 0.7 })).toBe(true);
        // glyph 0 is the empty box of a letter that the font does not have
        expect(everything).not.toMatch(/<0000>[^\]]*\] TJ/);
      }
      for (const piece of PICTURES)
        expect((await sharp(await take(pathOf(piece, held.edition))).metadata()).format).toBe(
          'png',
        );
    });

  it('R51 an imported title of two hundred signs too', async () => {
    const long = await makeEdition(site, { phase: 'campaign' });
    const title = 'Mettre en valeur les berges '.repeat(8).slice(0, 200);
    await importProjects(site.db, { organisationId: site.organisationId, by: null }, long.id, [
      { importedId: '7', number: 1, title, cost: 100_00 },
    ]);
    for (const piece of ALL_PIECES) await take(pathOf(piece, long));
  });
});

describe('R51 pictures for networks', () => {
  it('R51 have the sizes that networks ask for, the colour of the town, and are read at 360 pixels', async () => {
    for (const piece of PICTURES) {
      const file = await take(pathOf(piece));
      const { width, height, format } = await sharp(file).metadata();
      expect({ width, height, format }).toEqual({
        width: PIECES[piece].width,
        height: PIECES[piece].height,
        format: 'png',
      });
      const { data, info } = await sharp(file)
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      const at = (x: number, y: number) => [
        ...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3),
      ];
      const [red, green, blue] = at(6, 6) as [number, number, number];
      expect(Math.abs(red - 0x1b) + Math.abs(green - 0x6b) + Math.abs(blue - 0x3a)).toBeLessThan(
        12,
      );
      // dark words on light paper survive the width of a telephone
      const small = await sharp(file).resize(360).greyscale().stats();
      expect(small.channels[0]!.max - small.channels[0]!.min).toBeGreaterThan(150);
    }
  });

  it('R51 go with the link of the project’s page wherever it is shared', async () => {
    const reader = site.visitor();
    await reader.get(urls.project({ edition: edition.slug, project: 1 }));
    const picture = /property="og:image" content="([^"]+)"/.exec(reader.html)![1]!;
    expect(picture).toBe(`http://localhost${pathOf('picture-wide')}?apercu=1`);
    const words = '"og:image:alt" content="Un verger pour l’école des Tilleuls"';
    expect(reader.html).toContain(words);
    await reader.get(urls.projectShare({ edition: edition.slug, project: 1 }));
    expect(reader.html).toContain(words);
    await reader.get(urls.project({ edition: edition.slug, project: 1 }));
    expect(reader.main).toContain(urls.projectShare({ edition: edition.slug, project: 1 }));
  });
});

describe('R51 a kit that is never stale', () => {
  it('R51 is another file once a date, a title or the colour changes, and the same one until then', async () => {
    const { edition: voted, poll } = await makePoll(site, { costs: [100_00, 200_00] });
    const path = pathOf('poster-a4', voted);
    const first = await site.visitor().send(path);
    const etag = first.headers.get('etag')!;
    const again = await site.visitor().send(path, undefined, { 'if-none-match': etag });
    expect(again.status).toBe(304);
    expect((await site.visitor().send(path)).headers.get('etag')).toBe(etag);
    const before = plain((await seePdf(new Uint8Array(await first.arrayBuffer())))[0]!.text);
    const closesAt = new Date(poll.closesAt.getTime() + 3 * 86_400_000);
    const extended = await extendPoll(
      site.db,
      { organisationId: site.organisationId, by: null },
      poll.id,
      { closesAt, reason: 'Une panne du réseau' },
    );
    expect(extended.ok).toBe(true);
    const after = await site.visitor().send(path, undefined, { 'if-none-match': etag });
    expect(after.status).toBe(200);
    expect(plain((await seePdf(new Uint8Array(await after.arrayBuffer())))[0]!.text)).not.toBe(
      before,
    );
  });
});

describe('R51 the logo of the town', () => {
  it('R51 stands on what is printed and on what is shared', async () => {
    const town = await openTestSite();
    try {
      const { id } = await makePerson(town);
      const png = await sharp({
        create: { width: 600, height: 200, channels: 3, background: '#C2185B' },
      })
        .png()
        .toBuffer();
      const cleaned = await cleanLogo(site.config, new File([new Uint8Array(png)], 'logo.png'));
      if (!cleaned.ok) throw new Error(cleaned.refusal);
      const act = { organisationId: town.organisationId, by: id };
      await keepLogo(town.db, openStorage(town.config), act, cleaned.logo, 'Logo');
      const held = await makeHeldProject(town, id);
      const ask = async (piece: Piece) => {
        const answer = await town.visitor().send(pathOf(piece, held.edition));
        expect(answer.status, piece).toBe(200);
        return new Uint8Array(await answer.arrayBuffer());
      };
      for (const piece of PRINTED)
        expect(readPdf(await ask(piece)).everything).toContain('/Subtype /Image');
      for (const piece of PICTURES) {
        const data = await sharp(await ask(piece))
          .removeAlpha()
          .raw()
          .toBuffer();
        let pink = 0;
        for (let at = 0; at < data.length; at += 3)
          if (data[at]! > 170 && data[at + 1]! < 60 && data[at + 2]! > 60) pink += 1;
        expect(pink).toBeGreaterThan(5000);
      }
    } finally {
      await town.close();
    }
  });
});

describe('R51 who has a kit', () => {
  it('R51 nobody before the list is frozen, nor of a list, a number, a piece or a town that is not there', async () => {
    const open = await makeEdition(site, { phase: 'campaign' });
    const officer = await makePerson(site, { roles: ['officer'] });
    for (const path of [
      ...ALL_PIECES.map((piece) => pathOf(piece, open)),
      pathOf('poster-a4', edition, 2),
      urls.projectKit({ edition: edition.slug, project: 'x', piece: 'affiche-a4.pdf' }),
      urls.projectKit({ edition: edition.slug, project: 1, piece: 'affiche-a0.pdf' }),
      urls.projectKit({ edition: 'jamais-vue', project: 1, piece: 'affiche-a4.pdf' }),
      urls.projectShare({ edition: open.slug, project: 1 }),
    ])
      for (const client of [site.visitor(), officer.client])
        expect((await client.send(path)).status, path).toBe(404);
    await insertOrganisation(site.db, {
      slug: 'voisine',
      name: 'Voisine',
      host: 'voisine.localhost',
      kind: 'town',
      colour: '#1F3A8A',
      contactEmail: 'mairie@voisine.example',
      tagline: '',
      charter: 'Respect.',
    });
    const neighbour = site.visitor('voisine.localhost');
    expect((await neighbour.send(pathOf('poster-a4'))).status).toBe(404);
  });

  it('R51 downloads are counted by piece; a preview, a robot and a file still fresh are none', async () => {
    const path = pathOf('poster-a3');
    const sum = async () =>
      (await sumKitDownloads(site.db, site.organisationId, [projectId])).get(projectId);
    const before = (await sum())?.get('poster-a3') ?? 0;
    const etag = (await site.visitor().send(path, undefined, BROWSER)).headers.get('etag')!;
    await site.visitor().send(`${path}?apercu=1`, undefined, BROWSER);
    await site.visitor().send(path, undefined, { 'user-agent': 'Twitterbot/1.0' });
    await site.visitor().send(path, undefined, { ...BROWSER, 'if-none-match': etag });
    expect((await sum())!.get('poster-a3')).toBe(before + 1);
  });
});
