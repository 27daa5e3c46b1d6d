import type { RecordedFact } from '../../../platform/journal/journal.ts';
import type { Tools } from '../../../platform/room.ts';
import { findCommune } from '../../spaces/index.ts';
import { tellOutside } from './outside.store.ts';

/** The commune got another outline, or lost it: what ideas say of it follows. Asked twice, it says the same. */
export async function followCommune(fact: RecordedFact, { db }: Tools): Promise<void> {
  if (fact.detail.kind !== 'commune') return;
  const commune = await findCommune(db, fact.organisationId);
  await tellOutside(db, fact.organisationId, commune);
}
