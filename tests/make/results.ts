import { createHash } from 'node:crypto';
import type { Choices } from '../../src/rooms/polls/ballot/ballot.ts';
import { listElections, listPapers } from '../../src/rooms/polls/counting/election.ts';
import type { Option, Poll } from '../../src/rooms/polls/poll.ts';
import { describeResult, type PollResult } from '../../src/rooms/polls/result/result.ts';
import { type PollSettings, usualSettings } from '../../src/rooms/polls/settings.ts';
import {
  type BallotKind,
  countEnvelopes,
  type EnvelopeElection,
  makeElection,
  noHouseRules,
  type RuleName,
  type TieBreaker,
} from '../../src/rooms/tally/index.ts';

type HouseRules = PollSettings['houseRules'];

/** A poll and its box, written down; whatever is left out is as usual. */
export interface WrittenPoll {
  rule: RuleName;
  kind: BallotKind;
  /** Cents. */
  envelope: number;
  /** Cents; keys are '1', '2'… in this order, with as many figures as the last one. */
  options: readonly (number | (Partial<Option> & { cost: number }))[];
  /** Ballots as the box holds them, each with how many cast it. */
  ballots: readonly (readonly [times: number, choices: Choices])[];
  most?: number;
  tieBreak?: readonly TieBreaker[];
  settings?: Partial<Omit<PollSettings, 'houseRules'>>;
  houseRules?: Partial<HouseRules>;
}

export interface MadeResult {
  poll: Poll;
  elections: readonly EnvelopeElection[];
  result: PollResult;
  /** As the store keeps it. */
  kept: { result: PollResult; hash: string; body: string; lots: ReadonlyMap<string, string> };
}

const ROOT = 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** A poll counted as the site counts it, without a site: for what only reads results. */
export function makeResult(written: WrittenPoll): MadeResult {
  const poll = writePoll(written);
  const drawn = poll.tieBreak.includes('public-draw');
  const lotOf = (key: string) => (drawn ? sha256(`${ROOT}:${key}`) : '');
  const box = written.ballots.map(([times, choices]) => ({ times, choices }));
  const elections = listElections(poll, lotOf).map(({ terms, ...envelope }) => {
    const papers = listPapers(poll, envelope.key, box).flatMap(({ times, ...paper }) =>
      Array.from({ length: times }, () => paper),
    );
    const gathered = makeElection(terms, papers);
    if (!gathered.ok) throw new Error(`makeResult: ${JSON.stringify(gathered)}`);
    return { ...envelope, election: gathered.election };
  });
  const { rule, tieBreak, fundUnsupported, settings, kind } = poll;
  const counts = countEnvelopes(elections, {
    ...{ rule, tieBreak, fundUnsupported },
    ...(settings.seats !== null && { seats: settings.seats }),
    ...(kind === 'judgment' && { defaultGrade: settings.defaultGrade }),
  });
  const ballots = box.reduce((sum, { times }) => sum + times, 0);
  const blank = box.reduce((sum, { times, choices }) => sum + (choices.length ? 0 : times), 0);
  const result = describeResult(counts, poll, { root: ROOT, voters: ballots, ballots, blank });
  const body = JSON.stringify(result);
  const lots = new Map(drawn ? poll.options.map(({ key }) => [key, lotOf(key)]) : []);
  return { poll, elections, result, kept: { result, hash: sha256(body), body, lots } };
}

function writePoll(written: WrittenPoll): Poll {
  const most = written.most ?? written.options.length;
  const settings: PollSettings = {
    ...usualSettings({ amount: written.envelope, minimumChoices: 0, maximumChoices: most }),
    ...written.settings,
    houseRules: { ...noHouseRules, ...written.houseRules },
  };
  const figures = String(written.options.length).length;
  return {
    id: 'a6f3d0f2-4a0d-4d5e-9d5b-0c7a9f6f5b11',
    editionId: 'e6f3d0f2-4a0d-4d5e-9d5b-0c7a9f6f5b12',
    title: 'Scrutin d’essai',
    profile: 'P1',
    kind: written.kind,
    minimumChoices: 0,
    maximumChoices: most,
    limits: {},
    settings,
    rule: written.rule,
    tieBreak: written.tieBreak ?? ['lower-cost', 'smaller-id'],
    fundUnsupported: false,
    envelope: settings.envelopes.reduce((sum, { amount }) => sum + amount, 0),
    minimumAge: 16,
    residenceRequired: false,
    opensAt: new Date('2026-11-07T08:00:00Z'),
    closesAt: new Date('2026-11-22T17:00:00Z'),
    options: written.options.map((option, at) => {
      const key = String(at + 1).padStart(figures, '0');
      return {
        ...{ key, kind: 'project', targetId: `target-${key}`, label: `Projet d’essai ${key}` },
        ...{ envelope: 'A', zone: null, category: null, holder: null, depositedAt: null },
        ...(typeof option === 'number' ? { cost: option } : option),
      };
    }),
    acts: (['opened', 'sealed', 'counted', 'published'] as const).map((kind) => ({
      kind,
      by: null,
      at: new Date('2026-11-26T17:00:00Z'),
      detail: {},
    })),
    extensions: [],
    manifestHash: sha256('manifest'),
    imported: false,
  };
}
