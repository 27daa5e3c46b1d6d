import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { castFor, countRows, makePoll } from '../../../../tests/make/polls.ts';
import { holdPoll } from '../../../../tests/make/published.ts';
import { cast, choose, declare, openFor, proveMailbox } from '../../../../tests/make/voters.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { sealPoll } from '../index.ts';
import { listDevices, listHours } from './count-lists.store.ts';
import { countVote, foldHours, writeCounts } from './counts.store.ts';

let site: TestSite;
let officer: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'] });
});
afterAll(() => site.close());
beforeEach(() => site.travel(null));

const keyOf = (pollId: string) => ({ organisationId: site.organisationId, pollId });

describe('counts of votes', () => {
  it('R190 are written after their minute, never by a vote, and are sums', async () => {
    const made = await makePoll(site);
    const people = await Promise.all([1, 2, 3].map(() => makePerson(site)));
    for (const { id } of people) await castFor(site, made.poll, id, [1]);
    // replaced, and sent twice: one person all the same
    const again = { believedRevision: 1, idempotencyKey: randomUUID() };
    for (const _ of [1, 2]) await castFor(site, made.poll, people[0]!.id, [2], again);
    const rows = await countRows(site, made.poll);
    await writeCounts(site.db);
    expect(await listHours(site.db, keyOf(made.poll.id))).toEqual([]);
    site.travel('2 minutes');
    await writeCounts(site.db);
    await writeCounts(site.db);
    const hours = await listHours(site.db, keyOf(made.poll.id));
    expect(hours.reduce((sum, { votes }) => sum + votes, 0)).toBe(3);
    expect(await countRows(site, made.poll)).toEqual(rows);
  });

  it('R190 several nodes add up; an hour that is over keeps nothing finer', async () => {
    const { poll } = await makePoll(site);
    const at = new Date(Date.now() - 3 * 3_600_000);
    const vote = { ...keyOf(poll.id), channel: 'online' as const, pointId: null, at };
    for (let node = 0; node < 2; node += 1) {
      for (let one = 0; one < 6; one += 1) countVote(site.db, vote);
      countVote(site.db, { ...vote, channel: 'paper' });
      await writeCounts(site.db, { all: true });
    }
    await foldHours(site.db);
    const { rows } = await site.pool.query(
      `select channel, votes, busiest from vote_hour where poll_id = $1 order by channel`,
      [poll.id],
    );
    expect(rows).toMatchObject([
      { channel: 'online', votes: 12 },
      { channel: 'paper', votes: 2, busiest: null },
    ]);
    const left = await site.pool.query('select 1 from vote_minute where poll_id = $1', [poll.id]);
    expect(left.rowCount).toBe(0);
  });

  it('a database that is away loses no count', async () => {
    const { poll } = await makePoll(site);
    const at = new Date(Date.now() - 120_000);
    countVote(site.db, { ...keyOf(poll.id), channel: 'online', pointId: null, at });
    await site.pool.query('alter table vote_minute rename to vote_minute_away');
    try {
      await expect(writeCounts(site.db)).rejects.toThrow('vote_minute');
    } finally {
      await site.pool.query('alter table vote_minute_away rename to vote_minute');
    }
    await writeCounts(site.db);
    expect(await listHours(site.db, keyOf(poll.id))).toMatchObject([{ votes: 1 }]);
  });
});

describe('devices', () => {
  it('Wrocław: many voters of one browser are counted, and no browser is written down', async () => {
    const made = await openFor(site, { required: ['email'], oneOf: ['declaration'] });
    const at = { edition: made.edition.slug };
    const browser = site.visitor();
    for (let one = 1; one <= 7; one += 1) {
      await choose(made, browser);
      await proveMailbox(site, made, browser, `famille${one}-${made.edition.slug}@exemple.fr`);
      await declare(made, browser, { noms: `Prénom${'abcdefg'[one - 1]} Famille` });
      await cast(made, browser);
      expect(browser.path).toBe(urls.voteReceipt(at));
      await browser.post(urls.voteIdentityForget(at), {});
    }
    await writeCounts(site.db, { all: true });
    const devices = await listDevices(site.db, keyOf(made.poll.id));
    expect([...devices].filter(([, count]) => count > 0)).toEqual([[6, 1]]);
    await officer.client.get(urls.adminPollWatch(at));
    expect(officer.client.main).toContain('six votes ou plus\u202f: 1');
    // sealed: whoever looks at the browser reads no number in it
    expect(browser.cookies.get('appareil')).toMatch(/^[\w-]{90,}$/);
  });
});

describe('the page « Vigilance »', () => {
  it('Wrocław: a date of birth 200 years ago is refused at the door, and counted', async () => {
    const made = await openFor(site, { required: ['email', 'declaration'], oneOf: [] });
    const voter = site.visitor();
    await choose(made, voter);
    await proveMailbox(site, made, voter, 'tres-age@exemple.fr');
    await declare(made, voter, { 'naissance-year': '1826' });
    await declare(made, voter, { 'naissance-year': '2090' });
    await writeCounts(site.db, { all: true });
    await officer.client.get(urls.adminPollWatch({ edition: made.edition.slug }));
    expect(officer.client.main).toMatch(/Date de naissance impossible[^<]*<\/th><td[^>]*>2</);
    expect(await countRows(site, made.poll)).toMatchObject({ electors: 0, slots: 0 });
  });

  it('V15 tells nothing of what ballots hold before the box is sealed; Poznań: then it does', async () => {
    const ballots = [
      ...Array.from({ length: 30 }, () => ['1']),
      ...Array.from({ length: 40 }, (_, one) => ['2', one % 2 ? '3' : '4']),
    ];
    const projects = [1, 2, 3, 4].map(() => ({ euros: 1000 }));
    const { edition, poll } = await holdPoll(site, { projects, ballots, until: 'open' });
    const at = { edition: edition.slug };
    const { client } = officer;
    for (const path of [urls.adminPollWatch(at), urls.adminPollWatchCsv(at)]) {
      await client.get(path);
      expect(client.html).not.toMatch(/\b(30|40)\b/);
    }
    await client.get(urls.adminPollWatch(at));
    expect(client.main).toContain('personne ne lit un bulletin');
    site.travel('6 days');
    await sealPoll(
      site.db,
      site.config,
      { organisationId: site.organisationId, by: null },
      poll.id,
    );
    await client.get(urls.adminPollWatch(at));
    expect(client.main).toMatch(/«\u202fProjet 1\u202f»\u202f: 30 bulletins/);
    await client.get(urls.adminPollWatchCsv(at));
    expect(client.html).toContain('Projet 1;En ligne;;30');
  });

  it('is for officers of this organisation', async () => {
    const { edition } = await makePoll(site);
    const at = { edition: edition.slug };
    const resident = await makePerson(site);
    for (const path of [urls.adminPollWatch(at), urls.adminPollWatchCsv(at)]) {
      expect((await resident.client.send(path)).status).toBe(403);
      expect([303, 401]).toContain((await site.visitor().send(path)).status);
    }
  });
});
