import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBatch } from '../../../../tests/make/codes.ts';
import { confirmRule, listRules, rulesOf } from '../../../../tests/make/invalidations.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { listFields } from '../../../../tests/make/polls.ts';
import { openFor } from '../../../../tests/make/voters.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

describe('a stolen batch of codes', () => {
  it('is closed by a rule, codes that nobody used included', async () => {
    const first = await makePerson(site, { roles: ['officer'] });
    const second = await makePerson(site, { roles: ['officer'] });
    const made = await openFor(site, { required: ['code'], oneOf: [] });
    const batch = await makeBatch(site, made.edition, { anonymous: 5 });
    const { client } = first;
    await client.post(rulesOf(made), { regle: 'codes', lot: 'aucun', motif: 'Lot volé.' });
    expect(client.status).toBe(422);
    expect(client.main).toContain('Choisissez un lot');
    await client.post(rulesOf(made), { regle: 'codes', lot: batch.id, motif: 'Lot volé.' });
    await client.post(rulesOf(made), listFields(client.html, rulesOf(made)));
    await confirmRule(site, second.client, made, { accord: 'oui' });
    expect(await listRules(site, made)).toMatchObject([
      {
        rule: { kind: 'codes', batch: String(batch.number) },
        lines: 5,
        ballots: 0,
        outcome: 'confirmed',
      },
    ]);
    const { rows } = await site.pool.query(
      `select m.kind, e.channel_state from elector e join elector_mark m on m.elector_id = e.id
        where e.poll_id = $1`,
      [made.poll.id],
    );
    expect(rows).toHaveLength(5);
    for (const row of rows) expect(row).toEqual({ kind: 'code', channel_state: 'refused' });
  });
});
