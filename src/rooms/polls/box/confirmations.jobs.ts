import { setImmediate } from 'node:timers/promises';
import type { Config } from '../../../platform/config.ts';
import type { Database } from '../../../platform/database/database.ts';
import { originOf } from '../../../platform/http/origin.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import { queueMail } from '../../../platform/mail/mail.ts';
import { writeMark } from '../../electorate/index.ts';
import { listConfirmedPeople } from '../../identity/index.ts';
import { findOrganisation } from '../../organisations/index.ts';
import { findEditionById } from '../../spaces/index.ts';
import type { Poll } from '../poll.ts';
import { writeConfirmation } from './confirmation.mails.ts';
import { listUnconfirmed, markConfirmed } from './confirmation.store.ts';

/** Below this many a batch would point at someone; after the close the rest leaves whatever its size. */
const FEWEST = 10;
const PAGE = 2000;

type Reader = Awaited<ReturnType<typeof listConfirmedPeople>>[number];

/**
 * « Votre vote est enregistré », never a code, in shuffled batches (integrity part 0, point 5). The roll
 * knows no account: the keyed hash of every account is compared with it, and whoever is found is
 * written to and marked in one transaction.
 */
export async function sendConfirmations(
  db: Database,
  config: Pick<Config, 'keysFolder' | 'port'>,
  organisationId: string,
  poll: Poll,
  closed: boolean,
): Promise<number> {
  const waiting = await listUnconfirmed(db, poll.id);
  if (waiting.size === 0 || (waiting.size < FEWEST && !closed)) return 0;
  const found = await findReaders(db, config, organisationId, poll.id, waiting);
  const organisation = await findOrganisation(db, organisationId);
  const edition = await findEditionById(db, organisationId, poll.editionId);
  if (!organisation || !edition) return 0;
  const about = {
    organisation,
    edition,
    poll,
    closed,
    origin: originOf(organisation.host, config),
  };
  await db.transaction().execute(async (tx) => {
    // of two nodes that send at once, one finds the line marked already
    const marked = await markConfirmed(
      tx,
      poll.id,
      found.map(({ mark }) => mark),
    );
    for (const { mark, reader } of found) {
      if (!marked.has(mark)) continue;
      await queueMail(tx, writeConfirmation({ reader, ...about }));
    }
  });
  return found.length;
}

/** In an order drawn at random, which is neither that of the accounts nor that of the votes. */
async function findReaders(
  db: Database,
  config: { keysFolder: string },
  organisationId: string,
  pollId: string,
  waiting: ReadonlySet<string>,
): Promise<{ mark: string; reader: Reader }[]> {
  const rollKey = openKeys(config.keysFolder).rollKey();
  const found: { mark: string; reader: Reader; place: string }[] = [];
  let after: string | null = null;
  for (;;) {
    const people: Reader[] = await listConfirmedPeople(db, organisationId, after, PAGE);
    for (const reader of people) {
      const { mark } = writeMark(rollKey, pollId, { kind: 'account', value: reader.id });
      if (waiting.has(mark)) found.push({ mark, reader, place: crypto.randomUUID() });
    }
    after = people.at(-1)?.id ?? null;
    if (people.length < PAGE) break;
    // a large town is a long calculation: the site answers in between
    await setImmediate();
  }
  return found.sort((a, b) => (a.place < b.place ? -1 : 1));
}
