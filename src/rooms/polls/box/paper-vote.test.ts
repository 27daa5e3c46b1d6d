import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePerson } from '../../../../tests/make/people.ts';
import { castFor, listSlots, type MadePoll, makePoll } from '../../../../tests/make/polls.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import { writeMark } from '../../electorate/index.ts';
import type { PaperRule } from '../settings.ts';
import { type PaperOutcome, recordPaperVote } from './paper-vote.store.ts';
import { listSetAside, listWithdrawn } from './withdrawal.store.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const POINT = randomUUID();

function openWith(paper: PaperRule): Promise<MadePoll> {
  return makePoll(site, { terms: { settings: { paper } } });
}

async function givePaper(made: MadePoll, personId: string, number = '1'): Promise<PaperOutcome> {
  const rollKey = openKeys(site.config.keysFolder).rollKey();
  return recordPaperVote(site.db, site.config, {
    organisationId: site.organisationId,
    pollId: made.poll.id,
    marks: [writeMark(rollKey, made.poll.id, { kind: 'account', value: personId })],
    pointId: POINT,
    rule: made.poll.settings.paper,
    envelopeNumber: number,
  });
}

async function readRoll({ poll }: MadePoll) {
  const { rows } = await site.pool.query(
    `select channel_state as channel, point_id as point, envelope_number as envelope
      from elector where poll_id = $1`,
    [poll.id],
  );
  return rows;
}

const settled = async (made: MadePoll) => ({
  slots: (await listSlots(site, made.poll)).length,
  withdrawn: (await listWithdrawn(site.db, made.poll.id)).length,
  aside: (
    await listSetAside(site.db, { organisationId: site.organisationId, pollId: made.poll.id })
  ).length,
  roll: await readRoll(made),
});

describe('online, then on paper', () => {
  it('V6 R191 paper wins: the ballot cast online is withdrawn, its commitment kept, and none follows', async () => {
    const made = await openWith('paper-wins');
    const voter = await makePerson(site);
    const cast = await castFor(site, made.poll, voter.id, [1]);
    expect(await givePaper(made, voter.id)).toEqual({ ok: true, withdrew: true });
    expect(await settled(made)).toEqual({
      slots: 0,
      withdrawn: 1,
      aside: 0,
      roll: [{ channel: 'paper', point: POINT, envelope: null }],
    });
    const [withdrawn] = await listWithdrawn(site.db, made.poll.id);
    const { commitment } = JSON.parse((cast as { receipt: string }).receipt);
    expect(withdrawn).toEqual({ commitment, reason: 'paper' });
    const again = await castFor(site, made.poll, voter.id, [2]);
    expect(again).toEqual({ ok: false, refusal: 'voted-on-paper' });
  });

  it.each(['first-wins', 'online-wins'] as const)('V6 R191 %s: no paper is given', async (rule) => {
    const made = await openWith(rule);
    const voter = await makePerson(site);
    expect(await castFor(site, made.poll, voter.id, [1])).toMatchObject({ ok: true });
    expect(await givePaper(made, voter.id)).toEqual({ ok: false, refusal: 'voted-online' });
    expect(await settled(made)).toMatchObject({ slots: 1, roll: [{ channel: 'online' }] });
  });
});

describe('on paper, then online', () => {
  it.each(['first-wins', 'paper-wins'] as const)(
    'V6 R191 %s: no ballot goes into the box',
    async (rule) => {
      const made = await openWith(rule);
      const voter = await makePerson(site);
      expect(await givePaper(made, voter.id)).toEqual({ ok: true, withdrew: false });
      expect(await castFor(site, made.poll, voter.id, [1])).toEqual({
        ok: false,
        refusal: 'voted-on-paper',
      });
      expect(await givePaper(made, voter.id)).toEqual({ ok: false, refusal: 'voted-on-paper' });
      expect(await settled(made)).toMatchObject({ slots: 0, roll: [{ channel: 'paper' }] });
    },
  );

  it('V6 R191 online wins: the outer envelope is set aside, and the ballot counts', async () => {
    const made = await openWith('online-wins');
    const voter = await makePerson(site);
    expect(await givePaper(made, voter.id, '17')).toEqual({ ok: true, withdrew: false });
    expect(await castFor(site, made.poll, voter.id, [1])).toMatchObject({ ok: true });
    expect(await settled(made)).toEqual({
      slots: 1,
      withdrawn: 0,
      aside: 1,
      roll: [{ channel: 'online', point: null, envelope: null }],
    });
    const at = { organisationId: site.organisationId, pollId: made.poll.id };
    expect(await listSetAside(site.db, at)).toEqual([{ pointId: POINT, number: '17' }]);
  });
});

describe('both at the same instant', () => {
  it.each(['paper-wins', 'first-wins', 'online-wins'] as const)(
    'V6 V1 R191 %s: one vote, whoever comes first, forty times',
    async (rule) => {
      const made = await openWith(rule);
      const seen = new Set<string>();
      for (let round = 0; round < 40; round += 1) {
        const voter = await makePerson(site);
        const both: [() => Promise<{ ok: boolean }>, () => Promise<{ ok: boolean }>] = [
          () => castFor(site, made.poll, voter.id, [1]),
          () => givePaper(made, voter.id, String(round)),
        ];
        const [online, paper] = await Promise.all(
          round % 2 === 0 ? both.map((act) => act()) : both.toReversed().map((act) => act()),
        );
        seen.add([online!.ok, paper!.ok].join());
      }
      const { slots, withdrawn, aside, roll } = await settled(made);
      const onPaper = roll.filter(({ channel }) => channel === 'paper').length;
      expect(roll).toHaveLength(40);
      expect(slots + onPaper).toBe(40);
      if (rule === 'paper-wins') expect([slots, onPaper, aside]).toEqual([0, 40, 0]);
      if (rule === 'online-wins') expect([slots, onPaper, withdrawn]).toEqual([40, 0, 0]);
      if (rule === 'first-wins') expect([withdrawn, aside]).toEqual([0, 0]);
      expect(seen.has('false,false')).toBe(false);
    },
  );
});
