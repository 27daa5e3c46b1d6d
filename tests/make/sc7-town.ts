/**
 * The town of SC7: three districts and « Toute la ville », an envelope each, thirteen projects, four mentions.
 * Everybody's ballot is drawn from their number, so that each is known before it is cast. Amounts in cents.
 */
import { writeEntry } from '../../src/rooms/polls/ballot/entry.ts';
import { type PaperRule, USUAL_MENTIONS } from '../../src/rooms/polls/settings.ts';
import { noHouseRules } from '../../src/rooms/tally/index.ts';
import type { TestSite } from '../site-client.ts';
import { type MadePoll, makePoll } from './polls.ts';
import { makeEnvelope } from './terms.ts';

export interface Place {
  /** Of its envelope. */
  key: string;
  /** '' for the whole town, as projects say it. */
  zone: string;
  label: string;
  amount: number;
  projects: readonly { key: string; cost: number; liked: number }[];
}

/** A ballot: projects and their grades, 3 the best. */
export type Judged = readonly (readonly [key: string, grade: number])[];

/** Euros, and how much each project is liked, from 0 to 3. */
const given = [
  { zone: '', euros: 100_000, of: { 50000: 2.1, 60000: 1.9, 40000: 1.6, 10000: 2.4 } },
  { zone: 'Nord', euros: 60_000, of: { 50000: 1.2, 30000: 2.2, 20000: 0.9 } },
  { zone: 'Ouest', euros: 60_000, of: { 70000: 2.6, 55000: 1.5, 25000: 1.4 } },
  { zone: 'Sud', euros: 60_000, of: { 40000: 2.3, 25000: 2, 20000: 1.1 } },
] as const;

let numbered = 0;
export const PLACES: readonly Place[] = given.map(({ zone, euros, of }, at) => ({
  key: String.fromCharCode(65 + at),
  zone,
  label: zone || 'Toute la ville',
  amount: euros * 100,
  // whole numbers as names: an object keeps them in ascending order
  projects: Object.entries(of).map(([cost, liked]) => {
    numbered += 1;
    return { key: String(numbered).padStart(2, '0'), cost: Number(cost) * 100, liked };
  }),
}));
export const PROJECTS = PLACES.flatMap(({ projects, ...place }) =>
  projects.map((project) => ({ ...project, place: place.key, zone: place.zone })),
);
const DISTRICTS = PLACES.filter(({ zone }) => zone !== '');

/** A vote of this town, open now, for whoever stands on the register. */
export function openTownVote(site: TestSite, paper: PaperRule): Promise<MadePoll> {
  return makePoll(site, {
    costs: PROJECTS.map(({ cost }) => cost),
    districts: PROJECTS.map(({ zone }) => zone),
    edition: { envelope: PLACES.reduce((sum, { amount }) => sum + amount, 0) },
    terms: {
      kind: 'judgment',
      rule: 'majority-judgment',
      minimumChoices: 1,
      maximumChoices: PROJECTS.length,
      settings: {
        mentions: USUAL_MENTIONS,
        defaultGrade: 0,
        envelopes: PLACES.map(({ key, label, amount, zone }) =>
          makeEnvelope({ key, label, amount, oneOf: zone !== '' }),
        ),
        houseRules: { ...noHouseRules, winnersPerZone: 1 },
        admission: { required: ['roll'], oneOf: [], withoutAccount: true },
        paper,
      },
    },
  });
}

/** What this person puts on their ballot: the town, and one district. Some leave a line, or the town, alone. */
export function judge(number: number): Judged {
  const draw = drawFrom(number);
  const district = DISTRICTS[Math.floor(draw() * DISTRICTS.length)]!;
  const [town] = PLACES;
  const lines = [...(draw() < 0.05 ? [] : town!.projects), ...district.projects];
  const judged = lines.flatMap(({ key, liked }): [string, number][] => {
    const grade = Math.min(3, Math.max(0, Math.floor(liked + (draw() - 0.4) * 3)));
    return draw() < 0.1 ? [] : [[key, grade]];
  });
  return judged.length > 0 ? judged : [[lines[0]!.key, 3]];
}

/** Mulberry32. */
function drawFrom(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
}

/** As the form of the ballot sends it. */
export const writeForm = (judged: Judged): string[] =>
  judged.map(([key, points]) => writeEntry({ key, points }));

/** As somebody types the paper: the number of the line and that of the mention, the first being the best. */
export const writePaper = (judged: Judged): string =>
  judged.map(([key, grade]) => `${Number(key)}:${USUAL_MENTIONS.length - grade}`).join(' ');
