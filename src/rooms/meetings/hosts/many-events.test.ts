import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeHosted } from '../../../../tests/make/meetings.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { makeSpace } from '../../../../tests/make/spaces.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { readNow } from '../../../platform/database/database.ts';
import { findEventsFrame, listPlacedEvents } from './events-map.store.ts';
import { askedEvents, listMeetingsOf } from './hosting.store.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

it('R120 R139 six thousand events: 200 pins at most, all of them counted, pages read by an index, in its order', async () => {
  const { component } = await makeSpace(site, { kindOfComponent: 'events' });
  const { component: other } = await makeSpace(site, { kindOfComponent: 'events' });
  const { id: host } = await makePerson(site);
  await makeHosted(site, component.id, host);
  await sql`insert into meeting (organisation_id, number, kind, title, starts_at, ends_at, place, latitude, longitude,
      component_id, host_person, published_by, published_at)
    select ${site.organisationId}, 100 + n, 'other', 'Rencontre ' || n, palabre_now() + n * interval '1 hour',
      palabre_now() + (n + 2) * interval '1 hour', 'Salle', 47 + (n % 97) / 60.0, 1 + (n % 89) / 40.0,
      case when n <= 6000 then ${component.id}::uuid else ${other.id}::uuid end, ${host}, ${host}, palabre_now()
    from generate_series(1, 9000) as n`.execute(site.db);
  await sql`analyze meeting`.execute(site.db);
  const asked = {
    componentIds: [component.id],
    when: 'coming',
    now: await readNow(site.db),
  } as const;

  const whole = (await findEventsFrame(site.db, site.organisationId, asked, null))!;
  expect(whole.events).toBe(6001);
  const groups = await listPlacedEvents(site.db, site.organisationId, asked, whole);
  expect(groups.length).toBeLessThanOrEqual(200);
  expect(groups.reduce((sum, { events }) => sum + events, 0)).toBe(6001);

  const first = await listMeetingsOf(site.db, site.organisationId, asked);
  const second = await listMeetingsOf(site.db, site.organisationId, {
    ...asked,
    after: first.next,
  });
  const all = [...first.meetings, ...second.meetings];
  expect(new Set(all.map(({ id }) => id)).size).toBe(40);
  expect(all.map(({ startsAt }) => startsAt.getTime())).toEqual(
    all.map(({ startsAt }) => startsAt.getTime()).toSorted((a, b) => a - b),
  );
  const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select id from meeting
    where organisation_id = ${site.organisationId} and ${askedEvents(asked)}
    order by starts_at, id limit 21`.execute(site.db);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).toMatch(/Index Scan using meeting_by_(component|time)/);
  expect(plan).not.toContain('Sort');
});
