import { randomUUID } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { attributeRows, findLinks, readTables } from '../../../../tests/linkage.ts';
import { confirmRule, listRules, rulesOf } from '../../../../tests/make/invalidations.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { makeVotePoint } from '../../../../tests/make/points.ts';
import {
  castFor,
  listFields,
  listSlots,
  type MadePoll,
  makePoll,
} from '../../../../tests/make/polls.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../../tests/site-client.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import { urls } from '../../../urls.ts';
import { verifyBundle } from '../../../verifier/verify.ts';
import { writeMark } from '../../electorate/index.ts';
import { checkHeads } from '../box/loss.store.ts';
import { listWithdrawn } from '../box/withdrawal.store.ts';
import { countPoll, publishResult, sealPoll } from '../index.ts';
import { proposeInvalidation } from './invalidation.store.ts';

let site: TestSite;
let first: MadePerson;
let second: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  first = await makePerson(site, { nickname: 'Anne', roles: ['officer'] });
  second = await makePerson(site, { nickname: 'Bruno', roles: ['officer'] });
});
afterAll(() => site.close());
beforeEach(() => site.travel(null));

const REASON = 'Un lot de cartes a été volé le 12, plainte déposée.';
const act = () => ({ organisationId: site.organisationId, by: null });

/** People who vote at a point, and others from afar. */
async function openWithVotes(here: number, elsewhere: number) {
  const made = await makePoll(site);
  const point = await makeVotePoint(site, made.edition, { name: 'Gymnase' });
  const voters: MadePerson[] = [];
  for (let one = 0; one < here + elsewhere; one += 1) {
    const voter = await makePerson(site);
    voters.push(voter);
    const pointId = one < here ? point.id : null;
    const cast = await castFor(site, made.poll, voter.id, [1], { pointId });
    expect(cast.ok).toBe(true);
  }
  return { made, point, voters };
}

/** Fills the form for a point, on every day so far, and sends the page that counts. */
async function proposePoint(client: SiteClient, made: MadePoll, point: { id: string }) {
  await client.get(rulesOf(made));
  const form = listFields(client.html, rulesOf(made));
  await client.post(rulesOf(made), {
    ...form,
    regle: 'point-days',
    point: point.id,
    motif: REASON,
  });
  expect(client.status).toBe(200);
  expect(client.main).not.toContain('@');
  await client.post(rulesOf(made), listFields(client.html, rulesOf(made)));
  expect(client.html).toContain('La règle est proposée');
}

const confirm = (client: SiteClient, made: MadePoll, fields: Record<string, string>) =>
  confirmRule(site, client, made, fields);
const listOf = (made: MadePoll) => listRules(site, made);

describe('ballots declared invalid', () => {
  it('Poznań: by a rule, with a reason, by two officers; counted in public, journaled, never by whom', async () => {
    const { made, point } = await openWithVotes(3, 4);
    await proposePoint(first.client, made, point);
    expect(await listOf(made)).toMatchObject([{ lines: 3, ballots: 3, outcome: null }]);
    expect(await listSlots(site, made.poll)).toHaveLength(7);

    // whoever proposed has no button, and is refused all the same
    await first.client.get(rulesOf(made));
    expect(first.client.main).toContain('Une autre personne que celle qui propose');
    await confirm(first.client, made, { accord: 'oui' });
    expect(first.client.status).toBe(422);
    expect(first.client.main).toContain('La personne qui a proposé ne peut pas confirmer');
    await confirm(second.client, made, {});
    expect(second.client.main).toContain('Cochez cette case');
    expect(await listSlots(site, made.poll)).toHaveLength(7);

    await confirm(second.client, made, { accord: 'oui' });
    expect(second.client.html).toContain('La règle est confirmée');
    expect(await listSlots(site, made.poll)).toHaveLength(4);
    const withdrawn = await listWithdrawn(site.db, made.poll.id);
    expect(withdrawn.map(({ reason }) => reason)).toEqual(['invalid', 'invalid', 'invalid']);
    await confirm(second.client, made, { accord: 'oui' });
    expect(second.client.main).toContain('déjà été confirmée ou retirée');

    const { rows: facts } = await site.pool.query(
      `select kind, actor_id, detail from fact where kind like 'poll.invalidation%' order by recorded_at`,
    );
    expect(facts).toMatchObject([
      { kind: 'poll.invalidation-proposed', actor_id: first.id, detail: { lines: 3, ballots: 3 } },
      {
        kind: 'poll.invalidation-confirmed',
        actor_id: second.id,
        detail: { lines: 3, ballots: 3 },
      },
    ]);

    site.travel('6 days');
    expect(await checkHeads(site.db, site.config)).toEqual([]);
    expect(await sealPoll(site.db, site.config, act(), made.poll.id)).toMatchObject({ ballots: 4 });
    await countPoll(site.db, act(), made.poll.id);
    await publishResult(site.db, act(), made.poll.id);
    site.memory.forgetAll();
    const reader = site.visitor();
    await reader.get(urls.results({ edition: made.edition.slug }));
    expect(reader.main).toContain('Bulletins déclarés invalides');
    expect(reader.main).toContain(REASON);
    expect(reader.main).toContain('Gymnase');
    await reader.get(urls.resultMinutesCsv({ edition: made.edition.slug }));
    expect(reader.html).toContain(REASON);
    const bundle = await reader.send(urls.resultBundle({ edition: made.edition.slug }));
    const archive = new Uint8Array(await bundle.arrayBuffer());
    const record = JSON.parse(strFromU8(unzipSync(archive)['record.json']!));
    expect(record.invalidations).toMatchObject([{ reason: REASON, ballots: 3, officers: 2 }]);
    expect(record.withdrawn).toHaveLength(3);
    expect((await verifyBundle(archive)).faults).toEqual([]);
  });

  it('V7 R190 once sealed, nothing tells whose ballot left the box with the rule', async () => {
    const { made, point, voters } = await openWithVotes(15, 15);
    const rollKey = openKeys(site.config.keysFolder).rollKey();
    const slots = await site.pool.query(
      `select commitment from ballot_slot where poll_id = $1 order by ctid`,
      [made.poll.id],
    );
    // one vote after the other: the slots lie in the order of the voters
    const subjects = {
      people: voters.slice(0, 15).map(({ id }) => {
        const mark = writeMark(rollKey, made.poll.id, { kind: 'account', value: id });
        return [mark.mark];
      }),
      ballots: slots.rows.slice(0, 15).map(({ commitment }) => [commitment as string]),
    };
    await proposePoint(first.client, made, point);
    await confirm(second.client, made, { accord: 'oui' });
    expect(await listWithdrawn(site.db, made.poll.id)).toHaveLength(15);
    site.travel('6 days');
    await sealPoll(site.db, site.config, act(), made.poll.id);
    const tables = await readTables(site.pool);
    const withdrawn = [...tables].find(([name]) =>
      name.includes(`withdrawn_ballot_${made.poll.id.replaceAll('-', '')}`),
    )!;
    expect(attributeRows(withdrawn[1], subjects.ballots).size).toBe(15);
    expect(findLinks(tables, subjects)).toEqual([]);
  });

  it('two officers are asked for by the database itself, and what was settled stays', async () => {
    const { made, point } = await openWithVotes(1, 0);
    await proposePoint(first.client, made, point);
    const [{ id } = { id: '' }] = await listOf(made);
    const settle = (by: string) =>
      site.pool.query(
        `update poll_invalidation set outcome = 'confirmed', settled_by = $2, settled_at = now() where id = $1`,
        [id, by],
      );
    await expect(settle(first.id)).rejects.toMatchObject({
      constraint: 'poll_invalidation_two_officers',
    });
    await expect(
      site.pool.query(`update poll_invalidation set reason = 'autre' where id = $1`, [id]),
    ).rejects.toMatchObject({ constraint: 'poll_invalidation_is_kept' });
    await settle(second.id);
    await expect(
      site.pool.query(`update poll_invalidation set ballots = 0 where id = $1`, [id]),
    ).rejects.toMatchObject({ constraint: 'poll_invalidation_is_kept' });
  });

  it('a proposal can be given up, and none is taken once the box is sealed', async () => {
    const { made, point } = await openWithVotes(2, 1);
    await proposePoint(first.client, made, point);
    const [{ id } = { id: '' }] = await listOf(made);
    const at = { edition: made.edition.slug, invalidation: id };
    await second.client.post(urls.adminPollKeepBallots(at), {});
    expect(await listOf(made)).toMatchObject([{ outcome: 'withdrawn', settledBy: second.id }]);
    await proposePoint(first.client, made, point);
    site.travel('6 days');
    await sealPoll(site.db, site.config, act(), made.poll.id);
    await confirm(second.client, made, { accord: 'oui' });
    expect(second.client.main).toContain('L’urne est scellée');
    const late = await proposeInvalidation(site.db, { ...act(), by: first.id }, made.poll.id, {
      rule: { kind: 'codes', batch: '7' },
      marks: ['ab'],
      reason: REASON,
    });
    expect(late).toEqual({ ok: false, refusal: 'box-sealed' });
    const { rows } = await site.pool.query(
      `select count(*)::int as refused from elector where poll_id = $1 and channel_state = 'refused'`,
      [made.poll.id],
    );
    expect(rows[0].refused).toBe(0);
  });

  it('a form that names nobody is refused beside its fields', async () => {
    const { made } = await openWithVotes(0, 1);
    const { client } = first;
    await client.post(rulesOf(made), {});
    expect(client.status).toBe(422);
    expect(client.main).toContain('Choisissez quels votes');
    expect(client.main).toContain('Indiquez le motif');
    await client.post(rulesOf(made), { regle: 'point-days', point: randomUUID(), motif: 'x' });
    expect(client.main).toContain('Choisissez un point de vote');
    await client.post(rulesOf(made), { regle: 'entries', numeros: '12\n99', motif: 'x' });
    expect(client.main).toContain('Ces numéros ne sont pas au registre');
    await client.post(rulesOf(made), { regle: 'entries', numeros: ' ', motif: 'x'.repeat(501) });
    expect(client.main).toContain('Indiquez un numéro au moins');
    expect(client.main).toContain('Pas plus de 500');
    const at = { edition: made.edition.slug, invalidation: randomUUID() };
    expect((await client.send(urls.adminPollInvalidate(at), { accord: 'oui' })).status).toBe(404);
    expect(
      (await client.send(urls.adminPollInvalidate({ ...at, invalidation: 'x' }), {})).status,
    ).toBe(404);
    const resident = await makePerson(site);
    expect((await resident.client.send(rulesOf(made))).status).toBe(403);
    expect((await resident.client.send(rulesOf(made), { motif: 'x' })).status).toBe(403);
  });
});
