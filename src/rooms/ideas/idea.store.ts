import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { readNow } from '../../platform/database/database.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import { findPerson, type Person } from '../identity/index.ts';
import { dayInParis, type Edition, findEditionById, isOpen } from '../spaces/index.ts';
import {
  type Attachment,
  checkText,
  type EditRefusal,
  type Idea,
  type IdeaText,
  refuseEdit,
  type TextField,
  type TextRefusal,
  tidyTitle,
} from './idea.ts';
import { type ProposerRefusal, refuseProposer } from './proposer.ts';

export interface NewIdea {
  organisationId: string;
  editionId: string;
  authorId: string;
  title: string;
  body: string;
  categoryId: string | null;
  /** BCP 47 tag, one of LANGUAGES. */
  lang: string;
}

export type SubmitRefusal = ProposerRefusal | 'text-refused' | 'not-found';

export type Submission =
  | { ok: true; id: string; number: number; edition: Edition; author: Person }
  | {
      ok: false;
      refusal: SubmitRefusal;
      text: Partial<Record<TextField, TextRefusal>>;
    };

/**
 * Publishes an idea: the save behind the wizard, usable by seeds. The edition's tally is the lock: numbers
 * follow each other without a gap, and nobody passes their number of ideas even by sending twice at once
 * (R75). Nothing is written when it is refused.
 */
export async function submitIdea(db: Db, idea: NewIdea): Promise<Submission> {
  return db.isTransaction
    ? submitWithin(db as Tx, idea)
    : db.transaction().execute((tx) => submitWithin(tx, idea));
}

async function submitWithin(tx: Tx, idea: NewIdea): Promise<Submission> {
  const { organisationId, editionId, authorId } = idea;
  const text = { ...idea, title: tidyTitle(idea.title), body: idea.body.trim() };
  const edition = await findEditionById(tx, organisationId, editionId);
  const author = await findPerson(tx, organisationId, authorId);
  if (!edition || !author) return { ok: false, refusal: 'not-found', text: {} };
  const lastNumber = await lockTally(tx, organisationId, editionId);
  const now = await readNow(tx);
  const refusal = refuseProposer(author, edition, {
    today: dayInParis(now),
    collectionOpen: isOpen(edition, 'collection', now),
    ideas: await countIdeasOf(tx, organisationId, editionId, authorId),
  });
  if (refusal) return { ok: false, refusal, text: {} };
  const problems = checkText(text, edition);
  if (Object.keys(problems).length > 0) {
    return { ok: false, refusal: 'text-refused', text: problems };
  }
  const number = lastNumber + 1;
  const { id } = await tx
    .insertInto('idea')
    .values({
      organisation_id: organisationId,
      edition_id: editionId,
      number,
      title: text.title,
      body: text.body,
      category_id: text.categoryId!,
      lang: text.lang,
      author_id: authorId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await addToTally(tx, organisationId, editionId, null, 1, number);
  await addToTally(tx, organisationId, editionId, text.categoryId, 1);
  await recordFact(tx, {
    organisationId,
    kind: 'idea.submitted',
    actorId: authorId,
    subject: { kind: 'idea', id },
    detail: { editionId, number },
  });
  return { ok: true, id, number, edition, author };
}

/** Holds the edition's tally until the transaction ends; returns the last number given. */
async function lockTally(tx: Tx, organisationId: string, editionId: string): Promise<number> {
  await sql`insert into idea_tally (organisation_id, edition_id) values (${organisationId}, ${editionId})
    on conflict on constraint idea_tally_unique do nothing`.execute(tx);
  const { last_number } = await tx
    .selectFrom('idea_tally')
    .select('last_number')
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('category_id', 'is', null)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return last_number;
}

async function addToTally(
  tx: Tx,
  organisationId: string,
  editionId: string,
  categoryId: string | null,
  ideas: 1 | -1,
  lastNumber = 0,
): Promise<void> {
  await sql`insert into idea_tally (organisation_id, edition_id, category_id, ideas, last_number)
    values (${organisationId}, ${editionId}, ${categoryId}, 1, ${lastNumber})
    on conflict on constraint idea_tally_unique do update set
      ideas = idea_tally.ideas + ${ideas},
      last_number = greatest(idea_tally.last_number, excluded.last_number)`.execute(tx);
}

/** How many ideas one person has published in an edition. */
export async function countIdeasOf(
  db: Db,
  organisationId: string,
  editionId: string,
  authorId: string,
): Promise<number> {
  const { count } = await db
    .selectFrom('idea')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('organisation_id', '=', organisationId)
    .where('author_id', '=', authorId)
    .where('edition_id', '=', editionId)
    .executeTakeFirstOrThrow();
  return count;
}

/** How many ideas an edition holds; kept as they come, never counted. */
export async function countIdeas(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<number> {
  const row = await db
    .selectFrom('idea_tally')
    .select('ideas')
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('category_id', 'is', null)
    .executeTakeFirst();
  return row?.ideas ?? 0;
}

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
    .innerJoin('idea_author as a', (join) =>
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
      'a.nickname',
      'i.published_at',
      'i.edited_at',
      'i.support_count',
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
    authorNickname: row.nickname ?? '',
    publishedAt: row.published_at,
    editedAt: row.edited_at,
    supportCount: row.support_count,
    attachments: row.attachments,
  };
}

export type EditResult =
  | { ok: true; number: number; title: string }
  | {
      ok: false;
      refusal: EditRefusal | 'text-refused' | 'not-found';
      text: Partial<Record<TextField, TextRefusal>>;
    };

/**
 * Replaces an idea's text and keeps the one before (R115). The row is locked, as a support locks it: of a
 * support and an edit at the same instant, the second one sees the first.
 */
export async function saveEdit(
  db: Db,
  organisationId: string,
  ideaId: string,
  personId: string,
  typed: IdeaText,
): Promise<EditResult> {
  const text = { ...typed, title: tidyTitle(typed.title), body: typed.body.trim() };
  return db.transaction().execute(async (tx): Promise<EditResult> => {
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
      ])
      .where('organisation_id', '=', organisationId)
      .where('id', '=', ideaId)
      .forUpdate()
      .executeTakeFirst();
    const edition = idea && (await findEditionById(tx, organisationId, idea.edition_id));
    if (!idea || !edition) return { ok: false, refusal: 'not-found', text: {} };
    const now = await readNow(tx);
    const refusal = refuseEdit(
      {
        authorId: idea.author_id,
        publishedAt: idea.published_at,
        supportCount: idea.support_count,
      },
      edition,
      { personId, now, collectionOpen: isOpen(edition, 'collection', now) },
    );
    if (refusal) return { ok: false, refusal, text: {} };
    const problems = checkText(text, edition);
    if (Object.keys(problems).length > 0) {
      return { ok: false, refusal: 'text-refused', text: problems };
    }
    await sql`insert into idea_version (organisation_id, idea_id, version, title, body, category_id, lang)
      select ${organisationId}, ${ideaId}, coalesce(max(version), 0) + 1,
        ${idea.title}, ${idea.body}, ${idea.category_id}, ${idea.lang}
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
      })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', ideaId)
      .execute();
    if (text.categoryId !== idea.category_id) {
      await lockTally(tx, organisationId, idea.edition_id);
      await addToTally(tx, organisationId, idea.edition_id, idea.category_id, -1);
      await addToTally(tx, organisationId, idea.edition_id, text.categoryId, 1);
    }
    await recordFact(tx, {
      organisationId,
      kind: 'idea.edited',
      actorId: personId,
      subject: { kind: 'idea', id: ideaId },
      detail: { editionId: idea.edition_id, number: idea.number },
    });
    return { ok: true, number: idea.number, title: text.title };
  });
}
