import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../tests/make/editions.ts';
import { makeIdea } from '../../../tests/make/ideas.ts';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { makeVotePoint } from '../../../tests/make/points.ts';
import { makePoll } from '../../../tests/make/polls.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { chainFacts, recordFact } from '../../platform/journal/journal.ts';
import { urls } from '../../urls.ts';
import { addShift } from '../polls/index.ts';
import { insertProject } from '../projects/index.ts';
import { changeSettings, settingsOf } from '../spaces/index.ts';

let site: TestSite;
let officer: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'], nickname: 'Claire Dubois' });
});
afterAll(() => site.close());
afterEach(() => site.travel(null));

const happen = (kind: `${string}.${string}`, detail = {}) =>
  site.db.transaction().execute((tx) =>
    recordFact(tx, {
      organisationId: site.organisationId,
      kind,
      actorId: officer.id,
      subject: { kind: 'organisation', id: null },
      detail,
    }),
  );

describe('R66 the dashboard', () => {
  it('teaches on the first day, then says what is due', async () => {
    const { client } = officer;
    await client.get(urls.admin());
    expect(client.html).toContain('Aucune édition');
    await makeEdition(site, { phase: 'study', slug: 'etude', title: 'Édition à l’étude' });
    await client.get(urls.admin());
    expect(client.html).toContain('À faire maintenant');
    expect(client.html).toContain('Chiffrer les projets');
    expect(client.html).toContain('Claire Dubois');
  });

  it('R53 R54 an edition links everything one does for its vote, and each link leads somewhere', async () => {
    const made = await makePoll(site, { terms: { settings: { paper: 'paper-wins' } } });
    const at = { edition: made.edition.slug };
    const { client } = officer;
    await client.get(urls.adminEdition(at));
    const links = [
      urls.adminRegister(at),
      urls.adminCodes(at),
      urls.adminProofs(at),
      urls.adminClasses(at),
      urls.adminVotePoints(at),
      urls.adminPollPrint(at),
      urls.desks(),
      urls.adminPoll(at),
      urls.adminPollWatch(at),
      urls.adminPollUrn(at),
    ];
    const { main } = client;
    expect(links.filter((href) => !main.includes(`"${href}"`))).toEqual([]);
    for (const href of links) {
      await client.get(href);
      expect(client.status, href).toBe(200);
    }
  });

  it('R54 paper is not counted where none is taken: no link to a page that is not there', async () => {
    const made = await makePoll(site);
    const at = { edition: made.edition.slug };
    await officer.client.get(urls.adminEdition(at));
    expect(officer.client.main).not.toContain(urls.adminPollUrn(at));
    expect((await officer.client.send(urls.adminPollUrn(at))).status).toBe(404);
  });

  it('R53 whoever is on shift today finds the desk on the dashboard; nobody else is told of a shift', async () => {
    await officer.client.get(urls.admin());
    expect(officer.client.main).not.toContain(urls.desks());
    const { edition } = await makePoll(site);
    const point = await makeVotePoint(site, edition, { name: 'Maison du parc' });
    const slot = point.slots.find(({ opensAt }) => opensAt.getTime() > Date.now())!;
    site.travel(`${slot.opensAt.getTime() + 60_000 - Date.now()} milliseconds`);
    const [own, other] = [
      await makePerson(site, { roles: ['officer'] }),
      await makePerson(site, { roles: ['officer'] }),
    ];
    const act = { organisationId: site.organisationId, by: officer.id };
    await addShift(site.db, act, point, slot, own.id);
    await own.client.get(urls.admin());
    expect(own.client.main).toContain('Vous êtes de permanence aujourd’hui');
    expect(own.client.main).toContain('Maison du parc');
    expect(own.client.main).toContain(urls.desks());
    await other.client.get(urls.admin());
    expect(other.client.main).toContain('Des points de vote ouvrent aujourd’hui');
  });

  it('counters equal the lists behind them', async () => {
    const edition = await makeEdition(site, { slug: 'comptes' });
    const ideas = [];
    for (let index = 0; index < 3; index += 1) ideas.push(await makeIdea(site, edition));
    await insertProject(site.db, { organisationId: site.organisationId, by: null }, edition.id, {
      title: 'Projet',
      summary: 'S',
      categoryId: edition.categories[0]!.id,
      cost: 10_000_00,
      place: '',
      ideaIds: [ideas[0]!.id, ideas[1]!.id],
    });
    const { client } = officer;
    await client.get(urls.adminEdition({ edition: 'comptes' }));
    const stats = client.html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
    expect(stats).toContain('3 idées déposées dont 1 sans projet');
    expect(stats).toMatch(/1 projet chiffré pour 10\s000\s€/);
    await client.get(urls.adminIdeas({ edition: 'comptes' }));
    expect(client.html.match(/name="idee"/g)).toHaveLength(1);
    expect(client.html.match(/<th scope="row"/g)).toHaveLength(3);
  });

  it('W3 is for officers of this town only', async () => {
    const resident = await makePerson(site);
    for (const address of [
      urls.admin(),
      urls.adminJournal(),
      urls.adminEdition({ edition: 'comptes' }),
    ]) {
      expect((await resident.client.send(address)).status, address).toBe(403);
      expect((await site.visitor().send(address)).status, address).toBe(303);
    }
    expect((await officer.client.send(urls.adminEdition({ edition: 'inconnue' }))).status).toBe(
      404,
    );
  });
});

describe('R189 the journal in sentences', () => {
  it('tells who did what with old and new, and falls back to the kind of an unknown fact', async () => {
    const edition = await makeEdition(site, { slug: 'racontee', title: 'Édition racontée' });
    await changeSettings(
      site.db,
      { organisationId: site.organisationId, by: officer.id },
      edition.id,
      { ...settingsOf(edition), envelope: 120_000_00 },
    );
    await happen('moon.landed', { title: '<script>alert(1)</script>' });
    const { client } = officer;
    await client.get(urls.adminJournal());
    expect(client.html).toContain('a modifié les réglages de l’édition');
    expect(client.html).toMatch(/<del><bdi>100\s000\s€<\/bdi><\/del>/);
    expect(client.html).toMatch(/<ins><bdi>120\s000\s€<\/bdi><\/ins>/);
    expect(client.html).toContain('moon.landed');
    expect(client.html).not.toContain('<script>alert');
  });

  it('never tells who supports what, nor who signed up', async () => {
    const edition = await makeEdition(site, { slug: 'soutiens' });
    await makeIdea(site, edition, { supports: 2 });
    const { rows } = await sql<{ kind: string }>`select distinct kind from fact`.execute(site.db);
    expect(rows.map(({ kind }) => kind)).toContain('idea.supported');
    await officer.client.get(urls.adminJournal());
    expect(officer.client.html).toContain('a déposé l’idée');
    expect(officer.client.html).not.toContain('idea.supported');
    expect(officer.client.html).not.toContain('person.joined');
  });

  it('pages never repeat nor skip a fact, even within one millisecond', async () => {
    await site.db.transaction().execute(async (tx) => {
      for (let index = 0; index < 120; index += 1)
        await recordFact(tx, {
          organisationId: site.organisationId,
          kind: `counted.fact-${index}.`,
          actorId: null,
          subject: { kind: 'organisation', id: null },
        });
    });
    const { client } = officer;
    const seen: string[] = [];
    let next: string | undefined = urls.adminJournal();
    for (let pages = 0; next && pages < 20; pages += 1) {
      await client.get(next);
      seen.push(...[...client.html.matchAll(/counted\.fact-(\d+)\./g)].map(([, index]) => index!));
      next = /href="([^"]+)" rel="next"/.exec(client.html)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
  });

  it('W14 a cursor that is none is no error', async () => {
    for (const avant of ['x', "' or 1=1", '00000000-0000-0000-0000-000000000000', '1e309']) {
      await officer.client.get(urls.adminJournal({ avant }));
      expect(officer.client.status).toBe(200);
    }
  });

  it('says whether the chain holds, and where it breaks', async () => {
    const { client } = officer;
    await client.get(urls.adminJournal({ verifier: 'oui' }));
    expect(client.html).toContain('Le journal est intact');
    // any transaction still running on the server, of another test too, holds the chain back for a moment
    await expect
      .poll(async () => {
        await chainFacts(site.db, site.organisationId);
        return sql`select from fact f join fact_link l on l.fact_id = f.id where f.kind = 'moon.landed'`
          .execute(site.db)
          .then(({ rows }) => rows.length);
      })
      .toBe(1);
    await sql`alter table fact disable trigger fact_is_append_only`.execute(site.db);
    await sql`update fact set detail = '{"changed": true}' where kind = 'moon.landed'`.execute(
      site.db,
    );
    await client.get(urls.adminJournal({ verifier: 'oui' }));
    expect(client.html).toContain('Le journal a été altéré');
    expect(client.html).toContain('changed-fact');
  });
});
