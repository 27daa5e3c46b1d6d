import type { Config } from '../../../platform/config.ts';
import type { Database } from '../../../platform/database/database.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import { listRunningPolls, recordAct } from '../poll.store.ts';
import { countBox } from './box.store.ts';
import { findLoss } from './head.ts';
import { readKeptHead } from './head-file.crypto.ts';

/**
 * At start: a poll that holds fewer ballots than the last head kept outside the database has lost some
 * to a power cut or a wrong restore. It is locked, in words, for people to look at; nothing is replayed
 * (F2). Gives the ids of the polls locked now.
 */
export async function checkHeads(
  db: Database,
  config: Pick<Config, 'varFolder'>,
): Promise<string[]> {
  const locked: string[] = [];
  for (const { organisationId, id, editionId } of await listRunningPolls(db)) {
    const head = readKeptHead(config.varFolder, id);
    if (!head) continue;
    const loss = findLoss(head, await countBox(db, id));
    if (!loss) continue;
    await db.transaction().execute(async (tx) => {
      const detail = { ...loss, at: head.at };
      if (!(await recordAct(tx, organisationId, id, { kind: 'locked', by: null, detail }))) return;
      await recordFact(tx, {
        organisationId,
        kind: 'poll.locked',
        actorId: null,
        subject: { kind: 'poll', id },
        detail: { editionId, ...detail },
      });
      locked.push(id);
    });
  }
  return locked;
}

const checked = new WeakMap<Database, Promise<string[]>>();

/** Before the first vote that a process takes, if it was not done at start. */
export function checkHeadsOnce(db: Database, config: Pick<Config, 'varFolder'>): Promise<string[]> {
  let check = checked.get(db);
  if (!check) {
    check = checkHeads(db, config);
    checked.set(db, check);
    // a check that could not be made is made again
    check.catch(() => checked.delete(db));
  }
  return check;
}
