import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makePerson } from '../../../../tests/make/people.ts';
import { publish } from '../../../../tests/make/poll.ts';
import {
  castFor,
  countRows,
  listSlots,
  type MadePoll,
  makePoll,
} from '../../../../tests/make/polls.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { forgetMarks } from './partitions.store.ts';

let site: TestSite;
let made: MadePoll;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());
beforeEach(async () => {
  site.travel(null);
  made = await makePoll(site);
});

/** As if the account had proven another address. */
async function changeMailbox(id: string, mailbox: string): Promise<void> {
  await site.pool.query('update person set mailbox = $2, email = $2 where id = $1', [id, mailbox]);
}

describe('one vote for each account, whatever its address becomes', () => {
  it('V5 R191 a second address does not vote again: it finds the first ballot, and may replace it', async () => {
    const voter = await makePerson(site);
    expect(await castFor(site, made.poll, voter.id, [1])).toMatchObject({ ok: true });
    await changeMailbox(voter.id, 'nouvelle@fleury.example');
    expect(await castFor(site, made.poll, voter.id, [2])).toEqual({
      ok: false,
      refusal: 'already-cast',
    });
    await voter.client.get(urls.vote({ edition: made.edition.slug }));
    expect(voter.client.html).toContain('Vous avez déjà déposé un vote');
    expect(await castFor(site, made.poll, voter.id, [2], { believedRevision: 1 })).toMatchObject({
      ok: true,
      replaced: true,
    });
    expect(await countRows(site, made.poll)).toMatchObject({ electors: 1, slots: 1 });
    expect(await listSlots(site, made.poll)).toMatchObject([{ choices: ['2'] }]);
  });

  it('V5 an address that was voted under does not vote for another account, nor show its ballot', async () => {
    const first = await makePerson(site);
    expect(await castFor(site, made.poll, first.id, [1])).toMatchObject({ ok: true });
    await changeMailbox(first.id, 'ailleurs@fleury.example');
    const second = await makePerson(site);
    await changeMailbox(second.id, first.email);
    expect(await castFor(site, made.poll, second.id, [2])).toEqual({
      ok: false,
      refusal: 'mark-used',
    });
    await second.client.get(urls.vote({ edition: made.edition.slug }));
    expect(second.client.html).not.toContain('Vous avez déjà déposé un vote');
    expect(await listSlots(site, made.poll)).toMatchObject([{ choices: ['1'] }]);
  });

  it('V1 V5 both addresses at the same instant: one vote', async () => {
    const voter = await makePerson(site);
    const casts = Array.from({ length: 6 }, async (_, at) => {
      if (at === 3) await changeMailbox(voter.id, 'double@fleury.example');
      return castFor(site, made.poll, voter.id, [1 + (at % 3)]);
    });
    const outcomes = await Promise.all(casts);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    for (const outcome of outcomes) if (!outcome.ok) expect(outcome.refusal).toBe('already-cast');
    expect(await countRows(site, made.poll)).toMatchObject({ electors: 1, slots: 1 });
  });

  it('V7 once the poll is sealed a line has another id, and its account still finds that it voted', async () => {
    const voter = await makePerson(site);
    expect(await castFor(site, made.poll, voter.id, [1])).toMatchObject({ ok: true });
    const before = await listLines();
    site.travel('6 days');
    await publish(site, { organisationId: site.organisationId, by: null }, made.poll.id);
    const after = await listLines();
    expect(after.map(({ mark }) => mark)).toEqual(before.map(({ mark }) => mark));
    expect(new Set([...before, ...after].map(({ id }) => id)).size).toBe(2);
    expect(after).toMatchObject([{ channel: 'online' }, { channel: 'online' }]);
  });

  it('V7 R190 once nothing can be contested any more, nothing on the roll leads to a person', async () => {
    const voter = await makePerson(site);
    expect(await castFor(site, made.poll, voter.id, [1])).toMatchObject({ ok: true });
    site.travel('6 days');
    await publish(site, { organisationId: site.organisationId, by: null }, made.poll.id);
    const { rows } = await site.pool.query(
      `select run_at > $2::timestamptz + interval '3 months' - interval '1 day' as late
        from graphile_worker.jobs where key = $1`,
      [`forget-marks:${made.poll.id}`, made.poll.closesAt],
    );
    expect(rows).toEqual([{ late: true }]);
    await forgetMarks(site.db, made.poll.id);
    expect(await listLines()).toEqual([]);
    expect(await countRows(site, made.poll)).toMatchObject({ electors: 1 });
  });

  async function listLines(): Promise<{ id: string; mark: string; channel: string }[]> {
    const { rows } = await site.pool.query(
      `select e.id, m.mark, e.channel_state as channel from elector e
        join elector_mark m on m.poll_id = e.poll_id and m.elector_id = e.id
        where e.poll_id = $1 order by m.mark`,
      [made.poll.id],
    );
    return rows;
  }
});
