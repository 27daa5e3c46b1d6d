import type { Db } from '../../platform/database/database.ts';
import { asDocument, documents } from './document.store.ts';
import type { Document } from './document.ts';

/** Links of a chain that are shown: nobody follows more of them. */
const MOST_SHOWN = 50;

/** What was made out of a document, the oldest first; withdrawn and hidden ones are left out. */
export async function listCopies(db: Db, organisationId: string, id: string): Promise<Document[]> {
  const rows = await documents(db, organisationId)
    .where('copied_from', '=', id)
    .where('withdrawn_at', 'is', null)
    .where('hidden_at', 'is', null)
    .orderBy('created_at')
    .limit(MOST_SHOWN)
    .execute();
  return rows.map(asDocument);
}

/** What is proposed to be changed in a document, the newest first; withdrawn and hidden ones are left out. */
export async function listAmendments(
  db: Db,
  organisationId: string,
  id: string,
): Promise<Document[]> {
  const rows = await documents(db, organisationId)
    .where('amends', '=', id)
    .where('withdrawn_at', 'is', null)
    .where('hidden_at', 'is', null)
    .orderBy('created_at', 'desc')
    .limit(MOST_SHOWN)
    .execute();
  return rows.map(asDocument);
}
