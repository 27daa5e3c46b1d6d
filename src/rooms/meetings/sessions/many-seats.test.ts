import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeMeeting, makeSession } from '../../../../tests/make/meetings.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { findSession, listSignedUp } from './session.store.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

it('three thousand people of a session are read page after page, by an index, in the order in which they came', async () => {
  const meeting = await makeMeeting(site);
  const session = await makeSession(site, meeting, 0);
  const next = await makeSession(site, meeting, 60);
  const town = site.organisationId;
  await sql`insert into person (organisation_id, email, mailbox, name, nickname, nickname_key)
    select ${town}, 'p' || n || '@exemple.fr', 'p' || n || '@exemple.fr', 'P', 'Personne ' || n, 'personne' || n
    from generate_series(1, 3000) n`.execute(site.db);
  for (const { id, startsAt, endsAt } of [session, next])
    await sql`insert into meeting_session_seat (organisation_id, session_id, person_id, starts_at, ends_at, asked_at)
      select organisation_id, ${id}, id, ${startsAt}, ${endsAt}, palabre_now() + random() * interval '1 hour'
      from person where organisation_id = ${town}`.execute(site.db);
  await sql`analyze meeting_session_seat`.execute(site.db);
  expect(await findSession(site.db, town, session.id)).toMatchObject({ seated: 0, waiting: 3000 });
  const first = await listSignedUp(site.db, town, session.id, { limit: 100 });
  const after = first.at(-1)!.personId;
  const second = await listSignedUp(site.db, town, session.id, { after, limit: 100 });
  const all = [...first, ...second];
  expect(new Set(all.map(({ personId }) => personId)).size).toBe(200);
  expect(all.map(({ askedAt }) => askedAt.getTime())).toEqual(
    all.map(({ askedAt }) => askedAt.getTime()).toSorted((a, b) => a - b),
  );
  const { rows } = await sql<{
    'QUERY PLAN': string;
  }>`explain select person_id from meeting_session_seat
    where organisation_id = ${town} and session_id = ${session.id}
    order by asked_at, person_id limit 100`.execute(site.db);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).toContain('meeting_session_seat_in_order');
  expect(plan).not.toContain('Sort');
});
