import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import {
  attributeRows,
  findLinks,
  readDump,
  readTables,
  type Tables,
} from '../../../../tests/linkage.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { type MadePoll, makePoll } from '../../../../tests/make/polls.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import { urls } from '../../../urls.ts';
import { writeMark } from '../../electorate/index.ts';
import { countPoll, publishResult, sealPoll, writeCounts } from '../index.ts';
import { foldHours } from '../watch/counts.store.ts';
import { readReceipt } from './box.crypto.ts';

/** People who vote, in a known order, each with a known ballot: what the tables must not give away. */
const VOTERS = 220;
/** How many of them choose project 1: a number that stands nowhere else. */
const FOR_ONE = 187;

interface Known {
  person: MadePerson;
  keyHash: string;
  commitment: string;
  nonce: string;
  choices: string[];
}

let site: TestSite;
let made: MadePoll;
let at: { edition: string };
const known: Known[] = [];
const logs: string[] = [];

beforeAll(async () => {
  site = await openTestSite();
  made = await makePoll(site);
  at = { edition: made.edition.slug };
  for (const method of ['log', 'info', 'warn', 'error'] as const)
    vi.spyOn(console, method).mockImplementation((...words) => void logs.push(words.join(' ')));
  const people: MadePerson[] = [];
  for (let one = 0; one < VOTERS; one += 1) people.push(await makePerson(site));
  // the order of the votes is that of nothing else; who chooses what is drawn too
  const order = shuffled(people);
  const ballots = shuffled(
    order.map((_, place) => (place < FOR_ONE ? ['1', place % 2 ? '2' : '3'] : ['4', '5'])),
  );
  const rollKey = openKeys(site.config.keysFolder).rollKey();
  for (const [place, person] of order.entries()) {
    const nonce = randomBytes(32).toString('hex');
    const key = randomUUID();
    const answer = await person.client.send(urls.voteCast(at), {
      scrutin: made.poll.id,
      cle: key,
      revision: '0',
      alea: nonce,
      choix: ballots[place]!,
    });
    expect(answer.status).toBe(303);
    const { rows } = await site.pool.query(
      'select receipt from casting_request where idempotency_key = $1',
      [key],
    );
    known.push({
      person,
      keyHash: writeMark(rollKey, made.poll.id, { kind: 'mailbox', value: person.email }).mark,
      commitment: readReceipt(rows[0].receipt).commitment,
      nonce,
      choices: ballots[place]!,
    });
    // sums of votes are written while others vote, as a timer does
    if (place % 20 === 19) await writeCounts(site.db, { all: true });
  }
}, 120_000);
afterAll(async () => {
  vi.restoreAllMocks();
  await site.close();
});

const marksOfPeople = () =>
  known.map(({ person, keyHash }) => [person.id, person.email, person.nickname, keyHash]);
const marksOfBallots = () => known.map(({ commitment, nonce }) => [commitment, nonce]);
const subjects = () => ({ people: marksOfPeople(), ballots: marksOfBallots() });

describe('during the vote', () => {
  it('V8 R190 no row anywhere holds a person and a choice together', async () => {
    const tables = await readTables(site.pool);
    expectNoChoiceBesideAPerson(tables);
    // a line, a mailbox and an account each
    expect(allRows(tables, 'public.elector_')).toHaveLength(3 * VOTERS);
  });

  it('V8 R190 sums of votes share no transaction with a vote, and have a row for nobody', async () => {
    const tables = await readTables(site.pool);
    const sums = allRows(tables, 'public.vote_minute');
    expect(sums.reduce((all, row) => all + Number(row.votes), 0)).toBe(VOTERS);
    expect(sums.length).toBeLessThan(VOTERS / 10);
    const devices = allRows(tables, 'public.vote_device_count');
    expect(devices).toMatchObject([{ votes: '1', devices: String(VOTERS) }]);
    const written = new Set([...sums, ...devices].map(({ xmin }) => xmin));
    for (const prefix of ['elector_', 'ballot_slot_', 'casting_request_', 'withdrawn_ballot_'])
      for (const row of allRows(tables, `public.${prefix}`))
        expect(written.has(row.xmin!), prefix).toBe(false);
  });

  it('V8 no log, outbox or page of a voter says what they chose, nor that they asked', () => {
    const words = [...logs, ...readOutbox(), ...readServerLog()].join('\n');
    for (const { person, commitment, nonce, keyHash } of known) {
      for (const mark of [person.id, person.email, person.nickname, commitment, nonce, keyHash])
        expect(words.includes(mark)).toBe(false);
    }
  });

  it('V15 no page, for anyone, tells a count of choices', async () => {
    const officer = await makePerson(site, { roles: ['officer'] });
    const administrator = await makePerson(site, { roles: ['administrator'] });
    const readers = [site.visitor(), known[0]!.person.client, officer.client, administrator.client];
    const addresses = [
      urls.home(),
      urls.editions(),
      urls.edition(at),
      urls.projects(at),
      urls.vote(at),
      urls.voteReview(at),
      urls.results(at),
      `${urls.results(at)}.json`,
      urls.adminPoll(at),
      urls.adminPollWatch(at),
      urls.adminPollWatchCsv(at),
      urls.adminPollInvalidations(at),
      urls.admin(),
      urls.adminJournal(),
      urls.project({ ...at, project: 1 }),
    ];
    for (const client of readers) {
      for (const address of addresses) {
        const answer = await client.send(address);
        const text = await answer.text();
        expect(text, address).not.toMatch(new RegExp(`\\b${FOR_ONE}\\b`));
        if (address === urls.results(at)) expect(answer.status).toBe(404);
      }
    }
  });

  it('V7 this very search finds the voter of each ballot before sealing, by the transaction', async () => {
    const links = findLinks(await readTables(site.pool), subjects());
    expect(links.some((link) => link.by === 'equal' && link.people.endsWith('.xmin'))).toBe(true);
    expect(links.some((link) => link.by === 'order' && link.people.endsWith('.ctid'))).toBe(true);
  });
});

describe('after sealing', () => {
  beforeAll(async () => {
    site.travel('6 days');
    const act = { organisationId: site.organisationId, by: null };
    const sealed = await sealPoll(site.db, site.config, act, made.poll.id);
    expect(sealed).toEqual({ ok: true, ballots: VOTERS });
  });

  it('V7 R190 no pair of tables links a person to a ballot better than chance', async () => {
    const tables = await readTables(site.pool);
    expect(attributeRows(tables.get('public.sealed_ballot')!, marksOfBallots()).size).toBe(VOTERS);
    expect(attributeRows(allRows(tables, 'public.elector_'), marksOfPeople()).size).toBe(VOTERS);
    expect(findLinks(tables, subjects())).toEqual([]);
    expectNoChoiceBesideAPerson(tables);
  });

  it('V7 nor does a dump of every table', async () => {
    const tables = await readDump(site.pool);
    expect(attributeRows(tables.get('public.sealed_ballot')!, marksOfBallots()).size).toBe(VOTERS);
    expect(findLinks(tables, subjects())).toEqual([]);
  });

  it('V7 the order of the votes is left nowhere: not in the box, not on the roll', async () => {
    const tables = await readTables(site.pool);
    // a witness who wrote down the order at the door, as a table of its own
    const witness = known.map(({ person }, place) => ({ person: person.id, place: String(place) }));
    const door = known.map(({ commitment }, place) => ({ commitment, place: String(place) }));
    const atDoor = findLinks(new Map([...tables, ['witness', witness]]), subjects());
    const atBox = findLinks(new Map([...tables, ['door', door]]), subjects());
    expect([...atDoor, ...atBox]).toEqual([]);
  });

  it('V7 nor do sums of votes: each is of many, whatever they are compared with', async () => {
    site.travel('6 days 2 hours');
    await writeCounts(site.db, { all: true });
    await foldHours(site.db);
    const tables = await readTables(site.pool);
    expect(allRows(tables, 'public.vote_minute')).toEqual([]);
    expect(allRows(tables, 'public.vote_hour').length).toBeGreaterThan(0);
    expect(findLinks(tables, subjects())).toEqual([]);
    for (const row of allRows(tables, 'public.vote_hour'))
      for (const marks of [...marksOfPeople(), ...marksOfBallots()])
        for (const value of Object.values(row)) expect(marks.includes(value)).toBe(false);
  });

  it('V7 the link key is gone, slots and requests are empty, every line has one transaction', async () => {
    expect(openKeys(site.config.keysFolder).readLinkKey(made.poll.id)).toBeNull();
    expect(readdirSync(site.config.keysFolder).some((name) => name.includes('link-'))).toBe(false);
    const { rows } = await site.pool.query(
      `select (select count(*)::int from ballot_slot) as slots,
        (select count(*)::int from casting_request) as requests,
        (select count(distinct xmin::text)::int from sealed_ballot) as box,
        (select count(distinct xmin::text)::int from elector) as roll`,
    );
    expect(rows[0]).toEqual({ slots: 0, requests: 0, box: 1, roll: 1 });
  });

  it('V15 R57 nothing is told between the count and the publication, then everything', async () => {
    const act = { organisationId: site.organisationId, by: null };
    await countPoll(site.db, act, made.poll.id);
    const voter = known[0]!.person.client;
    for (const address of [urls.results(at), urls.vote(at), urls.edition(at), urls.home()]) {
      const text = await (await voter.send(address)).text();
      expect(text, address).not.toMatch(new RegExp(`\\b${FOR_ONE}\\b`));
    }
    await publishResult(site.db, act, made.poll.id);
    site.memory.forgetAll();
    await voter.get(urls.results(at));
    expect(voter.status).toBe(200);
    expect(voter.html).toMatch(new RegExp(`\\b${FOR_ONE}\\b`));
    expect(findLinks(await readTables(site.pool), subjects())).toEqual([]);
  });
});

function expectNoChoiceBesideAPerson(tables: Tables): void {
  const people = new Map(marksOfPeople().flatMap((marks, one) => marks.map((mark) => [mark, one])));
  const ballots = marksOfBallots();
  for (const [name, rows] of tables) {
    for (const row of rows) {
      const values = Object.values(row);
      const owner = values.map((value) => people.get(value)).find((one) => one !== undefined);
      if (owner === undefined) continue;
      const choices = JSON.stringify(known[owner]!.choices);
      for (const mark of [...ballots[owner]!, choices, choices.replaceAll(',', ', ')])
        expect(
          values.some((value) => value.includes(mark)),
          name,
        ).toBe(false);
    }
  }
}

const allRows = (tables: Tables, prefix: string) =>
  [...tables].filter(([name]) => name.startsWith(prefix)).flatMap(([, rows]) => rows);

function readOutbox(): string[] {
  const folder = join(site.config.varFolder, 'outbox');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
}

/** What PostgreSQL itself wrote, where the test server is ours to read. */
function readServerLog(): string[] {
  const folder = new URL(inject('testServer').adminUrl.replace('@/', '@x/')).searchParams.get(
    'host',
  );
  if (!folder || !existsSync(folder)) return [];
  return [folder, join(folder, '..')]
    .flatMap((place) => readdirSync(place).map((name) => join(place, name)))
    .filter((path) => path.endsWith('.log'))
    .map((path) => readFileSync(path, 'utf8'));
}

function shuffled<T>(things: readonly T[]): T[] {
  return things
    .map((thing) => ({ thing, drawn: randomUUID() }))
    .sort((a, b) => (a.drawn < b.drawn ? -1 : 1))
    .map(({ thing }) => thing);
}
