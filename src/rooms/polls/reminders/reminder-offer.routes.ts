import type { Visit } from '../../../platform/http/visit.ts';
import { findReminderReader } from '../../identity/index.ts';
import type { VoterStanding } from '../box/voting.store.ts';
import type { Poll, PollState } from '../poll.ts';
import { hasRequested, listBegunWaves } from './reminder.store.ts';
import { offerReminder, type ReminderOffer } from './reminder.ts';

/** What the pages of a vote offer to this reader; null when nobody is signed in. */
export async function findOffer(
  { db, organisation, visitor }: Visit,
  { poll, state, now }: { poll: Poll; state: PollState; now: Date },
  standing: VoterStanding | null,
): Promise<ReminderOffer> {
  if (!visitor || !standing || standing.channel !== 'none') return null;
  const at = { organisationId: organisation.id, pollId: poll.id };
  const [reader, asked, begun] = await Promise.all([
    findReminderReader(db, organisation.id, visitor.id),
    hasRequested(db, at, visitor.id),
    listBegunWaves(db, at),
  ]);
  return offerReminder({
    state,
    left: poll.closesAt.getTime() - now.getTime(),
    hasVoted: false,
    refusal: standing.refusal,
    agreed: reader?.agreed ?? false,
    asked,
    begun,
  });
}
