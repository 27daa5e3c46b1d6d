import { sql } from 'kysely';
import { type Db, type Tx, violatedConstraint } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { queueJob } from '../../../platform/jobs/queue.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import { takeBackLetters } from '../../notifications/index.ts';
import type { Act } from '../news.ts';
import type {
  Newsletter,
  Part,
  ReadyLetters,
  Segment,
  Sending,
  WrittenNewsletter,
} from './newsletter.ts';
import { removePlan } from './plan.store.ts';

/** What its letters are about, for the room of letters. */
export const NEWSLETTER = 'newsletter';
const PAGE = 20;

/** The newest first; `next`: the last one shown, where more follow. */
export async function listNewsletters(
  db: Db,
  organisationId: string,
  after: string | null,
): Promise<{ newsletters: Newsletter[]; next: string | null }> {
  let query = newsletters(db, organisationId)
    .orderBy('n.written_at', 'desc')
    .orderBy('n.id')
    .limit(PAGE + 1);
  if (after && isUuid(after)) {
    const edge = sql`(select written_at from newsletter
      where organisation_id = ${organisationId} and id = ${after}::uuid)`;
    query = query.where(
      sql<boolean>`(n.written_at < ${edge} or (n.written_at = ${edge} and n.id > ${after}::uuid))`,
    );
  }
  const found = (await query.execute()).map(asNewsletter);
  const shown = found.slice(0, PAGE);
  return { newsletters: shown, next: found.length > PAGE ? shown.at(-1)!.id : null };
}

export async function findNewsletter(
  db: Db,
  organisationId: string,
  id: string,
): Promise<Newsletter | null> {
  if (!isUuid(id)) return null;
  const row = await newsletters(db, organisationId).where('n.id', '=', id).executeTakeFirst();
  return row ? asNewsletter(row) : null;
}

export async function insertNewsletter(
  db: Db,
  { organisationId, by }: Act,
  written: WrittenNewsletter,
): Promise<string> {
  const { id } = await db
    .insertInto('newsletter')
    .values({ organisation_id: organisationId, written_by: by, ...asRow(written) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Other words for it, unless somebody wrote it or sent it meanwhile. */
export async function rewriteNewsletter(
  db: Db,
  { organisationId }: Act,
  { id, version }: { id: string; version: number },
  written: WrittenNewsletter,
): Promise<{ ok: true } | { ok: false; newsletter: Newsletter | null }> {
  return inTransaction(db, async (tx) => {
    const before = await lockNewsletter(tx, organisationId, id);
    if (!before || before.sending || before.version !== version)
      return { ok: false, newsletter: before };
    await tx
      .updateTable('newsletter')
      .set({ ...asRow(written), version: version + 1 })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute();
    return { ok: true };
  });
}

/** Begins the sending: once, whoever presses the button at the same time (`newsletter_sent_once`). */
export async function beginSending(
  db: Db,
  act: Act,
  { id, version }: { id: string; version: number },
  ready: { letters: ReadyLetters; counted: number; pauseReason: string },
): Promise<'begun' | 'changed-meanwhile' | 'sent-already'> {
  const { organisationId, by } = act;
  try {
    return await inTransaction(db, async (tx) => {
      const newsletter = await lockNewsletter(tx, organisationId, id);
      if (newsletter?.sending) return 'sent-already';
      if (newsletter?.version !== version) return 'changed-meanwhile';
      await tx
        .insertInto('newsletter_sending')
        .values({
          organisation_id: organisationId,
          newsletter_id: id,
          letters: JSON.stringify(ready.letters),
          counted: ready.counted,
          pause_reason: ready.pauseReason,
          begun_by: by,
        })
        .execute();
      await removePlan(tx, organisationId, id);
      await tell(tx, act, 'newsletter.begun', id, {
        subject: ready.letters.fr.subject,
        count: ready.counted,
        ...(ready.pauseReason && { reason: ready.pauseReason }),
      });
      await queueSending(tx, { organisationId, newsletterId: id });
      return 'begun';
    });
  } catch (error) {
    if (violatedConstraint(error) === 'newsletter_sent_once') return 'sent-already';
    throw error;
  }
}

export interface SendingKey {
  organisationId: string;
  newsletterId: string;
}

/**
 * One job of a newsletter waits at most; two that run wait for each other. Each writes one batch and stands behind its letters
 * (the same priority, in order): however many readers there are, few jobs wait.
 */
export async function queueSending(db: Db, key: SendingKey): Promise<void> {
  const options = { key: `newsletter:${key.newsletterId}`, priority: 10 };
  await queueJob(db, 'send-newsletter', { ...key }, options);
}

/** It was written to its end without its job. */
export async function forgetSending(db: Db, newsletterId: string): Promise<void> {
  await sql`select graphile_worker.remove_job(${`newsletter:${newsletterId}`})`.execute(db);
}

/** Of every organisation, those that are being written. */
export async function listUnended(db: Db): Promise<SendingKey[]> {
  const rows = await db
    .selectFrom('newsletter_sending')
    .select(['organisation_id', 'newsletter_id'])
    .where('ended_at', 'is', null)
    .where('stopped_at', 'is', null)
    .execute();
  return rows.map((row) => ({
    organisationId: row.organisation_id,
    newsletterId: row.newsletter_id,
  }));
}

/** Nothing more is written, and what no server was given yet is taken back. How many letters; null: it was over. */
export async function stopSending(db: Db, act: Act, id: string): Promise<number | null> {
  const { organisationId, by } = act;
  return inTransaction(db, async (tx) => {
    const newsletter = await lockNewsletter(tx, organisationId, id);
    if (!newsletter?.sending || newsletter.sending.stoppedAt) return null;
    const taken = await takeBackLetters(tx, organisationId, { kind: NEWSLETTER, id });
    if (newsletter.sending.endedAt && taken === 0) return null;
    await tx
      .updateTable('newsletter_sending')
      .set({ stopped_by: by, stopped_at: sql<Date>`palabre_now()` })
      .where('organisation_id', '=', organisationId)
      .where('newsletter_id', '=', id)
      .execute();
    const { subject } = newsletter.sending.letters.fr;
    await tell(tx, act, 'newsletter.stopped', id, { subject, count: taken });
    return taken;
  });
}

/** `to` null: nobody is left. That it ended is a fact, with how many were written to. */
export async function moveSending(
  tx: Tx,
  organisationId: string,
  { id, sending }: Newsletter,
  to: { part: Part; place: string | null } | null,
  written: number,
): Promise<void> {
  const row = await tx
    .updateTable('newsletter_sending')
    .set({
      ...(to ?? { ended_at: sql<Date>`palabre_now()` }),
      written: sql<number>`written + ${written}::int`,
    })
    .where('organisation_id', '=', organisationId)
    .where('newsletter_id', '=', id)
    .returning(['written', 'begun_by'])
    .executeTakeFirstOrThrow();
  if (to) return;
  const subject = sending?.letters.fr.subject ?? '';
  const act = { organisationId, by: row.begun_by };
  await tell(tx, act, 'newsletter.sent', id, { subject, count: row.written });
}

/** Holds it until the transaction ends: two workers never write the same batch. */
export async function lockNewsletter(
  tx: Tx,
  organisationId: string,
  id: string,
): Promise<Newsletter | null> {
  await tx
    .selectFrom('newsletter')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return findNewsletter(tx, organisationId, id);
}

async function tell(
  tx: Tx,
  { organisationId, by }: Act,
  kind: `newsletter.${'begun' | 'sent' | 'stopped'}`,
  id: string,
  detail: Record<string, string | number>,
): Promise<void> {
  const subject = { kind: NEWSLETTER, id };
  await recordFact(tx, { organisationId, kind, actorId: by, subject, detail });
}

function newsletters(db: Db, organisationId: string) {
  return db
    .selectFrom('newsletter as n')
    .leftJoin('newsletter_sending as s', (join) =>
      join
        .onRef('s.organisation_id', '=', 'n.organisation_id')
        .onRef('s.newsletter_id', '=', 'n.id'),
    )
    .selectAll('n')
    .select(['s.letters', 's.counted', 's.part', 's.place', 's.written', 's.begun_at'])
    .select(['s.ended_at', 's.stopped_at'])
    .where('n.organisation_id', '=', organisationId);
}

type Row = Awaited<ReturnType<ReturnType<typeof newsletters>['executeTakeFirstOrThrow']>>;

const asNewsletter = (row: Row): Newsletter => ({
  id: row.id,
  own: {
    fr: { subject: row.subject, words: row.words },
    en: { subject: row.subject_en, words: row.words_en },
  },
  news: row.news,
  posts: row.posts,
  meetings: row.meetings,
  segment: {
    kind: row.segment,
    editionId: row.edition_id,
    categoryId: row.category_id,
    district: row.district,
    spaceId: row.space_id,
    themeId: row.theme_id,
    language: row.language,
  } as Segment,
  version: row.version,
  writtenAt: row.written_at,
  sending: row.begun_at
    ? {
        letters: row.letters as unknown as Sending['letters'],
        counted: row.counted!,
        part: row.part as Part,
        place: row.place,
        written: row.written!,
        begunAt: row.begun_at,
        endedAt: row.ended_at,
        stoppedAt: row.stopped_at,
      }
    : null,
});

const asRow = ({ own, news, posts, meetings, segment }: WrittenNewsletter) => ({
  subject: own.fr.subject,
  words: own.fr.words,
  subject_en: own.en.subject,
  words_en: own.en.words,
  news: [...news],
  posts: [...posts],
  meetings: [...meetings],
  segment: segment.kind,
  edition_id: 'editionId' in segment ? segment.editionId : null,
  category_id: 'categoryId' in segment ? segment.categoryId : null,
  district: 'district' in segment ? segment.district : '',
  space_id: 'spaceId' in segment ? segment.spaceId : null,
  theme_id: 'themeId' in segment ? segment.themeId : null,
  language: 'language' in segment ? segment.language : '',
});
