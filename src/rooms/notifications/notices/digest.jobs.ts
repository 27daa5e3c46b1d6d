import { toInstant, toLocalTime } from '../../../platform/clock/paris.ts';
import type { Config } from '../../../platform/config.ts';
import { type Database, readNow, type Tx } from '../../../platform/database/database.ts';
import { originOf } from '../../../platform/http/origin.ts';
import { queueJob } from '../../../platform/jobs/queue.ts';
import type { Jobs } from '../../../platform/jobs/worker.ts';
import type { Tools } from '../../../platform/room.ts';
import { findContacts } from '../../identity/index.ts';
import { findOrganisation } from '../../organisations/index.ts';
import { queueLetter } from '../letter.store.ts';
import { writeDigest } from './digest.mails.ts';
import { type DueDigest, insertDigests, takeDue, takeNotices } from './digest.store.ts';
import { DIGEST_TIME, type DigestRhythm, digestDay } from './digest.ts';

/** Digests written in one transaction. */
const BATCH = 500;

export function digestJobs({ db, config }: Tools): Jobs {
  return {
    /**
     * One batch, and the next behind its letters: however many are due, few jobs wait. Killed in the middle, what was written
     * is written, and the others wait for the next try (F6).
     */
    'write-digests': async () => {
      await writeSome(db, config);
    },
  };
}

/** These people have something to read in their next digest: it and its hour are kept with what it tells. */
export async function queueDigests(
  tx: Tx,
  organisationId: string,
  personIds: readonly string[],
  rhythm: DigestRhythm,
): Promise<void> {
  if (personIds.length === 0) return;
  const now = await readNow(tx);
  // seven in the morning is on the clock every day of the year
  const due = toInstant({ day: digestDay(rhythm, toLocalTime(now)), time: DIGEST_TIME })!;
  await insertDigests(tx, organisationId, personIds, rhythm, due);
  await queueJob(
    tx,
    'write-digests',
    {},
    {
      key: `write-digests:${due.toISOString()}`,
      keepsTime: true,
      priority: 10,
      runAt: new Date(Date.now() + due.getTime() - now.getTime()),
    },
  );
}

async function writeSome(db: Database, config: Pick<Config, 'port'>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const due = await takeDue(tx, BATCH);
    const lots = Map.groupBy(due, ({ organisationId, rhythm }) => `${organisationId} ${rhythm}`);
    for (const lot of lots.values()) await writeLot(tx, config, lot);
    if (due.length < BATCH) return;
    const options = { key: 'write-digests:next', priority: 10 };
    await queueJob(tx, 'write-digests', {}, options);
  });
}

/** Those of one organisation and one rhythm. */
async function writeLot(
  tx: Tx,
  config: Pick<Config, 'port'>,
  lot: readonly DueDigest[],
): Promise<void> {
  const { organisationId, rhythm } = lot[0]!;
  const organisation = await findOrganisation(tx, organisationId);
  if (!organisation) return;
  const ids = lot.map(({ personId }) => personId);
  const [contacts, notices] = [
    await findContacts(tx, organisationId, ids),
    Map.groupBy(await takeNotices(tx, organisationId, ids, rhythm), ({ personId }) => personId),
  ];
  const origin = originOf(organisation.host, config);
  for (const { personId, dueAt } of lot) {
    const contact = contacts.get(personId);
    const told = notices.get(personId);
    if (!contact || !told) continue;
    const { email, locale, nickname } = contact;
    await queueLetter(tx, {
      organisationId,
      topic: 'digest',
      personId,
      address: email,
      locale,
      ...writeDigest({ organisation, origin, nickname, locale, rhythm }, told),
      target: null,
      isOfMany: true,
      onceKey: `digest:${personId}:${rhythm}:${dueAt.toISOString()}`,
    });
  }
}
