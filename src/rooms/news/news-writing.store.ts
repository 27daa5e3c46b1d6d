import type { FileStorage } from '@flystorage/file-storage';
import { sql } from 'kysely';
import type { Database, Db, Tx } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { type CleanUpload, deleteFile, keepFile, removeBytes } from '../../platform/files/index.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import { findNews } from './news.store.ts';
import type { Act, News, NewsText } from './news.ts';

/** A draft, which its writers alone see. */
export async function insertNews(
  db: Db,
  { organisationId, by }: Act,
  { title, summary, body, editionId }: NewsText & { editionId: string | null },
): Promise<News> {
  return inTransaction(db, async (tx) => {
    const key = `news:${organisationId}`;
    await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
    const { id } = await tx
      .insertInto('news_item')
      .values({
        organisation_id: organisationId,
        number: sql<number>`(select coalesce(max(number), 0) + 1 from news_item where organisation_id = ${organisationId})`,
        edition_id: editionId,
        title,
        summary,
        body,
        written_by: by,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return (await findNews(tx, organisationId, { id }))!;
  });
}

/** Other words for it; `correction` is shown beside them where everybody has read the former ones. */
export async function rewriteNews(
  db: Db,
  { organisationId }: Act,
  { id, version }: Pick<News, 'id' | 'version'>,
  text: NewsText & { editionId: string | null },
  correction: string,
): Promise<{ ok: true } | { ok: false; news: News | null }> {
  return inTransaction(db, async (tx) => {
    const before = await findNews(tx, organisationId, { id }, true);
    if (!before || before.withdrawnAt) return { ok: false, news: null };
    if (before.version !== version) return { ok: false, news: before };
    await tx
      .updateTable('news_item')
      .set({
        title: text.title,
        summary: text.summary,
        body: text.body,
        edition_id: text.editionId,
        version: version + 1,
        ...(correction && { correction, corrected_at: sql<Date>`palabre_now()` }),
      })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute();
    return { ok: true };
  });
}

/** Publishes a draft from a date on, now where none is given; changes the date of one that is not shown yet. */
export async function publishNews(
  db: Db,
  act: Act,
  id: string,
  { showsAt, pauseReason = '' }: { showsAt: Date | null; pauseReason?: string },
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const news = await findNews(tx, act.organisationId, { id }, true);
    if (!news || news.withdrawnAt || news.summary === '' || news.body === '') return false;
    const done = await tx
      .updateTable('news_item')
      .set({
        published_by: act.by,
        published_at: sql<Date>`palabre_now()`,
        shows_at: showsAt ?? sql<Date>`palabre_now()`,
        pause_reason: pauseReason,
      })
      .where('organisation_id', '=', act.organisationId)
      .where('id', '=', id)
      // what is shown keeps its date
      .where(sql<boolean>`(shows_at is null or shows_at > palabre_now())`)
      .returning('shows_at')
      .executeTakeFirst();
    if (!done) return false;
    await tell(tx, act, 'news.published', news, {
      from: done.shows_at!.toISOString(),
      ...(pauseReason && { reason: pauseReason }),
    });
    return true;
  });
}

/** Everybody then reads that it was withdrawn, and why. */
export async function withdrawNews(db: Db, act: Act, id: string, reason: string): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const news = await findNews(tx, act.organisationId, { id }, true);
    if (!news?.showsAt || news.withdrawnAt) return false;
    await tx
      .updateTable('news_item')
      .set({
        withdrawn_by: act.by,
        withdrawn_at: sql<Date>`palabre_now()`,
        withdraw_reason: reason,
      })
      .where('organisation_id', '=', act.organisationId)
      .where('id', '=', id)
      .execute();
    await tell(tx, act, 'news.withdrawn', news, { reason });
    return true;
  });
}

/** Sets the picture with its words, in place of the former one. */
export async function keepNewsPicture(
  db: Database,
  storage: FileStorage,
  act: Act,
  id: string,
  upload: CleanUpload,
  alt: string,
): Promise<boolean> {
  return replacePicture(db, storage, act, id, async (tx) => {
    const by = { alt, uploadedBy: act.by };
    return (await keepFile(tx, storage, act.organisationId, upload, by)).fileId;
  });
}

export async function removeNewsPicture(
  db: Database,
  storage: FileStorage,
  act: Act,
  id: string,
): Promise<boolean> {
  return replacePicture(db, storage, act, id, async () => null);
}

async function replacePicture(
  db: Database,
  storage: FileStorage,
  { organisationId }: Act,
  id: string,
  keep: (tx: Tx) => Promise<string | null>,
): Promise<boolean> {
  const former = await inTransaction(db, async (tx) => {
    const news = await findNews(tx, organisationId, { id }, true);
    if (!news || news.withdrawnAt) return undefined;
    await tx
      .updateTable('news_item')
      .set({ picture_id: await keep(tx) })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute();
    return news.picture ? deleteFile(tx, organisationId, news.picture.fileId) : null;
  });
  if (former) await removeBytes(storage, former.storageKey);
  return former !== undefined;
}

async function tell(
  tx: Tx,
  { organisationId, by }: Act,
  kind: 'news.published' | 'news.withdrawn',
  news: News,
  detail: Record<string, string>,
): Promise<void> {
  await recordFact(tx, {
    organisationId,
    kind,
    actorId: by,
    subject: { kind: 'news', id: news.id },
    detail: { number: news.number, title: news.title, editionId: news.editionId, ...detail },
  });
}
