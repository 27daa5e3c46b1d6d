import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { attributeRows, readDump, readTables, type Tables } from '../../../../tests/linkage.ts';
import { castFor, type MadePoll, makePoll } from '../../../../tests/make/polls.ts';
import {
  enrolCrowd,
  listEnvelopes,
  runReminderRound,
  travelBefore,
} from '../../../../tests/make/reminders.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import { writeMark } from '../../electorate/index.ts';
import { sealPoll } from '../index.ts';
import { openEnvelope } from './reminder.crypto.ts';
import { reminderJobs } from './reminders.jobs.ts';

/** Enough for two batches of reminders, and as many voters. */
const PEOPLE = 240;
const VOTERS = 120;

let site: TestSite;
let made: MadePoll;
/** The first half voted. */
let people: { id: string; email: string }[];
/** Sealed before the reminders' key was destroyed. */
let envelopes: string[];
const logs: string[] = [];

beforeAll(async () => {
  site = await openTestSite();
  made = await makePoll(site);
  const crowd = await enrolCrowd(site, PEOPLE);
  // who votes is drawn: neither the order of the accounts nor that of their ids
  people = crowd
    .map((one) => ({ ...one, drawn: crypto.randomUUID() }))
    .sort((a, b) => (a.drawn < b.drawn ? -1 : 1));
  for (const { id } of people.slice(0, VOTERS))
    expect(await castFor(site, made.poll, id, [1])).toMatchObject({ ok: true });
  for (const method of ['log', 'info', 'warn', 'error'] as const)
    vi.spyOn(console, method).mockImplementation((...words) => void logs.push(words.join(' ')));
}, 60_000);
afterAll(async () => {
  vi.restoreAllMocks();
  await site.close();
});

/**
 * Tables and columns outside the roll that tell voters from non-voters: by who has a row at all, or by a
 * value that half of them do not share. Five standard deviations, since every column is tried.
 */
function findTellers(tables: Tables): string[] {
  const marks = people.map(({ id, email }) => [id, email]);
  const tellers: string[] = [];
  const judge = (name: string, subjects: readonly number[]) => {
    const voters = subjects.filter((subject) => subject < VOTERS).length;
    const expected = (subjects.length * VOTERS) / PEOPLE;
    if (Math.abs(voters - expected) > 2.5 * Math.sqrt(subjects.length) + 1) tellers.push(name);
  };
  for (const [name, rows] of tables) {
    if (name.startsWith('public.elector_')) continue;
    const found = attributeRows(rows, marks);
    if (found.size === 0) continue;
    judge(name, [...found.keys()]);
    for (const column of Object.keys(rows[0]!)) {
      const holders = new Map<string, number[]>();
      for (const [subject, row] of found)
        holders.set(row[column]!, [...(holders.get(row[column]!) ?? []), subject]);
      for (const [value, subjects] of holders)
        if (subjects.length > 5) judge(`${name}.${column} = ${value}`, subjects);
    }
  }
  return tellers;
}

/** The same of the roll, for whoever holds its key: that this search finds what there is. */
function findOnRoll(tables: Tables): number {
  const rollKey = openKeys(site.config.keysFolder).rollKey();
  const marks = people.map(({ id, email }) => [
    writeMark(rollKey, made.poll.id, { kind: 'mailbox', value: email }).mark,
    writeMark(rollKey, made.poll.id, { kind: 'account', value: id }).mark,
  ]);
  const rows = [...tables]
    .filter(([name]) => name.startsWith('public.elector_'))
    .flatMap(([, own]) => own);
  return attributeRows(rows, marks).size;
}

describe('who was reminded', () => {
  it('V8 while every reminder still waits in the queue, no table but the roll tells who voted', async () => {
    travelBefore(site, made, 47);
    await runReminderRound(site, made);
    envelopes = await listEnvelopes(site);
    expect(envelopes).toHaveLength(PEOPLE - VOTERS);
    const tables = await readTables(site.pool);
    expect(findTellers(tables)).toEqual([]);
    expect(findOnRoll(tables)).toBe(VOTERS);
    // this very search finds a list of the reminded, were there one
    const reminded = people.slice(VOTERS).map(({ id }) => ({ person: id }));
    expect(findTellers(new Map([...tables, ['reminded', reminded]]))).toContain('reminded');
    const key = openKeys(site.config.keysFolder).readReminderKey(made.poll.id)!;
    expect(new Set(envelopes.map((sealed) => openEnvelope(key, sealed)))).toEqual(
      new Set(people.slice(VOTERS).map(({ id }) => id)),
    );
  });

  it('V8 a mail server that refuses leaves no address in the queue nor in a log', async () => {
    const postman = {
      async send({ to }: { to: string }) {
        throw new Error(`550 <${to}> unknown`);
      },
    };
    const jobs = reminderJobs({ db: site.db, config: site.config, postman });
    const at = { organisationId: site.organisationId, pollId: made.poll.id };
    for (const sealed of envelopes.slice(0, 3)) {
      const sent = jobs['send-reminder']!({ ...at, kind: 'close', sealed } as never);
      await expect(sent).rejects.toThrow(/^[^@]*$/);
    }
  });

  it('V7 V8 once they are sent and the poll is sealed, nothing is left: no table, no dump, no log, no key', async () => {
    await site.runJobs();
    expect(site.mails).toHaveLength(PEOPLE - VOTERS);
    const [one] = people;
    await site.pool.query('insert into reminder_request values ($1, $2, $3)', [
      site.organisationId,
      made.poll.id,
      one!.id,
    ]);
    travelBefore(site, made, -1);
    const act = { organisationId: site.organisationId, by: null };
    expect(await sealPoll(site.db, site.config, act, made.poll.id)).toMatchObject({ ok: true });
    await runReminderRound(site, made);
    await expect.poll(() => listEnvelopes(site)).toEqual([]);
    expect(findTellers(await readTables(site.pool))).toEqual([]);
    expect(findTellers(await readDump(site.pool))).toEqual([]);
    const { rows } = await site.pool.query(
      `select (select count(*)::int from reminder_request) as requests,
        (select json_agg(json_build_object('kind', kind, 'place', place)) from reminder_wave) as waves`,
    );
    expect(rows[0]).toEqual({ requests: 0, waves: [{ kind: 'close', place: null }] });
    expect(readdirSync(site.config.keysFolder).some((name) => name.includes('reminder'))).toBe(
      false,
    );
    const words = logs.join('\n');
    for (const { id, email } of people) {
      expect(words.includes(id)).toBe(false);
      expect(words.includes(email)).toBe(false);
    }
  });
});
