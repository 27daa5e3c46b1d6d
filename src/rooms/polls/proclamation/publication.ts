/** Publication at a chosen minute: until then the result stays under embargo, in database time (R57, V15). */
import { type Poll, type PublishingRefusal, refusePublishing } from '../poll.ts';

/** A publication that was asked for and has not happened yet. */
export interface PlannedPublication {
  id: string;
  askedBy: string | null;
  askedAt: Date;
  publishesAt: Date;
}

export type PlanningRefusal =
  | PublishingRefusal
  | 'minute-missing'
  | 'minute-past'
  | 'minute-too-far';

/** Days ahead at most: further is a year typed wrong. */
const FURTHEST = 366;
const DAY = 86_400_000;

export function refusePlanning(
  poll: Poll,
  publishesAt: Date | null,
  now: Date,
): PlanningRefusal | null {
  const refusal = refusePublishing(poll);
  if (refusal) return refusal;
  if (publishesAt === null) return 'minute-missing';
  if (publishesAt < now) return 'minute-past';
  return publishesAt.getTime() > now.getTime() + FURTHEST * DAY ? 'minute-too-far' : null;
}

/** What is to be done with a publication when its job wakes: the database's clock decides, not the job's. */
export function settlePlan(
  poll: Poll,
  { publishesAt }: Pick<PlannedPublication, 'publishesAt'>,
  now: Date,
): 'wait' | 'publish' | 'drop' {
  if (refusePublishing(poll)) return 'drop';
  return now < publishesAt ? 'wait' : 'publish';
}
