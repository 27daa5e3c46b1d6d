import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { makeVotePoint } from '../../../../tests/make/points.ts';
import { listFields, makePoll } from '../../../../tests/make/polls.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { toLocalTime } from '../../../platform/clock/paris.ts';
import { violatedConstraint } from '../../../platform/database/database.ts';
import { urls } from '../../../urls.ts';
import { revokeRole } from '../../identity/index.ts';
import type { Edition } from '../../spaces/index.ts';
import { listShifts, listVotePoints } from './point.store.ts';
import { addShift } from './shift.store.ts';

let site: TestSite;
let officer: MadePerson;
let colleague: MadePerson;
let edition: Edition;
let at: { edition: string };
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { nickname: 'Agathe', roles: ['officer'] });
  colleague = await makePerson(site, { nickname: 'Basile', roles: ['officer'] });
  ({ edition } = await makePoll(site));
  at = { edition: edition.slug };
  await makeVotePoint(site, edition);
});
afterAll(() => site.close());

const list = () => listVotePoints(site.db, site.organisationId, edition.id);
const act = () => ({ organisationId: site.organisationId, by: officer.id });

describe('R55 shifts', () => {
  it('R55 a colleague is put on a slot, sees it among their own, and is taken off', async () => {
    const [point] = await list();
    const here = { ...at, point: point!.id };
    const { client } = officer;
    const first = point!.slots[0]!;
    await client.post(urls.adminVoteShifts(here), { slot: first.id, 'person-1': '' });
    expect(client.status).toBe(422);
    await client.post(urls.adminVoteShifts(here), { slot: first.id, 'person-1': colleague.id });
    expect(client.html).toContain('La permanence est enregistrée.');
    await colleague.client.get(urls.adminVotePoints(at));
    expect(colleague.client.html).toContain('id="mes-permanences"');
    expect(colleague.client.html).not.toContain('Vous n’êtes de permanence à aucun');
    await client.get(urls.adminVotePoints(at));
    expect(client.html).toContain('Vous n’êtes de permanence à aucun');

    const other = await makeVotePoint(site, edition, { name: 'Mairie' });
    await client.post(urls.adminVoteShifts({ ...at, point: other.id }), {
      slot: other.slots[0]!.id,
      'person-1': colleague.id,
    });
    expect(client.status).toBe(422);
    expect(client.html).toContain('déjà de permanence à un point de vote à ces heures');
    await client.get(urls.adminJournal());
    expect(client.html).toMatch(/a mis Basile de permanence au point de vote «.Médiathèque.»/);

    await client.post(urls.adminVoteShifts(here), { slot: first.id, retirer: colleague.id });
    expect(client.html).toContain('La permanence est retirée.');
    expect(await listShifts(site.db, site.organisationId, [point!.id, other.id])).toEqual([]);
  });

  it('R55 of many who put one person at two points at once, one succeeds', async () => {
    const [one, other] = await list();
    const asked = await Promise.all(
      Array.from({ length: 10 }, (_, index) => {
        const point = index % 2 ? one! : other!;
        return addShift(site.db, act(), point, point.slots[1]!, colleague.id);
      }),
    );
    const shifts = await listShifts(site.db, site.organisationId, [one!.id, other!.id]);
    expect(shifts).toHaveLength(1);
    // asked five times for the same slot, it is done; for the other one, refused
    expect(asked.filter(({ ok }) => ok)).toHaveLength(5);
    expect(asked.filter(({ ok }) => !ok)).toContainEqual({
      ok: false,
      refusal: 'officer-elsewhere',
    });
  });

  it('R55 the database itself refuses two places at once, and hours that are not those of the slot', async () => {
    const [one, other] = await list();
    const put = (slotId: string, hours: { opensAt: Date; closesAt: Date }) =>
      site.pool
        .query(
          `insert into vote_shift (organisation_id, slot_id, person_id, opens_at, closes_at)
           values ($1, $2, $3, $4, $5)`,
          [site.organisationId, slotId, officer.id, hours.opensAt, hours.closesAt],
        )
        .then(() => null, violatedConstraint);
    const [here, there] = [one!.slots[2]!, other!.slots[2]!];
    expect(await put(here.id, here)).toBeNull();
    expect(await put(there.id, there)).toBe('vote_shift_one_place_at_a_time');
    expect(await put(there.id, one!.slots[3]!)).toMatch(/^vote_shift_.*fkey$/);
    const slotTwice = await site.pool
      .query(
        `insert into vote_point_slot (organisation_id, point_id, opens_at, closes_at) values ($1, $2, $3, $4)`,
        [site.organisationId, one!.id, here.opensAt, here.closesAt],
      )
      .then(() => null, violatedConstraint);
    expect(slotTwice).toBe('vote_point_slot_no_overlap');
  });

  it('R55 a slot that moves takes its shifts along, unless somebody would be in two places', async () => {
    const [one, other] = await list();
    const { client } = officer;
    const here = { ...at, point: one!.id };
    await client.get(urls.adminVotePoint(here));
    const typed = listFields(client.html, urls.adminVotePoint(here));
    // the officer stands in slot 3 here; a later day is taken at the other point
    const taken = other!.slots[4]!;
    expect(await addShift(site.db, act(), other!, taken, officer.id)).toEqual({ ok: true });
    const [year, month, day] = toLocalTime(taken.opensAt).day.split('-');
    const moved = { 'slot-3-day': day!, 'slot-3-month': month!, 'slot-3-year': year! };
    const gone = Object.fromEntries(
      ['day', 'month', 'year', 'from', 'to'].map((part) => [`slot-5-${part}`, '']),
    );
    await client.post(urls.adminVotePoint(here), { ...typed, ...gone, ...moved });
    expect(client.status).toBe(422);
    expect(client.html).toContain('est déjà dans un autre point de vote');
    expect((await list())[0]).toEqual(one);

    // slots 3 and 4 change places: the shift follows its own
    const [third, fourth] = [one!.slots[2]!, one!.slots[3]!];
    const swap = (number: number, to: Date) => {
      const [y, mo, d] = toLocalTime(to).day.split('-');
      const name = `slot-${number}`;
      return { [`${name}-day`]: d!, [`${name}-month`]: mo!, [`${name}-year`]: y! };
    };
    await client.post(urls.adminVotePoint(here), {
      ...typed,
      ...swap(3, fourth.opensAt),
      ...swap(4, third.opensAt),
    });
    expect(client.html).toContain('Le point de vote est modifié.');
    const { rows } = await site.pool.query(
      'select opens_at from vote_shift where slot_id = $1 and person_id = $2',
      [third.id, officer.id],
    );
    expect(rows).toEqual([{ opens_at: fourth.opensAt }]);
  });

  it('R55 one whose role has ended is put nowhere any more, and still shown where they were', async () => {
    const leaver = await makePerson(site, { nickname: 'Chloé', roles: ['officer'] });
    const [point] = await list();
    const here = { ...at, point: point!.id };
    await addShift(site.db, act(), point!, point!.slots[0]!, leaver.id);
    await revokeRole(site.db, {
      organisationId: site.organisationId,
      personId: leaver.id,
      role: 'officer',
      revokedBy: null,
    });
    await officer.client.get(urls.adminVoteShifts(here));
    expect(officer.client.html).toContain('n’a plus de rôle');
    expect(officer.client.html).not.toContain(`<option value="${leaver.id}"`);
    await officer.client.get(urls.adminRemoveVotePoint(here));
    expect(officer.client.html).toMatch(/permanences? ser/);
  });
});
