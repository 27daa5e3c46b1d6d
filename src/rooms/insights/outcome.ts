/** What a rule gives, in what it takes to compare it with another: who wins, what it costs, whom it serves. In cents. */
import type { BallotGroup, CountedResult, CountedTerms } from '../polls/index.ts';
import { listPairs } from './standing.ts';

export interface Served {
  /** Ballots that name a project here. */
  ballots: number;
  /** Those of them that stand behind a winner here. */
  satisfied: number;
}

/** One district; null: the whole town. */
export interface ServedPlace extends Served {
  zone: string | null;
  winners: number;
  cost: number;
}

export interface Outcome {
  /** Keys of options. */
  winners: readonly string[];
  /** What the next projects receive although it does not pay for them entirely. */
  parts: readonly { key: string; amount: number }[];
  cost: number;
  left: number;
  /** Too few people voted, and nothing wins. */
  quorumMissed: boolean;
  served: Served;
  /** In the order of their names, the whole town last; empty without districts. */
  places: readonly ServedPlace[];
  /** SHA-256 of the canonical result. */
  hash: string;
}

/**
 * `own`: the poll's own terms and ballots, whatever they were converted to for the count: whom a result
 * serves is measured on what people really wrote, so that columns can be compared.
 */
export function describeOutcome(
  { result, hash }: CountedResult,
  own: { terms: CountedTerms; ballots: readonly BallotGroup[] },
): Outcome {
  const { winners, envelopes } = result;
  const won = new Set(winners);
  return {
    winners,
    parts: envelopes.flatMap(({ part }) =>
      part ? [{ key: part.project, amount: part.amount }] : [],
    ),
    cost: result.cost,
    left: result.left,
    quorumMissed: envelopes.some(({ quorum }) => quorum !== null && !quorum.reached),
    ...measureServed(own.terms, own.ballots, won),
    hash,
  };
}

/** Each voter once, wherever and however much they are served. */
function measureServed(
  terms: CountedTerms,
  ballots: readonly BallotGroup[],
  won: ReadonlySet<string>,
): Pick<Outcome, 'served' | 'places'> {
  const zoneOf = new Map(terms.options.map(({ key, zone }) => [key, zone]));
  const places = new Map<string | null, ServedPlace>(
    listZones(terms.options).map((zone) => {
      const here = terms.options.filter((option) => option.zone === zone && won.has(option.key));
      const cost = here.reduce((sum, option) => sum + option.cost, 0);
      return [zone, { zone, winners: here.length, cost, ballots: 0, satisfied: 0 }];
    }),
  );
  const served: Served = { ballots: 0, satisfied: 0 };
  for (const { choices, times } of ballots) {
    const said = listPairs(terms, choices).filter(({ names }) => names);
    const happy = said.filter(({ key, stands }) => stands && won.has(key));
    if (said.length > 0) served.ballots += times;
    if (happy.length > 0) served.satisfied += times;
    for (const zone of new Set(said.map(({ key }) => zoneOf.get(key)!))) {
      const place = places.get(zone);
      if (!place) continue;
      place.ballots += times;
      if (happy.some(({ key }) => zoneOf.get(key) === zone)) place.satisfied += times;
    }
  }
  return { served, places: [...places.values()] };
}

/** Names in order, then the whole town; none where no project has a district. */
export function listZones(options: CountedTerms['options']): (string | null)[] {
  const zones = [...new Set(options.flatMap(({ zone }) => zone ?? []))].sort();
  if (zones.length === 0) return [];
  return options.some(({ zone }) => zone === null) ? [...zones, null] : zones;
}
