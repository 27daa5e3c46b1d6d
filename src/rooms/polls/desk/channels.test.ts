import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  giveCodeTo,
  type MadeDesk,
  type MadeEntry,
  makeDesk,
  turnIntoKiosk,
} from '../../../../tests/make/desk.ts';
import { fillBallot, listSlots } from '../../../../tests/make/polls.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../../tests/site-client.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import { urls } from '../../../urls.ts';
import { extendPass, writeMark } from '../../electorate/index.ts';
import type { PaperRule } from '../settings.ts';

let site: TestSite;
let made: MadeDesk;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());
beforeEach(() => site.travel(null));

const here = () => ({ point: made.point.id });
const at = () => ({ edition: made.edition.slug });

/** A browser somewhere else, of somebody who has proven to be this entry of the register. */
async function atHome({ id }: MadeEntry): Promise<SiteClient> {
  const rollKey = openKeys(site.config.keysFolder).rollKey();
  const mark = writeMark(rollKey, made.poll.id, { kind: 'entry', value: id });
  const key = { organisationId: site.organisationId, pollId: made.poll.id };
  const proven = {
    method: 'desk',
    marks: [mark],
    birthDate: '1951-08-31',
    livesHere: true,
  } as const;
  const browser = site.visitor();
  browser.cookies.set('laissez-passer', await extendPass(site.db, key, null, proven));
  return browser;
}

const castWith = (browser: SiteClient, choix = ['1', '2']) =>
  browser.post(urls.voteCast(at()), fillBallot(made.poll, { choix }));

const givePaper = (entry: MadeEntry, fields: Record<string, string> = {}) =>
  made.officer.client.post(urls.deskPaper(here()), { entree: entry.id, ...fields });

/** Everything that would be counted, and what says so. */
async function tally() {
  const { rows } = await site.pool.query(
    `select channel_state as channel, envelope_number as envelope from elector where poll_id = $1
      and channel_state <> 'none'`,
    [made.poll.id],
  );
  const aside = await site.pool.query('select number from set_aside_envelope where poll_id = $1', [
    made.poll.id,
  ]);
  return {
    voters: rows,
    ballots: (await listSlots(site, made.poll)).length,
    aside: aside.rows.map(({ number }) => number),
  };
}

const paper = { channel: 'paper', envelope: null };
const online = { channel: 'online', envelope: null };

describe('V6 R191 paper and online, one person', () => {
  const refusedAtDesk = /keeps|garde ce vote/;

  it('paper wins: a ballot cast before is withdrawn, one cast after is refused', async () => {
    made = await makeDesk(site, 'paper-wins');
    const [nadia, yann] = made.entries as [MadeEntry, MadeEntry];
    await castWith(await atHome(nadia));
    // unasked, the officer's gesture does not take it away
    await givePaper(nadia);
    expect(made.officer.client.status).toBe(422);
    expect(await tally()).toEqual({ voters: [online], ballots: 1, aside: [] });
    await givePaper(nadia, { remplacer: 'oui' });
    expect(made.officer.client.main).toContain('Son vote en ligne est retiré');
    expect(await tally()).toEqual({ voters: [paper], ballots: 0, aside: [] });

    await givePaper(yann);
    const browser = await atHome(yann);
    await castWith(browser);
    expect(browser.status).toBe(422);
    expect(await tally()).toEqual({ voters: [paper, paper], ballots: 0, aside: [] });
  });

  it('the first wins: whichever comes second is refused', async () => {
    made = await makeDesk(site, 'first-wins');
    const [nadia, yann] = made.entries as [MadeEntry, MadeEntry];
    await castWith(await atHome(nadia));
    await givePaper(nadia, { remplacer: 'oui' });
    expect(made.officer.client.status).toBe(422);
    expect(made.officer.client.main).toMatch(refusedAtDesk);
    await givePaper(yann);
    const browser = await atHome(yann);
    await castWith(browser);
    expect(browser.status).toBe(422);
    const { voters, ballots } = await tally();
    expect(ballots).toBe(1);
    expect(voters).toHaveLength(2);
    await turnIntoKiosk(site, made);
    await expect(giveCodeTo(made, yann, { remplacer: 'oui' })).rejects.toThrow('422');
  });

  it('online wins: paper waits in a numbered envelope, each number once, and is set aside', async () => {
    made = await makeDesk(site, 'online-wins');
    const [nadia, yann, zoe] = made.entries as [MadeEntry, MadeEntry, MadeEntry];
    await castWith(await atHome(nadia));
    await givePaper(nadia, { remplacer: 'oui', enveloppe: 'A-1' });
    expect(made.officer.client.status).toBe(422);
    expect(made.officer.client.main).toMatch(refusedAtDesk);
    await givePaper(yann);
    expect(made.officer.client.main).toContain('Recopiez le numéro');
    await givePaper(yann, { enveloppe: 'un/deux' });
    expect(made.officer.client.status).toBe(422);
    await givePaper(yann, { enveloppe: 'a 12' });
    expect(made.officer.client.main).toContain('Enveloppe n° A12');
    await givePaper(zoe, { enveloppe: 'A12' });
    expect(made.officer.client.main).toContain('a déjà servi ici');
    await castWith(await atHome(yann));
    expect(await tally()).toEqual({ voters: [online, online], ballots: 2, aside: ['A12'] });
    // set aside, the number stays used
    await givePaper(zoe, { enveloppe: 'A12' });
    expect(made.officer.client.main).toContain('a déjà servi ici');
    await givePaper(zoe, { enveloppe: 'A13' });
    await turnIntoKiosk(site, made);
    expect(await giveCodeTo(made, zoe, { remplacer: 'oui' })).toMatch(/^\d{6}$/);
  });

  it('no paper in this vote: none is handed out', async () => {
    made = await makeDesk(site, 'none');
    await givePaper(made.entries[0]!);
    expect(made.officer.client.status).toBe(422);
    expect(await tally()).toEqual({ voters: [], ballots: 0, aside: [] });
  });

  it.each<PaperRule>(['paper-wins', 'first-wins', 'online-wins'])(
    'both at the same instant, %s: one vote',
    async (rule) => {
      made = await makeDesk(site, rule);
      for (const [round, entry] of made.entries.entries()) {
        const browser = await atHome(entry);
        const ballot = fillBallot(made.poll);
        const hand = { entree: entry.id, enveloppe: `E${round}`, remplacer: 'oui' };
        await Promise.all([
          browser.send(urls.voteCast(at()), ballot),
          made.officer.client.send(urls.deskPaper(here()), hand),
        ]);
      }
      const { voters, ballots, aside } = await tally();
      expect(voters).toHaveLength(3);
      const byChannel = (channel: string) => voters.filter((one) => one.channel === channel).length;
      expect(byChannel('online')).toBe(ballots);
      expect(byChannel('paper') + ballots).toBe(3);
      if (rule !== 'online-wins') expect(aside).toEqual([]);
    },
  );
});

describe('two envelopes of one number at the same instant', () => {
  it('R191 one is handed out', async () => {
    made = await makeDesk(site, 'online-wins');
    const answers = await Promise.all(
      made.entries.map(({ id }) =>
        made.officer.client.send(urls.deskPaper(here()), { entree: id, enveloppe: 'B7' }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422]);
    expect((await tally()).voters).toEqual([{ channel: 'paper', envelope: 'B7' }]);
  });
});
