import type { Database } from '../../platform/database/database.ts';
import type { Visitor } from '../../platform/http/visit.ts';

/** Who holds this session. To be replaced by the room's store. */
export async function findVisitor(
  _db: Database,
  _organisationId: string,
  _token: string,
): Promise<Visitor | null> {
  return null;
}
