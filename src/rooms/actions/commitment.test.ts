import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type LedGroup,
  makeLedGroup,
  makeLedGroups,
  makeOpenFund,
  makePublishedAction,
} from '../../../tests/make/commitment.ts';
import { type MadeMovement, makeMovement } from '../../../tests/make/group.ts';
import { mailsOf } from '../../../tests/make/mails.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import type { Fund } from '../funds/index.ts';
import { joinGroup } from '../groups/index.ts';
import { findActionById } from './action.store.ts';
import type { Action } from './action.ts';
import { actionSegment } from './action-address.ts';
import { commitGroup, releaseActions, withdrawCommitment } from './commitment.store.ts';

let site: TestSite;
let movement: MadeMovement;
let groups: LedGroup[];
beforeAll(async () => {
  site = await openTestSite();
  movement = await makeMovement(site);
  groups = await makeLedGroups(site, movement, 10);
}, 60_000);
afterAll(() => site.close());

const PLAIN = { adaptation: '', plannedFrom: null, plannedTo: null };
const proposer = () => groups[0]!;
const others = (count: number) => groups.slice(1, 1 + count);
const commit = (action: Action, { group, lead }: LedGroup) =>
  commitGroup(
    site.db,
    { organisationId: movement.id, by: lead.id, groupId: group.id, actionId: action.id },
    PLAIN,
  );
const withdraw = (action: Action, { group, lead }: LedGroup) =>
  withdrawCommitment(site.db, {
    organisationId: movement.id,
    by: lead.id,
    groupId: group.id,
    actionId: action.id,
  });
const stateOf = async (action: Action) => {
  const { state, commitments } = (await findActionById(site.db, movement.id, action.id))!;
  return { state, commitments };
};
const countTransitions = async (action: Action) => {
  const { rows } = await site.pool.query(
    `select (select count(*)::int from fund_action_act where action_id = $1 and kind = 'fundable') as acts,
       (select count(*)::int from fact where subject_id = $1 and kind = 'action.fundable') as facts`,
    [action.id],
  );
  return rows[0];
};
const at = (fund: Fund, action: Action, { group }: LedGroup) => ({
  fund: fund.slug,
  action: actionSegment(action),
  group: group.slug,
});

describe('the threshold', () => {
  it('R17 four commitments leave it published, the fifth makes it fundable and writes to all of them', async () => {
    const fund = await makeOpenFund(site, movement);
    const action = await makePublishedAction(site, movement, fund, proposer());
    for (const one of others(4)) expect(await commit(action, one)).toMatchObject({ ok: true });
    expect(await stateOf(action)).toEqual({ state: 'published', commitments: 4 });
    const fifth = groups[5]!;
    const mails = await mailsOf(site, async () => {
      const page = urls.actionCommitment(at(fund, action, fifth));
      expect(await fifth.lead.client.post(page, { promesse: 'oui' })).toMatchObject({
        status: 200,
      });
    });
    expect(await stateOf(action)).toEqual({ state: 'fundable', commitments: 5 });
    expect(mails.map(({ to }) => to).sort()).toEqual(
      groups
        .slice(0, 6)
        .map(({ lead }) => lead.email)
        .sort(),
    );
    expect(mails[0]!.subject).toContain('finançable');
  });

  it('R17 the fifth and sixth at once make exactly one transition; so do nine at once', async () => {
    const fund = await makeOpenFund(site, movement);
    const two = await makePublishedAction(site, movement, fund, proposer());
    for (const one of others(4)) await commit(two, one);
    await Promise.all(groups.slice(5, 7).map((one) => commit(two, one)));
    expect(await stateOf(two)).toEqual({ state: 'fundable', commitments: 6 });
    expect(await countTransitions(two)).toEqual({ acts: 1, facts: 1 });
    const many = await makePublishedAction(site, movement, fund, proposer());
    const done = await Promise.all(others(9).map((one) => commit(many, one)));
    expect(done.filter((one) => one.ok && one.becameFundable)).toHaveLength(1);
    expect(await stateOf(many)).toEqual({ state: 'fundable', commitments: 9 });
    expect(await countTransitions(many)).toEqual({ acts: 1, facts: 1 });
  });

  it('R14 the same group twice at once is committed once', async () => {
    const fund = await makeOpenFund(site, movement);
    const action = await makePublishedAction(site, movement, fund, proposer());
    const done = await Promise.all([1, 2, 3].map(() => commit(action, groups[1]!)));
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await stateOf(action)).toMatchObject({ commitments: 1 });
  });

  it('R17 the group that proposes may commit, and counts only where the fund says so', async () => {
    for (const [countProposer, commitments] of [
      [false, 0],
      [true, 1],
    ] as const) {
      const fund = await makeOpenFund(site, movement, { countProposer });
      const action = await makePublishedAction(site, movement, fund, proposer());
      expect(await commit(action, proposer())).toMatchObject({ ok: true });
      expect(await stateOf(action)).toMatchObject({ commitments });
    }
  });

  it('R18 raised, what is fundable stays so; lowered, what reaches it is released once', async () => {
    const fund = await makeOpenFund(site, movement, { threshold: 2 });
    const ready = await makePublishedAction(site, movement, fund, proposer());
    const waiting = await makePublishedAction(site, movement, fund, proposer());
    for (const one of others(2)) await commit(ready, one);
    await commit(waiting, groups[1]!);
    const release = (threshold: number) =>
      site.db
        .transaction()
        .execute((tx) =>
          releaseActions(tx, { organisationId: movement.id, by: null }, { ...fund, threshold }),
        );
    expect(await release(8)).toEqual([]);
    expect(await stateOf(ready)).toMatchObject({ state: 'fundable' });
    const released = await Promise.all([release(1), release(1)]);
    expect(released.flat().map(({ id }) => id)).toEqual([waiting.id]);
    expect(await countTransitions(waiting)).toEqual({ acts: 1, facts: 1 });
  });
});

describe('taking a commitment back', () => {
  it('R27 before, the count drops; after, the action stays fundable; both are in the journal', async () => {
    const fund = await makeOpenFund(site, movement, { threshold: 2 });
    const action = await makePublishedAction(site, movement, fund, proposer());
    const [one, two] = others(2) as [LedGroup, LedGroup];
    await commit(action, one);
    expect(await withdraw(action, one)).toMatchObject({ ok: true });
    expect(await stateOf(action)).toEqual({ state: 'published', commitments: 0 });
    await Promise.all([commit(action, one), commit(action, two)]);
    expect(await stateOf(action)).toEqual({ state: 'fundable', commitments: 2 });
    const page = urls.actionCommitmentWithdraw(at(fund, action, two));
    expect(await two.lead.client.post(page)).toMatchObject({ status: 200 });
    expect(await stateOf(action)).toEqual({ state: 'fundable', commitments: 1 });
    expect(await withdraw(action, two)).toEqual({ ok: false, refusal: 'not-committed' });
    const { rows } = await site.pool.query(
      `select kind from fact where subject_id = $1 and kind like 'action.commit%' order by recorded_at, id`,
      [action.id],
    );
    expect(rows.filter(({ kind }) => kind === 'action.commitment-withdrawn')).toHaveLength(2);
  });
});

describe('who commits', () => {
  it('R14 R24 neither a plain member, nor a group that is not certified, nor another movement', async () => {
    const fund = await makeOpenFund(site, movement);
    const action = await makePublishedAction(site, movement, fund, proposer());
    const [one] = others(1) as [LedGroup];
    const member = await makePerson(site, { organisation: movement });
    await joinGroup(site.db, { organisationId: movement.id, by: member.id }, one.group.id);
    const page = urls.actionCommitment(at(fund, action, one));
    expect(await member.client.post(page, { promesse: 'oui' })).toMatchObject({ status: 403 });
    const plain = await makeLedGroup(site, movement, { certified: false });
    const theirs = urls.actionCommitment(at(fund, action, plain));
    expect(await plain.lead.client.post(theirs, { promesse: 'oui' })).toMatchObject({
      status: 409,
    });
    const elsewhere = await makeMovement(site);
    const foreign = await makeLedGroup(site, elsewhere);
    const there = urls.actionCommitment(at(fund, action, foreign));
    expect(await foreign.lead.client.post(there, { promesse: 'oui' })).toMatchObject({
      status: 404,
    });
    expect(await stateOf(action)).toMatchObject({ commitments: 0 });
  });

  it('R15 the promise must be ticked; what was typed is kept, then shown on both pages', async () => {
    const fund = await makeOpenFund(site, movement);
    const action = await makePublishedAction(site, movement, fund, proposer());
    const [one] = others(1) as [LedGroup];
    const { client } = one.lead;
    const page = urls.actionCommitment(at(fund, action, one));
    const form = { adaptation: 'Devant la halle, le jeudi.' };
    expect(await client.post(page, form)).toMatchObject({ status: 422 });
    expect(client.html).toContain('Devant la halle');
    expect(await client.post(page, { ...form, promesse: 'oui' })).toMatchObject({ status: 200 });
    await client.get(urls.fundAction({ fund: fund.slug, action: actionSegment(action) }));
    expect(client.main).toContain('Devant la halle');
    expect(client.main).toContain('1/5');
    const reader = site.visitor(movement.host);
    await reader.get(urls.groupCommitments({ group: one.group.slug }));
    expect(reader.main).toContain(action.title);
    await reader.get(urls.group({ group: one.group.slug }));
    expect(reader.main).toContain(action.title);
  });
});
