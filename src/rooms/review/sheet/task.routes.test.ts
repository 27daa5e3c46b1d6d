import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFactsAbout, makeEdition } from '../../../../tests/make/editions.ts';
import { makeIdea } from '../../../../tests/make/ideas.ts';
import { type MadePerson, makeDepartment, makePerson } from '../../../../tests/make/people.ts';
import { makeOpinion } from '../../../../tests/make/studies.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { revokeRole } from '../../identity/index.ts';
import type { Edition } from '../../spaces/index.ts';
import { findSheet } from '../index.ts';

let site: TestSite;
let edition: Edition;
let parks: { id: string };
let agent: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  edition = await makeEdition(site, { phase: 'study' });
  parks = await makeDepartment(site, { name: 'Espaces verts' });
  agent = await makePerson(site, { roles: ['agent'], departmentId: parks.id, nickname: 'Paul' });
});
afterAll(() => site.close());

const EMPTY = {
  version: '1',
  act: 'give',
  technical: '',
  legal: '',
  financial: '',
  verdict: '',
  comment: '',
  capitalCost: '',
  yearlyCost: '',
  delayMonths: '',
};
const GIVEN = { ...EMPTY, technical: 'yes', verdict: 'favourable', capitalCost: '12 500' };

async function ask(departmentId = parks.id) {
  const collecting = await makeEdition(site);
  const idea = await makeIdea(site, collecting);
  const opinion = await makeOpinion(site, idea, departmentId);
  return { idea, opinion, path: urls.task({ opinion }) };
}
const read = async (idea: { id: string; editionId: string }) =>
  (await findSheet(site.db, site.organisationId, idea)).opinions[0]!;

describe('the task of a department', () => {
  it('R42 a draft is kept, then the opinion is given, then changed while no decision is published', async () => {
    const { idea, path } = await ask();
    const { client } = agent;
    await client.get(path);
    expect(client.main).toContain('Avis demandé au service Espaces verts');
    await client.post(path, { ...EMPTY, act: 'save', comment: 'À voir sur place' });
    expect(client.html).toContain('Votre brouillon est enregistré.');
    expect(client.main).toContain('À voir sur place');
    expect(await read(idea)).toMatchObject({ state: 'asked', version: 2 });
    await client.post(path, { ...GIVEN, version: '2' });
    expect(client.html).toContain('Votre avis est rendu.');
    expect(client.main).not.toContain('name="verdict"');
    expect(await read(idea)).toMatchObject({ state: 'given', capitalCost: 1_250_000, version: 3 });
    const [, change] = /href="([^"]*modifier=[^"]*)"/.exec(client.main) ?? [];
    await client.get(change!);
    await client.post(path, {
      ...GIVEN,
      version: '3',
      verdict: 'reserved',
      comment: 'Un point d’eau.',
    });
    expect(await read(idea)).toMatchObject({ state: 'given', verdict: 'reserved', version: 4 });
    const kinds = (await listFactsAbout(site, idea.id)).map(({ kind }) => kind);
    expect(kinds).toEqual(['idea.submitted', 'opinion.given', 'opinion.changed']);
  });

  it('R42 given without a verdict, or with reserves and no words: words beside the field, nothing lost', async () => {
    const { idea, path } = await ask();
    const { client } = agent;
    await client.post(path, { ...EMPTY, technical: 'no', yearlyCost: '300' });
    expect(client.status).toBe(422);
    expect(client.main).toContain('Choisissez votre avis');
    expect(client.main).toMatch(/name="technical" value="no" checked/);
    expect(client.main).toContain('value="300"');
    await client.post(path, { ...EMPTY, verdict: 'unfavourable' });
    expect(client.status).toBe(422);
    expect(client.main).toMatch(/Dites pourquoi/);
    await client.post(path, { ...GIVEN, capitalCost: 'cher', verdict: '<script>' });
    expect(client.status).toBe(422);
    expect(await read(idea)).toMatchObject({ state: 'asked', version: 1 });
  });

  it('R43 W3 another department’s task is not there, nor one of another edition, another town, no role', async () => {
    const { idea, opinion, path } = await ask();
    const { client: resident } = await makePerson(site);
    const { client: neighbour } = await makePerson(site, { roles: ['agent'] });
    const { client: elsewhere } = await makePerson(site, {
      roles: ['agent'],
      departmentId: parks.id,
      editionId: edition.id,
    });
    const unknown = urls.task({ opinion: '11111111-1111-4111-8111-111111111111' });
    for (const client of [neighbour, elsewhere]) {
      for (const fields of [undefined, GIVEN]) {
        const answer = await client.send(path, fields);
        const nothing = await client.send(unknown, fields);
        expect([answer.status, nothing.status]).toEqual([404, 404]);
      }
    }
    expect((await resident.send(path)).status).toBe(403);
    expect((await agent.client.send(urls.task({ opinion: 'inconnu' }))).status).toBe(404);
    expect((await site.visitor().send(path)).status).toBe(303);
    expect(await read(idea)).toMatchObject({ id: opinion, state: 'asked', version: 1 });
  });

  it('R43 an officer opens any task, once their second factor is proven', async () => {
    const { path } = await ask();
    const officer = await makePerson(site, { roles: ['officer'] });
    expect((await officer.client.send(path)).status).toBe(200);
    const unproven = await makePerson(site, { roles: ['officer'], factorProven: false });
    const answer = await unproven.client.send(path);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toContain(urls.verification());
  });

  it('W11 a role that ends while the form is open writes nothing', async () => {
    const { idea, path } = await ask();
    const leaving = await makePerson(site, { roles: ['agent'], departmentId: parks.id });
    await leaving.client.get(path);
    await revokeRole(site.db, {
      organisationId: site.organisationId,
      personId: leaving.id,
      role: 'agent',
      revokedBy: null,
    });
    expect((await leaving.client.send(path, GIVEN)).status).toBe(403);
    expect(await read(idea)).toMatchObject({ state: 'asked', version: 1 });
  });

  it('R32 a department that was closed gives no opinion: the page says that another must be asked', async () => {
    const closing = await makeDepartment(site, { name: 'Ancien service' });
    const { client } = await makePerson(site, { roles: ['agent'], departmentId: closing.id });
    const { idea, path } = await ask(closing.id);
    await sql`update department set closed_at = palabre_now() where id = ${closing.id}`.execute(
      site.db,
    );
    await client.get(path);
    expect(client.main).toContain('Ce service est fermé');
    expect(client.main).not.toContain('<form');
    await client.post(path, GIVEN);
    expect(client.status).toBe(422);
    expect(await read(idea)).toMatchObject({ state: 'asked', version: 1 });
  });

  it('R42 other departments’ opinions are read once they are given, their drafts are not', async () => {
    const { idea, path } = await ask();
    const [roads, law] = [
      await makeDepartment(site, { name: 'Voirie' }),
      await makeDepartment(site, { name: 'Affaires juridiques' }),
    ];
    const roadsAgent = await makePerson(site, { roles: ['agent'], departmentId: roads.id });
    const draft = await makeOpinion(site, idea, roads.id);
    await roadsAgent.client.post(urls.task({ opinion: draft }), {
      ...EMPTY,
      act: 'save',
      comment: 'Brouillon secret',
    });
    await makeOpinion(site, idea, law.id, { given: { comment: 'Le terrain est communal.' } });
    const { client } = agent;
    await client.get(path);
    expect(client.main).toContain('Le terrain est communal.');
    expect(client.main).not.toContain('Brouillon secret');
    expect(client.main).not.toContain('Voirie');
  });

  it('W1 what an agent writes is shown as text wherever it is shown', async () => {
    const script = '"><img src=x onerror=alert(1)></textarea><script>alert(1)</script>';
    const { idea, path } = await ask();
    const officer = await makePerson(site, { roles: ['officer'] });
    const { client } = agent;
    const fields = { ...GIVEN, comment: script, capitalCost: script, delayMonths: script };
    const sheet = urls.adminStudyIdea({
      edition: (
        await sql<{ slug: string }>`select slug from edition where id = ${idea.editionId}`.execute(
          site.db,
        )
      ).rows[0]!.slug,
      idea: idea.number,
    });
    const expectInert = (html: string) => expect(/<img src=x|<script>alert/.test(html)).toBe(false);
    await client.post(path, fields);
    expectInert(client.main);
    await client.post(path, { ...GIVEN, comment: script });
    expectInert(client.main);
    await officer.client.get(sheet);
    expectInert(officer.client.main);
    expect(officer.client.main).toContain('&lt;script>alert(1)');
    await officer.client.post(sheet, {
      version: '1',
      admissible: '',
      admissibilityNote: script,
      capitalCost: '',
      yearlyCost: '',
      delayMonths: '',
    });
    expect(officer.client.status).toBe(200);
    expectInert(officer.client.main);
  });
});
