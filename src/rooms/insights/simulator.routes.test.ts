import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../tests/make/editions.ts';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { makeFrozenEdition } from '../../../tests/make/polls.ts';
import { holdPoll, readCounted } from '../../../tests/make/published.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { insertOrganisation } from '../organisations/index.ts';
import { insertProject } from '../projects/index.ts';
import type { Edition } from '../spaces/index.ts';

let site: TestSite;
let officer: MadePerson;
let resident: MadePerson;
let past: Edition;
let other: { id: string; name: string; host: string };
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'] });
  resident = await makePerson(site);
  // 1 and 2 are liked most; 3, 4 and 5 by everybody else, and cost less
  const held = await holdPoll(site, {
    edition: { slug: 'passee', title: 'Édition passée', envelope: 600_00 },
    projects: [{ euros: 600 }, { euros: 500 }, { euros: 200 }, { euros: 200 }, { euros: 200 }],
    ballots: [['1', '2'], ['1', '2'], ['1'], ['3', '4'], ['3', '5'], ['4', '5']],
  });
  past = held.edition;
  const host = 'voisine.localhost';
  const id = await insertOrganisation(site.db, {
    slug: 'voisine',
    name: 'Voisine',
    host,
    kind: 'town',
    colour: '#1F3A8A',
    contactEmail: 'mairie@voisine.example',
    tagline: '',
    charter: 'Respect.',
  });
  other = { id, name: 'Voisine', host };
});
afterAll(() => site.close());

const simulator = (edition: Edition, query: Record<string, string | number> = {}) =>
  urls.adminSimulator({ edition: edition.slug }, query);

/** What the table says of a project, column by column. */
function readFates(client: SiteClient, project: string): string[] {
  const row = client.main.split('<tr').find((one) => one.includes(`role="rowheader">${project}<`));
  if (!row) return [];
  return [...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell]) =>
    cell!
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );
}

describe('the simulator', () => {
  it('R199 is for officers: others are sent to sign in, refused, or told nothing of another town', async () => {
    const path = simulator(past, { bulletins: past.slug });
    const visitor = await site.visitor().send(path);
    expect(visitor.status).toBe(303);
    expect(visitor.headers.get('location')).toBe(urls.signIn({ vers: path }));
    expect((await resident.client.send(path)).status).toBe(403);
    const neighbour = await makePerson(site, { roles: ['officer'], organisation: other });
    expect((await neighbour.client.send(path)).status).toBe(404);
    // nor may its own simulator count our ballots
    const theirs = await makeEdition(site, { organisationId: other.id, slug: 'a-cote' });
    const asked = await neighbour.client.get(simulator(theirs, { bulletins: past.slug }));
    expect(asked.status).toBe(422);
    expect(asked.main).not.toContain('Édition passée');
  });

  it('R199 compares rules on the real ballots of a published poll, without scripts, at an address', async () => {
    const { client } = officer;
    await client.get(urls.adminEdition({ edition: past.slug }));
    expect(client.main).toContain(simulator(past));
    await readCounted(
      client,
      `${simulator(past)}?bulletins=passee&additions=oui&regle=own.mes-cost-add1u&regle=own.greedy-per-cost`,
    );
    expect(client.status).toBe(200);
    // greedy: 1 takes all; equal shares: three people have 300 €, a project of 200 € and 100 € left
    expect(readFates(client, 'Projet 1')).toEqual(['600 €', 'Retenu', 'Perd', 'Perd']);
    expect(readFates(client, 'Projet 3')[2]).toBe('Gagne');
    expect(client.main).toContain('Perd\u202f: «\u202fProjet 1\u202f».');
    // the choice stands in the form, to be changed
    expect(client.main).toMatch(
      /value="own.greedy-per-cost"[^>]*checked|checked[^>]*value="own.greedy-per-cost"/,
    );
  });

  it('R199 V15 knows nothing of a poll that is not published, its own officer included', async () => {
    const projects = [{ euros: 100 }, { euros: 200 }];
    for (const until of ['open', 'counted'] as const) {
      const { edition } = await holdPoll(site, { projects, ballots: [['1'], ['1']], until });
      const { client } = officer;
      await client.get(simulator(edition, { bulletins: edition.slug }));
      expect(client.status, until).toBe(422);
      expect(client.main, until).toContain('son résultat n’est pas publié');
      expect(client.main).not.toContain('Retenu');
      // what it offers instead is invented, and says so
      await client.get(simulator(edition, { sorte: 'approval', votants: 60 }));
      expect(client.status).toBe(200);
      expect(client.main).toContain('Personne n’a voté ainsi');
      expect(client.main).toContain('>60</strong>');
    }
  });

  it('R199 invents ballots over the list being prepared, every kind, the same from one seed', async () => {
    const edition = await makeEdition(site, {
      slug: 'preparee',
      open: false,
      phase: 'study',
      envelope: 500_00,
      districts: ['Nord', 'Sud'],
    });
    const { client } = officer;
    await client.get(simulator(edition));
    expect(client.main).toContain('n’a pas encore de projet');
    const act = { organisationId: site.organisationId, by: null };
    for (let at = 0; at < 12; at += 1)
      await insertProject(site.db, act, edition.id, {
        title: `Idée chiffrée ${at + 1}`,
        summary: 'À l’étude.',
        categoryId: edition.categories[0]!.id,
        cost: 40_00 + at * 10_00,
        place: '',
        district: ['Nord', 'Sud', ''][at % 3]!,
        ideaIds: [],
      });
    for (const sorte of ['approval', 'knapsack', 'points', 'ranking', 'judgment', 'yes-no']) {
      const path = simulator(edition, { sorte, population: 'favourite', votants: 80, graine: 7 });
      await readCounted(client, path);
      expect(client.status, sorte).toBe(200);
      expect(client.main, sorte).toContain('elle peut encore changer');
      expect(client.main, sorte).toContain('Par quartier');
      expect(client.main.match(/Retenu/g)?.length, sorte).toBeGreaterThan(1);
      const first = client.main;
      await client.get(path);
      expect(client.main, sorte).toBe(first);
    }
    await readCounted(client, simulator(edition, { sorte: 'approval', votants: 80, graine: 7 }));
    const seventh = client.main;
    await readCounted(client, simulator(edition, { sorte: 'approval', votants: 80, graine: 8 }));
    expect(client.main).not.toBe(seventh);
  });

  it('R199 a guaranteed winner, least votes and part funding, with and without, side by side', async () => {
    const { client } = officer;
    await readCounted(
      client,
      `${simulator(past)}?bulletins=passee&additions=oui&regle=own.greedy&minimum=3&partiel=50&sans=oui`,
    );
    expect(client.status).toBe(200);
    // the rule of the poll and the one without additions are the same count: one column
    const heads = [...client.main.matchAll(/rowheader">([A-Z] · [^<]+)</g)].map(([, one]) => one);
    expect([...new Set(heads)]).toEqual(['A · Classement (règle du scrutin)', 'B · Classement']);
    expect(client.main).toContain('Voix nécessaires pour un projet (3)');
    expect(client.main).toContain('Financement en partie (50\u202f%)');
  });

  it('R199 what cannot be read is said beside its field; nothing else breaks the page', async () => {
    const { client } = officer;
    const bad = {
      votants: 'dix mille',
      graine: '-1',
    };
    await client.get(simulator(past, { sorte: 'approval', ...bad }));
    expect(client.status).toBe(422);
    expect(client.main).toContain('Indiquez un nombre entier de 50 à 5\u00a0000.');
    expect(client.main).toContain('value="dix mille"');
    await client.get(
      `${simulator(past)}?bulletins=passee&additions=oui&partiel=100&regle=own.greedy`,
    );
    expect(client.status).toBe(422);
    expect(client.main).toContain('de 1 à 99');
    await client.get(`${simulator(past)}?bulletins=passee&additions=oui`);
    expect(client.status).toBe(422);
    expect(client.main).toContain('Cochez au moins une règle.');
    const many = Array.from({ length: 5000 }, (_, at) => `regle=own.x${at}`).join('&');
    await client.get(`${simulator(past)}?bulletins=passee&${many}`);
    expect(client.status).toBe(200);
    for (const hostile of [
      'bulletins=passee&regle=own.__proto__&regle=constructor.greedy',
      'bulletins=passee&bulletins=ailleurs&sorte[]=x',
      'sorte=%3Cscript%3Ealert(1)%3C/script%3E&population=%00',
      'bulletins=passee&laureats=1e9&additions=oui&regle=own.greedy',
    ]) {
      await client.get(`${simulator(past)}?${hostile}`);
      expect([200, 422], hostile).toContain(client.status);
      expect(client.html).not.toContain('<script>alert');
    }
    expect((await client.get('/administration/editions/nulle-part/simulateur')).status).toBe(404);
  });

  it('R199 works on a frozen list before any poll', async () => {
    const edition = await makeFrozenEdition(site, { edition: { slug: 'figee' } });
    const { client } = officer;
    await client.get(simulator(edition, { sorte: 'judgment', votants: 50 }));
    expect(client.status).toBe(200);
    expect(client.main).toContain('Sur la liste figée');
    expect(client.main).toContain('Approximation');
  });
});
