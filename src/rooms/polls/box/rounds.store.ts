import type { Db } from '../../../platform/database/database.ts';
import { queueJob } from '../../../platform/jobs/queue.ts';

const HOUR = 3_600_000;

/** The hourly rounds of a poll: heads, confirmations and reminders. Each one queues the next, so there is no clock to set. */
const ROUNDS = ['publish-heads', 'confirm-votes', 'remind-voters'] as const;
export type Round = (typeof ROUNDS)[number];

export async function queueRounds(db: Db, organisationId: string, pollId: string): Promise<void> {
  for (const round of ROUNDS) await queueRound(db, round, organisationId, pollId);
}

/** Days in which a result can be contested, and some: until then the roll still answers « have I voted ». */
const CONTEST_DAYS = 92;

/** After the contest period nothing on the roll leads to a person any more (integrity part 3). */
export async function queueForgettingMarks(
  db: Db,
  { organisationId, pollId, closesAt }: { organisationId: string; pollId: string; closesAt: Date },
): Promise<void> {
  await queueJob(
    db,
    'forget-marks',
    { organisationId, pollId },
    {
      key: `forget-marks:${pollId}`,
      runAt: new Date(closesAt.getTime() + CONTEST_DAYS * 24 * HOUR),
    },
  );
}

/** On the hour that follows; asked twice, it happens once. */
export async function queueRound(
  db: Db,
  round: Round,
  organisationId: string,
  pollId: string,
): Promise<void> {
  await queueJob(
    db,
    round,
    { organisationId, pollId },
    { key: `${round}:${pollId}`, runAt: new Date(Math.ceil((Date.now() + 1) / HOUR) * HOUR) },
  );
}
