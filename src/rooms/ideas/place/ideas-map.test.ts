import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressIn, makeEdition } from '../../../../tests/make/editions.ts';
import { INSIDE, keepTown, TOWN } from '../../../../tests/make/outlines.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import type { Edition } from '../../spaces/index.ts';
import { submitIdea } from '../index.ts';
import { listPlaced } from './ideas-map.store.ts';
import type { Point } from './place.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
  await keepTown(site);
});
afterAll(() => site.close());

async function makePlaced(of: Edition, title: string, point: Point): Promise<void> {
  const submitted = await submitIdea(site.db, {
    organisationId: site.organisationId,
    editionId: of.id,
    authorId: (await makePerson(site)).id,
    title,
    body: 'Pour s’asseoir un moment.',
    categoryId: of.categories[0]!.id,
    lang: 'fr',
    place: { words: '', point },
  });
  if (!submitted.ok) throw new Error(submitted.refusal);
}

describe('the map of ideas', () => {
  it('numbers few ideas as their list does, in a page that needs no script', async () => {
    const few = await makeEdition(site);
    await makePlaced(few, 'Un kiosque <b>', INSIDE);
    await makePlaced(few, 'Une île', { longitude: 2.9, latitude: 48.9 });
    const reader = site.visitor();
    await reader.get(addressIn(few, 'idees'));
    expect(reader.main).toContain('vue=carte');
    await reader.get(addressIn(few, 'idees?vue=carte'));
    expect(reader.main).toContain('Un kiosque &lt;b>');
    expect(reader.main).not.toContain('Une île');
    expect(reader.main).toContain('Voir aussi 1 idée placée plus loin');
    const beyond = /href="([^"]*cadre=[^"]*)"/.exec(reader.main)![1]!.replaceAll('&amp;', '&');
    await reader.get(beyond);
    expect(reader.main).toContain('Une île');
    for (const frame of ['1,2,3', 'a,b,c,d', '3,3,1,1', '-999,0,0,1', "1,2,3,4'"]) {
      await reader.get(addressIn(few, `idees?vue=carte&cadre=${encodeURIComponent(frame)}`));
      expect(reader.status).toBe(200);
    }
    await reader.get(addressIn(few, 'idees?vue=carte&categorie=inconnue'));
    expect(reader.main).toContain('Un kiosque');
    const empty = await makeEdition(site);
    await reader.get(addressIn(empty, 'idees?vue=carte'));
    expect(reader.main).toContain('Aucune idée placée ici');
  });

  it('20,000 ideas are gathered by squares, read from an index, on a page of a few kilobytes', async () => {
    const crowd = await makeEdition(site);
    await sql`insert into idea (organisation_id, edition_id, number, title, body, category_id, channel,
        longitude, latitude, outside)
      select ${site.organisationId}, ${crowd.id}, n, 'Un banc ' || n, 'Pour s’asseoir.',
        ${crowd.categories[0]!.id}, 'import', ${TOWN.west} + 0.06 * ((n * 7919) % 20011) / 20011.0,
        ${TOWN.south} + 0.05 * ((n * 104729) % 19997) / 19997.0, false
      from generate_series(1, 20000) n`.execute(site.db);
    await sql`vacuum analyze idea`.execute(site.db);
    const asked = { editionId: crowd.id, categoryId: null, frame: { ...TOWN } };
    const { ideas, groups } = await listPlaced(site.db, site.organisationId, asked);
    expect(ideas).toBe(20_000);
    expect(groups.length).toBeLessThanOrEqual(100);
    expect(groups.reduce((sum, group) => sum + group.ideas, 0)).toBe(20_000);
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select count(*) from idea i
      where i.organisation_id = ${site.organisationId} and i.edition_id = ${crowd.id}
        and i.longitude between 1.90 and 1.91 and i.latitude between 47.9 and 47.91`.execute(
      site.db,
    );
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('idea_placed');
    const reader = site.visitor();
    await reader.get(addressIn(crowd, 'idees?vue=carte'));
    expect(reader.main).toMatch(/20\s000 idées placées/);
    expect(reader.html.length).toBeLessThan(120_000);
    // closer and closer, one comes to ideas themselves
    let hops = 0;
    while (!reader.main.includes('class="map-mark"') && hops < 6) {
      const closer = /class="map-mark map-mark-many">[^<]*<\/span><a href="([^"]+)"/.exec(
        reader.main,
      )!;
      await reader.get(closer[1]!.replaceAll('&amp;', '&'));
      hops += 1;
    }
    expect(reader.main).toContain('class="map-mark"');
    expect(hops).toBeLessThan(5);
  });
});
