import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database, Tx } from '../../platform/database/database.ts';
import { undoable } from '../../platform/database/transaction.ts';
import { type Mail, queueMail } from '../../platform/mail/mail.ts';
import type { Person } from '../identity/index.ts';
import { listUntickedCriteria } from '../spaces/index.ts';
import { linkToMeeting } from './afterlife/meeting-link.store.ts';
import { linkToNeed } from './afterlife/need.store.ts';
import { moveFiles } from './attachment.store.ts';
import { findBoard } from './boards/board.store.ts';
import type { Board } from './boards/board.ts';
import { lockDraft } from './draft.store.ts';
import type { Draft } from './draft.ts';
import { lockHeldDraft } from './held/held-draft.store.ts';
import {
  checkSubmission,
  type NewIdea,
  type Submission,
  submitIdea,
  writeSubmission,
} from './idea.store.ts';
import { tidyTitle } from './idea.ts';
import { isPlaced, NO_PLACE } from './place/place.ts';

export interface Published {
  number: number;
  publishedAt: Date;
  title: string;
  board: Board;
  author: Person;
}

type Refused =
  | Extract<Submission, { ok: false }>
  | { ok: false; refusal: 'criteria-unticked' | 'too-many-texts' };

export type Publication =
  | { ok: true; ideaId: string }
  /** It waits until somebody has read it. */
  | { ok: true; ideaId: null }
  | Refused;

/** What is asked about a text before others see it. */
interface AskedIdea {
  id: string;
  title: string;
  /** All that it says under its title, its links too. */
  text: string;
}

/** Whether an idea is seen at once, in the transaction that publishes or corrects it. */
export type AdmitIdea = (
  tx: Tx,
  asked: AskedIdea,
) => Promise<'published' | 'held' | 'too-many-texts'>;

interface Publishing {
  /** null: of a past that is told afterwards, nobody is written to any more. */
  writeReceipt: ((published: Published) => Mail) | null;
  /** Whether they are of the team of the space: as `NewIdea` says it. */
  byTeam?: boolean;
  /** Left out: it is seen at once, whoever wrote it. */
  admit?: AdmitIdea;
}

/**
 * Publishes a draft: idea, files and receipt in one transaction; or keeps it until moderators have read it. Sent twice, it
 * is published once and answers the same. Refused, it stays a draft as it was.
 */
export async function publishDraft(
  db: Database,
  organisationId: string,
  draftId: string,
  personId: string,
  { writeReceipt, byTeam = false, admit }: Publishing,
): Promise<Publication> {
  return undoable(db, async (tx, undo): Promise<Publication> => {
    const draft = await lockDraft(tx, organisationId, draftId, { personId, tokenHash: null });
    if (!draft) return { ok: false, refusal: 'not-found', text: {} };
    if (draft.publishedIdeaId) return { ok: true, ideaId: draft.publishedIdeaId };
    if (draft.held) return { ok: true, ideaId: null };
    const id = randomUUID();
    const state = await admit?.(tx, { id, ...wordsOf(draft) });
    if (state === 'too-many-texts') return { ok: false, refusal: state };
    const idea = await readyToSubmit(tx, organisationId, draft, personId);
    if (!idea.ok) return undo(idea);
    const checked = await checkSubmission(tx, { ...idea.idea, id, byTeam });
    if (!checked.ok) return undo(checked);
    if (state === 'held') {
      await sql`update idea_draft set held_at = palabre_now(), held_as = ${id}
        where organisation_id = ${organisationId} and id = ${draftId}`.execute(tx);
      return { ok: true, ideaId: null };
    }
    const submission = await writeSubmission(tx, { ...idea.idea, id, byTeam }, checked);
    await finish(tx, organisationId, draft, { submission, writeReceipt });
    return { ok: true, ideaId: id };
  });
}

/** All that a text says but its title, for whoever admits it. */
export const wordsOf = ({
  title,
  body,
  videoLink = '',
}: Pick<Draft, 'title' | 'body'> & { videoLink?: string }) => ({
  title: tidyTitle(title),
  text: [body.trim(), videoLink].filter((part) => part !== '').join('\n\n'),
});

/**
 * Publishes a draft that waited, under the id that it was read under, with the number that comes now. What closed
 * meanwhile is no reason against it, but a list that was frozen. false: it waits no more, or may not be published.
 */
export async function publishHeldDraft(
  tx: Tx,
  organisationId: string,
  id: string,
  writeReceipt: Publishing['writeReceipt'],
): Promise<boolean> {
  const draft = await lockHeldDraft(tx, organisationId, id);
  if (!draft?.held || !draft.personId) return false;
  const idea = await readyToSubmit(tx, organisationId, draft, draft.personId);
  if (!idea.ok) return false;
  const submission = await submitIdea(tx, { ...idea.idea, id, sentAt: draft.held.at });
  if (!submission.ok) return false;
  await finish(tx, organisationId, draft, { submission, writeReceipt });
  return true;
}

async function readyToSubmit(
  tx: Tx,
  organisationId: string,
  draft: Draft,
  authorId: string,
): Promise<{ ok: true; idea: NewIdea } | Refused> {
  const board = await findBoard(tx, organisationId, draft.editionId);
  const left = listUntickedCriteria(board?.criteria ?? [], draft.criteriaTicked);
  if (left.length > 0) return { ok: false, refusal: 'criteria-unticked' };
  if (board?.ideaPlace === 'required' && !isPlaced(draft.place))
    return { ok: false, refusal: 'text-refused', text: { place: 'place-missing' } };
  const { title, body, categoryId, lang, criteriaTicked, editionId } = draft;
  // what a board stopped asking is not told
  const place = board?.ideaPlace === 'not-asked' ? NO_PLACE : draft.place;
  return {
    ok: true,
    idea: {
      title,
      body,
      categoryId,
      lang,
      criteriaTicked,
      editionId,
      place,
      organisationId,
      authorId,
    },
  };
}

async function finish(
  tx: Tx,
  organisationId: string,
  draft: Draft,
  {
    submission,
    writeReceipt,
  }: { submission: Extract<Submission, { ok: true }> } & Pick<Publishing, 'writeReceipt'>,
): Promise<void> {
  const { id, author } = submission;
  await moveFiles(tx, organisationId, draft.id, { id, authorId: author.id });
  await linkToNeed(tx, organisationId, draft.id, id);
  await linkToMeeting(tx, organisationId, draft.id, id);
  await sql`update idea_draft set published_idea_id = ${id}, held_at = null, held_as = null, refused_at = null
    where organisation_id = ${organisationId} and id = ${draft.id}`.execute(tx);
  if (writeReceipt)
    await queueMail(tx, writeReceipt({ ...submission, title: tidyTitle(draft.title) }));
}
