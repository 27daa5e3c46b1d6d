import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePause } from '../../../tests/make/contact.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { holdPoll } from '../../../tests/make/published.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { formatMoney } from '../../ui/format.ts';
import { urls } from '../../urls.ts';
import { liftPause } from '../organisations/pauses/pause.store.ts';
import type { Edition } from '../spaces/index.ts';
import { PICTURES, PIECES } from './piece.ts';

let site: TestSite;
let edition: Edition;
beforeAll(async () => {
  site = await openTestSite();
  ({ edition } = await holdPoll(site, {
    projects: [{ euros: 10_000 }, { euros: 20_000 }],
    edition: { envelope: 15_000_00 },
    ballots: [['1'], ['1', '2'], ['1'], ['2']],
  }));
});
afterAll(() => site.close());

const at = () => ({ edition: edition.slug });
const listPictures = () =>
  PICTURES.flatMap((piece) => [
    { piece, path: urls.resultPicture({ ...at(), piece: PIECES[piece].file }) },
    { piece, path: urls.winnerPicture({ ...at(), project: 1, piece: PIECES[piece].file }) },
  ]);

describe('R57 a result that is shared', () => {
  it('R57 has pictures of the sizes that networks ask for, of the whole and of each winner, with words for who does not see them', async () => {
    const reader = site.visitor();
    const seen = new Set<string>();
    for (const { piece, path } of listPictures()) {
      const answer = await reader.send(path);
      expect(answer.headers.get('content-type')).toBe('image/png');
      const file = Buffer.from(await answer.arrayBuffer());
      const { width, height } = await sharp(file).metadata();
      expect({ width, height }).toEqual({
        width: PIECES[piece].width,
        height: PIECES[piece].height,
      });
      seen.add(answer.headers.get('etag')!);
    }
    expect(seen.size).toBe(4);
    await reader.get(urls.resultShare(at()));
    const alternatives = [...reader.main.matchAll(/<img[^>]*\balt="([^"]*)"/g)].map(
      ([, alt]) => alt,
    );
    expect(alternatives).toHaveLength(2);
    expect(alternatives[0]).toContain(`${formatMoney(10_000_00)} · 4 `);
    expect(alternatives[1]).toContain('Projet 1');
    expect(alternatives[1]).toContain('75\u202f% des bulletins'.replace('\u202f', '\u00a0'));
    await reader.get(urls.results(at()));
    expect(reader.main).toContain(urls.resultShare(at()));
    expect(/og:image" content="([^"]+)"/.exec(reader.html)![1]).toBe(
      `http://localhost${urls.resultPicture({ ...at(), piece: 'image-large.png' })}`,
    );
    for (const path of [urls.results(at()), urls.resultShare(at()), urls.press(at())]) {
      await reader.get(path);
      const [, words] = /og:image:alt" content="([^"]+)"/.exec(reader.html) ?? [];
      expect(words, path).toContain(edition.title);
    }
  });

  it('R57 of who did not win there is none, nor of a piece or an edition that is not there', async () => {
    for (const path of [
      urls.winnerPicture({ ...at(), project: 2, piece: 'image-large.png' }),
      urls.winnerPicture({ ...at(), project: 'x', piece: 'image-large.png' }),
      urls.resultPicture({ ...at(), piece: 'affiche-a4.pdf' }),
      urls.resultPicture({ edition: 'jamais-vue', piece: 'image-large.png' }),
    ])
      expect((await site.visitor().send(path)).status, path).toBe(404);
  });

  it('R183 is off before an election, and says why; the result itself is read', async () => {
    const officer = await makePerson(site, { roles: ['officer'] });
    const reason = 'Élections municipales de mars 2099';
    const town = site.organisationId;
    const pause = await makePause(site, town, officer.id, { startsOn: '2020-01-01', reason });
    site.memory.forgetAll();
    const reader = site.visitor();
    await reader.get(urls.resultShare(at()));
    expect(reader.main).toContain(reason);
    expect(reader.main).not.toContain('<img');
    for (const { path } of listPictures()) expect((await reader.send(path)).status).toBe(303);
    await reader.get(urls.results(at()));
    expect(reader.main).toContain('Projet 1');
    expect(reader.main).not.toContain(urls.resultShare(at()));
    expect(reader.html).not.toContain('og:image');
    await liftPause(site.db, { organisationId: town, by: officer.id }, pause);
  });
});
