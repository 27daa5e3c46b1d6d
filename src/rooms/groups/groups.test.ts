import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  certify,
  type MadeMovement,
  makeGroup,
  makeInOrder,
  makeMovement,
} from '../../../tests/make/group.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { violatedConstraint } from '../../platform/database/database.ts';
import { reviewGroup } from './certification.store.ts';
import {
  findGroup,
  findGroupById,
  findMembership,
  groupRightOf,
  isCertified,
  listCertificationActs,
  listCertifiedGroups,
  listGroupLeaders,
  listGroupsOf,
  listTreasurers,
  TREASURERS_NEEDED,
} from './index.ts';
import { changeRole, leaveGroup, removeMember } from './member-writing.store.ts';

let site: TestSite;
let movement: MadeMovement;
beforeAll(async () => {
  site = await openTestSite();
  movement = await makeMovement(site);
});
afterAll(() => site.close());

const act = (by: { id: string }) => ({ organisationId: movement.id, by: by.id });

describe('the door of the groups', () => {
  it('R2 tells who leads, pays and is in a group, in its movement only', async () => {
    const { group, lead, manager, treasurers } = await makeGroup(site, movement);
    expect(group.members).toBe(5);
    expect(await listGroupLeaders(site.db, movement.id, group.id)).toEqual([
      { personId: lead.id, role: 'lead' },
      { personId: manager.id, role: 'manager' },
    ]);
    expect((await listTreasurers(site.db, movement.id, group.id)).sort()).toEqual(
      treasurers.map(({ id }) => id).sort(),
    );
    expect(await listGroupsOf(site.db, movement.id, treasurers[0].id)).toMatchObject([
      { id: group.id, role: 'member', isTreasurer: true, certifiedAt: null },
    ]);
    expect(treasurers).toHaveLength(TREASURERS_NEEDED);
    const membership = await findMembership(site.db, movement.id, group.id, manager.id);
    expect(groupRightOf(membership)).toMatchObject({ manages: true, leads: false });
    expect(await findGroup(site.db, site.organisationId, group.slug)).toBeNull();
  });

  it('R3 R24 a certified group is one that asked and was granted; its history tells it', async () => {
    const { group } = await makeGroup(site, movement, { certified: true });
    expect(isCertified(group)).toBe(true);
    const certified = await listCertifiedGroups(site.db, movement.id);
    expect(certified.map(({ id }) => id)).toContain(group.id);
    const acts = await listCertificationActs(site.db, movement.id, group.id);
    expect(acts.map(({ kind }) => kind)).toEqual(['granted', 'requested']);
  });
});

describe('a group never stays without a lead', () => {
  it('R2 two leads who leave at the same time: one of them stays', async () => {
    const { group, lead, manager } = await makeGroup(site, movement);
    await changeRole(site.db, act(lead), group.id, manager.id, 'lead');
    const done = await Promise.all([
      leaveGroup(site.db, act(lead), group.id),
      leaveGroup(site.db, act(manager), group.id),
    ]);
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect(done).toContainEqual({ ok: false, refusal: 'last-lead' });
    expect(await listGroupLeaders(site.db, movement.id, group.id)).toHaveLength(1);
  });

  it('R2 the database refuses it too, whatever statement forgot the lock', async () => {
    const { group, lead } = await makeGroup(site, movement);
    const deletion = site.pool.query(
      'delete from group_member where organisation_id = $1 and group_id = $2 and person_id = $3',
      [movement.id, group.id, lead.id],
    );
    expect(violatedConstraint(await deletion.catch((error: unknown) => error))).toBe(
      'group_keeps_a_lead',
    );
  });

  it('R2 who has no right to take somebody out does not', async () => {
    const { group, lead, manager, members } = await makeGroup(site, movement);
    const refused = { ok: false, refusal: 'not-yours' };
    expect(await removeMember(site.db, act(members[0]!), group.id, manager.id)).toEqual(refused);
    expect(await removeMember(site.db, act(manager), group.id, lead.id)).toEqual(refused);
    expect(await removeMember(site.db, act(manager), group.id, members[0]!.id)).toEqual({
      ok: true,
    });
  });
});

describe('certified groups are looked at again each day', () => {
  it('part 2.1 warned once, lifted when in order, lost after 31 days, in database time', async () => {
    const { group } = await makeGroup(site, movement, { certified: true });
    const review = async () =>
      site.db.transaction().execute(async (tx) => {
        const done = await reviewGroup(tx, movement.id, group.id);
        return done?.kind ?? null;
      });
    const standing = async () => (await findGroupById(site.db, movement.id, group.id))!;
    try {
      expect(await review()).toBeNull();
      // its three actions are 62 days old and more
      site.travel('61 days');
      expect(await review()).toBe('warned');
      expect(await review()).toBeNull();
      const { warnedAt, losesAt } = await standing();
      expect(losesAt!.getTime() - warnedAt!.getTime()).toBe(31 * 86_400_000);
      site.travel('30 days');
      expect(await review()).toBe('lifted');
      site.travel('70 days');
      expect(await Promise.all([review(), review()])).toEqual(
        expect.arrayContaining(['warned', null]),
      );
      site.travel('100 days');
      expect(await review()).toBeNull();
      expect(isCertified(await standing())).toBe(true);
      site.travel('102 days');
      expect(await review()).toBe('lost');
      expect(await standing()).toMatchObject({ certifiedAt: null, warnedAt: null, losesAt: null });
    } finally {
      site.travel(null);
    }
    const acts = await listCertificationActs(site.db, movement.id, group.id);
    expect(acts.map(({ kind }) => kind).slice(0, 4)).toEqual([
      'lost',
      'warned',
      'lifted',
      'warned',
    ]);
  });

  it('part 2.1 a group of one lead is not granted, whatever else it has', async () => {
    const { group, lead } = await makeGroup(site, movement);
    await makeInOrder(site, movement, group.id, lead);
    await expect(certify(site, movement, group.id, lead)).rejects.toThrow('criteria-unmet');
    const outsider = await makePerson(site, { organisation: movement });
    expect(await listGroupsOf(site.db, movement.id, outsider.id)).toEqual([]);
  });
});
