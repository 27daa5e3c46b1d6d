import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INSIDE, keepTown } from '../../../../tests/make/outlines.ts';
import { holdPoll } from '../../../../tests/make/published.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { formatMoney } from '../../../ui/format.ts';
import { urls } from '../../../urls.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
  await keepTown(site);
});
afterAll(() => site.close());

/** What stands in a map: the mark of each pin. */
const pinsOf = (html: string) =>
  [...html.matchAll(/class="map-pin".*?<text[^>]*>(\d+)<\/text>/gs)].map(([, mark]) => mark);

describe('R57 where the winners are', () => {
  it('R57 stands on the page of the result and on the wall: winners with a place, and a list that says the same', async () => {
    const { edition } = await holdPoll(site, {
      edition: { envelope: 60_000_00 },
      projects: [
        { euros: 10_000, place: 'Parc des Sources', point: INSIDE },
        { euros: 20_000, place: 'Partout' },
        { euros: 55_000, place: 'La gare', point: { longitude: 1.93, latitude: 47.91 } },
      ],
      ballots: [['1', '2'], ['1', '2'], ['1'], ['3']],
    });
    const at = { edition: edition.slug };
    const reader = site.visitor();
    for (const path of [urls.results(at), urls.resultWall(at)]) {
      await reader.get(path);
      const { main } = reader;
      expect(pinsOf(main), path).toEqual(['1']);
      const beside = /<ul class="map-list">.*?<\/ul>/s.exec(main)![0];
      for (const words of ['Projet 1', 'Parc des Sources', formatMoney(10_000_00)])
        expect(beside).toContain(words);
      expect(beside).not.toContain('Projet 3');
      expect(main).toContain('1 projet lauréat n’a pas de lieu précis');
    }
    await reader.get(urls.results(at));
    for (const words of [
      'Merci aux 4 personnes qui ont voté',
      'Un projet n’est pas retenu cette fois',
      'Tous les votes de ce scrutin ont été déposés en ligne',
      `href="${urls.resultMinutes(at)}"`,
      'href="#pourquoi"',
    ])
      expect(reader.main).toContain(words);
    expect(reader.main).toContain('id="pourquoi"');
  });

  it('R57 is left out where no winner has a place, and is nowhere before the publication', async () => {
    const { edition } = await holdPoll(site, {
      projects: [{ euros: 100 }, { euros: 200 }],
      ballots: [['1']],
    });
    const reader = site.visitor();
    await reader.get(urls.results({ edition: edition.slug }));
    expect(reader.main).not.toContain('class="map"');
    const counted = await holdPoll(site, {
      projects: [{ euros: 100, point: INSIDE }],
      ballots: [['1']],
      until: 'counted',
    });
    for (const path of [urls.results, urls.resultWall]) {
      const answer = await reader.send(path({ edition: counted.edition.slug }));
      expect(answer.status).toBe(404);
      expect(await answer.text()).not.toContain('map-pin');
    }
  });
});
