import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makePerson } from '../../../../tests/make/people.ts';
import {
  castFor,
  countRows,
  fillBallot,
  listFields,
  makePoll,
} from '../../../../tests/make/polls.ts';
import { HEADINGS, importInto } from '../../../../tests/make/registers.ts';
import { cast, choose, declare, openFor, proveMailbox } from '../../../../tests/make/voters.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import { urls } from '../../../urls.ts';
import { writeMark } from '../../electorate/index.ts';
import { recordPaperVote } from '../box/paper-vote.store.ts';
import { listPointCounts } from '../proclamation/point-counts.store.ts';

/** The cases of fraud that towns have met (integrity §2.2), each by its name. */
let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());
beforeEach(() => site.travel(null));

describe('one person, many times', () => {
  it('V5 Courbevoie: all the aliases of one mailbox make one voter', async () => {
    const made = await openFor(site, { required: ['email'], oneOf: ['declaration'] });
    const aliases = ['c.fraude', 'cfraude+1', 'c.f.r.a.u.d.e+vote', 'CFraude+99'];
    for (const [at, alias] of aliases.entries()) {
      const voter = site.visitor();
      await choose(made, voter, [at + 1]);
      await proveMailbox(site, made, voter, `${alias}@gmail.com`);
      await declare(made, voter);
      await cast(made, voter);
    }
    expect(await countRows(site, made.poll)).toMatchObject({ electors: 1, slots: 1 });
  });

  it('V5 Courbevoie: and on throwaway addresses, none', async () => {
    const made = await openFor(site, { required: ['email'], oneOf: ['declaration'] });
    const voter = site.visitor();
    await voter.post(urls.voteIdentityEmail({ edition: made.edition.slug }), {
      courriel: 'un@yopmail.com',
    });
    expect(voter.status).toBe(422);
  });

  it('V2 Gers: voting twice more in three minutes leaves one ballot, the last', async () => {
    const made = await makePoll(site);
    const voter = await makePerson(site);
    await voter.client.post(urls.voteCast({ edition: made.edition.slug }), fillBallot(made.poll));
    expect(await castFor(site, made.poll, voter.id, [3])).toMatchObject({ ok: false });
    expect(await castFor(site, made.poll, voter.id, [4], { believedRevision: 1 })).toMatchObject({
      ok: true,
      replaced: true,
    });
    expect(await countRows(site, made.poll)).toMatchObject({ electors: 1, slots: 1 });
  });

  it('R191 Metz: papers taken from chairs have no signature beside them, and the minutes show it', async () => {
    const made = await makePoll(site, { terms: { settings: { paper: 'paper-wins' } } });
    const rollKey = openKeys(site.config.keysFolder).rollKey();
    const point = '0190a3c4-0000-4000-8000-000000000001';
    for (const value of ['a', 'b', 'c']) {
      const given = await recordPaperVote(site.db, site.config, {
        organisationId: site.organisationId,
        pollId: made.poll.id,
        marks: [writeMark(rollKey, made.poll.id, { kind: 'entry', value })],
        pointId: point,
        rule: 'paper-wins',
        envelopeNumber: null,
      });
      expect(given).toEqual({ ok: true, withdrew: false });
    }
    const signed = (await listPointCounts(site.db, site.organisationId, made.poll)).filter(
      ({ channel, voters }) => channel === 'paper' && voters > 0,
    );
    expect(signed).toMatchObject([{ point, voters: 3 }]);
  });
});

describe('robots and lists', () => {
  it('Besançon: robots without a proof reach no box, however many', async () => {
    const made = await openFor(site, { required: ['email', 'declaration'], oneOf: [] });
    const at = { edition: made.edition.slug };
    const before = await countRows(site, made.poll);
    for (let robot = 0; robot < 50; robot += 1) {
      const answer = await site.visitor().send(urls.voteCast(at), fillBallot(made.poll));
      expect([401, 422]).toContain(answer.status);
    }
    expect(await countRows(site, made.poll)).toEqual(before);
  });

  it('Ciechanów: no form of a voter asks for a national number, and a list that holds some is refused whole', async () => {
    const made = await openFor(site, { required: ['roll', 'declaration'], oneOf: [] });
    const at = { edition: made.edition.slug };
    const voter = site.visitor();
    await choose(made, voter);
    await voter.get(urls.voteIdentity(at));
    expect(Object.keys(listFields(voter.html, urls.voteIdentityRegister(at)))).toEqual([
      'nom',
      'prenom',
      'naissance-day',
      'naissance-month',
      'naissance-year',
      'numero',
    ]);
    expect(voter.main).not.toMatch(/sécurité sociale|PESEL|\bNIR\b/i);
    const list = `${HEADINGS};Numéro d’adhérent\nDurand;Paul;01/02/1980;1801275116001\n`;
    const imported = await importInto(site, made.edition, list).catch(() => null);
    const { rows } = await site.pool.query('select 1 from register_entry where edition_id = $1', [
      made.edition.id,
    ]);
    expect(rows).toEqual([]);
    expect(imported?.added ?? 0).toBe(0);
  });
});

describe('limits follow the voter, not the network', () => {
  const claim = (number: number) => ({
    nom: `Voisin${letters(number)}`,
    prenom: 'Camille',
    'naissance-day': '1',
    'naissance-month': '2',
    'naissance-year': '1980',
    numero: '',
  });
  /** 0 → aaa, 1 → aab… */
  const letters = (number: number) =>
    [676, 26, 1]
      .map((size) => 'abcdefghijklmnopqrstuvwxyz'[Math.floor(number / size) % 26])
      .join('');

  it('V1 W10 a thousand voters behind one address all vote within the hour; one device does not try fifty names', async () => {
    const made = await openFor(site, { required: ['roll'], oneOf: [] });
    const at = { edition: made.edition.slug };
    const voters = 1000;
    const lines = Array.from(
      { length: voters },
      (_, one) => `Voisin${letters(one)};Camille;01/02/1980`,
    );
    await importInto(site, made.edition, `${HEADINGS}\n${lines.join('\n')}\n`);
    const waiting = Array.from({ length: voters }, (_, one) => one);
    const vote = async () => {
      for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
        const voter = site.visitor();
        const proven = await voter.send(urls.voteIdentityRegister(at), claim(one));
        expect(proven.status).toBe(303);
        for (const line of proven.headers.getSetCookie()) {
          const [pair = ''] = line.split('; ');
          voter.cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
        }
        expect((await voter.send(urls.voteCast(at), fillBallot(made.poll))).status).toBe(303);
      }
    };
    await Promise.all([vote(), vote(), vote(), vote()]);
    expect(await countRows(site, made.poll)).toMatchObject({ electors: voters, slots: voters });

    const robot = site.visitor();
    const seen: number[] = [];
    for (let guess = 0; guess < 50; guess += 1) {
      await robot.post(urls.voteIdentityRegister(at), { ...claim(guess), prenom: 'Dominique' });
      seen.push(robot.status);
    }
    expect(seen.filter((status) => status === 422)).toHaveLength(10);
    expect(seen.slice(10).every((status) => status === 429)).toBe(true);
    // and the neighbours go on
    const neighbour = site.visitor();
    expect((await neighbour.send(urls.voteIdentityRegister(at), claim(5))).status).toBe(303);
  }, 120_000);
});
