import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readNow } from '../../src/platform/database/database.ts';
import { castBallot } from '../../src/rooms/polls/index.ts';
import type { Poll } from '../../src/rooms/polls/poll.ts';
import { urls } from '../../src/urls.ts';
import { verifyBundle } from '../../src/verifier/verify.ts';
import { KIND_NAMES, makeKind } from '../make/kinds.ts';
import { makePerson } from '../make/people.ts';
import { publish } from '../make/poll.ts';
import { openTestSite, type TestSite } from '../site-client.ts';

/** Every kind of poll, held by the site from the first ballot to the publication, and verified from its bundle. */

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

/** The same numbers at each run, as many as asked for. */
function drawNumbers(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
}

/** A ballot of some of the options, as a form writes it; not always one that the rules allow. */
function draw(poll: Poll, next: (below: number) => number): string[] {
  const pointed = !['approval', 'choose-one', 'ordinal'].includes(poll.kind);
  const points = poll.kind === 'yes-no' ? 2 : 4;
  return poll.options
    .map(({ key }) => ({ key, at: next(1000), points: next(points) }))
    .sort((a, b) => a.at - b.at)
    .slice(0, 1 + next(poll.maximumChoices))
    .map(({ key, points: given }) => (pointed ? `${key}:${given}` : key));
}

async function castSome(poll: Poll, wanted: number): Promise<string[]> {
  const next = drawNumbers(poll.options.length);
  const receipts: string[] = [];
  for (let tries = 0; receipts.length < wanted && tries < 400; tries += 1) {
    const { id } = await makePerson(site);
    const ballot = {
      personId: id,
      choices: draw(poll, next),
      nonce: '',
      idempotencyKey: randomUUID(),
      believedRevision: 0,
    };
    const now = await readNow(site.db);
    const cast = await castBallot(site.db, site.config, site.organisationId, poll, ballot, now);
    if (cast.ok) receipts.push(cast.receipt);
  }
  return receipts;
}

describe('V10 R58 a poll of every kind', () => {
  test.each(KIND_NAMES)('%s', async (kind) => {
    const { edition, poll } = await makeKind(site, kind);
    const receipts = await castSome(poll, 6);
    expect(receipts).toHaveLength(6);
    site.travel('11 days');
    await publish(site, { organisationId: site.organisationId, by: null }, poll.id);
    site.travel(null);
    const address = `http://localhost${urls.resultBundle({ edition: edition.slug })}`;
    const answer = await site.fetch(new Request(address));
    const archive = new Uint8Array(await answer.arrayBuffer());
    const report = await verifyBundle(archive, { receipts });
    expect(report).toMatchObject({ verdict: 'sound', faults: [], ballots: 6, notes: [] });
    expect(report.checks.map(({ ok }) => ok)).not.toContain(false);
  });
});
