import type { Tx } from '../../../platform/database/database.ts';
import type { SignedInVisit } from '../../../platform/http/visit.ts';
import { type AdmittedText, admitText } from './admission.store.ts';

type Visited = Pick<SignedInVisit, 'organisation' | 'visitor' | 'withholdContributions'>;

/**
 * Whether what this visitor writes is seen at once, read first, or one too many for now; what others published and is found
 * to be of the same wave goes out of sight meanwhile. Whoever has a role here is trusted.
 */
export async function admitWritten(
  { organisation, visitor, withholdContributions }: Visited,
  tx: Tx,
  written: Omit<AdmittedText, 'personId' | 'isTrusted'>,
): Promise<'published' | 'held' | 'too-many-texts'> {
  const admitted = await admitText(tx, organisation.id, {
    ...written,
    personId: visitor.id,
    isTrusted: visitor.held.length > 0,
  });
  if (admitted.state === 'refused') return admitted.refusal;
  // what is being written is not there yet, or is taken out of sight by whoever corrects it
  await withholdContributions(
    tx,
    admitted.withdrawn.filter(({ targetId }) => targetId !== written.targetId),
  );
  return admitted.state;
}
