import type { Tx } from '../../../platform/database/database.ts';
import { keepRegisterUntil } from '../../electorate/index.ts';
import type { FrozenPoll } from '../poll.ts';

/**
 * A poll that looks its voters up, online or at a point of vote, keeps the register of its edition until its
 * result cannot be contested any more.
 */
export async function holdRegister(
  tx: Tx,
  organisationId: string,
  { editionId, closesAt, settings }: Pick<FrozenPoll, 'editionId' | 'closesAt' | 'settings'>,
): Promise<void> {
  const { required, oneOf } = settings.admission;
  const asks = [...required, ...oneOf].includes('roll') || settings.paper !== 'none';
  if (asks) await keepRegisterUntil(tx, { organisationId, editionId }, closesAt);
}
