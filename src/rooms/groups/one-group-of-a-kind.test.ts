import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeGroup, makeMovement } from '../../../tests/make/group.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { assessGroup } from './certification.store.ts';
import { findCriteria, saveCriteria } from './criteria.store.ts';
import { changeRole, joinGroup } from './index.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

/** Two groups, the second led by the lead of the first too. */
async function shareLead(kinds: readonly ['local' | 'thematic', 'local' | 'thematic']) {
  const movement = await makeMovement(site);
  const first = await makeGroup(site, movement, {
    kind: kinds[0],
    name: 'Les Premiers',
    certified: true,
  });
  const second = await makeGroup(site, movement, { kind: kinds[1], certified: true });
  const by = (id: string) => ({ organisationId: movement.id, by: id });
  await joinGroup(site.db, by(first.lead.id), second.group.id, { atOnce: true });
  await changeRole(site.db, by(second.lead.id), second.group.id, first.lead.id, 'lead');
  const unmet = async () =>
    (await assessGroup(site.db, movement.id, second.group.id)).filter(({ isMet }) => !isMet);
  return { movement, first, second, unmet };
}

describe('R2 R24 leads lead one certified group of a kind', () => {
  it('another one of the same kind is named to the group; of another kind, nothing is said', async () => {
    const { second, unmet } = await shareLead(['local', 'local']);
    expect(await unmet()).toMatchObject([
      { criterion: 'elsewhere', figure: 1, needed: 0, names: ['Les Premiers'] },
    ]);
    await second.lead.client.get(urls.groupCertification({ group: second.group.slug }));
    expect(second.lead.client.main).toContain('un autre groupe certifié du même genre');
    expect(second.lead.client.main).toContain('Les Premiers');
    expect(await (await shareLead(['thematic', 'local'])).unmet()).toEqual([]);
  });

  it('a group that is not certified does not count', async () => {
    const { movement, unmet } = await shareLead(['local', 'local']);
    await site.pool.query(
      "update action_group set certified_at = null where organisation_id = $1 and name = 'Les Premiers'",
      [movement.id],
    );
    expect(await unmet()).toEqual([]);
  });

  it('is asked or not, as the office settles; not where it was settled before', async () => {
    const { movement, unmet } = await shareLead(['local', 'local']);
    const officer = await makePerson(site, { organisation: movement, roles: ['officer'] });
    const form = {
      'animation-demande': 'oui',
      animation: '2',
      'ailleurs-demande': 'oui',
      charte: 'Nous agissons ensemble.',
      version: '0',
    };
    await officer.client.post(urls.adminGroupCriteria(), form);
    expect(officer.client.status).toBe(200);
    const { criteria } = await findCriteria(site.db, movement.id);
    expect(criteria).toMatchObject({ leads: 2, age: null, elsewhere: 0 });
    expect(await unmet()).toHaveLength(1);
    await saveCriteria(
      site.db,
      { organisationId: movement.id, by: officer.id },
      { criteria: { ...criteria, elsewhere: null }, charter: 'Nous agissons.', version: 1 },
    );
    expect(await unmet()).toEqual([]);
    const { rows } = await site.pool.query(
      `select column_default from information_schema.columns
        where table_name = 'certification_criteria' and column_name = 'exclusive_leads'`,
    );
    expect(rows, 'rows from before').toEqual([{ column_default: 'false' }]);
  });
});
