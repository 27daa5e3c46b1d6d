import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { publish } from '../../../../tests/make/poll.ts';
import { castFor, makePoll } from '../../../../tests/make/polls.ts';
import {
  castSealed,
  makeSealedPoll,
  openBox,
  type SealedPoll,
  sealFor,
  TRUSTEE_NAMES,
} from '../../../../tests/make/sealed.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../../tests/site-client.ts';
import { makeKey } from '../../../browser/ballot/key-parts.ts';
import { urls } from '../../../urls.ts';
import { readReceipt } from '../box/box.crypto.ts';
import { countPoll, openSealedBox, sealPoll } from '../index.ts';

let site: TestSite;
let officer: SiteClient;
beforeAll(async () => {
  site = await openTestSite();
  officer = (await makePerson(site, { roles: ['officer'] })).client;
});
afterAll(() => site.close());

const by = () => ({ organisationId: site.organisationId, by: null });

async function castAs(held: SealedPoll, choices: readonly number[] | string) {
  const voter: MadePerson = await makePerson(site);
  const cast = await castSealed(site, held.poll, voter.id, choices);
  if (!cast.ok) throw new Error(cast.refusal);
  return readReceipt(cast.receipt).commitment;
}

async function sealedBox(): Promise<SealedPoll> {
  const held = await makeSealedPoll(site);
  for (const choices of [[1, 2], [2, 3], [2]]) await castAs(held, choices);
  site.travel('11 days');
  expect(await sealPoll(site.db, site.config, by(), held.poll.id)).toMatchObject({ ok: true });
  return held;
}

/** Everything that the database holds of a poll's box. */
async function boxRows(pollId: string) {
  const { rows } = await site.pool.query(
    `select (select count(*)::int from opened_ballot where poll_id = $1) as opened,
      (select count(*)::int from rebuilt_key where poll_id = $1) as keys,
      (select count(*)::int from counted_ballot where poll_id = $1) as counted,
      (select count(*)::int from poll_act where poll_id = $1) as acts,
      (select count(*)::int from fact) as facts`,
    [pollId],
  );
  return rows[0];
}

describe('opening a sealed box', () => {
  it('V11 wrong, missing, repeated or foreign parts: refused in words beside the part, nothing written, logged or told', async () => {
    const held = await sealedBox();
    const address = urls.adminPollOpenBox({ edition: held.edition.slug });
    const [one, two] = held.key.shares as [string, string];
    const { shares: others } = await makeKey();
    const before = await boxRows(held.poll.id);
    const logged = vi.spyOn(console, 'error');
    for (const [parts, words] of [
      [[one, ''], 'Il faut deux parts différentes'],
      [['', ''], 'Il faut deux parts différentes'],
      [[one, one], 'deux fois la même part'],
      [[one, others[0]!], 'la clé d’un autre scrutin'],
      [[others[0]!, others[1]!], 'la clé d’un autre scrutin'],
      [[one, two.slice(0, -3)], 'ne se lit pas'],
      [['<script>', two], 'ne se lit pas'],
      [[one, 'A'.repeat(100_000)], 'ne se lit pas'],
    ] as const) {
      await officer.post(address, { 'part-1': parts[0], 'part-2': parts[1] });
      expect(officer.status).toBe(422);
      expect(officer.html).toContain(words);
      // nothing that was given comes back
      for (const part of parts) if (part.length > 60) expect(officer.html).not.toContain(part);
      expect(officer.html).not.toContain(one.slice(-9));
    }
    expect(await boxRows(held.poll.id)).toEqual(before);
    expect(logged).not.toHaveBeenCalled();
    logged.mockRestore();
    expect(await countPoll(site.db, by(), held.poll.id)).toEqual({
      ok: false,
      refusal: 'box-not-opened',
    });
    site.travel(null);
  });

  it('V11 trials are limited, by poll', async () => {
    const held = await sealedBox();
    const address = urls.adminPollOpenBox({ edition: held.edition.slug });
    for (let trial = 0; trial < 20; trial += 1) await officer.post(address, {});
    expect(officer.status).toBe(422);
    await officer.post(address, { 'part-1': held.key.shares[0]!, 'part-2': held.key.shares[1]! });
    expect(officer.status).toBe(429);
    site.travel(null);
  });

  it('V11 V15 nothing opens before the close and the sealing, whatever parts are brought', async () => {
    const held = await makeSealedPoll(site);
    await castAs(held, [1]);
    const shares = held.key.shares.slice(0, 2);
    const open = () => openSealedBox(site.db, by(), held.poll.id, shares);
    expect(await open()).toMatchObject({ refusal: 'not-sealed' });
    site.travel('11 days');
    expect(await open()).toMatchObject({ refusal: 'not-sealed' });
    await expect(
      site.pool.query(
        `insert into poll_act (organisation_id, poll_id, kind) values ($1, $2, 'key-rebuilt')`,
        [site.organisationId, held.poll.id],
      ),
    ).rejects.toMatchObject({ constraint: 'poll_key_in_order' });
    site.travel(null);
    const clear = await makePoll(site);
    expect(await openSealedBox(site.db, by(), clear.poll.id, shares)).toMatchObject({
      refusal: 'not-a-sealed-poll',
    });
  });

  it('two trustees open it with a pasted part and a file, once; it is then counted like any other', async () => {
    const held = await sealedBox();
    const at = { edition: held.edition.slug };
    await officer.get(urls.adminPoll(at));
    expect(officer.html).toContain('Ouvrir l’urne avec deux dépositaires');
    await officer.get(urls.adminPollOpenBox(at));
    for (const name of TRUSTEE_NAMES) expect(officer.html).toContain(name);
    const file = new File([`Palabre : part 3 sur 3\n\n${held.key.shares[2]}\n`], 'part.txt');
    await officer.post(urls.adminPollOpenBox(at), {
      'part-1': held.key.shares[0]!,
      'part-file-2': file,
    });
    expect(officer.html).toContain('L’urne est ouverte');
    expect(await boxRows(held.poll.id)).toMatchObject({ opened: 3, keys: 1, counted: 3 });
    const again = await openSealedBox(site.db, by(), held.poll.id, held.key.shares.slice(0, 2));
    expect(again).toMatchObject({ refusal: 'already-opened' });
    const counted = await countPoll(site.db, by(), held.poll.id);
    expect(counted).toMatchObject({ ok: true, result: { ballots: 3, voters: 3 } });
    const { rows } = await site.pool.query(
      `select private_key from rebuilt_key where poll_id = $1`,
      [held.poll.id],
    );
    expect(Buffer.from(rows[0].private_key, 'base64url')).toHaveLength(32);
    site.travel(null);
  });

  it('asked twice at once, it opens once', async () => {
    const held = await sealedBox();
    const shares = held.key.shares.slice(1);
    const open = () => openSealedBox(site.db, by(), held.poll.id, shares);
    const outcomes = await Promise.all([open(), open(), open()]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await boxRows(held.poll.id)).toMatchObject({ opened: 3, keys: 1 });
    site.travel(null);
  });

  it('V12 what the box turns out to hold besides ballots is invalid: named, counted apart and told to its voter', async () => {
    const held = await makeSealedPoll(site);
    const good = await castAs(held, [1, 2]);
    const bad: Record<string, string> = {};
    for (const [written, flaw] of [
      ['["nulle-part"]', 'not-allowed'],
      [JSON.stringify(held.poll.options.map(({ key }) => key)), 'not-allowed'],
      [`["${held.poll.options[1]!.key}","${held.poll.options[0]!.key}"]`, 'not-allowed'],
      [`["${held.poll.options[0]!.key}:3"]`, 'not-allowed'],
      ['[]', 'not-allowed'],
      ['{}', 'not-a-ballot'],
      ['[[[]]]', 'not-a-ballot'],
      ['pas du JSON', 'not-a-ballot'],
    ] as const)
      bad[await castAs(held, written)] = flaw;
    // sealed for another form: copied by somebody who could change it a little, or a fault
    const other = await sealFor(site, held.poll, [1], randomUUID());
    const voter = await makePerson(site);
    const cast = await castSealed(site, held.poll, voter.id, [], { sealed: other });
    if (!cast.ok) throw new Error(cast.refusal);
    const copied = readReceipt(cast.receipt).commitment;
    bad[copied] = 'does-not-open';
    await openBox(site, held);
    const { rows } = await site.pool.query(
      'select commitment, flaw from opened_ballot where poll_id = $1',
      [held.poll.id],
    );
    expect(Object.fromEntries(rows.map(({ commitment, flaw }) => [commitment, flaw]))).toEqual({
      ...bad,
      [good]: null,
    });
    await publish(site, by(), held.poll.id, { sealed: true });
    const at = { edition: held.edition.slug };
    await voter.client.get(urls.results(at));
    expect(voter.client.html).toContain('9 bulletins chiffrés étaient nuls');
    const minutes = await site.fetch(new Request(`http://localhost${urls.resultMinutesCsv(at)}`));
    expect(await minutes.text()).toMatch(/Bulletins nuls[;",]+9/);
    await voter.client.get(urls.findBallot(at));
    await voter.client.post(urls.findBallot(at), { code: cast.receipt });
    expect(voter.client.html).toContain('Ce bulletin était nul');
    site.travel(null);
  });
});

describe('what nobody can read before the box is opened', () => {
  it('V8 V15 no choice of a sealed ballot in any table, dump or job', async () => {
    const held = await makeSealedPoll(site);
    const [chosen] = held.poll.options;
    const written = JSON.stringify([chosen!.key]);
    await castAs(held, written);
    expect(await listHolders(written)).toEqual([]);
    const { rows } = await site.pool.query(
      'select jsonb_typeof(choices) as type from ballot_slot where poll_id = $1',
      [held.poll.id],
    );
    expect(rows).toEqual([{ type: 'string' }]);
    // the same ballot in clear is found by the same search
    const clear = await makePoll(site);
    await castFor(site, clear.poll, (await makePerson(site)).id, [1]);
    expect(await listHolders(written)).toEqual([expect.stringContaining('ballot_slot_')]);
  });
});

/** Tables with a row that holds these choices. */
async function listHolders(written: string): Promise<string[]> {
  const { rows: tables } = await site.pool.query(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')`,
  );
  const holders: string[] = [];
  for (const { name } of tables) {
    const { rows } = await site.pool.query(
      `select count(*)::int as hits from ${name} t where t::text like '%' || $1 || '%'
        or t::text like '%' || $2 || '%'`,
      [written, written.replaceAll('"', '""')],
    );
    if (rows[0].hits > 0) holders.push(name);
  }
  return holders;
}
