import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAction, makeReviewer } from '../../../tests/make/action.ts';
import { makeFund } from '../../../tests/make/fund.ts';
import {
  type MadeGroup,
  type MadeMovement,
  makeGroup,
  makeMovement,
} from '../../../tests/make/group.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import type { Fund } from '../funds/index.ts';
import { type Action, CRITERIA } from './action.ts';
import { actionSegment } from './action-address.ts';
import { findActionById, listActionsOfGroup, listLines } from './index.ts';

let site: TestSite;
let movement: MadeMovement;
let certified: MadeGroup;
let young: MadeGroup;
let fund: Fund;
beforeAll(async () => {
  site = await openTestSite();
  movement = await makeMovement(site);
  certified = await makeGroup(site, movement, { certified: true, name: 'Les Lilas' });
  young = await makeGroup(site, movement, { name: 'Pantin' });
  ({ fund } = await makeFund(site, movement));
}, 60_000);
afterAll(() => site.close());

const propose = () => urls.proposeAction({ fund: fund.slug });
const at = (action: Action) => ({ action: actionSegment(action) });
const fresh = async (action: Action) => (await findActionById(site.db, movement.id, action.id))!;
const count = async (group: MadeGroup) =>
  (await listActionsOfGroup(site.db, movement.id, group.group.id)).length;

/** What the form of an action sends. */
const typed = (action: Action, more: Record<string, string> = {}) => ({
  version: String(action.version),
  titre: 'Réparer l’ascenseur',
  resume: 'Obtenir la réparation.',
  type: 'union',
  description: 'On frappe aux portes et on écrit au bailleur.',
  implication: 'Les locataires décident.',
  inclusion: 'Une heure suffit.',
  adaptation: 'Remplacer le bailleur par le sien.',
  etapes: 'Porte-à-porte.\nLettre.',
  materiel: '',
  'depense-1': 'Tracts',
  'montant-1': '45,50',
  ...more,
});
const write = (client: SiteClient, action: Action, more: Record<string, string> = {}) =>
  client.post(urls.proposalText(at(action)), typed(action, more));

describe('from the criteria to a draft', () => {
  it('R4 the five criteria with help and example; unticked, nothing begins', async () => {
    const { client } = certified.lead;
    await client.get(propose());
    expect(client.main.match(/name="criteres"/g)).toHaveLength(5);
    expect(client.main.match(/Par exemple/g)).toHaveLength(5);
    expect(client.main).toContain('300');
    const before = await count(certified);
    const four = { groupe: certified.group.slug, criteres: CRITERIA.slice(0, 4) };
    expect(await client.post(propose(), four)).toMatchObject({ status: 422 });
    expect(client.main).toContain('Cochez les cinq critères');
    expect(await count(certified)).toBe(before);
    await client.post(propose(), { groupe: certified.group.slug, criteres: [...CRITERIA] });
    expect(client).toMatchObject({ status: 200, path: expect.stringMatching(/\/rediger$/) });
    const [action] = await listActionsOfGroup(site.db, movement.id, certified.group.id);
    expect(action).toMatchObject({ state: 'draft', criteria: [...CRITERIA] });
  });

  it('R3 a group that is not certified is told why, and where its criteria are', async () => {
    const { client } = young.lead;
    await client.get(propose());
    expect(client.main).toContain(urls.groupCertification({ group: young.group.slug }));
    const sent = { groupe: young.group.slug, criteres: [...CRITERIA] };
    expect(await client.post(propose(), sent)).toMatchObject({ status: 422 });
    expect(client.main).toContain('seuls les groupes certifiés proposent');
    expect(client.main).toContain(urls.groupCertification({ group: young.group.slug }));
    expect(await count(young)).toBe(0);
  });

  it('R2 leads and managers propose for their group; members, other groups and roles do not', async () => {
    const sent = { groupe: certified.group.slug, criteres: [...CRITERIA] };
    const before = await count(certified);
    for (const roles of [[], ['action-reviewer'], ['finance'], ['administrator']] as const) {
      const { client } = await makePerson(site, { organisation: movement, roles });
      expect(await client.post(propose(), sent)).toMatchObject({ status: 422 });
    }
    for (const one of [certified.members[0]!, certified.treasurers[0], young.lead])
      expect(await one.client.post(propose(), sent)).toMatchObject({ status: 422 });
    expect(await count(certified)).toBe(before);
    await certified.manager.client.post(propose(), sent);
    expect(await count(certified)).toBe(before + 1);
    const anonymous = site.visitor(movement.host);
    expect((await anonymous.send(propose(), { groupe: certified.group.slug })).status).toBe(401);
  });

  it('W3 neither a fund nor an action of another movement is there', async () => {
    const other = await makeMovement(site);
    const { fund: theirs } = await makeFund(site, other);
    const { client } = certified.lead;
    const there = urls.proposeAction({ fund: theirs.slug });
    expect(await client.get(there)).toMatchObject({ status: 404 });
    const group = await makeGroup(site, other, { certified: true });
    const action = await makeAction(site, other, theirs, group, { title: 'Ailleurs' });
    const own = await findActionById(site.db, movement.id, action.id);
    expect(own).toBeNull();
    const { client: foreign } = group.lead;
    const mine = await makeAction(site, movement, fund, certified, { title: 'Ici' });
    expect(await foreign.get(urls.proposal(at({ ...mine, number: 999 })))).toMatchObject({
      status: 404,
    });
  }, 30_000);
});

describe('writing a draft', () => {
  it('R9 R10 the sum of the lines: 300,00 is kept, 300,01 is refused beside its field', async () => {
    const action = await makeAction(site, movement, fund, certified);
    const { client } = certified.manager;
    const two = { 'depense-2': 'Sono', 'montant-2': '254,50' };
    await write(client, action, two);
    expect(await fresh(action)).toMatchObject({ maximum: 30_000, title: 'Réparer l’ascenseur' });
    const now = await fresh(action);
    await write(client, now, { ...two, 'montant-2': '254,51' });
    expect(client.status).toBe(422);
    expect(client.main).toContain('Le total dépasse');
    expect(client.main).toContain('value="254,51"');
    expect(await fresh(action)).toMatchObject({ maximum: 30_000, version: now.version });
  });

  it('R10 bad lines are told beside their field, and nothing is lost', async () => {
    const action = await makeAction(site, movement, fund, certified);
    const { client } = certified.lead;
    for (const amount of ['-5', '1e3', 'beaucoup', '0', '']) {
      await write(client, action, { 'montant-1': amount });
      expect(client.status).toBe(422);
      expect(client.main).toContain('id="montant-1-error"');
      expect(client.main).toContain('Réparer l’ascenseur');
    }
    await write(client, action, { 'depense-1': '' });
    expect(client.main).toContain('id="depense-1-error"');
    expect(await fresh(action)).toMatchObject({ version: action.version });
  });

  it('W1 W12 markup, right-to-left words, control signs and long words are only text', async () => {
    const action = await makeAction(site, movement, fund, certified);
    const { client } = certified.lead;
    const title = `<script>x</script> مرحبا \u202eabc\u0007 ${'é'.repeat(40)}`;
    await write(client, action, { titre: title });
    const kept = await fresh(action);
    expect(kept.title).toBe(`<script>x</script> مرحبا abc ${'é'.repeat(40)}`);
    await client.get(urls.proposal(at(kept)));
    expect(client.main).not.toContain('<script>x');
    await write(client, kept, { titre: 'a'.repeat(121) });
    expect(client).toMatchObject({ status: 422 });
    expect(client.main).toContain('trop long');
  });

  it('R10 lines are added without scripts, and what was typed is saved', async () => {
    const action = await makeAction(site, movement, fund, certified);
    const { client } = certified.lead;
    await write(client, action, { geste: 'lignes' });
    expect(client.path).toMatch(/\/rediger\?lignes=\d+/);
    expect(client.main).toContain('name="depense-5"');
    expect(await listLines(site.db, movement.id, action.id)).toEqual([
      { label: 'Tracts', amount: 4550 },
    ]);
  });

  it('R10 saved as one types; what somebody else saved meanwhile is not written over', async () => {
    const action = await makeAction(site, movement, fund, certified);
    const save = (client: SiteClient, base: number, titre: string) =>
      client.send(urls.proposalAutosave(at(action)), {
        ...typed(action, { titre }),
        base: String(base),
        page: 'a'.repeat(32),
      });
    const kept = await save(certified.lead.client, action.version, 'Un');
    expect(kept.status).toBe(204);
    expect(kept.headers.get('x-saved-at')).toBe(String(action.version + 1));
    expect((await save(certified.manager.client, action.version, 'Deux')).status).toBe(412);
    await write(certified.manager.client, action, { titre: 'Trois' });
    expect(certified.manager.client.status).toBe(409);
    expect(certified.manager.client.main).toContain('value="Trois"');
    expect((await fresh(action)).title).toBe('Un');
    const nobody = site.visitor(movement.host);
    expect((await save(nobody, action.version + 1, 'Rien')).status).toBe(401);
    expect((await save(certified.members[0]!.client, 2, 'Rien')).status).toBe(403);
    expect((await save(young.lead.client, 2, 'Rien')).status).toBe(404);
  });

  it('R11 a draft is its group’s alone, and only leads and managers write it', async () => {
    const action = await makeAction(site, movement, fund, certified);
    const address = urls.proposal(at(action));
    const reviewer = await makeReviewer(site, movement);
    for (const one of [young.lead, reviewer])
      expect(await one.client.get(address)).toMatchObject({ status: 404 });
    expect(await reviewer.client.get(urls.examination(at(action)))).toMatchObject({ status: 404 });
    const { client } = certified.members[0]!;
    expect(await client.get(address)).toMatchObject({ status: 200 });
    expect(client.main).not.toContain(urls.proposalSubmit(at(action)));
    for (const path of [urls.proposalText(at(action)), urls.proposalDelete(at(action))])
      expect(await client.get(path)).toMatchObject({ status: 403 });
    expect(await client.post(urls.proposalSubmit(at(action)))).toMatchObject({ status: 403 });
  });

  it('a draft is thrown away after a question; what was handed in is not', async () => {
    const action = await makeAction(site, movement, fund, certified);
    const { client } = certified.lead;
    await client.get(urls.proposalDelete(at(action)));
    expect(client.main).toContain('Supprimer ce brouillon');
    await client.post(urls.proposalDelete(at(action)));
    expect(client.path).toBe(urls.groupActions({ group: certified.group.slug }));
    expect(await findActionById(site.db, movement.id, action.id)).toBeNull();
    const sent = await makeAction(site, movement, fund, certified, { submitted: true });
    await client.post(urls.proposalDelete(at(sent)));
    expect(await fresh(sent)).toMatchObject({ state: 'submitted' });
  });
});
