import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import {
  castFor,
  countRows,
  fillBallot,
  listSlots,
  type MadePoll,
  makePoll,
} from '../../../../tests/make/polls.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { countPoll, publishResult, sealPoll } from '../index.ts';

let site: TestSite;
let made: MadePoll;
let voter: MadePerson;
let at: { edition: string };
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());
beforeEach(async () => {
  made = await makePoll(site);
  at = { edition: made.edition.slug };
  voter = await makePerson(site);
});
afterEach(async () => {
  vi.useRealTimers();
  await setClock(null);
});

/** Stops database time, for the whole database, at an instant; null: it runs again. */
async function setClock(instant: Date | null): Promise<void> {
  const time = instant
    ? `select timestamptz '${instant.toISOString()}'`
    : `select clock_timestamp() + coalesce(nullif(current_setting('palabre.clock_offset', true), '')::interval, interval '0')`;
  await site.pool.query(
    `create or replace function palabre_now() returns timestamptz language sql stable as $$ ${time} $$`,
  );
}

describe('V4 the close, by database time', () => {
  it('V4 takes a ballot one millisecond before, none at the instant, nor after', async () => {
    const { opensAt, closesAt } = made.poll;
    const shift = (time: Date, by: number) => new Date(time.getTime() + by);
    const others = await Promise.all([1, 2, 3, 4].map(() => makePerson(site)));
    const cast = async (clock: Date, person: MadePerson) => {
      await setClock(clock);
      const outcome = await castFor(site, made.poll, person.id, [1]);
      return outcome.ok ? 'cast' : outcome.refusal;
    };
    expect(await cast(shift(opensAt, -1), others[0]!)).toBe('poll-not-open-yet');
    expect(await cast(opensAt, others[0]!)).toBe('cast');
    expect(await cast(shift(closesAt, -1), others[1]!)).toBe('cast');
    expect(await cast(closesAt, others[2]!)).toBe('poll-closed');
    expect(await cast(shift(closesAt, 1), others[3]!)).toBe('poll-closed');
    await setClock(null);
    expect(await countRows(site, made.poll)).toMatchObject({ electors: 2, slots: 2 });
  });

  it('V4 no other clock counts: not the browser’s, not the server’s', async () => {
    for (const days of [-2, 20]) {
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + days * 86_400_000 });
      const person = await makePerson(site);
      const answer = await person.client.send(urls.voteCast(at), fillBallot(made.poll), {
        date: new Date(0).toUTCString(),
      });
      expect(answer.status).toBe(303);
      vi.useRealTimers();
    }
  });

  it('V4 a vote that waited for its line beyond the close is refused', async () => {
    await castFor(site, made.poll, voter.id, [1]);
    const client = await site.pool.connect();
    await client.query('begin');
    await client.query('select 1 from elector where poll_id = $1 for update', [made.poll.id]);
    const waiting = castFor(site, made.poll, voter.id, [2], { believedRevision: 1 });
    await vi.waitUntil(async () => {
      const { rows } = await site.pool.query(
        `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
      );
      return rows.length > 0;
    });
    await setClock(made.poll.closesAt);
    await client.query('commit');
    client.release();
    expect(await waiting).toEqual({ ok: false, refusal: 'poll-closed' });
    expect(await listSlots(site, made.poll)).toMatchObject([{ choices: ['1'], revision: 1 }]);
  });
});

describe('acts asked twice at once', () => {
  it('each happens exactly once: sealing, counting, publishing', async () => {
    await castFor(site, made.poll, voter.id, [1]);
    await setClock(new Date(made.poll.closesAt.getTime() + 1000));
    const act = { organisationId: site.organisationId, by: null };
    const { id } = made.poll;
    const five = <T>(perform: () => Promise<T>) =>
      Promise.all(Array.from({ length: 5 }, () => perform()));
    const once = (outcomes: { ok: boolean }[]) => outcomes.filter(({ ok }) => ok).length;
    expect(once(await five(() => sealPoll(site.db, site.config, act, id)))).toBe(1);
    expect(once(await five(() => countPoll(site.db, act, id)))).toBe(1);
    expect(once(await five(() => publishResult(site.db, act, id)))).toBe(1);
    const { rows } = await site.pool.query(
      'select kind from poll_act where poll_id = $1 order by at, kind',
      [id],
    );
    expect(rows.map((row) => row.kind).sort()).toEqual(
      ['opened', 'closed', 'reconciled', 'sealed', 'counted', 'published'].sort(),
    );
    const facts = await site.pool.query(
      `select kind from fact where subject_id = $1 order by kind`,
      [id],
    );
    expect(facts.rows.map((row) => row.kind)).toEqual([
      'poll.counted',
      'poll.opened',
      'poll.published',
      'poll.sealed',
    ]);
  });

  it('sealing waits for the votes under way, and refuses those that come after', async () => {
    await castFor(site, made.poll, voter.id, [1]);
    const client = await site.pool.connect();
    await client.query('begin');
    await client.query(
      `insert into elector (organisation_id, poll_id, channel_state, day)
       values ($1, $2, 'online', current_date)`,
      [site.organisationId, made.poll.id],
    );
    await client.query(
      `insert into ballot_slot (organisation_id, poll_id, slot_key, choices, nonce, commitment)
       values ($1, $2, 'under-way', '["2"]', repeat('0', 64), repeat('0', 64))`,
      [site.organisationId, made.poll.id],
    );
    const late = await makePerson(site);
    await setClock(made.poll.closesAt);
    const act = { organisationId: site.organisationId, by: null };
    const sealing = sealPoll(site.db, site.config, act, made.poll.id);
    await vi.waitUntil(async () => {
      const { rows } = await site.pool.query(
        `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
      );
      return rows.length > 0;
    });
    await client.query('commit');
    client.release();
    expect(await sealing).toEqual({ ok: true, ballots: 2 });
    expect(await castFor(site, made.poll, late.id, [1])).toEqual({
      ok: false,
      refusal: 'poll-closed',
    });
    // and the database itself takes no ballot any more
    await expect(
      site.pool.query(
        `insert into ballot_slot (organisation_id, poll_id, slot_key, choices, nonce, commitment)
         values ($1, $2, 'late', '["2"]', '0', '0')`,
        [site.organisationId, made.poll.id],
      ),
    ).rejects.toMatchObject({ constraint: 'sealed_box_takes_no_ballot' });
  });

  it('opening twice at once opens one poll', async () => {
    const { rows } = await site.pool.query(
      'select count(*)::int as polls from poll where edition_id = $1',
      [made.edition.id],
    );
    expect(rows[0].polls).toBe(1);
    await expect(
      site.pool.query(
        `insert into poll_act (organisation_id, poll_id, kind) values ($1, $2, 'published')`,
        [site.organisationId, made.poll.id],
      ),
    ).rejects.toMatchObject({ constraint: 'poll_act_in_order' });
  });
});
