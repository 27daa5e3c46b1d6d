import type { Database } from '../../platform/database/database.ts';
import { type Mail, queueMail } from '../../platform/mail/mail.ts';
import type { Person } from '../identity/index.ts';
import { listUntickedCriteria } from '../spaces/index.ts';
import { linkToNeed } from './afterlife/need.store.ts';
import { moveFiles } from './attachment.store.ts';
import { findBoard } from './boards/board.store.ts';
import type { Board } from './boards/board.ts';
import { lockDraft } from './draft.store.ts';
import { type Submission, submitIdea } from './idea.store.ts';
import { tidyTitle } from './idea.ts';
import { isPlaced, NO_PLACE } from './place/place.ts';

export interface Published {
  number: number;
  publishedAt: Date;
  title: string;
  board: Board;
  author: Person;
}

export type Publication =
  | { ok: true; ideaId: string }
  | Extract<Submission, { ok: false }>
  | { ok: false; refusal: 'criteria-unticked' };

/**
 * Publishes a draft: idea, files and receipt in one transaction. Sent twice, it is published once and
 * answers the same. Refused, it stays a draft as it was.
 */
export async function publishDraft(
  db: Database,
  organisationId: string,
  draftId: string,
  personId: string,
  /** null: of a past that is told afterwards, nobody is written to any more. */
  writeReceipt: ((published: Published) => Mail) | null,
  /** Whether they are of the team of the space: as `NewIdea` says it. */
  byTeam = false,
): Promise<Publication> {
  return db.transaction().execute(async (tx): Promise<Publication> => {
    const draft = await lockDraft(tx, organisationId, draftId, { personId, tokenHash: null });
    if (!draft) return { ok: false, refusal: 'not-found', text: {} };
    if (draft.publishedIdeaId) return { ok: true, ideaId: draft.publishedIdeaId };
    const board = await findBoard(tx, organisationId, draft.editionId);
    const left = listUntickedCriteria(board?.criteria ?? [], draft.criteriaTicked);
    if (left.length > 0) return { ok: false, refusal: 'criteria-unticked' };
    if (board?.ideaPlace === 'required' && !isPlaced(draft.place))
      return { ok: false, refusal: 'text-refused', text: { place: 'place-missing' } };
    const submission = await submitIdea(tx, {
      ...draft,
      // what a board stopped asking is not told
      place: board?.ideaPlace === 'not-asked' ? NO_PLACE : draft.place,
      organisationId,
      authorId: personId,
      byTeam,
    });
    if (!submission.ok) return submission;
    await moveFiles(tx, organisationId, draftId, { id: submission.id, authorId: personId });
    await linkToNeed(tx, organisationId, draftId, submission.id);
    await tx
      .updateTable('idea_draft')
      .set({ published_idea_id: submission.id })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', draftId)
      .execute();
    if (writeReceipt)
      await queueMail(tx, writeReceipt({ ...submission, title: tidyTitle(draft.title) }));
    return { ok: true, ideaId: submission.id };
  });
}
