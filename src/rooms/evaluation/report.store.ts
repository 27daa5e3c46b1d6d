import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import type { Act } from '../spaces/index.ts';
import { type EditionReport, NO_REPORT, type ReportTexts } from './report.ts';

/** What the office says of an edition; `NO_REPORT` when it said nothing yet. */
export async function findReport(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<EditionReport> {
  const row = await db
    .selectFrom('edition_report')
    .select(['introduction', 'inclusion', 'ecology', 'outlook', 'running_cost', 'version'])
    .select('published_at')
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .executeTakeFirst();
  if (!row) return NO_REPORT;
  const { running_cost: runningCost, published_at: publishedAt, ...said } = row;
  return { ...said, runningCost, publishedAt };
}

/** Whether everybody may read the report of an edition. */
export async function isReportPublished(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<boolean> {
  return (await findReport(db, organisationId, editionId)).publishedAt !== null;
}

export interface PublishedReport {
  editionId: string;
  publishedAt: Date;
  /** Cents; null: not told. */
  runningCost: number | null;
}

/** Reports of these editions that everybody may read. */
export async function listPublishedReports(
  db: Db,
  organisationId: string,
  editionIds: readonly string[],
): Promise<PublishedReport[]> {
  const rows = await db
    .selectFrom('edition_report')
    .select(['edition_id as editionId', 'published_at', 'running_cost as runningCost'])
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`edition_id = any(${[...editionIds]}::uuid[])`)
    .where('published_at', 'is not', null)
    .execute();
  return rows.map(({ published_at, ...row }) => ({ ...row, publishedAt: published_at! }));
}

/** `version`: of what the form was made from, 0 for the first time. The caller has checked the words. */
export async function saveReport(
  db: Db,
  { organisationId, by }: Act,
  editionId: string,
  said: ReportTexts & { runningCost: number | null },
  version: number,
): Promise<{ ok: true } | { ok: false; refusal: 'changed-meanwhile' }> {
  const { introduction, inclusion, ecology, outlook, runningCost } = said;
  const { rows } = await sql`
    insert into edition_report
      (organisation_id, edition_id, introduction, inclusion, ecology, outlook, running_cost, saved_by)
    values (${organisationId}, ${editionId}, ${introduction}, ${inclusion}, ${ecology}, ${outlook},
      ${runningCost}, ${by})
    on conflict (organisation_id, edition_id) do update set introduction = excluded.introduction,
      inclusion = excluded.inclusion, ecology = excluded.ecology, outlook = excluded.outlook,
      running_cost = excluded.running_cost, saved_by = excluded.saved_by, saved_at = palabre_now(),
      version = edition_report.version + 1
    where edition_report.version = ${version}
    returning version`.execute(db);
  return rows.length > 0 ? { ok: true } : { ok: false, refusal: 'changed-meanwhile' };
}

/** Shows the report to everybody, or takes it back; nothing is recorded where it stands so already. */
export async function publishReport(
  db: Db,
  { organisationId, by }: Act,
  edition: { id: string; title: string },
  shown: boolean,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('edition_report')
      .set(
        shown
          ? { published_by: by, published_at: sql<Date>`palabre_now()` }
          : { published_by: null, published_at: null },
      )
      .where('organisation_id', '=', organisationId)
      .where('edition_id', '=', edition.id)
      .where('published_at', shown ? 'is' : 'is not', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return;
    await recordFact(tx, {
      organisationId,
      kind: shown ? 'edition-report.published' : 'edition-report.withdrawn',
      actorId: by,
      subject: { kind: 'edition-report', id: edition.id },
      detail: { editionId: edition.id, title: edition.title },
    });
  });
}
