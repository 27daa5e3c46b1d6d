import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER, makeHeldProject } from '../../../tests/make/campaign.ts';
import { makeEdition } from '../../../tests/make/editions.ts';
import { makeIdea } from '../../../tests/make/ideas.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { countPurple, givePhoto } from '../../../tests/make/photos.ts';
import { readPdf } from '../../../tests/read-pdf.ts';
import { scanQr, seePdf } from '../../../tests/see-pdf.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import type { Edition } from '../spaces/index.ts';
import { PICTURES, PIECES, type Piece, PRINTED } from './piece.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const pathOf = (piece: Piece, { slug: edition }: Edition) =>
  urls.projectKit({ edition, project: 1, piece: PIECES[piece].file });

async function take(path: string): Promise<Uint8Array> {
  const answer = await site.visitor().send(path, undefined, BROWSER);
  expect(answer.status, path).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

const plain = (text: string) => text.replaceAll(/\s+/g, ' ');

describe('R51 the photo of a project', () => {
  it('R51 stands on all that is printed and shared, with its words, and leaves everything else readable', async () => {
    const author = await makePerson(site, { nickname: 'Clotilde' });
    const pictured = await makeEdition(site, { phase: 'collection' });
    const idea = await makeIdea(site, pictured, { authorId: author.id });
    await givePhoto(site, idea, 'Le terrain, vu de la rue');
    await makeHeldProject(site, author.id, {
      edition: pictured,
      ideaIds: [idea.id],
      title: 'Un verger pour l’école des Tilleuls et pour tout le quartier de la gare',
      summary: 'Douze pommiers, un composteur et des bancs. '.repeat(12),
    });
    site.travel('16 days');
    for (const piece of PRINTED) {
      const file = await take(pathOf(piece, pictured));
      const [sheet, ...more] = await seePdf(file);
      expect(more).toEqual([]);
      for (const words of ['Un verger', 'Douze pommiers', 'Clotilde', 'Vote du '])
        expect(plain(sheet!.text)).toContain(words);
      const alternatives = readPdf(file).values('Alt');
      expect(alternatives).toHaveLength(2);
      expect(alternatives).toContain('Le terrain, vu de la rue');
      expect(scanQr(sheet!)).toContain(urls.project({ edition: pictured.slug, project: 1 }));
      // at least a twentieth of the sheet
      const { pixels, width, height } = sheet!;
      expect(countPurple(pixels, 4)).toBeGreaterThan((width * height) / 20);
    }
    for (const piece of PICTURES) {
      const picture = sharp(await take(pathOf(piece, pictured))).removeAlpha();
      const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
      expect(countPurple(data, 3)).toBeGreaterThan((info.width * info.height) / 5);
    }
    // once it is taken down, pieces go without
    await site.pool.query(
      `update file set published_at = null where alt = 'Le terrain, vu de la rue'`,
    );
    const bare = await take(pathOf('poster-a4', pictured));
    expect(readPdf(bare).values('Alt')).toHaveLength(1);
    site.travel(null);
  });
});
