/**
 * People who do not exist, to try a règlement on: each has projects in order of preference. From one
 * seed they are always the same, whatever the ballot they are then asked to fill in.
 */
import { type Chance, openChance } from './chance.ts';

/**
 * - `districts`: most prefer what is done in their own district, then what is for the whole town;
 * - `favourite`: one project pleases nearly everybody, the rest is spread;
 * - `scattered`: nobody agrees on anything.
 */
export const POPULATIONS = ['districts', 'favourite', 'scattered'] as const;
export type Population = (typeof POPULATIONS)[number];

export const FEWEST_VOTERS = 50;
export const MOST_VOTERS = 5000;

export interface Electorate {
  population: Population;
  voters: number;
  /** 0 to 2^32 − 1. */
  seed: number;
}

export interface InventedVoter {
  /** Positions of projects, the preferred one first: those that this person likes. */
  liked: readonly number[];
  /** Others that they have read and like less. */
  others: readonly number[];
}

/** What is known of a project before the vote. */
interface Place {
  zone: string | null;
}

/** `most`: projects that one person likes, at most. */
export function inventVoters(
  projects: readonly Place[],
  most: number,
  { population, voters, seed }: Electorate,
): InventedVoter[] {
  const chance = openChance(seed);
  const weigh = weighers[population](projects, chance);
  return Array.from({ length: voters }, () => {
    const length = 1 + chance.below(Math.min(most, projects.length));
    const drawn = chance.draw(weigh(), Math.min(2 * length, projects.length));
    return { liked: drawn.slice(0, length), others: drawn.slice(length) };
  });
}

type Weigher = (projects: readonly Place[], chance: Chance) => () => readonly number[];

/** How much likelier one's own district is than another one, and than the whole town. */
const OWN = 8;
const TOWN = 4;

const weighers: Record<Population, Weigher> = {
  districts(projects, chance) {
    const appeal = projects.map(() => 1 + chance.below(3));
    const zones = [...new Set(projects.flatMap(({ zone }) => zone ?? []))].sort();
    // without districts, four crowds that each look at every fourth project
    const homes = zones.length > 0 ? zones : ['0', '1', '2', '3'];
    const placeOf = ({ zone }: Place, position: number) =>
      zones.length > 0 ? zone : String(position % homes.length);
    const weights = homes.map((home) =>
      projects.map((project, position) => {
        const place = placeOf(project, position);
        return appeal[position]! * (place === home ? OWN : place === null ? TOWN : 1);
      }),
    );
    return () => weights[chance.below(homes.length)]!;
  },
  favourite(projects, chance) {
    const favourite = chance.below(projects.length);
    // as heavy as all the others together, three times: three in four choose it first
    const weights = projects.map((_, position) =>
      position === favourite ? 3 * Math.max(1, projects.length - 1) : 1,
    );
    return () => weights;
  },
  scattered(projects) {
    const weights = projects.map(() => 1);
    return () => weights;
  },
};
