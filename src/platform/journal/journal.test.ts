import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { chainFacts, listFacts, recordFact, verifyJournal } from './journal.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

function record(kind: 'test.happened' | 'test.ended', detail = {}) {
  return site.db.transaction().execute((tx) =>
    recordFact(tx, {
      organisationId: site.organisationId,
      kind,
      actorId: null,
      subject: { kind: 'test', id: null },
      detail,
    }),
  );
}

/** Any transaction still running on the server, of another test too, holds the chain back for a moment. */
async function chainAll(facts: number) {
  await expect
    .poll(async () => {
      await chainFacts(site.db, site.organisationId);
      return verifyJournal(site.db, site.organisationId);
    })
    .toEqual({ ok: true, facts });
}

describe('the journal', () => {
  it('is chained in order of commit and verified', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, index) => record('test.happened', { index })));
    await chainAll(12);
    expect((await listFacts(site.db, site.organisationId)).length).toBe(12);
  });

  it('does not chain past a transaction that is still running', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let begun = () => {};
    const started = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const slow = site.db.transaction().execute(async (tx) => {
      await recordFact(tx, {
        organisationId: site.organisationId,
        kind: 'test.slow',
        actorId: null,
        subject: { kind: 'test', id: null },
      });
      begun();
      await held;
    });
    await started;
    await record('test.ended');
    expect(await chainFacts(site.db, site.organisationId)).toBe(0);
    release();
    await slow;
    await chainAll(14);
  });

  it('is append-only, and a change made behind its back is named', async () => {
    await expect(sql`update fact set kind = 'other.thing'`.execute(site.db)).rejects.toThrow(
      /append-only/,
    );
    await expect(sql`delete from fact_link`.execute(site.db)).rejects.toThrow(/append-only/);
    await sql`alter table fact disable trigger fact_is_append_only`.execute(site.db);
    await sql`update fact set detail = '{"forged": true}' where (organisation_id, id) = (
      select organisation_id, fact_id from fact_link where sequence = 5)`.execute(site.db);
    expect(await verifyJournal(site.db, site.organisationId)).toEqual({
      ok: false,
      sequence: 5,
      reason: 'changed-fact',
    });
  });
});
