import type { Db } from '../../platform/database/database.ts';
import type { Method } from '../electorate/index.ts';
import type { BallotKind } from '../tally/index.ts';
import { findTurnout } from './box/turnout.store.ts';
import { findPollNow, findPollOf } from './poll.store.ts';
import { type PollState, pollState } from './poll.ts';
import { findResult } from './result/result.store.ts';
import type { Subject } from './settings.ts';

/** Where the poll of an edition stands now; null when none was opened. */
export async function findPollState(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<{
  pollId: string;
  state: PollState;
  opensAt: Date;
  closesAt: Date;
  voters: number;
  /** Whether ballots on paper are counted here. */
  takesPaper: boolean;
  /** How voters may prove who they are. */
  methods: Method[];
} | null> {
  const { poll, now } = await findPollNow(db, organisationId, editionId);
  if (!poll) return null;
  return {
    pollId: poll.id,
    state: pollState(poll, now),
    opensAt: poll.opensAt,
    closesAt: poll.closesAt,
    voters: await findTurnout(db, poll.id),
    takesPaper: poll.settings.paper !== 'none' && !poll.imported,
    methods: [...poll.settings.admission.required, ...poll.settings.admission.oneOf],
  };
}

export interface PublishedResult {
  /** What was put to the vote: projects alone are carried out, and have a page. */
  subject: Subject;
  kind: BallotKind;
  /** In order of selection. */
  winners: {
    /** Of the project; of nothing else where people or questions were put to the vote. */
    projectId: string;
    /** In the frozen list. */
    number: number;
    label: string;
    /** Cents. */
    cost: number;
    /** Ballots that name it. */
    votes: number;
    /** What the ranking goes by: votes, or points. */
    score: number;
  }[];
  options: number;
  voters: number;
  ballots: number;
  /** Cents. */
  envelope: number;
  cost: number;
  left: number;
  publishedAt: Date;
}

/** The result of an edition's poll once it is published; null before, whoever asks (R57, V15). */
export async function findPublishedResult(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<PublishedResult | null> {
  const poll = await findPollOf(db, organisationId, editionId);
  const published = poll?.acts.find((act) => act.kind === 'published');
  if (!poll || !published) return null;
  const kept = await findResult(db, organisationId, poll.id);
  if (!kept) return null;
  const { result } = kept;
  const support = new Map(
    result.envelopes.flatMap((envelope) => envelope.support).map((one) => [one.project, one]),
  );
  const options = new Map(
    poll.options.map((option, at) => [option.key, { ...option, number: at + 1 }]),
  );
  return {
    subject: poll.settings.subject,
    kind: poll.kind,
    winners: result.winners.map((key) => {
      const option = options.get(key)!;
      const { namings, score } = support.get(key)!;
      return {
        projectId: option.targetId,
        number: option.number,
        label: option.label,
        cost: option.cost,
        votes: namings,
        score,
      };
    }),
    options: poll.options.length,
    voters: result.voters,
    ballots: result.ballots,
    envelope: result.envelope,
    cost: result.cost,
    left: result.left,
    publishedAt: published.at,
  };
}
