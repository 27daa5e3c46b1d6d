import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadeAssembly, makeAssembly } from '../../../tests/make/assemblies.ts';
import { makeHosted } from '../../../tests/make/meetings.ts';
import { makeInsider, makeNetwork } from '../../../tests/make/network.ts';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { giveProxy } from './roll.store.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

/** Puts the resolution to the vote and gives the address of the vote. */
async function putToVote(
  { at, itemId, organiser }: MadeAssembly,
  fields: Record<string, string> = {},
): Promise<string> {
  await organiser.client.post(urls.assemblyVoteOpen({ ...at, item: itemId }), {
    mode: 'open',
    majorite: 'simple',
    ...fields,
  });
  expect(organiser.client.status).toBe(200);
  return organiser.client.path;
}

const choose = (person: MadePerson, choice: string, ...givers: MadePerson[]) => ({
  formulaire: randomUUID(),
  ...Object.fromEntries([person, ...givers].map(({ id }) => [`choix-${id}`, choice])),
});

describe('an assembly', () => {
  it('R157 is prepared at an event of its space, convened, opened, closed, and its minutes are published', async () => {
    const { space, components } = await makeNetwork(site, { kinds: ['assemblies', 'events'] });
    const organiser = await makePerson(site, { roles: ['space-organiser'], spaceId: space.id });
    const member = await makeInsider(site, space);
    const at = { space: space.slug, component: components.assemblies!.slug };
    const { client } = organiser;
    await client.get(urls.newAssembly(at));
    expect(client.main).toContain('Annoncez d’abord la rencontre');
    const meeting = await makeHosted(site, components.events!.id, organiser.id);
    await client.post(urls.newAssembly(at), {
      formulaire: randomUUID(),
      titre: '',
      rencontre: meeting.id,
      quorum: '130',
      pouvoirs: '2',
      colleges: 'Communes ; 50',
    });
    expect(client.status).toBe(422);
    for (const words of ['Donnez un intitulé', 'entre 0 et 100', 'au moins deux collèges'])
      expect(client.main).toContain(words);
    await client.post(urls.newAssembly(at), {
      formulaire: randomUUID(),
      titre: 'Assemblée du 22 août',
      rencontre: meeting.id,
      quorum: '0',
      pouvoirs: '2',
      colleges: '',
    });
    const here = client.path;
    const step = `${here}/etape`;
    await client.post(step, { etape: 'convoquer' });
    expect(client.main).toContain('au moins un point à l’ordre du jour');
    await client.post(`${here}/points/nouveau`, { genre: 'resolution', titre: '', duree: '0' });
    expect(client.status).toBe(422);
    await client.post(`${here}/points/nouveau`, {
      genre: 'resolution',
      titre: 'Adopter les <b>statuts</b>',
      texte: 'Tout le texte.<script>alert(1)</script>',
      duree: '20',
    });
    expect(client.main).toContain('Adopter les &lt;b>statuts&lt;/b>');
    expect(client.main).not.toContain('<script>alert');
    await member.client.get(here);
    expect(member.client.status).toBe(404);
    await client.post(step, { etape: 'convoquer' });
    await member.client.get(here);
    expect(member.client.main).toContain('Convoquée');
    await client.post(step, { etape: 'ouvrir' });
    await member.client.post(`${here}/presences`, { presence: 'oui' });
    expect(member.client.main).toContain('Vous êtes noté·e comme présent·e');
    await client.post(step, { etape: 'clore' });
    await client.get(`${here}/proces-verbal`);
    expect(client.main).toContain('1 personne présente à la clôture');
    await client.post(`${here}/proces-verbal`, {
      texte: 'Tout fut dit.',
      geste: 'publier',
      version: '1',
    });
    await member.client.get(here);
    expect(member.client.main).toContain('Tout fut dit.');
  });

  it('R157 W3 is its members’ alone, run by its organisers alone', async () => {
    const { at, members, organiser } = await makeAssembly(site);
    const [member] = members;
    const outsider = await makePerson(site);
    await outsider.client.get(urls.assembly(at));
    expect(outsider.client.status).toBe(403);
    for (const path of [
      urls.assemblyRoll(at),
      urls.assemblySettings(at),
      urls.newAssemblyItem(at),
    ]) {
      await member!.client.get(path);
      expect(member!.client.status).toBe(404);
    }
    await member!.client.post(urls.assemblyStep(at), { etape: 'clore' });
    expect(member!.client.status).toBe(404);
    // somebody else's presence is noted by who runs it
    await member!.client.post(urls.assemblyPresence(at), {
      personne: organiser.id,
      presence: 'oui',
    });
    expect(member!.client.status).toBe(404);
    const other = await makeAssembly(site);
    await member!.client.get(
      urls.assembly({ ...at, assembly: other.at.assembly, space: other.at.space }),
    );
    expect(member!.client.status).toBe(403);
  });

  it('R157 SC8 votes aloud: each once, with proxies, until it is closed; the roll call is read then', async () => {
    const made = await makeAssembly(site, { people: 4 });
    const [first, second, third, away] = made.members as [
      MadePerson,
      MadePerson,
      MadePerson,
      MadePerson,
    ];
    await away.client.post(urls.assemblyProxy(made.at), { a: first.id });
    expect(away.client.main).toContain('Vous avez donné pouvoir à');
    const vote = await putToVote(made);
    await first.client.get(vote);
    expect(first.client.main).toContain(`choix-${away.id}`);
    await first.client.post(vote, choose(first, 'yes', away));
    await second.client.post(vote, choose(second, 'no'));
    await second.client.post(vote, choose(second, 'abstained'));
    // whoever gave a proxy votes no more, nor does anybody for somebody else
    await away.client.post(vote, choose(away, 'no'));
    expect(away.client.status).toBe(422);
    await third.client.post(vote, choose(second, 'no'));
    expect(third.client.status).toBe(422);
    await third.client.get(vote);
    expect(third.client.main).not.toContain('Appel nominal');
    await made.organiser.client.post(`${vote}/clore`, {});
    await third.client.get(vote);
    expect(third.client.main).toContain('Résolution adoptée');
    expect(third.client.main).toContain('Appel nominal');
    const row = await site.db
      .selectFrom('assembly_vote')
      .select(['counts', 'is_adopted'])
      .where('item_id', '=', made.itemId)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({
      counts: [{ college: '', yes: 2, no: 0, abstained: 1 }],
      is_adopted: true,
    });
    await third.client.post(vote, choose(third, 'no'));
    expect(third.client.status).toBe(422);
  });

  it('R157 R89 SC11 votes in secret by colleges and weights: as many ballots as votes, and no name beside one', async () => {
    const made = await makeAssembly(site, {
      people: 3,
      colleges: [
        { key: 'a', name: 'Communes', share: 60 },
        { key: 'b', name: 'Départements', share: 40 },
      ],
    });
    const [first, second, third] = made.members as [MadePerson, MadePerson, MadePerson];
    await made.organiser.client.post(urls.assemblyRoll(made.at), {
      geste: 'enregistrer',
      [`voix-${first.id}`]: '3',
      [`college-${first.id}`]: 'a',
      [`pour-${first.id}`]: 'Commune de Fleury',
      [`voix-${second.id}`]: '1',
      [`college-${second.id}`]: 'a',
      [`voix-${third.id}`]: '2',
      [`college-${third.id}`]: 'b',
    });
    const vote = await putToVote(made, { mode: 'secret', minutes: '10', majorite: 'two-thirds' });
    await first.client.post(vote, choose(first, 'yes'));
    await second.client.post(vote, choose(second, 'yes'));
    // a second thought replaces the first, and a form sent twice votes once
    const again = choose(second, 'no');
    await second.client.post(vote, again);
    await second.client.post(vote, again);
    await third.client.post(vote, choose(third, 'yes'));
    expect(third.client.main).toContain('A déjà voté');
    await made.organiser.client.post(`${vote}/clore`, {});
    expect(made.organiser.client.html).toContain('n’a pas pu être compté');
    const { rows } = await sql<{ ballots: number; marks: number }>`
      select (select count(*)::int from ballot_slot s join poll p on p.id = s.poll_id
          join assembly_box b on b.edition_id = p.edition_id join assembly_vote v on v.id = b.vote_id
          where v.item_id = ${made.itemId}) as ballots,
        (select count(*)::int from elector_mark m where m.mark like ${`%${first.id}%`}) as marks`.execute(
      site.db,
    );
    expect(rows[0]).toEqual({ ballots: 6, marks: 0 });
    site.travel('11 minutes');
    await made.organiser.client.post(`${vote}/clore`, {});
    const row = await site.db
      .selectFrom('assembly_vote')
      .select(['counts', 'is_adopted'])
      .where('item_id', '=', made.itemId)
      .executeTakeFirstOrThrow();
    expect(row.counts).toEqual([
      { college: 'a', yes: 3, no: 1, abstained: 0 },
      { college: 'b', yes: 2, no: 0, abstained: 0 },
    ]);
    // 60 × 3/4 + 40 = 85 of 100
    expect(row.is_adopted).toBe(true);
    await first.client.get(vote);
    expect(first.client.main).toContain('Vérifier ce vote secret');
    const [, result] = /href="(\/editions\/[^"]+\/resultats)"/.exec(first.client.main)!;
    await first.client.get(result!);
    expect(first.client.status).toBe(200);
    const outsider = await makePerson(site);
    await outsider.client.get(result!);
    expect(outsider.client.status).toBe(404);
    site.travel(null);
  });

  it('R157 holds in a race: two proxies for one place, and a text that is voted on', async () => {
    const made = await makeAssembly(site, { people: 4, mostProxies: 1 });
    const [holder, ...givers] = made.members;
    const act = { organisationId: site.organisationId, by: null };
    const given = await Promise.all(
      givers.map(({ id }) =>
        giveProxy(site.db, act, made.assembly.id, { giverId: id, holderId: holder!.id }),
      ),
    );
    expect(given.filter(({ ok }) => ok)).toHaveLength(1);
    await putToVote(made);
    await made.organiser.client.post(urls.assemblyItem({ ...made.at, item: made.itemId }), {
      genre: 'resolution',
      titre: 'Tout autre chose',
      version: '1',
    });
    expect(made.organiser.client.status).toBe(409);
    await expect(
      sql`update assembly_item set title = 'x' where id = ${made.itemId}`.execute(site.db),
    ).rejects.toThrow(/what is voted on stays/);
  });

  it('R157 no vote opens without a quorum', async () => {
    const made = await makeAssembly(site, { people: 3, quorum: 50 });
    const opening = urls.assemblyVoteOpen({ ...made.at, item: made.itemId });
    const fields = { mode: 'open', majorite: 'simple' };
    await made.organiser.client.post(opening, fields);
    expect(made.organiser.client.status).toBe(422);
    expect(made.organiser.client.main).toContain('Le quorum n’est pas atteint');
    for (const { client } of made.members.slice(0, 2))
      await client.post(urls.assemblyPresence(made.at), { presence: 'oui' });
    await made.organiser.client.post(opening, fields);
    expect(made.organiser.client.status).toBe(200);
  });
});
