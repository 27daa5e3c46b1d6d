import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { readNow } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { recordFacts } from '../../platform/journal/journal.ts';
import { noteParticipation } from '../consultations/index.ts';
import { findPerson, type Person } from '../identity/index.ts';
import { isSuspended } from '../moderation/index.ts';
import { dayInParis, isOutsideCommune } from '../spaces/index.ts';
import { findBoard, isListFrozen, lockBoard } from './boards/board.store.ts';
import { acceptsIdeas, type Board } from './boards/board.ts';
import {
  type Attachment,
  type Channel,
  checkText,
  type Idea,
  type TextField,
  type TextRefusal,
  tidyTitle,
} from './idea.ts';
import { countIdeasOf } from './own-ideas.store.ts';
import { asPlace, NO_PLACE, type Place, placeColumns } from './place/place.ts';
import { type ProposerRefusal, refuseProposer } from './proposer.ts';
import { addToTally, lockTally } from './tally.store.ts';

export interface NewIdea {
  organisationId: string;
  /** Of its board: an edition, or a component of a space. */
  editionId: string;
  authorId: string;
  title: string;
  body: string;
  categoryId: string | null;
  /** BCP 47 tag, one of LANGUAGES. */
  lang: string;
  /** Ids of the criteria that its holder says it fulfils (R68); none where nobody was asked. */
  criteriaTicked?: readonly string[];
  /** Left out: nobody said where it is. */
  place?: Place;
  /** The id that it will have; left out: one of its own. */
  id?: string;
  /** When it was sent, where that was before now: it waited to be read, and its collection may be over meanwhile. */
  sentAt?: Date;
  /** Whether who deposits is of the team of its space, which alone does where a board is of the team (R100, R101). */
  byTeam?: boolean;
}

type SubmitRefusal = ProposerRefusal | 'text-refused' | 'not-found';

export type Submission =
  | { ok: true; id: string; number: number; publishedAt: Date; board: Board; author: Person }
  | {
      ok: false;
      refusal: SubmitRefusal;
      text: Partial<Record<TextField, TextRefusal>>;
    };

/**
 * Publishes an idea: the save behind the wizard, usable by seeds. The board's tally is the lock: numbers
 * follow each other without a gap, and nobody passes their number of ideas even by sending twice at once
 * (R75). Nothing is written when it is refused.
 */
export async function submitIdea(db: Db, idea: NewIdea): Promise<Submission> {
  return inTransaction(db, async (tx) => {
    const checked = await checkSubmission(tx, idea);
    return checked.ok ? writeSubmission(tx, idea, checked) : checked;
  });
}

interface Checked {
  ok: true;
  board: Board;
  author: Person;
  lastNumber: number;
  text: Pick<NewIdea, 'title' | 'body'>;
}

/** Whether an idea may be published; its board is held until the transaction ends. */
export async function checkSubmission(
  tx: Tx,
  idea: NewIdea,
): Promise<Checked | Extract<Submission, { ok: false }>> {
  const { organisationId, editionId, authorId } = idea;
  const text = { title: tidyTitle(idea.title), body: idea.body.trim() };
  // a list that is being frozen is waited for: nothing comes in under it (`idea_before_the_list`)
  await lockBoard(tx, organisationId, editionId);
  const board = await findBoard(tx, organisationId, editionId);
  const author = await findPerson(tx, organisationId, authorId);
  if (!board || !author) return { ok: false, refusal: 'not-found', text: {} };
  const lastNumber = await lockTally(tx, organisationId, editionId);
  const now = await readNow(tx);
  const refusal = refuseProposer(author, board, {
    today: dayInParis(now),
    collectionOpen: acceptsIdeas(board, idea.sentAt ?? now),
    byTeam: idea.byTeam ?? false,
    ideas: await countIdeasOf(tx, organisationId, editionId, authorId, idea.id),
  });
  if (refusal) return { ok: false, refusal, text: {} };
  if (await isSuspended(tx, organisationId, authorId))
    return { ok: false, refusal: 'suspended', text: {} };
  if (await isListFrozen(tx, organisationId, editionId))
    return { ok: false, refusal: 'collection-closed', text: {} };
  const problems = checkText({ ...idea, ...text }, board);
  if (Object.keys(problems).length > 0) {
    return { ok: false, refusal: 'text-refused', text: problems };
  }
  return { ok: true, board, author, lastNumber, text };
}

export async function writeSubmission(
  tx: Tx,
  idea: NewIdea,
  { board, author, lastNumber, text }: Checked,
): Promise<Extract<Submission, { ok: true }>> {
  const { organisationId, authorId } = idea;
  const [inserted] = await insertIdeas(tx, { ...idea, kind: board.kind }, lastNumber, [
    { ...idea, ...text, authorId, channel: 'web', signature: '', enteredBy: authorId },
  ]);
  if (board.kind === 'component')
    await noteParticipation(tx, organisationId, board.space.id, authorId);
  return { ok: true, ...inserted!, board, author };
}

/** An idea whose text was checked. */
export interface CheckedIdea extends Omit<NewIdea, 'authorId'> {
  authorId: string | null;
  channel: Channel;
  signature: string;
  enteredBy: string | null;
}

/**
 * The rows of ideas of one board, their counts and their facts, under the lock of the board's tally: some hundreds
 * at once. Given back in the order in which they came.
 */
export async function insertIdeas(
  tx: Tx,
  {
    organisationId,
    editionId,
    kind = 'edition',
  }: Pick<NewIdea, 'organisationId' | 'editionId'> & { kind?: Board['kind'] },
  lastNumber: number,
  ideas: readonly CheckedIdea[],
): Promise<{ id: string; number: number; publishedAt: Date }[]> {
  const rows = [];
  for (const [at, idea] of ideas.entries()) {
    const { place = NO_PLACE } = idea;
    rows.push({
      ...(idea.id && { id: idea.id }),
      organisation_id: organisationId,
      edition_id: editionId,
      number: lastNumber + 1 + at,
      title: idea.title,
      body: idea.body,
      category_id: idea.categoryId!,
      lang: idea.lang,
      author_id: idea.authorId,
      channel: idea.channel,
      signature: idea.signature,
      criteria_ticked: [...(idea.criteriaTicked ?? [])],
      ...placeColumns(place),
      outside: await isOutsideCommune(tx, organisationId, place.point),
    });
  }
  if (rows.length === 0) return [];
  const written = await tx
    .insertInto('idea')
    .values(rows)
    .returning(['id', 'number', 'published_at'])
    .execute();
  const inserted = written
    .map(({ id, number, published_at }) => ({ id, number, publishedAt: published_at }))
    .sort((one, other) => one.number - other.number);
  await addToTally(
    tx,
    organisationId,
    editionId,
    rows.map((row) => row.category_id),
    lastNumber + rows.length,
  );
  await recordFacts(
    tx,
    inserted.map(({ id, number }, at) => {
      const { enteredBy, channel } = ideas[at]!;
      return {
        organisationId,
        kind: 'idea.submitted',
        actorId: enteredBy,
        subject: { kind: 'idea', id },
        detail: { ...ofBoard(editionId, kind), number, ...(channel !== 'web' && { channel }) },
      };
    }),
  );
  return inserted;
}

/** What a fact says of the board: readers of editions are told of those alone. */
export const ofBoard = (id: string, kind: Board['kind']): Record<string, string> =>
  kind === 'edition' ? { editionId: id } : { boardId: id };

export async function findIdea(db: Db, organisationId: string, id: string): Promise<Idea | null> {
  const row = await ideas(db, organisationId).where('i.id', '=', id).executeTakeFirst();
  return row ? asIdea(row) : null;
}

/** `personId`: whether that person supports it, in the same query. */
export async function findIdeaByNumber(
  db: Db,
  organisationId: string,
  editionId: string,
  number: number,
  personId: string | null = null,
): Promise<(Idea & { supported: boolean; now: Date }) | null> {
  const row = await ideas(db, organisationId)
    .select([
      sql<Date>`palabre_now()`.as('now'),
      sql<boolean>`exists (select from idea_support s where s.organisation_id = i.organisation_id
        and s.idea_id = i.id and s.person_id = ${personId})`.as('supported'),
    ])
    .where('i.edition_id', '=', editionId)
    .where('i.number', '=', number)
    .executeTakeFirst();
  return row ? { ...asIdea(row), supported: row.supported, now: row.now } : null;
}

function ideas(db: Db, organisationId: string) {
  return db
    .selectFrom('idea as i')
    .leftJoin('idea_author as a', (join) =>
      join.onRef('a.organisation_id', '=', 'i.organisation_id').onRef('a.id', '=', 'i.author_id'),
    )
    .select([
      'i.id',
      'i.edition_id',
      'i.number',
      'i.title',
      'i.body',
      'i.category_id',
      'i.lang',
      'i.author_id',
      sql<string>`coalesce(a.nickname, i.signature)`.as('nickname'),
      sql<string | null>`official_label(i.organisation_id, i.author_id, i.published_at)`.as(
        'official',
      ),
      'i.channel',
      'i.published_at',
      'i.edited_at',
      'i.hidden_at',
      'i.held_at',
      'i.refused_at',
      'i.withdrawn_at',
      'i.withdrawal_reason',
      'i.support_count',
      'i.place',
      'i.longitude',
      'i.latitude',
      'i.outside',
      'i.video_link',
      sql<
        Attachment[]
      >`coalesce((select jsonb_agg(jsonb_build_object('fileId', f.id, 'name', f.name,
          'mediaType', f.media_type, 'bytes', f.bytes, 'width', f.width, 'height', f.height, 'alt', f.alt)
          order by t.position)
        from idea_attachment t
        join published_file f on f.organisation_id = t.organisation_id and f.id = t.file_id
        where t.organisation_id = i.organisation_id and t.idea_id = i.id), '[]')`.as('attachments'),
    ])
    .where('i.organisation_id', '=', organisationId);
}

type Row = Awaited<ReturnType<ReturnType<typeof ideas>['executeTakeFirstOrThrow']>>;

function asIdea(row: Row): Idea {
  return {
    id: row.id,
    editionId: row.edition_id!,
    number: row.number,
    title: row.title,
    body: row.body,
    categoryId: row.category_id,
    lang: row.lang,
    authorId: row.author_id,
    authorNickname: row.nickname,
    official: row.official,
    channel: row.channel as Channel,
    publishedAt: row.published_at,
    editedAt: row.edited_at,
    isHidden: row.hidden_at !== null,
    held: row.held_at && { isRefused: row.refused_at !== null },
    withdrawal: row.withdrawn_at && { at: row.withdrawn_at, reason: row.withdrawal_reason },
    supportCount: row.support_count,
    attachments: row.attachments,
    place: { ...asPlace(row), outside: row.outside },
    videoLink: row.video_link,
  };
}
