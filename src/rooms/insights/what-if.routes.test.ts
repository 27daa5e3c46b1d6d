import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdPoll, readCounted } from '../../../tests/make/published.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import type { Edition } from '../spaces/index.ts';

let site: TestSite;
let past: Edition;
const projects = [{ euros: 600 }, { euros: 500 }, { euros: 200 }, { euros: 200 }, { euros: 200 }];
const ballots = [['1', '2'], ['1', '2'], ['1'], ['3', '4'], ['3', '5'], ['4', '5']];
beforeAll(async () => {
  site = await openTestSite();
  const held = await holdPoll(site, {
    edition: { slug: 'passee', envelope: 600_00 },
    projects,
    ballots,
  });
  past = held.edition;
});
afterAll(() => site.close());

const at = ({ slug }: Edition) => urls.whatIf({ edition: slug });

describe('what if the rule had been different', () => {
  it('V15 is not there before the publication, for anyone', async () => {
    for (const until of ['open', 'counted'] as const) {
      const { edition } = await holdPoll(site, { projects, ballots, until });
      const visitor = await site.visitor().get(at(edition));
      expect(visitor.status, until).toBe(404);
      expect(visitor.main, until).not.toContain('Projet 1');
    }
    expect((await site.visitor().get('/editions/nulle-part/resultats/et-si')).status).toBe(404);
  });

  it('R199 says first that it is not the result, and again on each table', async () => {
    const visitor = site.visitor();
    await visitor.get(urls.results({ edition: past.slug }));
    expect(visitor.main).toContain(at(past));
    await readCounted(visitor, at(past));
    expect(visitor.status).toBe(200);
    const { main } = visitor;
    expect(main.indexOf('Ceci n’est pas le résultat')).toBeGreaterThan(0);
    expect(main.indexOf('Ceci n’est pas le résultat')).toBeLessThan(main.indexOf('<table'));
    const captions = [...main.matchAll(/<(?:caption|figcaption)[^>]*>([^<]*)</g)].map(
      ([, one]) => one,
    );
    expect(captions.length).toBeGreaterThanOrEqual(3);
    for (const caption of captions) expect(caption).toMatch(/^Simulation, pas le résultat/);
    expect(main).toContain('identique au résultat publié');
  });

  it('R199 puts the rule of the poll beside the others, with who gains, who loses and why', async () => {
    const visitor = await readCounted(site.visitor(), at(past));
    const heads = [...visitor.main.matchAll(/columnheader">([A-Z] · [^<]+)</g)].map(
      ([, one]) => one,
    );
    expect([...new Set(heads)]).toEqual([
      'A · Classement (règle du scrutin)',
      'B · Classement avec arrêt',
      'C · Voix par euro',
      'D · Parts égales',
      'E · Parts égales',
      'F · Phragmén',
    ]);
    expect(visitor.main).toContain('Mêmes lauréats que A.');
    expect(visitor.main).toContain('D · Parts égales, valeur, augmentées, puis classement');
    expect(visitor.main).toContain('Perd\u202f: «\u202fProjet 1\u202f».');
    expect(visitor.main).toContain('L’enveloppe est partagée entre les bulletins');
  });

  it('R199 a crowd that comes at once reads the same page, and writes nothing', async () => {
    const { edition } = await holdPoll(site, { projects, ballots });
    const countFacts = async () =>
      (await sql<{ count: number }>`select count(*)::int as count from fact`.execute(site.db)).rows;
    const before = await countFacts();
    await readCounted(site.visitor(), at(edition));
    const crowd = Array.from({ length: 30 }, () => site.visitor());
    await Promise.all(crowd.map((visitor) => visitor.get(at(edition))));
    expect(new Set(crowd.map(({ main }) => main)).size).toBe(1);
    expect(await countFacts()).toEqual(before);
  });
});
