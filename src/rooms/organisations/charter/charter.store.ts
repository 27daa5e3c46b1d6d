import type { Db } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import type { Charter, CharterDraft, CharterVersion } from './charter.ts';

/** The charter in force: its newest version. */
export async function getCharter(db: Db, organisationId: string): Promise<Charter> {
  const row = await db
    .selectFrom('charter_version')
    .select(['version', 'body', 'published_at'])
    .where('organisation_id', '=', organisationId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return { version: row.version, body: row.body, publishedAt: row.published_at };
}

/** One version with its text, and the text of the one before it; null when there is none of that number. */
export async function findCharterVersion(
  db: Db,
  organisationId: string,
  version: number,
): Promise<(CharterVersion & { body: string }) | null> {
  const row = await db
    .selectFrom('charter_version')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('version', '=', version)
    .executeTakeFirst();
  return row ? { ...asVersion(row), body: row.body } : null;
}

/** Versions on one page. */
const PAGE = 30;

/** The latest first, without their texts; `before`: older than this one. `more`: there are older ones still. */
export async function listCharterVersions(
  db: Db,
  organisationId: string,
  before: number | null = null,
): Promise<{ versions: CharterVersion[]; more: boolean }> {
  let query = db
    .selectFrom('charter_version')
    .select(['version', 'published_at', 'summary', 'published_by'])
    .where('organisation_id', '=', organisationId);
  if (before !== null) query = query.where('version', '<', before);
  const rows = await query
    .orderBy('version', 'desc')
    .limit(PAGE + 1)
    .execute();
  return { versions: rows.slice(0, PAGE).map(asVersion), more: rows.length > PAGE };
}

/**
 * Publishes the version that follows `base`: it is in force at once, and everyone is asked to accept it. False when
 * somebody published one meanwhile; two at the same time are told apart by the key of the table. The caller has
 * checked the draft.
 */
export async function publishCharter(
  db: Db,
  { organisationId, by }: { organisationId: string; by: string },
  draft: CharterDraft,
  base: number,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const { version: inForce } = await getCharter(tx, organisationId);
    if (inForce !== base) return false;
    const version = base + 1;
    const row = await tx
      .insertInto('charter_version')
      .values({ organisation_id: organisationId, version, ...draft, published_by: by })
      .onConflict((conflict) => conflict.columns(['organisation_id', 'version']).doNothing())
      .returning('version')
      .executeTakeFirst();
    if (!row) return false;
    await recordFact(tx, {
      organisationId,
      kind: 'charter.published',
      actorId: by,
      subject: { kind: 'organisation', id: organisationId },
      detail: { version },
    });
    return true;
  });
}

function asVersion(row: {
  version: number;
  published_at: Date;
  summary: string;
  published_by: string | null;
}): CharterVersion {
  return {
    version: row.version,
    publishedAt: row.published_at,
    summary: row.summary,
    publishedBy: row.published_by,
  };
}
