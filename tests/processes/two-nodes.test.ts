import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openKeys } from '../../src/platform/keys/keys.ts';
import { extendPass, writeMark } from '../../src/rooms/electorate/index.ts';
import { listSetAside, listWithdrawn } from '../../src/rooms/polls/box/withdrawal.store.ts';
import type { PaperRule } from '../../src/rooms/polls/settings.ts';
import { urls } from '../../src/urls.ts';
import { type MadeDesk, type MadeEntry, makeDesk, makeEntries } from '../make/desk.ts';
import { fillBallot } from '../make/polls.ts';
import { openTestSite, type TestSite } from '../site-client.ts';
import { type Process, run } from './server.ts';

/** V6: a thousand rounds in the long run, over the three rules. */
const ROUNDS = process.env.PALABRE_ALL ? 334 : 20;

let site: TestSite;
const nodes: { process: Process; origin: string }[] = [];
beforeAll(async () => {
  site = await openTestSite();
  for (let node = 0; node < 2; node += 1) {
    const process = run('main', ['--port', '0'], {
      PALABRE_VAR: site.config.varFolder,
      DATABASE_URL: site.url,
    });
    const [, port] = await process.says(/http:\/\/localhost:(\d+)/);
    nodes.push({ process, origin: `http://localhost:${port}` });
  }
}, 60_000);
afterAll(async () => {
  for (const { process } of nodes) {
    process.child.kill('SIGTERM');
    await process.ended;
  }
  await site.close();
});

function post(
  node: number,
  path: string,
  cookie: string,
  fields: Record<string, string | string[]>,
): Promise<Response> {
  const { origin } = nodes[node]!;
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) body.append(name, one);
  return fetch(origin + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, cookie, 'content-type': 'application/x-www-form-urlencoded' },
    body: body.toString(),
  });
}

/** What the browser at home holds once this person has proven who they are. */
async function proveAtHome({ poll }: MadeDesk, { id }: MadeEntry): Promise<string> {
  const rollKey = openKeys(site.config.keysFolder).rollKey();
  const marks = [writeMark(rollKey, poll.id, { kind: 'entry', value: id })];
  const key = { organisationId: site.organisationId, pollId: poll.id };
  const proven = { method: 'desk', marks, birthDate: '1951-08-31', livesHere: true } as const;
  return `laissez-passer=${await extendPass(site.db, key, null, proven)}`;
}

describe('one person votes on paper and online at the same instant, on two servers', () => {
  it.each(['paper-wins', 'first-wins', 'online-wins'] as const)(
    `V6 V1 R191 %s: one vote each, ${ROUNDS} rounds`,
    async (rule: Exclude<PaperRule, 'none'>) => {
      const made = await makeDesk(site, rule);
      const people = Array.from(
        { length: ROUNDS },
        (_, at) => [`Dupuis${at}`, 'Odile', '1951-08-31'] as const,
      );
      const entries = await makeEntries(site, made.edition, people);
      const officer = `palabre=${made.officer.client.cookies.get('palabre')}`;
      const cast = urls.voteCast({ edition: made.edition.slug });
      const paper = urls.deskPaper({ point: made.point.id });
      const outcomes = { online: 0, paper: 0, both: 0 };
      for (const [round, entry] of entries.entries()) {
        const home = await proveAtHome(made, entry);
        const acts = [
          () => post(round % 2, cast, home, fillBallot(made.poll)),
          () =>
            post((round + 1) % 2, paper, officer, {
              entree: entry.id,
              remplacer: 'oui',
              enveloppe: `N${round}`,
            }),
        ];
        // released together; every other time the paper is sent first
        const sent =
          round % 4 < 2 ? acts.map((act) => act()) : acts.toReversed().map((act) => act());
        const answers = await Promise.all(sent);
        const [online, onPaper] = (round % 4 < 2 ? answers : answers.toReversed()).map(
          ({ status }) => status < 400,
        );
        expect(answers.map(({ status }) => status)).not.toContain(500);
        expect(online || onPaper).toBe(true);
        if (online && onPaper) outcomes.both += 1;
        else outcomes[online ? 'online' : 'paper'] += 1;
      }
      const { rows } = await site.pool.query(
        `select channel_state as channel, count(*)::int as voters,
          (select count(*)::int from ballot_slot where poll_id = $1) as ballots
          from elector where poll_id = $1 group by channel_state`,
        [made.poll.id],
      );
      const votersBy = (channel: string): number =>
        rows.find((row) => row.channel === channel)?.voters ?? 0;
      const ballots = rows[0]?.ballots ?? 0;
      const at = { organisationId: site.organisationId, pollId: made.poll.id };
      const withdrawn = (await listWithdrawn(site.db, made.poll.id)).length;
      const aside = (await listSetAside(site.db, at)).length;
      expect(votersBy('online') + votersBy('paper')).toBe(ROUNDS);
      expect(ballots).toBe(votersBy('online'));
      const expected = {
        'paper-wins': { paper: ROUNDS, withdrawn: outcomes.both, aside: 0 },
        'first-wins': { paper: outcomes.paper, withdrawn: 0, aside: 0 },
        'online-wins': { paper: 0, withdrawn: 0, aside: outcomes.both },
      }[rule];
      expect({ paper: votersBy('paper'), withdrawn, aside }).toEqual(expected);
      if (rule === 'first-wins') expect(outcomes.both).toBe(0);
      console.log(`V6 ${rule}: ${JSON.stringify(outcomes)}`);
    },
    600_000,
  );
});
