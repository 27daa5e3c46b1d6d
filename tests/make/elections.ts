import fc from 'fast-check';
import {
  type BallotKind,
  type Election,
  type GreedyRule,
  type Limits,
  makeElection,
  type Paper,
  type Project,
  type TallyOptions,
} from '../../src/rooms/tally/index.ts';

export const byId: TallyOptions<GreedyRule> = {
  rule: 'greedy',
  tieBreak: ['smaller-id'],
  fundUnsupported: false,
};

export interface Case {
  budget: bigint;
  projects: Project[];
  kind: BallotKind;
  grades?: number;
  limits: Limits;
  papers: Paper[];
}

export function makeCase({ papers, ...terms }: Case): Election {
  const gathered = makeElection(terms, papers);
  if (!gathered.ok) throw new Error(JSON.stringify(gathered));
  return gathered.election;
}

/** A case and how it is counted, with its ballots and its projects once more in another order. */
export function shuffled<Chosen>(drawn: fc.Arbitrary<[Case, Chosen]>) {
  return drawn.chain(([given, chosen]) =>
    fc.record({
      given: fc.constant(given),
      chosen: fc.constant(chosen),
      papers: fc.shuffledSubarray(given.papers, { minLength: given.papers.length }),
      projects: fc.shuffledSubarray(given.projects, { minLength: given.projects.length }),
    }),
  );
}
