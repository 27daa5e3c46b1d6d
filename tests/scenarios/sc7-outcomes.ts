/** What SC7 asks of the vote under each rule for those who come both ways. */
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { countBox, openBox } from '../../src/rooms/polls/index.ts';
import type { PaperRule } from '../../src/rooms/polls/settings.ts';
import { noHouseRules } from '../../src/rooms/tally/index.ts';
import { urls } from '../../src/urls.ts';
import { verifyBundle } from '../../src/verifier/verify.ts';
import {
  allOf,
  chooseWinners,
  countFavour,
  medianOf,
  sortGrades,
  spell,
} from '../make/sc7-count.ts';
import { type HeldTown, readTable } from '../make/sc7-result.ts';
import { type Judged, PLACES, PROJECTS } from '../make/sc7-town.ts';
import { AT_POINTS, TWICE } from '../make/sc7-vote.ts';
import type { TestSite } from '../site-client.ts';

/** Blank and void papers of each point, and those of the six. */
const APART = [
  { blank: 1, void: 1, twice: 2 },
  { blank: 1, void: 0, twice: 2 },
  { blank: 0, void: 0, twice: 1 },
  { blank: 1, void: 0, twice: 1 },
];

const EXPECTED = {
  'paper-wins': {
    roll: { online: 994, paper: 230 },
    atDesk: 'withdrew',
    atScreen: 'voted-on-paper',
  },
  'first-wins': {
    roll: { online: 1000, paper: 230 },
    atDesk: 'voted-online',
    atScreen: 'voted-on-paper',
  },
  'online-wins': {
    roll: { online: 1000, paper: 224 },
    atDesk: 'voted-online',
    atScreen: null,
  },
} as const;

/** `read`: once the vote was held. */
export function expectOutcomes(
  rule: Exclude<PaperRule, 'none'>,
  read: () => { site: TestSite; held: HeldTown },
): void {
  const { roll, atDesk, atScreen } = EXPECTED[rule];
  const stayClosed = rule === 'online-wins';
  const voters = roll.online + roll.paper;
  // three blank papers and a void one are in no box
  const ballots = voters - 4;
  const at = () => ({ edition: read().held.vote.edition.slug });

  it(`SC7 V6 R191 ${rule}: each of the six counts once, by the vote that the rule keeps`, async () => {
    const { site, held } = read();
    const { vote, counting } = held;
    expect(held.roll).toEqual(roll);
    expect(vote.atDesk).toEqual(Array(TWICE).fill(atDesk));
    expect(vote.atScreen).toEqual(atScreen === null ? [] : Array(TWICE).fill(atScreen));
    const theirs = vote.online.filter(({ voter }) => vote.twice.includes(voter));
    const gone = rule === 'paper-wins' ? theirs.map(({ commitment }) => commitment) : [];
    expect([...held.withdrawn].sort()).toEqual(gone.sort());
    const envelopes = vote.papers.filter(({ voter }) => vote.twice.includes(voter));
    expect(counting.setAside.map(({ number }) => number).sort()).toEqual(
      stayClosed ? envelopes.map(({ envelopeNumber }) => envelopeNumber).sort() : [],
    );
    const { online, paper, totals } = held.channels;
    expect([online.length, paper.length + totals.length]).toEqual([roll.online, roll.paper - 4]);
    expect(held.sealed).toBe(`${ballots - totals.length} ballots`);
    expect(held.result).toMatchObject({ voters, ballots, blank: 0, totals: totals.length });
    const inBox = await site.pool.query(
      'select choices::text as choices, channel from sealed_ballot where poll_id = $1',
      [vote.poll.id],
    );
    for (const [channel, cast] of Object.entries({ online, paper }))
      expect(
        inBox.rows.flatMap((row) => (row.channel === channel ? [squeeze(row.choices)] : [])).sort(),
      ).toEqual(cast.map((judged) => JSON.stringify(judged)).sort());
  });

  it(`SC7 V14 R54 ${rule}: at each point as many ballots as signatures, blank and void ones included`, () => {
    const { poll, vote } = read().held;
    const { detail } = poll.acts.find(({ kind }) => kind === 'reconciled')!;
    const points = (detail as { points: { pointId: string }[] }).points;
    for (const [place, { blank, void: spoilt, twice }] of APART.entries()) {
      const signedIn = AT_POINTS[place]!;
      const setAside = stayClosed ? twice : 0;
      const valid = signedIn - setAside - blank - spoilt;
      const last = place === APART.length - 1;
      expect(points.find(({ pointId }) => pointId === vote.points[place]!.id)).toMatchObject({
        ...{ signedIn, setAside, blank, void: spoilt, reason: null },
        ...{ valid: last ? 0 : valid, totals: last ? valid : 0 },
      });
    }
  });

  it(`SC7 V14 ${rule}: what does not agree never enters the box`, () => {
    expect(read().held.counting.refused).toEqual({
      'a pile that is short of papers, first': 'count-differs',
      'a pile that is short of papers, second': 'count-differs',
      'more papers than were counted': 'pile-full',
      'the same pile twice': 'batch-number-taken',
      'a signature over a difference': 'still-different',
      'both signatures of one person': 'signed-by-you',
      'a seal before the totals': 'paper-not-settled',
      'totals brought and confirmed by one person': '422',
    });
  });

  it(`SC7 R176 ${rule}: medians and winners by hand, one winner guaranteed in each district`, async () => {
    const { site, held } = read();
    const { poll, result, channels } = held;
    const all = allOf(channels);
    const box = await openBox(site.db, site.organisationId, poll);
    // whoever has a guaranteed place is not ranked any more: without that rule, all of them are
    const settings = { ...poll.settings, houseRules: noHouseRules };
    const ranked = await countBox({ ...poll, settings }, box);
    for (const place of PLACES) {
      const of = ({ key }: { key: string }) => key === place.key;
      const { tally } = ranked.result.envelopes.find(of)!;
      if (tally.method !== 'judgment') throw new Error(tally.method);
      for (const { key } of place.projects) {
        const sorted = sortGrades(key, place, all);
        const judged = tally.judged.find(({ project }) => project === key)!;
        expect(judged, key).toMatchObject({
          majorityGrade: medianOf(sorted),
          profile: [0, 1, 2, 3].map((grade) => sorted.filter((one) => one === grade).length),
        });
      }
      const winners = chooseWinners(place, all);
      const envelope = result.envelopes.find(of)!;
      expect(envelope.winners, place.label).toEqual(winners);
      expect(envelope.guarantees).toEqual(
        place.zone === '' ? [] : [{ zone: place.zone, projects: [winners[0]] }],
      );
    }
  });

  it(`SC7 R54 R57 ${rule}: online and paper add up to the total, on the page and in the minutes`, async () => {
    const { site, held } = read();
    const { channels, result, vote } = held;
    const page = (await site.visitor().get(urls.results(at()))).main;
    const turnout = readTable(page.slice(page.indexOf('Par voie de vote')));
    expect(turnout.find(([line]) => line === 'En ligne')!.slice(1, 3)).toEqual(
      Array(2).fill(spell(roll.online)),
    );
    expect(turnout.at(-1)!.slice(0, 3)).toEqual(['Total', spell(voters), spell(ballots)]);
    expect(turnout.find(([line]) => line === 'Totaux saisis, École')!.slice(1, 3)).toEqual([
      ...['–', spell(channels.totals.length)],
    ]);
    const told = readTable(page.slice(page.indexOf('id="votes-par-voie-title"')));
    const support = new Map(
      result.envelopes.flatMap((envelope) =>
        envelope.support.map(({ project, score }) => [project, score]),
      ),
    );
    for (const { key } of PROJECTS) {
      const favour = (cast: readonly Judged[]) => countFavour(key, cast);
      const parts = [channels.online, channels.paper, channels.totals].map(favour);
      const total = parts.reduce((sum, part) => sum + part, 0);
      expect(support.get(key), key).toBe(total);
      const line = told.find(([label]) => label === `Projet d’essai ${Number(key)}`);
      // below ten nobody is told which channel somebody came by
      const small = parts.some((part) => part > 0 && part < 10);
      expect(line?.slice(1)).toEqual(small ? undefined : [...parts, total].map(spell));
    }
    expect(told.length).toBeGreaterThan(PLACES[0]!.projects.length);
    const csv = await (await site.visitor().send(urls.resultMinutesCsv(at()))).text();
    const cells = csv.split(/\r?\n/).map((line) => line.replaceAll('"', '').split(';'));
    const sum = (measure: string) =>
      cells
        .filter((line) => line[2] !== '' && line[6] === measure)
        .reduce((all, line) => all + Number(line[7]), 0);
    expect([sum('Émargements'), sum('Bulletins')]).toEqual([voters, ballots]);
    const apart = cells.find((line) => line[6] === 'dont totaux saisis')!;
    expect(apart[7]).toBe(String(channels.totals.length));
    for (const { name } of vote.points)
      expect(cells.some((line) => line[3] === name && line[6] === 'Émargements')).toBe(true);
  });

  it(`SC7 V10 ${rule}: another program counts the same from the bundle, which names nobody`, async () => {
    const { site, held } = read();
    const answer = await site.fetch(new Request(`http://localhost${urls.resultBundle(at())}`));
    const bundle = new Uint8Array(await answer.arrayBuffer());
    const report = await verifyBundle(bundle);
    expect(report.faults).toEqual([]);
    const { totals } = held.channels;
    expect(report).toMatchObject({ verdict: 'sound', ballots: ballots - totals.length });
    expect(report.notes.map(({ words }) => words).join()).toContain(
      `${totals.length} bulletins papier ne sont connus que par leurs totaux`,
    );
    const files = Object.entries(unzipSync(bundle));
    // the collection has no form for grades
    expect(files.filter(([name]) => name.endsWith('.pb'))).toEqual([]);
    const text = files.map(([, bytes]) => new TextDecoder().decode(bytes)).join();
    for (const { id, mark } of [...held.vote.twice, ...held.vote.late.atScreen])
      expect(text.includes(id) || text.includes(mark.mark)).toBe(false);
    for (const name of ['Agathe', 'Bruno', 'Martin']) expect(text).not.toContain(name);
  });
}

const squeeze = (json: string) => json.replaceAll(' ', '');
