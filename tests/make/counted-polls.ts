import fc from 'fast-check';
import type { Choices } from '../../src/rooms/polls/ballot/ballot.ts';
import { hashText } from '../../src/rooms/polls/box/box.crypto.ts';
import { listElections, listPapers } from '../../src/rooms/polls/counting/election.ts';
import { describePoll } from '../../src/rooms/polls/opening/manifest.ts';
import type { FrozenPoll, Option } from '../../src/rooms/polls/poll.ts';
import { describeResult, type PollResult } from '../../src/rooms/polls/result/result.ts';
import { type Envelope, type PollSettings, usualSettings } from '../../src/rooms/polls/settings.ts';
import {
  type BallotKind,
  countEnvelopes,
  type HouseRules,
  makeElection,
  type RuleName,
  type TieBreaker,
} from '../../src/rooms/tally/index.ts';

/** A poll with its ballots, before any key or secret is drawn for it. */
export interface CountedPoll {
  poll: FrozenPoll;
  ballots: Choices[];
}

/** A poll of one envelope for everything, unless told otherwise. */
export function makeFrozenPoll(
  differing: Partial<Omit<FrozenPoll, 'settings'>> & { settings?: Partial<PollSettings> },
): FrozenPoll {
  const { settings, ...own } = differing;
  const { envelope = 10_000, minimumChoices = 1, maximumChoices = 3 } = own;
  return {
    id: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
    editionId: 'b3f1c0de-0000-4000-8000-000000000001',
    title: 'Budget participatif d’essai',
    profile: 'P1',
    kind: 'approval',
    minimumChoices,
    maximumChoices,
    limits: {},
    rule: 'greedy',
    tieBreak: ['smaller-id'],
    fundUnsupported: false,
    envelope,
    minimumAge: 0,
    residenceRequired: false,
    opensAt: new Date('2026-03-02T08:00:00Z'),
    closesAt: new Date('2026-03-16T17:00:00Z'),
    options: [],
    imported: false,
    ...own,
    settings: {
      ...usualSettings({ amount: envelope, minimumChoices, maximumChoices }),
      ...settings,
    },
  };
}

const VERIFY_KEY_OF_NOBODY = 'A'.repeat(43);

export function writeManifest(poll: FrozenPoll, verifyKey = VERIFY_KEY_OF_NOBODY) {
  return describePoll({
    poll,
    organisation: 'Fleury',
    currency: 'EUR',
    hashLabel: hashText,
    softwareVersion: '0.1.0',
    verifyKey,
  });
}

/** Counts as the house does, without its database. `root`: of the sealed box. */
export function countBallots(
  { poll, ballots }: CountedPoll,
  { root, manifest }: { root: string; manifest: string },
): PollResult {
  const piles = ballots.map((choices) => ({ choices, times: 1 }));
  const elections = listElections(poll, (key) => hashText(`${root}:${key}`)).map(
    ({ terms, ...envelope }) => {
      const papers = listPapers(poll, envelope.key, piles);
      const gathered = makeElection(terms, papers);
      if (!gathered.ok) throw new Error(JSON.stringify(gathered));
      return { ...envelope, election: gathered.election };
    },
  );
  const { rule, tieBreak, fundUnsupported, kind, settings } = poll;
  const counts = countEnvelopes(elections, {
    rule,
    tieBreak,
    fundUnsupported,
    ...(settings.seats !== null && { seats: settings.seats }),
    ...(kind === 'judgment' && { defaultGrade: settings.defaultGrade }),
  });
  return describeResult(
    counts,
    { ...poll, manifestHash: manifest },
    {
      root,
      voters: ballots.length,
      ballots: ballots.length,
      blank: ballots.filter((choices) => choices.length === 0).length,
    },
  );
}

const costs = fc.oneof(fc.constantFrom(0, 1000, 2000, 3000, 5000, 12_000), fc.nat(9000));
const orNull = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });

const someOptions = (envelopes: readonly string[], most: number) =>
  fc
    .array(
      fc.record({
        cost: costs,
        envelope: fc.constantFrom(...envelopes),
        zone: orNull(fc.constantFrom('Nord', 'Sud', 'Écart')),
        holder: orNull(fc.constantFrom('Ana', 'Bo')),
        depositedAt: orNull(
          fc.constantFrom('2026-01-01', '2026-01-02').map((day) => new Date(day)),
        ),
      }),
      { minLength: 1, maxLength: most },
    )
    .map((drawn) =>
      drawn.map((one, at): Option => {
        // '10' comes before '9', and a key may be called anything
        const key = at === 2 ? '__proto__' : `${at + 7}`;
        const about = { kind: 'project', targetId: key, label: `Projet ${key}`, category: null };
        return { ...about, key, ...one };
      }),
    );

const houseRules = (keys: readonly string[], ranked: boolean): fc.Arbitrary<HouseRules> =>
  fc.record({
    quorum: orNull(fc.integer({ min: 1, max: 9 })),
    minimumNamings: orNull(fc.integer({ min: 1, max: 3 })),
    incompatible: fc.array(fc.subarray([...keys], { minLength: Math.min(2, keys.length) }), {
      maxLength: 2,
    }),
    mostPerHolder: orNull(fc.integer({ min: 1, max: 2 })),
    winnersPerZone: ranked ? orNull(fc.integer({ min: 1, max: 2 })) : fc.constant(null),
    partFunding: ranked ? orNull(fc.integer({ min: 1, max: 99 })) : fc.constant(null),
  });

const noHouseRulesAtAll: HouseRules = {
  quorum: null,
  minimumNamings: null,
  incompatible: [],
  mostPerHolder: null,
  winnersPerZone: null,
  partFunding: null,
};

const tieBreaks = fc.shuffledSubarray<TieBreaker>(
  ['earlier-deposit', 'lower-cost', 'public-draw', 'smaller-id'],
  {
    minLength: 1,
  },
);

function someBallots(
  kind: BallotKind,
  keys: readonly string[],
  { most, grades }: { most: number; grades: number },
): fc.Arbitrary<Choices[]> {
  const chosen =
    kind === 'ordinal'
      ? fc.shuffledSubarray([...keys], { maxLength: Math.min(most, keys.length) })
      : fc
          .subarray([...keys], { maxLength: Math.min(most, keys.length) })
          .map((some) => some.sort((a, b) => (a < b ? -1 : 1)));
  const highest = kind === 'judgment' ? grades - 1 : kind === 'yes-no' ? 1 : 4;
  const lowest = kind === 'judgment' || kind === 'yes-no' ? 0 : 1;
  const pointed = kind !== 'approval' && kind !== 'choose-one' && kind !== 'ordinal';
  const one: fc.Arbitrary<Choices> = pointed
    ? chosen.chain((some) =>
        fc
          .array(fc.integer({ min: lowest, max: highest }), {
            minLength: some.length,
            maxLength: some.length,
          })
          .map((points) => some.map((key, at) => [key, points[at]!] as const)),
      )
    : chosen;
  return fc.array(one, { maxLength: 12 });
}

const kindsOf = (rule: RuleName): BallotKind[] => {
  if (rule === 'majority-judgment') return ['judgment'];
  if (rule === 'yes-no') return ['yes-no'];
  if (rule === 'borda' || rule === 'schulze' || rule === 'stv') return ['ordinal'];
  if (rule === 'points') return ['cumulative', 'scoring'];
  if (rule === 'phragmen') return ['approval', 'choose-one'];
  return ['approval', 'choose-one', 'ordinal', 'cumulative', 'scoring'];
};

/** Small polls counted by a rule, with or without house rules and several envelopes: ties are frequent. */
export function drawCountedPoll(
  rule: RuleName,
  withHouseRules: boolean,
): fc.Arbitrary<CountedPoll> {
  const walks = !rule.startsWith('mes-') && rule !== 'phragmen' && rule !== 'schulze';
  const seats =
    rule === 'stv'
      ? fc.integer({ min: 1, max: 3 })
      : walks
        ? orNull(fc.integer({ min: 1, max: 3 }))
        : fc.constant(null);
  return fc
    .record({
      kind: fc.constantFrom(...kindsOf(rule)),
      envelopes: withHouseRules ? fc.integer({ min: 1, max: 3 }) : fc.constant(1),
      amounts: fc.array(fc.oneof(fc.constant(6000), fc.nat(20_000)), {
        minLength: 3,
        maxLength: 3,
      }),
      gives: fc.tuple(fc.boolean(), fc.boolean()),
      grades: fc.integer({ min: 2, max: 5 }),
      most: fc.integer({ min: 1, max: 5 }),
      tieBreak: tieBreaks,
      fundUnsupported: fc.boolean(),
      seats,
      defaultGrade: fc.nat(1),
    })
    .chain(({ kind, amounts, gives, grades, tieBreak, fundUnsupported, seats: most, ...drawn }) => {
      const names = ['A', 'B', 'C'].slice(0, drawn.envelopes);
      const longest = kind === 'choose-one' ? 1 : drawn.most;
      const envelopes = names.map(
        (key, at): Envelope => ({
          key,
          label: '',
          amount: amounts[at]!,
          oneOf: false,
          minimumChoices: 0,
          maximumChoices: longest,
          limits: {},
          leftTo: at > 0 && gives[at - 1] ? names[at - 1]! : null,
        }),
      );
      return someOptions(names, 6).chain((options) => {
        const keys = options.map(({ key }) => key);
        const rules = withHouseRules
          ? houseRules(keys, rule !== 'stv' && rule !== 'schulze')
          : fc.constant(noHouseRulesAtAll);
        const papers = someBallots(kind, keys, { most: longest, grades });
        return fc.tuple(rules, papers).map(([house, ballots]) => ({
          poll: makeFrozenPoll({
            kind,
            rule,
            tieBreak,
            fundUnsupported,
            minimumChoices: 0,
            maximumChoices: longest,
            envelope: envelopes.reduce((sum, { amount }) => sum + amount, 0),
            options,
            settings: {
              envelopes,
              houseRules: house,
              seats: most,
              mentions: Array.from(
                { length: kind === 'judgment' ? grades : 0 },
                (_, at) => `${at}`,
              ),
              defaultGrade: kind === 'judgment' ? drawn.defaultGrade : 0,
            },
          }),
          ballots,
        }));
      });
    });
}
