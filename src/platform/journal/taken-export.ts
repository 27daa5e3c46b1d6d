import type { SignedInVisit } from '../http/visit.ts';
import { recordFact } from './journal.ts';

/** Who took what away: a file of the office leaves it, and what becomes of it is in nobody's hands any more. */
export async function recordTakenExport(
  { db, organisation, visitor, request }: SignedInVisit,
  editionId: string | null,
  detail: { title: string; format: string },
): Promise<void> {
  if (request.method === 'HEAD') return;
  await db.transaction().execute((tx) =>
    recordFact(tx, {
      organisationId: organisation.id,
      kind: 'export.taken',
      actorId: visitor.id,
      subject: { kind: 'edition', id: editionId },
      detail: { ...detail, ...(editionId && { editionId }) },
    }),
  );
}
