import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import { asDocument, documents } from './document.store.ts';
import type { Document, DocumentType, Level } from './document.ts';
import { type ListedDocument, withFiles } from './document-list.store.ts';
import { PAGE_SIZE } from './document-list.ts';

/** What everybody reads: of an opened network, in a component that is not hidden, and of a public space. */
export const EVERYBODYS: RawBuilder<boolean> = sql`(reach = 'public' and withdrawn_at is null and hidden_at is null
  and shows_documents(organisation_id, component_id))`;

/** Public documents of one author, the newest first. */
export async function listPublicOf(
  db: Db,
  organisationId: string,
  authorId: string,
  most: number,
): Promise<Document[]> {
  const rows = await documents(db, organisationId)
    .where('author_id', '=', authorId)
    .where(EVERYBODYS)
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows.map(asDocument);
}

export interface AskedPublic {
  componentIds: readonly string[];
  type?: DocumentType | null;
  level?: Level | null;
  /** Id of the document after which the page begins. */
  after?: string | null;
  limit?: number;
}

/** What everybody reads in some components, those that changed last first; `next`: the last one shown, where more follow. */
export async function listPublicDocuments(
  db: Db,
  organisationId: string,
  asked: AskedPublic,
): Promise<{ documents: ListedDocument[]; next: string | null }> {
  const { limit = PAGE_SIZE } = asked;
  const rows = await documents(db, organisationId)
    .where(sql<boolean>`id = any(array(${publicIds(organisationId, asked, limit + 1)}))`)
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const shown = await withFiles(db, organisationId, rows.slice(0, limit).map(asDocument));
  return { documents: shown, next: rows.length > limit ? shown.at(-1)!.id : null };
}

/** Each component is walked in its own order, so that a page costs its length and not all that there is. */
export function publicIds(
  organisationId: string,
  { componentIds, type, level, after }: AskedPublic,
  most: number,
) {
  const wanted = [
    ...(type ? [sql`and d.type = ${type}`] : []),
    ...(level ? [sql`and d.level = ${level}`] : []),
    ...(after && isUuid(after)
      ? [
          sql`and (d.changed_at, d.id) < (select a.changed_at, a.id from document a
            where a.organisation_id = ${organisationId} and a.id = ${after}::uuid)`,
        ]
      : []),
  ];
  return sql<{ id: string }>`select f.id from unnest(${[...componentIds]}::uuid[]) as c (id)
    cross join lateral (
      select d.id, d.changed_at from document d
      where d.organisation_id = ${organisationId} and d.component_id = c.id and d.reach = 'public'
        and d.withdrawn_at is null and d.hidden_at is null ${sql.join(wanted, sql` `)}
      order by d.changed_at desc, d.id desc limit ${most}) f
    where shows_documents(${organisationId}, c.id)
    order by f.changed_at desc, f.id desc limit ${most}`;
}
