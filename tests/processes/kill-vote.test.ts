import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { urls } from '../../src/urls.ts';
import { type MadePerson, makePerson } from '../make/people.ts';
import { type MadePoll, makePoll } from '../make/polls.ts';
import { openTestSite, type TestSite } from '../site-client.ts';
import { type Process, run } from './server.ts';

/** F1: fifty in the long run, five in the quick one. */
const KILLS = process.env.PALABRE_ALL ? 50 : 5;
const VOTERS = 24;

interface Attempt {
  person: MadePerson;
  body: string;
  acknowledged: boolean;
}

let site: TestSite;
let made: MadePoll;
let server: Process | null = null;
beforeAll(async () => {
  site = await openTestSite();
  made = await makePoll(site);
});
afterAll(async () => {
  server?.child.kill('SIGKILL');
  await site.close();
});

async function start(): Promise<string> {
  server = run('main', ['--port', '0'], {
    PALABRE_VAR: site.config.varFolder,
    DATABASE_URL: site.url,
  });
  const [, port] = await server.says(/http:\/\/localhost:(\d+)/);
  return `http://localhost:${port}`;
}

function prepare(person: MadePerson): Attempt {
  const body = new URLSearchParams({
    scrutin: made.poll.id,
    cle: randomUUID(),
    revision: '0',
    alea: randomBytes(32).toString('hex'),
  });
  body.append('choix', String(randomInt(1, 6)));
  return { person, body: body.toString(), acknowledged: false };
}

/** As a browser would: an answer that never came back is no answer. */
async function send(origin: string, attempt: Attempt): Promise<void> {
  try {
    const answer = await fetch(origin + urls.voteCast({ edition: made.edition.slug }), {
      method: 'POST',
      redirect: 'manual',
      headers: {
        origin,
        cookie: `palabre=${attempt.person.client.cookies.get('palabre')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: attempt.body,
    });
    if (answer.status === 303) attempt.acknowledged = true;
  } catch {
    // the server died under it
  }
}

async function countBox() {
  const { rows } = await site.pool.query(
    `select (select count(*)::int from ballot_slot) as ballots,
      (select count(*)::int from elector where channel_state = 'online') as electors,
      (select count(*)::int from casting_request) as receipts,
      (select count(distinct slot_key)::int from ballot_slot) as slots`,
  );
  return rows[0] as { ballots: number; electors: number; receipts: number; slots: number };
}

describe('a server killed in the middle of a vote', () => {
  it(`F1 loses no acknowledged ballot and doubles none, through ${KILLS} kills`, async () => {
    let origin = await start();
    let sent = 0;
    let unanswered = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const attempts: Attempt[] = [];
      for (let voter = 0; voter < VOTERS; voter += 1)
        attempts.push(prepare(await makePerson(site)));
      const sending = attempts.map((attempt) => send(origin, attempt));
      // somewhere between the first answer and the last
      const enough = randomInt(1, VOTERS - 4);
      let answered = 0;
      await new Promise<void>((resolve) => {
        for (const one of sending)
          void one.then(() => {
            answered += 1;
            if (answered >= enough) resolve();
          });
      });
      server!.child.kill('SIGKILL');
      await server!.ended;
      await Promise.all(sending);

      // what the dead server had begun ends with its connections
      const before = sent;
      sent += attempts.length;
      const acknowledged = attempts.filter((attempt) => attempt.acknowledged).length;
      unanswered += attempts.length - acknowledged;
      origin = await start();
      const found = await countBox();
      expect(found.ballots).toBeGreaterThanOrEqual(before + acknowledged);
      expect(found).toEqual({
        ballots: found.ballots,
        electors: found.ballots,
        receipts: found.ballots,
        slots: found.ballots,
      });

      // everyone whose answer was lost sends the very same form again; some who had theirs do too
      await Promise.all(
        attempts
          .filter((attempt) => !attempt.acknowledged || randomInt(2) === 0)
          .map((attempt) => send(origin, attempt)),
      );
      expect(attempts.filter((attempt) => !attempt.acknowledged)).toEqual([]);
      expect(await countBox()).toEqual({
        ballots: sent,
        electors: sent,
        receipts: sent,
        slots: sent,
      });
    }
    console.log(
      `F1: ${KILLS} kills, ${sent} votes, ${unanswered} answers lost, none lost or doubled`,
    );
    expect(unanswered).toBeGreaterThan(0);
  }, 600_000);
});
