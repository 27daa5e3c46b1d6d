/** What a request to vote adds to the counts: in memory, and in the voter's own browser. */
import type { Visit } from '../../../platform/http/visit.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import { urls } from '../../../urls.ts';
import type { PollVisit } from '../ballot/voter.routes.tsx';
import { BASKET_AGE, CLASS, DEVICE } from '../ballot/voter-cookies.ts';
import type { VoteRefusal } from '../box/voting.store.ts';
import type { Poll } from '../poll.ts';
import type { CountedRefusal } from './counting.ts';
import { countDevice, countRefusal } from './counts.store.ts';
import { openDevice, sealDevice } from './device.crypto.ts';
import { moveDevice } from './device.ts';

/** One more vote from this browser, for votes from afar: what a class or a kiosk votes on is there to be shared. */
export function countOnDevice(
  { db, config, cookies, organisation }: Visit,
  { edition, now }: PollVisit,
  { id: pollId }: Poll,
): void {
  if (cookies.get(CLASS)) return;
  const key = openKeys(config.keysFolder).rollKey();
  const before = openDevice(key, pollId, cookies.get(DEVICE) ?? '');
  const path = urls.vote({ edition: edition.slug });
  cookies.set(DEVICE, sealDevice(key, pollId, before + 1), { path, maxAge: BASKET_AGE });
  const moved = moveDevice(before);
  if (moved) countDevice(db, { organisationId: organisation.id, pollId }, moved, now);
}

const counted: Partial<Record<VoteRefusal, CountedRefusal>> = {
  'too-young': 'too-young',
  'mark-used': 'mark-used',
};

/** A ballot that was refused for who brought it. */
export function countRefusedVote(
  visit: Visit,
  loaded: PollVisit,
  poll: Poll,
  refusal: VoteRefusal,
): void {
  const kind = counted[refusal];
  if (kind) countRefusedStep(visit, loaded, poll, kind);
}

/** A proof that was refused on the way. */
export function countRefusedStep(
  { db, organisation }: Visit,
  { now }: Pick<PollVisit, 'now'>,
  { id: pollId }: Poll,
  kind: CountedRefusal,
): void {
  countRefusal(db, { organisationId: organisation.id, pollId }, kind, now);
}
