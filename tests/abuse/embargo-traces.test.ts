import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { urls } from '../../src/urls.ts';
import { makePerson } from '../make/people.ts';
import { type MadePoll, makePoll } from '../make/polls.ts';
import { openTestSite, type TestSite } from '../site-client.ts';

/** Over what is left behind: our words, those of PostgreSQL, mails, jobs, tables. */
let site: TestSite;
let held: MadePoll;
const logs: string[] = [];
beforeAll(async () => {
  for (const method of ['log', 'info', 'warn', 'error'] as const)
    vi.spyOn(console, method).mockImplementation((...words) => void logs.push(words.join(' ')));
  site = await openTestSite();
  held = await makePoll(site, { terms: { profile: 'P0' } });
}, 60_000);
afterAll(async () => {
  vi.restoreAllMocks();
  await site.close();
});

/** Our words and those of PostgreSQL, where the test server is ours to read, and every mail. */
function readTraces(): string {
  const folder = new URL(inject('testServer').adminUrl.replace('@/', '@x/')).searchParams.get(
    'host',
  );
  const places = folder ? [folder, join(folder, '..')] : [];
  const files = [...places, join(site.config.varFolder, 'outbox')]
    .filter((place) => existsSync(place))
    .flatMap((place) => readdirSync(place).map((name) => join(place, name)))
    .filter((path) => path.endsWith('.log') || path.includes('outbox'))
    .map((path) => readFileSync(path, 'utf8'));
  return [...logs, ...files].join('\n');
}

describe('the embargo over what is left behind', () => {
  it('V8 a vote that fails half-way leaves no choice and no name in any trace, nor in any table', async () => {
    const { poll, edition } = held;
    const voter = await makePerson(site, { nickname: 'Zébulon malchance' });
    await site.pool.query(
      `alter table public_ballot add constraint mishap check (commitment = '') not valid`,
    );
    const form = { scrutin: poll.id, cle: randomUUID(), revision: '0', alea: 'ab'.repeat(32) };
    const address = urls.voteCast({ edition: edition.slug });
    const answer = await voter.client.send(address, { ...form, choix: ['2', '4'], public: 'oui' });
    await site.pool.query('alter table public_ballot drop constraint mishap');
    expect(answer.status).toBe(503);
    const traces = readTraces();
    expect(traces).toContain('mishap');
    for (const mark of [voter.id, voter.email, voter.nickname, form.cle, form.alea])
      expect(traces).not.toContain(mark);
    const { rows: jobs } = await site.pool.query(
      'select payload::text from graphile_worker._private_jobs',
    );
    for (const { payload } of jobs) expect(payload).not.toMatch(new RegExp(`${voter.id}|choi`));
    const { rows: named } = await site.pool.query(
      'select 1 from public_ballot where person_id = $1',
      [voter.id],
    );
    expect(named).toEqual([]);
  });
});
