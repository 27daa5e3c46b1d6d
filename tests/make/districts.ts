import { usualAdmission } from '../../src/rooms/electorate/index.ts';
import type { BallotGroup, CountedTerms } from '../../src/rooms/polls/index.ts';
import { USUAL_MENTIONS } from '../../src/rooms/polls/settings.ts';
import { noHouseRules } from '../../src/rooms/tally/index.ts';
import { makeEnvelope, makeOptions } from './terms.ts';

/**
 * SC7 in small: three districts and the whole town, an envelope each, four mentions, nine people who each
 * choose one district. Everything can be counted with a pencil. Amounts in euros here, cents in the terms.
 */
const places = [
  { label: 'Toute la ville', zone: null, costs: { first: 1, euros: [50, 60, 40, 10] } },
  { label: 'Nord', zone: 'Nord', costs: { first: 5, euros: [50, 30] } },
  { label: 'Sud', zone: 'Sud', costs: { first: 7, euros: [40, 20] } },
  { label: 'Ouest', zone: 'Ouest', costs: { first: 9, euros: [50, 25] } },
].map(({ costs, ...place }, at) => ({
  ...place,
  envelope: String.fromCharCode(65 + at),
  projects: costs.euros.map((euros, rank) => ({
    key: String(costs.first + rank).padStart(2, '0'),
    cost: euros * 100,
  })),
}));

/** Grades, 3 the best: those of the four projects of the town, then of the two of their district. */
const people: readonly (readonly [string, readonly number[], readonly number[]])[] = [
  ['Nord', [3, 2, 2, 2], [3, 2]],
  ['Nord', [3, 2, 2, 3], [3, 2]],
  ['Nord', [2, 3, 1, 2], [2, 2]],
  ['Nord', [3, 0, 2, 2], [1, 3]],
  ['Sud', [0, 3, 3, 2], [3, 2]],
  ['Sud', [1, 2, 3, 2], [2, 3]],
  ['Sud', [0, 3, 2, 2], [0, 3]],
  ['Ouest', [2, 1, 3, 2], [2, 0]],
  ['Ouest', [3, 2, 0, 2], [1, 0]],
];

const keysOf = (name: string) =>
  places.find(({ label }) => label === name)!.projects.map(({ key }) => key);

export const districtBallots: readonly BallotGroup[] = people.map(([home, whole, own]) => ({
  times: 1,
  choices: [
    ...keysOf('Toute la ville').map((key, at) => [key, whole[at]!] as const),
    ...keysOf(home).map((key, at) => [key, own[at]!] as const),
  ],
}));

export const districtTerms: CountedTerms = {
  id: 'sc7',
  manifestHash: '',
  kind: 'judgment',
  envelope: 250_00,
  options: places.flatMap(({ projects, zone, envelope }) =>
    projects.map(({ key, cost }) => ({
      ...makeOptions(1)[0]!,
      label: `Projet ${key}`,
      key,
      cost,
      zone,
      envelope,
    })),
  ),
  settings: {
    subject: 'projects',
    envelopes: places.map(({ label, envelope, zone }) =>
      makeEnvelope({
        key: envelope,
        label,
        amount: zone === null ? 100_00 : 50_00,
        oneOf: zone !== null,
      }),
    ),
    groups: [],
    mentions: USUAL_MENTIONS,
    defaultGrade: 0,
    seats: null,
    houseRules: noHouseRules,
    leftover: 'returned',
    admission: usualAdmission,
    paper: 'none',
  },
  rule: 'majority-judgment',
  tieBreak: ['lower-cost', 'smaller-id'],
  fundUnsupported: false,
};
