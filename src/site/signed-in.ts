import type { Database } from '../platform/database/database.ts';
import type { VisitedOrganisation, Visitor } from '../platform/http/visit.ts';
import { isMemberOfAny } from '../rooms/consultations/index.ts';
import { findVisitor } from '../rooms/identity/index.ts';
import { countUnread } from '../rooms/notifications/index.ts';

/** Who is signed in, with what the frame of every page tells them: what they have not read, whether the menu names spaces. */
export async function findSignedIn(
  db: Database,
  { id, spaceReaders }: VisitedOrganisation,
  token: string,
): Promise<Visitor | null> {
  const visitor = await findVisitor(db, id, token);
  if (!visitor) return null;
  const unread = await countUnread(db, id, visitor.id);
  // the menu names private spaces to their members alone
  return spaceReaders === 'members'
    ? { ...visitor, unread, isSpaceMember: await isMemberOfAny(db, id, visitor.id) }
    : { ...visitor, unread };
}
