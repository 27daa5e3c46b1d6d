import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../../tests/make/editions.ts';
import { makeIdea } from '../../../../tests/make/ideas.ts';
import { type MadePerson, makeDepartment, makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import type { Idea } from '../../ideas/index.ts';
import { insertOrganisation } from '../../organisations/index.ts';
import type { Edition } from '../../spaces/index.ts';
import { numberedSegment } from '../../spaces/index.ts';
import { listUnanswered } from './thread.store.ts';

let site: TestSite;
let edition: Edition;
let idea: Idea;
let holder: MadePerson;
let officer: MadePerson;
let agent: MadePerson;
let otherAgent: MadePerson;
let at: { edition: string; idea: string };
beforeAll(async () => {
  site = await openTestSite();
  edition = await makeEdition(site);
  holder = await makePerson(site, { nickname: 'Mamie Vélo' });
  officer = await makePerson(site, { roles: ['officer'], name: 'Agathe Morel' });
  const roads = await makeDepartment(site, { name: 'Voirie' });
  agent = await makePerson(site, {
    roles: ['agent'],
    departmentId: roads.id,
    name: 'Karim Benali',
  });
  otherAgent = await makePerson(site, { roles: ['agent'], name: 'Paul Autre' });
  idea = await makeIdea(site, edition, { authorId: holder.id, title: 'Une piste cyclable' });
  at = { edition: edition.slug, idea: numberedSegment(idea.number, idea.title) };
  await site.db
    .insertInto('opinion')
    .values({
      organisation_id: site.organisationId,
      edition_id: edition.id,
      idea_id: idea.id,
      department_id: roads.id,
      due_on: '2026-12-31',
    })
    .execute();
  await site.runJobs();
});
afterAll(() => site.close());

const write = (person: MadePerson, channel: string, fields: Record<string, string | string[]>) =>
  person.client.post(urls.writeMessage({ ...at, channel }), fields);
const open = (person: MadePerson) => person.client.get(urls.threads(at));
async function mailsAfter(act: () => Promise<unknown>) {
  await site.runJobs();
  const before = site.mails.length;
  await act();
  await site.runJobs();
  return site.mails.slice(before);
}

describe('what is written around an idea', () => {
  it('R43 SC6 the office asks, the holder is written to, answers, and whoever asked hears it', async () => {
    await open(agent);
    const asked = await mailsAfter(() =>
      write(agent, 'porteur', { message: 'Quelle longueur imaginez-vous ?' }),
    );
    expect(asked.map(({ to }) => to)).toEqual([holder.email]);
    expect(asked[0]!.text).toContain('Quelle longueur imaginez-vous ?');
    expect(asked[0]!.text).not.toContain('Karim');
    expect(asked[0]!.text).toContain(urls.threads(at));
    await open(holder);
    expect(holder.client.html).toContain('Quelle longueur');
    expect(holder.client.html).not.toContain('Notes internes');
    const answered = await mailsAfter(() => write(holder, 'porteur', { message: '800 mètres.' }));
    expect(answered.map(({ to }) => to)).toEqual([agent.email]);
    expect(answered[0]!.text).toContain('Mamie Vélo');
    expect((await listUnanswered(site.db, site.organisationId, edition.id)).waiting).toEqual([
      expect.objectContaining({ ideaId: idea.id }),
    ]);
    await open(officer);
    await write(officer, 'porteur', { message: 'Merci, c’est noté.' });
    expect((await listUnanswered(site.db, site.organisationId, edition.id)).waiting).toEqual([]);
  });

  it('SC6 notes stay between the office and the departments asked; who is mentioned is written to, once', async () => {
    await open(officer);
    const mails = await mailsAfter(() =>
      write(officer, 'notes', {
        message: 'Attention au réseau d’eau <b>sous</b> la chaussée.',
        mention: [agent.id, otherAgent.id, holder.id],
      }),
    );
    expect(mails.map(({ to }) => to)).toEqual([agent.email]);
    await open(agent);
    expect(agent.client.html).toContain('&lt;b>sous&lt;/b>');
    await open(holder);
    expect(holder.client.html).not.toContain('réseau d’eau');
    expect(
      (await holder.client.send(urls.writeMessage({ ...at, channel: 'notes' }), { message: 'Non' }))
        .status,
    ).toBe(404);
  });

  it('R48 SC6 a team of holder, participation officer and technician has its thread; an empty place is shown', async () => {
    await open(officer);
    await officer.client.post(urls.changeTeam(at), {
      holder: holder.id,
      officer: officer.id,
      technician: '',
    });
    expect(officer.client.html).toContain('Personne pour l’instant');
    await officer.client.post(urls.changeTeam(at), {
      holder: holder.id,
      officer: officer.id,
      technician: agent.id,
    });
    expect(officer.client.html).toContain('Karim Benali');
    const mails = await mailsAfter(() => write(officer, 'equipe', { message: 'Visite jeudi.' }));
    expect(mails.map(({ to }) => to).sort()).toEqual([holder.email, agent.email].sort());
    await open(holder);
    expect(holder.client.html).toContain('Visite jeudi.');
    expect(holder.client.html).not.toContain('Changer l’équipe');
    const facts = await site.db
      .selectFrom('fact')
      .select('id')
      .where('kind', '=', 'team.changed')
      .execute();
    expect(facts).toHaveLength(3);
  });

  it('R48 nobody is put in a team who has nothing to do with the idea', async () => {
    await officer.client.post(urls.changeTeam(at), {
      holder: otherAgent.id,
      officer: officer.id,
      technician: otherAgent.id,
    });
    expect(officer.client.html).not.toContain('Paul Autre');
  });

  it('W3 is nobody else’s: another agent, a resident, another town, an officer without second factor', async () => {
    const stranger = await makePerson(site);
    const organisation = { id: '', name: 'Voisine', host: 'voisine.localhost' };
    organisation.id = await insertOrganisation(site.db, {
      ...organisation,
      slug: 'voisine',
      kind: 'town',
      colour: '#1F3A8A',
      contactEmail: 'mairie@voisine.example',
      tagline: '',
      charter: 'Respect.',
    });
    const neighbour = await makePerson(site, { roles: ['administrator'], organisation });
    for (const person of [stranger, otherAgent, neighbour]) {
      expect((await person.client.send(urls.threads(at))).status).toBe(404);
      for (const channel of ['porteur', 'equipe', 'notes'])
        expect(
          (await person.client.send(urls.writeMessage({ ...at, channel }), { message: 'Bonjour' }))
            .status,
        ).toBe(404);
    }
    const unproven = await makePerson(site, { roles: ['officer'], factorProven: false });
    const answer = await unproven.client.send(urls.threads(at));
    expect(answer.headers.get('location')).toContain(urls.verification());
  });

  it('an empty or endless message is refused in words, and kept in the field', async () => {
    await open(holder);
    await write(holder, 'porteur', { message: '   ' });
    expect([holder.client.status, holder.client.html.includes('Écrivez votre message')]).toEqual([
      422,
      true,
    ]);
    await write(holder, 'porteur', { message: 'é'.repeat(4001) });
    expect(holder.client.html).toContain('4\u202f000 caractères au plus');
    expect(holder.client.html).toContain('é'.repeat(4001));
  });

  it('nothing written is changed afterwards', async () => {
    await expect(
      site.db.updateTable('thread_message').set({ body: 'autre' }).execute(),
    ).rejects.toThrow(/append-only/);
  });
});
