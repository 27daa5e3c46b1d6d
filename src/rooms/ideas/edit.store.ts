import { sql } from 'kysely';
import { type Database, readNow, type Tx } from '../../platform/database/database.ts';
import { undoable } from '../../platform/database/transaction.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import { isSuspended } from '../moderation/index.ts';
import { isOutsideCommune } from '../spaces/index.ts';
import { findBoard } from './boards/board.store.ts';
import { acceptsIdeas } from './boards/board.ts';
import { ofBoard } from './idea.store.ts';
import {
  checkText,
  type EditRefusal,
  type IdeaText,
  refuseEdit,
  type TextField,
  type TextRefusal,
  tidyTitle,
} from './idea.ts';
import { type Place, placeColumns } from './place/place.ts';
import { type AdmitIdea, wordsOf } from './publish.store.ts';
import { lockTally, moveInTally } from './tally.store.ts';

export type EditResult =
  | { ok: true; number: number; title: string; isHeld: boolean }
  | {
      ok: false;
      refusal: EditRefusal | 'text-refused' | 'not-found';
      text: Partial<Record<TextField, TextRefusal>>;
    };

/**
 * Replaces an idea's text, and its place unless it is left as it is (null), and keeps those before (R115). The row is locked, as a support locks it: of a
 * support and an edit at the same instant, the second one sees the first. A new text is admitted as any other: corrected
 * into what waits, the idea waits.
 */
export async function saveEdit(
  db: Database,
  organisationId: string,
  ideaId: string,
  personId: string,
  typed: IdeaText,
  place: Place | null = null,
  admission?: { admit: AdmitIdea; withhold: (tx: Tx) => Promise<void> },
): Promise<EditResult> {
  const text = { ...typed, title: tidyTitle(typed.title), body: typed.body.trim() };
  return undoable(db, async (tx, undo): Promise<EditResult> => {
    const state = await admission?.admit(tx, { id: ideaId, ...wordsOf(text) });
    if (state === 'too-many-texts') return { ok: false, refusal: state, text: {} };
    const idea = await tx
      .selectFrom('idea')
      .select([
        'edition_id',
        'number',
        'title',
        'body',
        'category_id',
        'lang',
        'author_id',
        'published_at',
        'support_count',
        'withdrawn_at',
        'place',
        'longitude',
        'latitude',
      ])
      .where('organisation_id', '=', organisationId)
      .where('id', '=', ideaId)
      .where('hidden_at', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    const board = idea && (await findBoard(tx, organisationId, idea.edition_id));
    if (!idea || !board) return undo({ ok: false, refusal: 'not-found', text: {} });
    const now = await readNow(tx);
    const refusal = refuseEdit(
      {
        authorId: idea.author_id,
        publishedAt: idea.published_at,
        supportCount: idea.support_count,
        isWithdrawn: idea.withdrawn_at !== null,
      },
      board,
      { personId, now, collectionOpen: acceptsIdeas(board, now) },
    );
    if (refusal) return undo({ ok: false, refusal, text: {} });
    if (await isSuspended(tx, organisationId, personId))
      return undo({ ok: false, refusal: 'suspended', text: {} });
    const problems = checkText(text, board);
    if (Object.keys(problems).length > 0) {
      return undo({ ok: false, refusal: 'text-refused', text: problems });
    }
    // Words and categories are counted again: the same lock as publishing, in the same order.
    await lockTally(tx, organisationId, idea.edition_id);
    await sql`insert into idea_version (organisation_id, idea_id, version, title, body, category_id, lang, place, longitude, latitude)
      select ${organisationId}, ${ideaId}, coalesce(max(version), 0) + 1,
        ${idea.title}, ${idea.body}, ${idea.category_id}, ${idea.lang}, ${idea.place}, ${idea.longitude}::float8, ${idea.latitude}::float8
      from idea_version where organisation_id = ${organisationId} and idea_id = ${ideaId}`.execute(
      tx,
    );
    await tx
      .updateTable('idea')
      .set({
        title: text.title,
        body: text.body,
        category_id: text.categoryId!,
        lang: text.lang,
        edited_at: now,
        ...(place && {
          ...placeColumns(place),
          outside: await isOutsideCommune(tx, organisationId, place.point),
        }),
      })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', ideaId)
      .execute();
    if (text.categoryId && text.categoryId !== idea.category_id)
      await moveInTally(tx, organisationId, idea.edition_id, {
        from: idea.category_id,
        to: text.categoryId,
      });
    await recordFact(tx, {
      organisationId,
      kind: 'idea.edited',
      actorId: personId,
      subject: { kind: 'idea', id: ideaId },
      detail: { ...ofBoard(board.id, board.kind), number: idea.number },
    });
    const isHeld = state === 'held';
    if (isHeld) await admission?.withhold(tx);
    return { ok: true, number: idea.number, title: text.title, isHeld };
  });
}
