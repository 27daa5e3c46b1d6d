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
  limits: Limits;
  papers: Paper[];
}

export function makeCase({ papers, ...terms }: Case): Election {
  const gathered = makeElection(terms, papers);
  if (!gathered.ok) throw new Error(JSON.stringify(gathered));
  return gathered.election;
}
