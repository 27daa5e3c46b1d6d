import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailsOf } from '../../../../tests/make/mails.ts';
import { makeElected } from '../../../../tests/make/mandates.ts';
import { makeInsider, makeNetwork } from '../../../../tests/make/network.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { urls } from '../../../urls.ts';
import { withdrawMandate } from '../mandate-writing.store.ts';
import { findOwnRequest, findTeam } from './team.store.ts';
import { lacksParity, refuseToLeave, teamOf, vacanciesOf } from './team.ts';
import { askToJoinTeam } from './team-writing.store.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const makeLead = (spaceId: string, nickname: string) =>
  makePerson(site, { nickname, roles: ['space-organiser'], spaceId });

const teamNow = ({ id }: { id: string }) => findTeam(site.db, site.organisationId, id);
const requestOf = ({ id }: { id: string }, personId: string) =>
  findOwnRequest(site.db, site.organisationId, id, personId);

describe('rules of a team', () => {
  it('R153 a pair has two places, and its parity is hinted at where both declared the same', () => {
    const team = teamOf([
      { personId: 'a', role: 'space-organiser' },
      { personId: 'b', role: 'space-organiser' },
      { personId: 'b', role: 'space-author' },
      { personId: 'c', role: 'space-author' },
      { personId: 'd', role: 'moderator' },
    ]);
    expect(team).toEqual({ leads: ['a', 'b'], members: ['c'] });
    expect(vacanciesOf(team)).toBe(0);
    expect(vacanciesOf({ leads: ['a'], members: [] })).toBe(1);
    expect(lacksParity(team, new Map([['a', 'man']]))).toBe(false);
    const both = (b: 'man' | 'woman') => new Map([['a', 'man'] as const, ['b', b] as const]);
    expect(lacksParity(team, both('man'))).toBe(true);
    expect(lacksParity(team, both('woman'))).toBe(false);
    expect(refuseToLeave({ leads: ['a'], members: [] }, 'a')).toBe('last-lead');
    expect(refuseToLeave(team, 'd')).toBe('not-in-team');
    expect(refuseToLeave(team, 'a')).toBeNull();
  });
});

describe('the team of a network', () => {
  it('R153 W1 somebody inside asks with words, the leads accept, and they help in the space, then leave', async () => {
    const { space, components } = await makeNetwork(site);
    const at = { space: space.slug };
    const lead = await makeLead(space.id, 'Awa qui anime');
    const member = await makeInsider(site, space, { nickname: 'Noé qui veut aider' });
    const outsider = await makePerson(site);
    const path = urls.spaceTeam(at);
    expect(await outsider.client.get(path)).toMatchObject({ status: 403 });
    expect(await outsider.client.post(path, { mots: 'Bonjour' })).toMatchObject({ status: 403 });
    await member.client.get(path);
    expect(member.client.main).toContain('Awa qui anime');
    expect(member.client.main).toContain('Une place du binôme est à prendre');

    expect(await member.client.post(path, { mots: '' })).toMatchObject({ status: 422 });
    const long = 'é'.repeat(1001);
    expect(await member.client.post(path, { mots: long })).toMatchObject({ status: 422 });
    expect(member.client.main).toContain(long);
    const told = await mailsOf(site, () =>
      member.client.post(path, { mots: 'Tenir la bibliothèque.' }),
    );
    expect(told.map(({ to }) => to)).toEqual([lead.email]);
    expect(told[0]!.text).toContain('Tenir la bibliothèque.');
    expect(member.client.main).toContain('attend la réponse du binôme');
    await lead.client.get(path);
    expect(lead.client.main).toContain('Tenir la bibliothèque.');
    const { id } = (await requestOf(space, member.id))!;
    const accept = urls.teamRequestAccept({ ...at, request: id });
    // neither who asked nor who leads another network
    expect(await member.client.post(accept)).toMatchObject({ status: 403 });
    const elsewhere = await makeNetwork(site);
    const stranger = await makeLead(elsewhere.space.id, 'Anime ailleurs');
    expect(await stranger.client.post(accept)).toMatchObject({ status: 404 });
    await stranger.client.post(
      urls.teamRequestAccept({ space: elsewhere.space.slug, request: id }),
    );
    expect(await teamNow(space)).toEqual({ leads: [lead.id], members: [] });

    const answered = await mailsOf(site, () => lead.client.post(accept));
    expect(answered.map(({ to }) => to)).toEqual([member.email]);
    expect(await teamNow(space)).toEqual({ leads: [lead.id], members: [member.id] });
    const directory = urls.directory({ ...at, component: components.directory!.slug });
    await member.client.get(directory);
    expect(member.client.main).toContain('Noé qui veut aider');

    await member.client.post(urls.teamLeave(at));
    // who leads alone stays
    await lead.client.post(urls.teamLeave(at));
    expect(await teamNow(space)).toEqual({ leads: [lead.id], members: [] });
  });

  it('R153 W3 one open request a person, and of two leads who answer at once one does', async () => {
    const { space } = await makeNetwork(site);
    const at = { space: space.slug };
    const leads = [await makeLead(space.id, 'Une du binôme'), await makeLead(space.id, 'Un autre')];
    const member = await makeInsider(site, space);
    const act = { organisationId: site.organisationId, by: member.id };
    const asks = await Promise.all(
      [1, 2, 3].map(() => inTransaction(site.db, (tx) => askToJoinTeam(tx, act, space, 'Oui'))),
    );
    expect(asks.filter(({ ok }) => ok)).toHaveLength(1);
    const { id } = (await requestOf(space, member.id))!;
    await Promise.all([
      leads[0]!.client.post(urls.teamRequestAccept({ ...at, request: id })),
      leads[1]!.client.post(urls.teamRequestDecline({ ...at, request: id })),
    ]);
    const said = leads.filter(({ client }) => client.html.includes('déjà reçu une réponse'));
    expect(said).toHaveLength(1);
    const { rows } = await site.pool.query<{ is_accepted: boolean }>(
      'select is_accepted from team_request where id = $1',
      [id],
    );
    const { members } = await teamNow(space);
    expect(members).toEqual(rows[0]!.is_accepted ? [member.id] : []);
  });

  it('R153 the showcase names the team only where it says so, and a parity is known to the leads alone', async () => {
    const { space } = await makeNetwork(site);
    const at = { space: space.slug };
    const lead = await makeLead(space.id, 'Léa en vue');
    const other = await makeLead(space.id, 'Lou en vue');
    const member = await makeInsider(site, space);
    const visitor = site.visitor();
    const showcase = async () => {
      await visitor.get(urls.space(at));
      return visitor.main;
    };
    expect(await showcase()).not.toContain('Léa en vue');
    await lead.client.post(urls.teamShow(at), { public: 'oui' });
    expect(await showcase()).toContain('Léa en vue');
    await lead.client.post(urls.teamShow(at), {});
    expect(await showcase()).not.toContain('Léa en vue');

    for (const { client } of [lead, other])
      await client.post(urls.teamParity(at), { genre: 'woman' });
    const hint = 'le binôme n’est pas paritaire';
    await lead.client.get(urls.spaceTeam(at));
    expect(lead.client.main).toContain(hint);
    await member.client.get(urls.spaceTeam(at));
    expect(member.client.main).not.toContain(hint);
    await other.client.post(urls.teamParity(at), { genre: '' });
    await lead.client.get(urls.spaceTeam(at));
    expect(lead.client.main).not.toContain(hint);
  });

  it('R153 R140 W4 where mandates let people in, who joined is of the team no longer than their mandate', async () => {
    const { space } = await makeNetwork(site, { admission: 'mandate' });
    const at = { space: space.slug };
    const lead = await makeLead(space.id, 'Anime le réseau des mandats');
    const elected = await makeElected(site, space);
    await elected.client.post(urls.spaceTeam(at), { mots: 'Aider.' });
    const { id } = (await requestOf(space, elected.id))!;
    await lead.client.post(urls.teamRequestAccept({ ...at, request: id }));
    expect((await teamNow(space)).members).toEqual([elected.id]);
    const act = { organisationId: site.organisationId, by: elected.id };
    await inTransaction(site.db, (tx) => withdrawMandate(tx, act, space, elected.mandateId));
    expect((await teamNow(space)).members).toEqual([]);
    expect(await elected.client.get(urls.spaceTeam(at))).toMatchObject({ status: 403 });
  });
});
