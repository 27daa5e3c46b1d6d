import { toLocalTime } from '../../platform/clock/paris.ts';
import type { Config } from '../../platform/config.ts';
import { type Database, readNow, type Tx } from '../../platform/database/database.ts';
import { originOf } from '../../platform/http/origin.ts';
import { ROLES_OF } from '../../platform/http/roles.ts';
import { queueJob } from '../../platform/jobs/queue.ts';
import type { Jobs } from '../../platform/jobs/worker.ts';
import type { Tools } from '../../platform/room.ts';
import { listPeopleInRoles } from '../identity/index.ts';
import { listAskers, queueLetters } from '../notifications/index.ts';
import { findOrganisation, listOrganisations } from '../organisations/index.ts';
import { writeWeek } from './week.mails.ts';
import { claimLetter, listUnwritten, readWeek, recordWritten } from './week.store.ts';
import { isEmpty, letterDue } from './week.ts';

const HOUR = 3_600_000;
/** Of a town: an office of more askers than that is none. */
const MOST_ASKERS = 1000;

export function weekJobs({ db, config }: Tools): Jobs {
  return {
    /** Each hour: on a Monday morning each organisation without its letter gets a job of its own. */
    'round-of-weeks': async () => {
      const monday = letterDue(toLocalTime(await readNow(db)));
      if (monday) await queueWeeks(db, monday);
      const runAt = new Date(Date.now() + HOUR);
      await queueJob(db, 'round-of-weeks', {}, { key: 'round-of-weeks', runAt });
    },
    'tell-week': async (key: WeekKey) => {
      await tellWeekOf(db, config, key);
    },
  };
}

interface WeekKey {
  organisationId: string;
  /** `YYYY-MM-DD` */
  monday: string;
}

async function queueWeeks(db: Database, monday: string): Promise<void> {
  const all = (await listOrganisations(db)).map(({ id }) => id);
  for (const organisationId of await listUnwritten(db, all, monday))
    await queueJob(
      db,
      'tell-week',
      { organisationId, monday },
      { key: `week:${organisationId}:${monday}` },
    );
}

/**
 * The letter of one Monday to one organisation, in one transaction with its jobs and the mark that it was written:
 * killed anywhere, all of it is there or nothing; on two nodes at once, the second finds the mark (F6).
 */
async function tellWeekOf(
  db: Database,
  config: Pick<Config, 'port'>,
  { organisationId, monday }: WeekKey,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const organisation = await findOrganisation(tx, organisationId);
    if (!organisation || !(await claimLetter(tx, organisationId, monday))) return;
    const week = await readWeek(tx, organisationId, monday);
    if (isEmpty(week)) return;
    const readers = await listWeekReaders(tx, organisationId);
    const from = { organisation: organisation.name, origin: originOf(organisation.host, config) };
    let written = 0;
    for (const locale of ['fr', 'en'] as const)
      written += await queueLetters(
        tx,
        { organisationId, locale, ...writeWeek(week, from, locale), target: null },
        readers
          .filter((reader) => reader.locale === locale)
          .map(({ id, email }) => ({
            personId: id,
            address: email,
            topic: 'week' as const,
            onceKey: `week:${monday}:${id}`,
          })),
      );
    await recordWritten(tx, organisationId, monday, written);
  });
}

/** The mayor's office, unless it said no; and those who read the office and asked for it. */
async function listWeekReaders(tx: Tx, organisationId: string) {
  const [cabinet, office, asking] = await Promise.all([
    listPeopleInRoles(tx, organisationId, ['cabinet']),
    listPeopleInRoles(tx, organisationId, ROLES_OF.reader),
    listAskers(tx, organisationId, 'week', null, MOST_ASKERS),
  ]);
  const invited = new Set([...cabinet.map(({ id }) => id), ...asking]);
  return office.filter(({ id }) => invited.has(id));
}
