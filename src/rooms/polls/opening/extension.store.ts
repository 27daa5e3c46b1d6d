import type { Database } from '../../../platform/database/database.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import type { Act } from '../../spaces/index.ts';
import { findPollAt, lockPoll } from '../poll.store.ts';
import { checkExtension, type ExtensionRefusal } from '../poll.ts';
import { holdRegister } from './register-kept.store.ts';

export type Extended = { ok: true } | { ok: false; refusals: ExtensionRefusal[] };

/** Puts off the close of a vote under way; who, when and why stay on its pages (R52). */
export async function extendPoll(
  db: Database,
  { organisationId, by }: Act,
  pollId: string,
  asked: { closesAt: Date; reason: string },
): Promise<Extended> {
  return db.transaction().execute(async (tx) => {
    // two officers, one after the other: the second is checked against what the first asked for
    await lockPoll(tx, organisationId, pollId);
    const { poll, now } = await findPollAt(tx, organisationId, pollId);
    if (!poll) throw new Error(`No poll ${pollId}.`);
    const refusals = checkExtension(poll, asked, now);
    if (refusals.length > 0) return { ok: false, refusals };
    await tx
      .updateTable('poll')
      .set({ closes_at: asked.closesAt })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', pollId)
      .execute();
    await tx
      .insertInto('poll_extension')
      .values({
        organisation_id: organisationId,
        poll_id: pollId,
        closed_at_before: poll.closesAt,
        closes_at: asked.closesAt,
        reason: asked.reason,
        by_person: by,
      })
      .execute();
    await holdRegister(tx, organisationId, { ...poll, closesAt: asked.closesAt });
    await recordFact(tx, {
      organisationId,
      kind: 'poll.extended',
      actorId: by,
      subject: { kind: 'poll', id: pollId },
      detail: {
        editionId: poll.editionId,
        from: poll.closesAt.toISOString(),
        to: asked.closesAt.toISOString(),
        reason: asked.reason,
      },
    });
    return { ok: true };
  });
}
