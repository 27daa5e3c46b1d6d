import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeDossier } from '../../../tests/make/dossiers.ts';
import { makeDocument } from '../../../tests/make/library.ts';
import { makeHosted } from '../../../tests/make/meetings.ts';
import { makeComponent } from '../../../tests/make/spaces.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { listTasks } from './task.store.ts';

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

describe('R151 tasks and events of a dossier', () => {
  it('a task is added, given to a member who is told, done once, put in order, removed', async () => {
    const { at, dossier, lead, member, other } = await makeDossier(site);
    const tasks = urls.dossierTasks(at);
    const formulaire = randomUUID();
    await lead.client.post(tasks, {
      formulaire,
      tache: '',
      qui: member.id,
      echeance: '2026-02-31',
    });
    expect(lead.client.status).toBe(422);
    expect(lead.client.main).toContain('2026-02-31');
    await lead.client.post(tasks, {
      formulaire,
      tache: 'Écrire au préfet',
      qui: other.id,
      echeance: '',
    });
    expect(lead.client.status).toBe(422);
    expect(lead.client.main).toContain('Choisissez un·e membre');
    await lead.client.post(tasks, {
      formulaire,
      tache: 'Écrire au préfet',
      qui: member.id,
      echeance: '2020-12-01',
    });
    expect(lead.client.main).toContain('En retard');
    expect(await toldTo(member.id)).toContain(
      `Une tâche du dossier « ${dossier.title} » vous est confiée.`,
    );
    await lead.client.post(tasks, {
      formulaire: randomUUID(),
      tache: 'Réunir les maires',
      qui: '',
      echeance: '',
    });
    const read = () => listTasks(site.db, site.organisationId, dossier.id);
    const [first, second] = await read();
    const act = (task: string) => urls.dossierTaskAct({ ...at, task });
    await lead.client.post(act(second!.id), { geste: 'monter', retour: 'taches' });
    expect((await read()).map(({ words }) => words)).toEqual([
      'Réunir les maires',
      'Écrire au préfet',
    ]);
    await Promise.all([
      lead.client.send(act(first!.id), { geste: 'fait' }),
      member.client.send(act(first!.id), { geste: 'fait' }),
    ]);
    const { rows } = await sql<{ count: string }>`select count(*) from fact
      where kind = 'dossier.task-done' and subject_id = ${dossier.id}`.execute(site.db);
    expect(Number(rows[0]!.count)).toBe(1);
    await lead.client.post(urls.dossierTask({ ...at, task: second!.id }), {
      tache: 'Réunir les maires du canton',
      qui: member.id,
      echeance: '',
      version: '1',
    });
    expect(lead.client.main).toContain('du canton');
    await lead.client.post(act(second!.id), { geste: 'retirer', retour: 'taches' });
    expect(await read()).toHaveLength(1);
    // whoever leaves leaves their tasks to the others
    await lead.client.post(act(first!.id), { geste: 'a-faire' });
    await member.client.post(urls.leaveDossier(at));
    expect((await read())[0]).toMatchObject({ assigneeId: null, doneAt: null });
    await lead.client.post(urls.closeDossier(at), { resultat: 'Fini.' });
    await lead.client.post(act(first!.id), { geste: 'fait' });
    expect((await read())[0]!.doneAt).toBeNull();
  });

  it('W3 events of the same space are linked, and no other', async () => {
    const made = await makeDossier(site, { reach: 'space' });
    const { at, lead, space } = made;
    const { rows } = await sql<{ id: string }>`select id from component
      where space_id = ${space.id} and kind = 'events'`.execute(site.db);
    const event = await makeHosted(site, rows[0]!.id, lead.id, { title: 'Réunion des maires' });
    const elsewhere = await makeDossier(site, { reach: 'space' });
    await elsewhere.lead.client.post(urls.dossierEvents(elsewhere.at), { evenement: event.id });
    expect(elsewhere.lead.client.status).toBe(404);
    await lead.client.post(urls.dossierEvents(at), { evenement: event.id });
    expect(lead.client.main).toContain('Réunion des maires');
    await lead.client.post(urls.dossierEvents(at), { evenement: event.id, geste: 'retirer' });
    await made.other.client.get(urls.dossier(at));
    expect(made.other.client.main).not.toContain('Réunion des maires');
  });

  it('W3 documents of its network are attached by their address, and shown to who may read them', async () => {
    const made = await makeDossier(site, { reach: 'space' });
    const { at, lead, other, space } = made;
    const library = await makeComponent(site, space, { kind: 'library', title: 'Textes' });
    const document = await makeDocument(site, library, lead, { title: 'Vœu sur les dotations' });
    const attach = urls.dossierDocuments(at);
    const path = urls.document({ document: `${document.number}-voeu` });
    await lead.client.post(attach, { document: `http://localhost${path}` });
    expect(lead.client.main).toContain('Vœu sur les dotations');
    await other.client.get(urls.dossier(at));
    expect(other.client.main).toContain('Vœu sur les dotations');
    expect((await other.client.post(attach, { document: String(document.number) })).status).toBe(
      404,
    );
    const elsewhere = await makeDossier(site, { reach: 'space' });
    const theirs = urls.dossierDocuments(elsewhere.at);
    await elsewhere.lead.client.post(theirs, { document: String(document.number) });
    expect(elsewhere.lead.client.status).toBe(422);
    expect(elsewhere.lead.client.main).toContain(`value="${document.number}"`);
    expect(elsewhere.lead.client.main).not.toContain('Vœu sur les dotations');
    await lead.client.post(attach, { document: document.id, geste: 'retirer' });
    expect(lead.client.main).not.toContain('Vœu sur les dotations');
  });
});
