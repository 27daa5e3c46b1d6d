import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { commentFields } from '../../../tests/make/comments.ts';
import { makeDossier } from '../../../tests/make/dossiers.ts';
import { declare, makeElected, verify } from '../../../tests/make/mandates.ts';
import { makeInsider, makeNetwork } from '../../../tests/make/network.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { accept } from './joining.store.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());
beforeEach(async () => {
  site.travel(null);
  await site.db.deleteFrom('rate_counter').execute();
});

const toldTo = async (personId: string): Promise<string[]> => {
  const { rows } = await sql<{ words: string }>`select params->>'fr' as words from notice
    where person_id = ${personId} order by at`.execute(site.db);
  return rows.map(({ words }) => words.replaceAll('\u202f', ' '));
};

describe('R151 a dossier', () => {
  it('is opened by somebody inside, read, said anew, closed with its result and reopened', async () => {
    const { space, components } = await makeNetwork(site, { kinds: ['dossiers'] });
    const at = { space: space.slug, component: components.dossiers!.slug };
    const { client } = await makeInsider(site, space);
    await client.get(urls.dossiers(at));
    expect(client.main).toContain('Aucun dossier en cours');
    const formulaire = randomUUID();
    await client.post(urls.newDossier(at), {
      formulaire,
      titre: 'Dotations',
      objet: '',
      portee: '',
    });
    expect(client.status).toBe(422);
    expect(client.main).toContain('Dotations');
    expect(client.main).toContain('Choisissez qui voit ce dossier');
    const typed = { formulaire, titre: 'Dotations', objet: 'Le **maintien**.', portee: 'space' };
    await client.post(urls.newDossier(at), typed);
    const path = client.path;
    expect(path).toBe(urls.dossier({ ...at, dossier: '1-dotations' }));
    expect(client.main).toContain('<strong>maintien</strong>');
    expect(client.main).toContain('Référent·e');
    // sent twice, it is one
    await client.post(urls.newDossier(at), typed);
    expect(client.path).toBe(path);
    const dossier = { ...at, dossier: '1' };
    await client.post(urls.changeDossier(dossier), {
      titre: 'Dotations rurales',
      objet: 'Oui.',
      version: '1',
    });
    expect(client.main).toContain('Dotations rurales');
    await client.post(urls.changeDossier(dossier), {
      titre: 'Trop tard',
      objet: 'Oui.',
      version: '1',
    });
    expect(client.status).toBe(409);
    expect(client.main).toContain('Trop tard');
    await client.post(urls.closeDossier(dossier), { resultat: ' ' });
    expect(client.status).toBe(422);
    await client.post(urls.closeDossier(dossier), { resultat: 'Dotations maintenues.' });
    expect(client.main).toContain('Dotations maintenues.');
    expect(client.main).toContain('Clos le');
    await client.get(urls.dossiers(at, { etat: 'clos' }));
    expect(client.main).toContain('Dotations rurales');
    await client.get(urls.dossiers(at));
    expect(client.main).not.toContain('Dotations rurales');
    await client.post(urls.reopenDossier(dossier));
    expect(client.main).toContain('En cours');
    await client.get(urls.space({ space: space.slug }));
    expect(client.main).toContain('1 dossier');
  });

  it('its list is read by pages, and by its indexes', async () => {
    const { space, components } = await makeNetwork(site, { kinds: ['dossiers'] });
    const component = components.dossiers!;
    const { client } = await makeInsider(site, space);
    await sql`insert into dossier (organisation_id, component_id, number, title, purpose, lang, reach, made_from, created_at)
      select ${site.organisationId}, ${component.id}, n, 'Dossier ' || n, 'Objet', 'fr', 'space', gen_random_uuid(),
        timestamptz '2026-01-01' + n * interval '1 second' from generate_series(1, 2000) n`.execute(
      site.db,
    );
    const at = { space: space.slug, component: component.slug };
    await client.get(urls.dossiers(at));
    expect(client.main).toContain('Dossier 2000');
    const next = /href="([^"]*apres=[^"]*)"/.exec(client.main)![1]!.replaceAll('&amp;', '&');
    await client.get(next);
    expect(client.main).toContain('Dossier 1980<');
    expect(client.main).not.toContain('Dossier 1981<');
    await sql`analyze dossier`.execute(site.db);
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select id from dossier
      where organisation_id = ${site.organisationId} and component_id = ${component.id} and closed_at is null
      order by created_at desc, id desc limit 21`.execute(site.db);
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('dossier_open');
  });
});

describe('W3 who sees and changes a dossier', () => {
  it('one of its members alone is there for nobody else, in no list, count, thread nor mention', async () => {
    const { at, dossier, lead, member, other, space } = await makeDossier(site);
    const paths = [urls.dossier(at), urls.dossierMembers(at), urls.dossierTasks(at)];
    const stranger = await makePerson(site);
    for (const path of paths) {
      expect((await other.client.get(path)).status, path).toBe(404);
      expect((await stranger.client.get(path)).status, path).toBe(403);
      await site
        .visitor()
        .get(path)
        .then((one) => expect(one.main).not.toContain(dossier.title));
    }
    await other.client.get(urls.dossiers({ space: at.space, component: at.component }));
    expect(other.client.main).not.toContain(dossier.title);
    for (const post of [urls.joinDossier(at), urls.leaveDossier(at), urls.dossierTasks(at)])
      expect((await other.client.post(post, { tache: 'x' })).status).toBe(404);
    const thread = urls.comments({ kind: 'dossier', contribution: dossier.id });
    expect((await other.client.get(thread)).status).toBe(404);
    await member.client.post(
      thread,
      commentFields({ texte: `Bien vu @${other.nickname} @${lead.nickname}` }),
    );
    await member.client.get(urls.dossier(at));
    expect(member.client.main).toContain('Bien vu');
    expect(await toldTo(other.id)).toEqual([]);
    expect(await toldTo(lead.id)).not.toEqual([]);
    await lead.client.get(urls.space({ space: space.slug }));
    expect(lead.client.main).not.toContain('1 dossier');
    const moderator = await makePerson(site, { roles: ['moderator'], spaceId: space.id });
    await moderator.client.get(urls.dossier(at));
    expect(moderator.client.main).toContain(dossier.title);
    expect((await moderator.client.post(urls.dossierTasks(at), { tache: 'x' })).status).toBe(404);
  });

  it('one of the whole network is read by all inside, changed by those in it, led by its leads', async () => {
    const { at, dossier, lead, member, other } = await makeDossier(site, { reach: 'space' });
    await other.client.get(urls.dossier(at));
    expect(other.client.main).toContain(dossier.title);
    expect(other.client.main).not.toContain('Ajouter et ordonner');
    for (const path of [urls.dossierMembers(at), urls.dossierTasks(at), urls.changeDossier(at)])
      expect((await other.client.get(path)).status, path).toBe(404);
    for (const path of [urls.changeDossier(at), urls.closeDossier(at)])
      expect((await member.client.get(path)).status, path).toBe(404);
    expect((await member.client.post(urls.reopenDossier(at))).status).toBe(404);
    const asLead = urls.dossierMember({ ...at, person: member.id });
    expect((await member.client.post(asLead, { geste: 'referent' })).status).toBe(404);
    expect((await lead.client.get(urls.changeDossier(at))).status).toBe(200);
    // nobody outside the component reaches it by another's address
    const elsewhere = await makeDossier(site, { title: 'Ailleurs' });
    const crossed = urls.dossier({ ...at, component: elsewhere.at.component });
    expect((await lead.client.get(crossed)).main).not.toContain('Ailleurs');
    expect((await lead.client.get(urls.dossier(elsewhere.at))).status).toBe(403);
  });

  it('hidden by a judgement it is there for its moderators only', async () => {
    const { at, dossier, lead } = await makeDossier(site, { reach: 'space' });
    await sql`update dossier set hidden_at = palabre_now() where id = ${dossier.id}`.execute(
      site.db,
    );
    expect((await lead.client.get(urls.dossier(at))).status).toBe(404);
  });
});

describe('R148 R151 members of a dossier', () => {
  it('ask, are let in, are invited, accept, decline, leave; each is told, by notice and letter', async () => {
    const { at, dossier, lead, other, space } = await makeDossier(site, { reach: 'space' });
    await other.client.post(urls.joinDossier(at));
    expect(other.client.main).toContain('Demande envoyée');
    await other.client.post(urls.joinDossier(at));
    expect((await toldTo(lead.id)).filter((words) => words.includes('demande'))).toHaveLength(1);
    await lead.client.get(urls.dossierMembers(at));
    expect(lead.client.main).toContain('Demandes à examiner');
    const person = urls.dossierMember({ ...at, person: other.id });
    await lead.client.post(person, { geste: 'accepter' });
    expect(await toldTo(other.id)).toEqual([`Vous êtes membre du dossier « ${dossier.title} ».`]);
    await other.client.get(urls.dossierMembers(at));
    expect(other.client.status).toBe(200);
    const guest = await makeInsider(site, space);
    const stranger = await makePerson(site, { isKnown: true });
    await other.client.post(urls.inviteToDossier(at), { surnom: stranger.nickname });
    expect(other.client.status).toBe(422);
    expect(other.client.main).toContain(stranger.nickname);
    await other.client.post(urls.inviteToDossier(at), { surnom: `@${guest.nickname}` });
    expect(other.client.main).toContain('Invitations envoyées');
    await other.client.post(urls.inviteToDossier(at), { surnom: guest.nickname });
    expect(other.client.main).toContain('déjà membre, ou invitée');
    await guest.client.get(urls.dossier(at));
    expect(guest.client.main).toContain('Accepter l’invitation');
    await guest.client.post(urls.leaveDossier(at));
    await guest.client.get(urls.dossier(at));
    expect(guest.client.main).toContain('Demander à rejoindre');
    await site.runJobs();
    expect(
      site.mails.some(
        ({ to, subject }) => String(to).includes(guest.email) && subject.includes('Invitation'),
      ),
    ).toBe(true);
    await other.client.post(urls.leaveDossier(at));
    expect(other.client.html).toContain('vous n’êtes plus dans ce dossier');
  });

  it('R148 participants of several levels: which are present is said, and who holds what', async () => {
    const { at, dossier, lead, other, space } = await makeDossier(site, { reach: 'space' });
    const by = { organisationId: site.organisationId, by: lead.id };
    for (const written of [
      { level: 'national', office: 'Députée', delegation: '', territory: 'Loiret' },
      { level: 'municipal', office: 'Maire', delegation: '', territory: 'Fleury' },
    ] as const) {
      const id = await declare(site, space, lead.id, written);
      await verify(site, space, id, other.id);
    }
    // of who is not in it yet, nothing is said
    const guest = await makeElected(site, space, { written: { level: 'european' } });
    await guest.client.post(urls.joinDossier(at));
    await other.client.get(urls.dossier(at));
    expect(other.client.main).toContain('Échelons présents\u202f: Municipal, National');
    expect(other.client.main).toContain('Députée, Loiret');
    await accept(site.db, by, dossier.id, guest.id);
    await other.client.get(urls.dossier(at));
    expect(other.client.main).toContain('Municipal, National, Européen');
  });

  it('the last lead stays until another leads; two who leave at once leave one', async () => {
    const { at, dossier, lead, member } = await makeDossier(site, { reach: 'space' });
    await lead.client.post(urls.leaveDossier(at));
    expect(lead.client.html).toContain('nommez d’abord une autre personne référente');
    await lead.client.post(urls.dossierMember({ ...at, person: member.id }), { geste: 'referent' });
    await Promise.all([
      lead.client.send(urls.leaveDossier(at), {}),
      member.client.send(urls.leaveDossier(at), {}),
    ]);
    const left = await site.db
      .selectFrom('dossier_member')
      .select('role')
      .where('dossier_id', '=', dossier.id)
      .execute();
    expect(left).toEqual([{ role: 'lead' }]);
    await expect(
      site.db.deleteFrom('dossier_member').where('dossier_id', '=', dossier.id).execute(),
    ).rejects.toThrow('a dossier keeps a lead');
  });
});
