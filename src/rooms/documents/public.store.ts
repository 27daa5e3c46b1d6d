import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { asDocument, documents } from './document.store.ts';
import type { Document } from './document.ts';

/** What everybody reads: of an opened network, in a component that is not hidden, and of a public space. */
const EVERYBODYS: RawBuilder<boolean> = sql`(reach = 'public' and withdrawn_at is null and hidden_at is null
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
