import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { runExport } from '../../src/cli/export.ts';
import { readNow } from '../../src/platform/database/database.ts';
import type { Role } from '../../src/platform/http/roles.ts';
import { readReceipt } from '../../src/rooms/polls/box/box.crypto.ts';
import { fromHex } from '../../src/rooms/polls/box/commitment.ts';
import {
  countPoll,
  findPublishedResult,
  publishResult,
  sealPoll,
} from '../../src/rooms/polls/index.ts';
import { planPublication } from '../../src/rooms/polls/proclamation/publication.store.ts';
import { writeTrackingCode } from '../../src/rooms/polls/receipt/tracking-code.ts';
import { dataSets } from '../../src/site.tsx';
import { urls } from '../../src/urls.ts';
import { fillBox } from '../make/box.ts';
import { type MadePerson, makePerson, signIn } from '../make/people.ts';
import { castFor, type MadePoll, makePoll } from '../make/polls.ts';
import { openTestSite, type SiteClient, type TestSite } from '../site-client.ts';

/**
 * The embargo over every address of the site: before the publication nothing tells what is in a box, nor
 * whose a ballot is, to anyone, an administrator included; of a secret poll as of a public one.
 */
const rows = readFileSync('tests/addresses.txt', 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => line.split(/\s+/) as ['GET' | 'POST', string, string]);

const ROLES = {
  anonymous: null,
  witness: [],
  resident: [],
  officer: ['officer'],
  administrator: ['administrator'],
} as const satisfies Record<string, readonly Role[] | null>;
type RoleName = keyof typeof ROLES;

/** Ballots for project 1: a number that stands nowhere else, however it is written. */
const FOR_ONE = 1873;
const COUNTED = /(?<![\w-])1[\s,.]?873(?![\w-])/;
const BALLOTS = 2400;

let site: TestSite;
const polls = {} as Record<'P0' | 'P1', MadePoll>;
const people = {} as Record<Exclude<RoleName, 'anonymous'>, MadePerson>;
/** What the witness holds of their ballot in each poll. */
const kept = {} as Record<
  'P0' | 'P1',
  { line: string; code: string; commitment: string; nonce: string }
>;
const logs: string[] = [];

beforeAll(async () => {
  site = await openTestSite();
  for (const method of ['log', 'info', 'warn', 'error'] as const)
    vi.spyOn(console, method).mockImplementation((...words) => void logs.push(words.join(' ')));
  for (const [role, roles] of Object.entries(ROLES))
    if (roles)
      people[role as 'witness'] = await makePerson(site, { nickname: `Zébulon ${role}`, roles });
  for (const profile of ['P0', 'P1'] as const) {
    const made = await makePoll(site, { terms: { profile } });
    polls[profile] = made;
    await fillBox(site, made.poll, [
      [['1'], FOR_ONE],
      [['2', '3'], BALLOTS - FOR_ONE],
    ]);
    const cast = await castFor(site, made.poll, people.witness.id, [2, 4]);
    if (!cast.ok) throw new Error(cast.refusal);
    const { commitment } = readReceipt(cast.receipt);
    const { rows: slots } = await site.pool.query(
      'select nonce from ballot_slot where commitment = $1',
      [commitment],
    );
    const code = writeTrackingCode(fromHex(commitment)!);
    kept[profile] = { line: cast.receipt, code, commitment, nonce: slots[0].nonce };
  }
}, 120_000);
afterAll(async () => {
  vi.restoreAllMocks();
  await site.close();
});

/** A browser of its own for each question: one that signs out or changes language disturbs no other. */
async function clientOf(role: RoleName): Promise<SiteClient> {
  const client = site.visitor();
  if (role !== 'anonymous') await signIn(site, client, people[role].id);
  return client;
}

/** A real address: of this edition, with the first of its projects. */
async function fill(pattern: string, { edition }: MadePoll): Promise<string> {
  const { rows: found } = await site.pool.query(
    'select id from project where edition_id = $1 order by title limit 1',
    [edition.id],
  );
  const office = pattern.startsWith('/administration');
  const values: Record<string, string> = {
    edition: edition.slug,
    project: office ? found[0].id : '1',
    idea: '1',
    locale: 'fr',
    file: randomUUID(),
  };
  return pattern.replaceAll(/:([a-zA-Z]+)/g, (_, name: string) => values[name] ?? randomUUID());
}

/** What an answer tells that it must not. */
function findLeaks(text: string, made: 'P0' | 'P1', role: RoleName): string[] {
  const { line, code, commitment, nonce } = kept[made];
  const secrets = { line, code, commitment, nonce, nickname: people.witness.nickname };
  const told = Object.entries(secrets).filter(
    // whoever is signed in reads their own name
    ([what, secret]) => text.includes(secret) && !(role === 'witness' && what === 'nickname'),
  );
  return [...told.map(([what]) => what), ...(COUNTED.test(text) ? ['count'] : [])];
}

/** Where people's names stand for what they did in the open: the journal of facts says who joined. */
const NAMES_ITS_PEOPLE = urls.adminJournal();

/** Every address but those that are left out, asked by everybody; what each tells too much. */
async function probe(isAsked: (path: string, method: string) => boolean): Promise<string[]> {
  const leaks: string[] = [];
  for (const profile of ['P0', 'P1'] as const) {
    for (const [method, pattern] of rows) {
      const path = await fill(pattern, polls[profile]);
      if (!isAsked(path, method)) continue;
      for (const role of Object.keys(ROLES) as RoleName[]) {
        const fields = method === 'POST' ? { scrutin: polls[profile].poll.id } : undefined;
        const answer = await (await clientOf(role)).send(path, fields);
        const where = `${role} ${method} ${path}`;
        if (answer.status >= 500) leaks.push(`${where}: ${answer.status}`);
        if (pattern.includes('/resultats') && answer.status !== 404)
          leaks.push(`${where}: ${answer.status}, not 404`);
        const found = findLeaks(await answer.text(), profile, role).filter(
          (what) => !(what === 'nickname' && path === NAMES_ITS_PEOPLE),
        );
        leaks.push(...found.map((what) => `${where}: ${what}`));
      }
    }
  }
  return leaks;
}

/** Every file that everybody may take, and every one of the office, in clear text: what each tells too much. */
async function probeFiles(): Promise<string[]> {
  const leaks: string[] = [];
  for (const profile of ['P0', 'P1'] as const)
    for (const { key, audience } of dataSets) {
      const edition = polls[profile].edition.slug;
      const asked: [RoleName, string][] = [
        ['officer', urls.adminExport({ edition, file: `${key}.json` })],
      ];
      if (audience === 'public') asked.push(['anonymous', urls.dataFile({ file: `${key}.json` })]);
      for (const [role, path] of asked) {
        const answer = await (await clientOf(role)).send(path);
        const text = await answer.text();
        if (answer.status !== 200) leaks.push(`${role} ${path}: ${answer.status}`);
        // the journal says who joined, as its page does
        const found = findLeaks(text, profile, role).filter(
          (what) => !(what === 'nickname' && key === 'journal'),
        );
        leaks.push(...found.map((what) => `${role} ${path}: ${what}`));
      }
    }
  return leaks;
}

/** The pictures of a result and of who may have won: whatever is drawn or kept would tell without a word of text. */
const listPictures = ({ edition: { slug: edition } }: MadePoll): string[] =>
  ['image-large.png', 'image-carree.png'].flatMap((piece) => [
    urls.resultPicture({ edition, piece }),
    ...[1, 2, 3].map((project) => urls.winnerPicture({ edition, project, piece })),
  ]);

/** What everybody is answered there, a cache that asks again included. */
async function askPictures(): Promise<string[]> {
  const answers: string[] = [];
  for (const made of Object.values(polls))
    for (const path of [...listPictures(made), urls.resultShare({ edition: made.edition.slug })])
      for (const role of Object.keys(ROLES) as RoleName[]) {
        const answer = await (await clientOf(role)).send(path, undefined, { 'if-none-match': '*' });
        await answer.body?.cancel();
        answers.push(`${answer.status} ${answer.headers.get('etag') ?? ''}`.trim());
      }
  return [...new Set(answers)];
}

/** The witness's own code, asked by everybody. */
async function askByCode(): Promise<string[]> {
  const leaks: string[] = [];
  for (const profile of ['P0', 'P1'] as const) {
    const at = { edition: polls[profile].edition.slug };
    for (const role of Object.keys(ROLES) as RoleName[]) {
      for (const address of [urls.voteProof(at), urls.findBallot(at)]) {
        for (const code of [kept[profile].code, kept[profile].line]) {
          const answer = await (await clientOf(role)).send(address, { code });
          const text = await answer.text();
          const main = text.slice(text.indexOf('<main'));
          for (const told of ['Projet d’essai 2', 'Projet d’essai 4', kept[profile].nonce])
            if (main.includes(told)) leaks.push(`${role} ${address}: ${told}`);
          if (address === urls.findBallot(at) && answer.status !== 404)
            leaks.push(`${role} ${address}: ${answer.status}`);
        }
      }
    }
  }
  return leaks;
}

async function exportAll(): Promise<string> {
  const written: string[] = [];
  for (const { edition } of Object.values(polls)) {
    const streams = { write: (text: string) => void written.push(text), err: () => {} };
    expect(await runExport(['pabulib', edition.slug], { db: site.db }, streams)).toBe(2);
  }
  return written.join('');
}

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

describe('the embargo', () => {
  it('V8 V15 no address tells a count, a ballot or its voter while people vote, to anyone', async () => {
    expect(await probeFiles()).toEqual([]);
    expect(await probe(() => true)).toEqual([]);
  }, 120_000);

  it('V15 R57 no code brings a ballot back before the publication, nor does an export or a picture', async () => {
    expect(await askByCode()).toEqual([]);
    expect(await exportAll()).toBe('');
    expect(await askPictures()).toEqual(['404']);
  });

  it('V8 a vote that fails half-way leaves no choice and no name in any trace, nor in any table', async () => {
    const { poll, edition } = polls.P0;
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

  it('V15 R57 nor between the close and the publication, planned or not, but for the team’s own page, minutes and report', async () => {
    site.travel('6 days');
    const act = { organisationId: site.organisationId, by: null };
    const office = new Set(
      Object.values(polls).flatMap(({ edition }) =>
        [
          urls.adminPoll,
          urls.adminPollMinutes,
          urls.adminPollMinutesCsv,
          urls.adminPollWatch,
          urls.adminPollWatchCsv,
        ].map((address) => address({ edition: edition.slug })),
      ),
    );
    for (const { poll } of Object.values(polls)) {
      await sealPoll(site.db, site.config, act, poll.id);
      await countPoll(site.db, act, poll.id);
    }
    const soon = new Date((await readNow(site.db)).getTime() + 3_600_000);
    expect(await planPublication(site.db, act, polls.P1.poll.id, soon)).toEqual({ ok: true });
    site.memory.forgetAll();
    // asked only: here the team's acts would publish
    const isAsked = (path: string, method: string) => method === 'GET' && !office.has(path);
    expect(await probeFiles()).toEqual([]);
    expect(await probe(isAsked)).toEqual([]);
    expect(await askByCode()).toEqual([]);
    expect(await exportAll()).toBe('');
    expect(await askPictures()).toEqual(['404']);
    const resident = await clientOf('resident');
    for (const address of office) expect((await resident.send(address)).status).toBe(403);
    // the team reads the count there, and who voted what nowhere
    const officer = await clientOf('officer');
    for (const [profile, { edition }] of Object.entries(polls)) {
      await officer.get(urls.adminPoll({ edition: edition.slug }));
      const leaks = findLeaks(officer.html, profile as 'P0' | 'P1', 'officer');
      expect(leaks).toEqual(['count']);
    }
  }, 120_000);

  it('V15 after the publication the same addresses tell it: this search would have found it', async () => {
    const act = { organisationId: site.organisationId, by: null };
    for (const { poll } of Object.values(polls)) await publishResult(site.db, act, poll.id);
    site.memory.forgetAll();
    site.travel('7 days');
    const files = await probeFiles();
    expect(files).toContain(`anonymous ${urls.dataFile({ file: 'resultats.json' })}: count`);
    const leaks = await probe((path) => path.includes('/resultats'));
    for (const { edition } of Object.values(polls))
      expect(leaks).toContain(`anonymous GET ${urls.results({ edition: edition.slug })}: count`);
    // pictures too, and of winners alone
    const reader = site.visitor();
    for (const made of Object.values(polls)) {
      const at = { edition: made.edition.slug };
      const { winners } = (await findPublishedResult(
        site.db,
        site.organisationId,
        made.edition.id,
      ))!;
      expect(winners.length).toBeGreaterThan(0);
      const won = new Set(winners.map(({ number }) => number));
      for (const path of listPictures(made)) {
        const number = /laureats\/(\d)/.exec(path)?.[1];
        const isThere = number === undefined || won.has(Number(number));
        expect((await reader.send(path)).status, path).toBe(isThere ? 200 : 404);
      }
      await reader.get(urls.resultShare(at));
      expect(reader.main).toContain(winners[0]!.label);
      await reader.get(urls.results(at));
      expect(/og:image" content="([^"]+)"/.exec(reader.html)![1]).toContain(
        urls.resultPicture({ ...at, piece: 'image-large.png' }),
      );
    }
    const votes = urls.publicVotesCsv({ edition: polls.P0.edition.slug });
    expect(leaks).toContain(`anonymous GET ${votes}: nickname`);
    expect((await askByCode()).some((leak) => leak.includes('Projet d’essai 4'))).toBe(true);
  });
});
