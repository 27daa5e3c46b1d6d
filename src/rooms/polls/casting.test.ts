import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { castFor, listFields, type MadePoll, makePoll } from '../../../tests/make/polls.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { openKeys } from '../../platform/keys/keys.ts';
import { urls } from '../../urls.ts';
import { isSigned, readReceipt, writeCanonical } from './box.crypto.ts';
import { countPoll, publishResult, sealPoll } from './index.ts';

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

const form = (fields: Record<string, string | string[]> = {}) => ({
  scrutin: made.poll.id,
  cle: randomUUID(),
  revision: '0',
  alea: '',
  choix: ['1', '2'],
  ...fields,
});

/** Everything of this poll that casting may write, and everything else that it must not. */
async function countRows() {
  const { rows } = await site.pool.query(
    `select (select count(*)::int from elector where poll_id = $1) as electors,
      (select count(*)::int from ballot_slot where poll_id = $1) as slots,
      (select count(*)::int from casting_request where poll_id = $1) as requests,
      (select count(*)::int from fact) as facts,
      (select count(*)::int from graphile_worker.jobs) as jobs,
      (select count(*)::int from rate_counter) as counters`,
    [made.poll.id],
  );
  return rows[0];
}

/** Stops database time, for the whole database, at an instant; null: it runs again. */
async function setClock(instant: Date | null): Promise<void> {
  const time = instant
    ? `select timestamptz '${instant.toISOString()}'`
    : `select clock_timestamp() + coalesce(nullif(current_setting('palabre.clock_offset', true), '')::interval, interval '0')`;
  await site.pool.query(
    `create or replace function palabre_now() returns timestamptz language sql stable as $$ ${time} $$`,
  );
}

const slots = async () =>
  (
    await site.pool.query('select choices, revision from ballot_slot where poll_id = $1', [
      made.poll.id,
    ])
  ).rows;

describe('V1 one hundred submits at once', () => {
  it('V1 with one form leave one ballot, one émargement, one receipt', async () => {
    const fields = form();
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => voter.client.send(urls.voteCast(at), fields)),
    );
    expect(answers.map((answer) => answer.status)).toEqual(Array(100).fill(303));
    expect(await countRows()).toMatchObject({ electors: 1, slots: 1, requests: 1 });
  });

  it('V1 R191 with one hundred forms leave one ballot; the others say that one is there', async () => {
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, one) =>
        voter.client.send(urls.voteCast(at), form({ choix: [String((one % 5) + 1)] })),
      ),
    );
    const statuses = answers.map((answer) => answer.status);
    expect(statuses.filter((status) => status === 303)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(99);
    expect(await countRows()).toMatchObject({ electors: 1, slots: 1, requests: 1 });
    const refused = answers.find((answer) => answer.status === 409)!;
    expect(await refused.text()).toContain('Vous avez déjà déposé un vote');
  });

  it('V1 replacing from two windows at once keeps one of the two', async () => {
    await castFor(site, made.poll, voter.id, [1]);
    const outcomes = await Promise.all(
      [2, 3, 4].map((number) =>
        castFor(site, made.poll, voter.id, [number], { believedRevision: 1 }),
      ),
    );
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(outcomes.filter((outcome) => !outcome.ok)).toEqual(
      Array(2).fill({ ok: false, refusal: 'already-cast' }),
    );
    expect(await slots()).toMatchObject([{ revision: 2 }]);
  });

  it('votes of different people do not wait for each other', async () => {
    const other = await makePerson(site);
    await castFor(site, made.poll, voter.id, [1]);
    const client = await site.pool.connect();
    try {
      await client.query('begin');
      await client.query('select 1 from elector where poll_id = $1 for update', [made.poll.id]);
      expect(await castFor(site, made.poll, other.id, [2])).toMatchObject({ ok: true });
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});

describe('V2 a form sent again', () => {
  it('V2 brings back the same receipt, byte for byte', async () => {
    const idempotencyKey = randomUUID();
    const first = await castFor(site, made.poll, voter.id, [2, 1], { idempotencyKey });
    const again = await castFor(site, made.poll, voter.id, [1, 2], { idempotencyKey });
    expect(first.ok && again.ok && again.receipt === first.receipt).toBe(true);
    expect(await countRows()).toMatchObject({ electors: 1, slots: 1, requests: 1 });
  });

  it('V2 with another ballot, or from someone else, is refused with 422', async () => {
    const fields = form();
    expect((await voter.client.send(urls.voteCast(at), fields)).status).toBe(303);
    await voter.client.post(urls.voteCast(at), { ...fields, choix: ['3'] });
    expect(voter.client.status).toBe(422);
    const other = await makePerson(site);
    await other.client.post(urls.voteCast(at), fields);
    expect(other.client.status).toBe(422);
    expect(await slots()).toMatchObject([{ choices: ['1', '2'] }]);
    expect(await countRows()).toMatchObject({ electors: 1, slots: 1 });
  });

  it('a receipt opens for its voter only, even on a shared computer', async () => {
    await voter.client.post(urls.voteCast(at), form());
    expect(voter.client.html).toContain('Votre vote est déposé');
    const other = await makePerson(site);
    other.client.cookies.set('depot', voter.client.cookies.get('depot')!);
    await other.client.get(urls.voteReceipt(at));
    expect(other.client.html).not.toContain('receipt-code');
    other.client.cookies.set('depot', "'; drop table poll; --");
    await other.client.get(urls.voteReceipt(at));
    expect(other.client.status).toBe(200);
  });

  it('a receipt is signed over the manifest and the commitment in the box', async () => {
    const nonce = 'ab'.repeat(32);
    const cast = await castFor(site, made.poll, voter.id, [1], { nonce });
    const { signature, ...receipt } = readReceipt((cast as { receipt: string }).receipt);
    expect(receipt).toMatchObject({
      poll: made.poll.id,
      manifest: made.poll.manifestHash,
      nonceBy: 'browser',
    });
    const key = openKeys(site.config.keysFolder).verifyKey();
    expect(isSigned(key, 'pb-receipt-v1', writeCanonical(receipt), signature)).toBe(true);
    expect(isSigned(key, 'pb-head-v1', writeCanonical(receipt), signature)).toBe(false);
    const { rows } = await site.pool.query('select commitment, nonce from ballot_slot');
    expect(rows).toContainEqual({ commitment: receipt.commitment, nonce });
  });
});

describe('V3 a ballot that does not hold', () => {
  const bad: [string, Record<string, string | string[]>][] = [
    ['nothing chosen', { choix: [] }],
    ['four projects', { choix: ['1', '2', '3', '4'] }],
    ['the same project twice', { choix: ['1', '1'] }],
    ['an unknown project', { choix: ['99'] }],
    ['a negative number', { choix: ['-1'] }],
    ['no number', { choix: ['NaN'] }],
    ['an infinite number', { choix: ['1e309'] }],
    ['a fraction', { choix: ['1.5'] }],
    ['ten thousand items', { choix: Array(10_000).fill('1') }],
    ['SQL', { choix: ["1'); drop table poll; --"] }],
    ['a prototype', { choix: ['__proto__'] }],
    ['another poll', { scrutin: randomUUID() }],
    ['no poll', { scrutin: '' }],
    ['no key', { cle: '' }],
    ['a key that is none', { cle: 'abc' }],
    ['a revision that is none', { revision: '-1' }],
    ['a huge revision', { revision: '9999999999' }],
    ['a nonce that is none', { alea: 'zz' }],
    ['a nonce too short', { alea: 'ab' }],
  ];
  it.each(bad)('V3 %s: 422 on the same page, and nothing is written', async (_, fields) => {
    const before = await countRows();
    await voter.client.post(urls.voteCast(at), form(fields));
    expect(voter.client.status).toBe(422);
    expect(voter.client.html).toContain('Vérifier mon vote');
    expect(await countRows()).toEqual(before);
  });

  it('V3 a field sent twice, no edition, or no account gets a 4xx with words', async () => {
    await voter.client.post(urls.voteCast(at), { ...form(), cle: [randomUUID(), randomUUID()] });
    expect(voter.client.status).toBe(400);
    await voter.client.post(urls.voteCast({ edition: 'nulle-part' }), form());
    expect(voter.client.status).toBe(404);
    const stranger = site.visitor();
    await stranger.post(urls.voteCast(at), form());
    expect(stranger.status).toBe(401);
    expect(await countRows()).toMatchObject({ electors: 0, slots: 0 });
  });
});

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
    expect(await countRows()).toMatchObject({ electors: 2, slots: 2 });
  });

  it('V4 no other clock counts: not the browser’s, not the server’s', async () => {
    for (const days of [-2, 20]) {
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + days * 86_400_000 });
      const person = await makePerson(site);
      const answer = await person.client.send(urls.voteCast(at), form(), {
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
    expect(await slots()).toMatchObject([{ choices: ['1'], revision: 1 }]);
  });
});

describe('what casting writes', () => {
  it('writes slot, émargement and request, and nothing else: no fact, no job, no counter', async () => {
    await voter.client.get(urls.voteReview(at));
    const before = await countRows();
    await voter.client.post(urls.voteCast(at), form());
    expect(await countRows()).toEqual({ ...before, electors: 1, slots: 1, requests: 1 });
  });

  it('R191 a vote on paper is not followed by one online', async () => {
    await castFor(site, made.poll, voter.id, [1]);
    const other = await makePerson(site);
    await castFor(site, made.poll, other.id, [1]);
    await site.pool.query(`delete from ballot_slot where poll_id = $1`, [made.poll.id]);
    await site.pool.query(`update elector set channel_state = 'paper' where poll_id = $1`, [
      made.poll.id,
    ]);
    expect(await castFor(site, made.poll, voter.id, [2])).toEqual({
      ok: false,
      refusal: 'voted-on-paper',
    });
    await voter.client.post(urls.voteBasket(at), { ajouter: '1' });
    await voter.client.get(urls.voteReview(at));
    expect(voter.client.html).toContain('Vous avez déjà voté sur papier');
  });

  it('takes no vote under other keys than those the poll was opened with', async () => {
    // the link key of this poll beside a roll key of another installation
    const folder = join(site.config.varFolder, `other-keys-${randomUUID()}`);
    const link = `link-${made.poll.id}.key`;
    mkdirSync(folder);
    copyFileSync(join(site.config.keysFolder, link), join(folder, link));
    const other = { ...site, config: { ...site.config, keysFolder: folder } };
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const refused = { ok: false, refusal: 'box-out-of-reach' };
    expect(await castFor(other, made.poll, voter.id, [1])).toEqual(refused);
    rmSync(join(folder, link));
    expect(await castFor(other, made.poll, voter.id, [1])).toEqual(refused);
    vi.restoreAllMocks();
    expect(await countRows()).toMatchObject({ electors: 0, slots: 0 });
    expect(await castFor(site, made.poll, voter.id, [1])).toMatchObject({ ok: true });
  });
});

describe('an answer that was lost', () => {
  it('V8 F5 says so, keeps the form, settles by sending it again, and leaves no choice in an error', async () => {
    const said: string[] = [];
    vi.spyOn(console, 'error').mockImplementation((...words) => void said.push(words.join(' ')));
    const fields = form({ alea: 'cd'.repeat(32) });
    await site.pool.query(
      `alter table casting_request add constraint out_of_order check (receipt = '') not valid`,
    );
    await voter.client.post(urls.voteCast(at), fields);
    await site.pool.query('alter table casting_request drop constraint out_of_order');
    vi.restoreAllMocks();
    expect(voter.client.status).toBe(503);
    expect(voter.client.html).toContain('Nous ne savons pas encore si votre vote est enregistré');
    const words = said.join('\n');
    expect(words).toContain('out_of_order');
    for (const secret of [voter.id, voter.email, voter.nickname, fields.alea, fields.cle, '["1"'])
      expect(words).not.toContain(secret);

    const again = listFields(voter.client.html, urls.voteCast(at));
    expect(again).toEqual(fields);
    await voter.client.post(urls.voteCast(at), again);
    expect(voter.client.html).toContain('Votre vote est déposé');
    expect(await countRows()).toMatchObject({ electors: 1, slots: 1 });
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
      `insert into elector (organisation_id, poll_id, key_hash, channel_state, day)
       values ($1, $2, 'under-way', 'online', current_date)`,
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
