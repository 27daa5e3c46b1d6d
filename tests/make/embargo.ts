import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readNow } from '../../src/platform/database/database.ts';
import type { Role } from '../../src/platform/http/roles.ts';
import { readReceipt } from '../../src/rooms/polls/box/box.crypto.ts';
import { fromHex } from '../../src/rooms/polls/box/commitment.ts';
import { countPoll, publishResult, sealPoll } from '../../src/rooms/polls/index.ts';
import { planPublication } from '../../src/rooms/polls/proclamation/publication.store.ts';
import { writeTrackingCode } from '../../src/rooms/polls/receipt/tracking-code.ts';
import { urls } from '../../src/urls.ts';
import { urlsOfMovements } from '../../src/urls-of-movements.ts';
import { openTestSite, type SiteClient, type TestSite } from '../site-client.ts';
import { fillBox } from './box.ts';
import { type MadePerson, makePerson, signIn } from './people.ts';
import { castFor, type MadePoll, makePoll } from './polls.ts';

/**
 * The embargo: before the publication nothing tells what is in a box, nor whose a ballot is, to anyone, an
 * administrator included; of a secret poll as of a public one. Here a site with one poll of each, whose ballots a witness
 * shares, and what finds them in an answer; files of tests/abuse ask one kind of place each.
 */
const ROLES = {
  anonymous: null,
  witness: [],
  resident: [],
  officer: ['officer'],
  administrator: ['administrator'],
} as const satisfies Record<string, readonly Role[] | null>;
export type RoleName = keyof typeof ROLES;
export const ROLE_NAMES = Object.keys(ROLES) as RoleName[];

/** P0: public, P1: secret. */
export const PROFILES = ['P0', 'P1'] as const;
export type Profile = (typeof PROFILES)[number];

/** Ballots for project 1: a number that stands nowhere else, however it is written. */
const FOR_ONE = 1873;
const COUNTED = /(?<![\w-])1[\s,.]?873(?![\w-])/;
const BALLOTS = 2400;

/** What the witness holds of their ballot in a poll. */
interface KeptBallot {
  line: string;
  code: string;
  commitment: string;
  nonce: string;
}

export type Embargo = Awaited<ReturnType<typeof openEmbargo>>;

/** Two polls while people vote. */
export async function openEmbargo() {
  const site = await openTestSite();
  const people = {} as Record<Exclude<RoleName, 'anonymous'>, MadePerson>;
  for (const [role, roles] of Object.entries(ROLES))
    if (roles)
      people[role as 'witness'] = await makePerson(site, { nickname: `Zébulon ${role}`, roles });
  const polls = {} as Record<Profile, MadePoll>;
  const kept = {} as Record<Profile, KeptBallot>;
  for (const profile of PROFILES) {
    const made = await makePoll(site, { terms: { profile } });
    polls[profile] = made;
    await fillBox(site, made.poll, [
      [['1'], FOR_ONE],
      [['2', '3'], BALLOTS - FOR_ONE],
    ]);
    kept[profile] = await castAs(site, made, people.witness);
  }
  let isClosed = false;
  const embargo = {
    site,
    people,
    polls,
    kept,
    /** A browser of its own for each question: one that signs out or changes language disturbs no other. */
    async clientOf(role: RoleName): Promise<SiteClient> {
      const client = site.visitor();
      if (role !== 'anonymous') await signIn(site, client, people[role].id);
      return client;
    },
    /** What an answer tells that it must not. */
    findLeaks(text: string, profile: Profile, role: RoleName): string[] {
      const secrets = { ...kept[profile], nickname: people.witness.nickname };
      const told = Object.entries(secrets).filter(
        // whoever is signed in reads their own name
        ([what, secret]) => text.includes(secret) && !(role === 'witness' && what === 'nickname'),
      );
      return [...told.map(([what]) => what), ...(COUNTED.test(text) ? ['count'] : [])];
    },
    /** Closed, counted, one of them to be published within the hour: nothing is told yet. */
    async closeAndCount(): Promise<void> {
      isClosed = true;
      site.travel('6 days');
      const act = { organisationId: site.organisationId, by: null };
      for (const { poll } of Object.values(polls)) {
        await sealPoll(site.db, site.config, act, poll.id);
        await countPoll(site.db, act, poll.id);
      }
      const soon = new Date((await readNow(site.db)).getTime() + 3_600_000);
      const planned = await planPublication(site.db, act, polls.P1.poll.id, soon);
      if (!planned.ok) throw new Error(planned.refusal);
      site.memory.forgetAll();
    },
    async publish(): Promise<void> {
      if (!isClosed) await embargo.closeAndCount();
      const act = { organisationId: site.organisationId, by: null };
      for (const { poll } of Object.values(polls)) await publishResult(site.db, act, poll.id);
      site.memory.forgetAll();
      site.travel('7 days');
    },
  };
  return embargo;
}

async function castAs(
  site: TestSite,
  { poll }: MadePoll,
  witness: MadePerson,
): Promise<KeptBallot> {
  const cast = await castFor(site, poll, witness.id, [2, 4]);
  if (!cast.ok) throw new Error(cast.refusal);
  const { commitment } = readReceipt(cast.receipt);
  const { rows } = await site.pool.query('select nonce from ballot_slot where commitment = $1', [
    commitment,
  ]);
  const code = writeTrackingCode(fromHex(commitment)!);
  return { line: cast.receipt, code, commitment, nonce: rows[0].nonce };
}

const notHere = new Set<string>(Object.values(urlsOfMovements).map(({ pattern }) => pattern));

/** Every address that a town has. */
const rows = readFileSync('tests/addresses.txt', 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => line.split(/\s+/) as ['GET' | 'POST', string, string])
  .filter(([, pattern]) => !notHere.has(pattern));

/** A real address: of this edition, with the first of its projects. */
async function fill(site: TestSite, pattern: string, { edition }: MadePoll): Promise<string> {
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

/** Where people's names stand for what they did in the open: the journal of facts says who joined. */
const NAMES_ITS_PEOPLE = urls.adminJournal();

/** Every address but those that are left out, asked by everybody of one poll; what each tells too much. */
export async function probeAddresses(
  { site, polls, clientOf, findLeaks }: Embargo,
  profile: Profile,
  isAsked: (path: string, method: string) => boolean = () => true,
): Promise<string[]> {
  const leaks: string[] = [];
  for (const [method, pattern] of rows) {
    const path = await fill(site, pattern, polls[profile]);
    if (!isAsked(path, method)) continue;
    for (const role of ROLE_NAMES) {
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
  return leaks;
}
