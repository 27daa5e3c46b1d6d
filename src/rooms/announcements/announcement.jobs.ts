import type { Config } from '../../platform/config.ts';
import { type Database, readNow, type Tx } from '../../platform/database/database.ts';
import { originOf } from '../../platform/http/origin.ts';
import { queueJob } from '../../platform/jobs/queue.ts';
import type { Jobs } from '../../platform/jobs/worker.ts';
import type { Tools } from '../../platform/room.ts';
import { listAuthors } from '../ideas/index.ts';
import { listPeopleInRoles, listReaders } from '../identity/index.ts';
import { type LetterReader, listAskers, type Topic, tellMany } from '../notifications/index.ts';
import { findOrganisation } from '../organisations/index.ts';
import { listRunningEditions } from '../spaces/index.ts';
import {
  type Announced,
  sayStep,
  writeAnnouncement,
  writeOfficeAnnouncement,
} from './announcement.mails.ts';
import {
  type AnnouncementKey,
  listMailings,
  lockMailing,
  moveMailing,
} from './announcement.store.ts';
import { readCalendar } from './calendar.store.ts';
import { isDue, MOMENTS, type Part, READERS } from './moment.ts';
import { findOwnLetter } from './words.store.ts';

const HOUR = 3_600_000;

export function announcementJobs({ db, config }: Tools): Jobs {
  return {
    /** Each hour: what is due in every edition under way becomes a mailing of its own. */
    'announce-steps': async () => {
      await queueDueMailings(db);
      const runAt = new Date(Date.now() + HOUR);
      await queueJob(db, 'announce-steps', {}, { key: 'announce-steps', runAt });
    },
    /**
     * One batch, and the next behind its letters: however many readers there are, few jobs wait. Killed in the middle, it goes
     * on where it was: by the queue, or by the next round.
     */
    announce: async (key: AnnouncementKey) => {
      if (!(await writeBatch(db, config, key))) return;
      await queueJob(db, 'announce', { ...key }, { key: keyOf(key), priority: 10 });
    },
  };
}

const keyOf = ({ editionId, moment }: Pick<AnnouncementKey, 'editionId' | 'moment'>) =>
  `announce:${editionId}:${moment}`;

async function queueDueMailings(db: Database): Promise<void> {
  const now = await readNow(db);
  for (const { organisationId, editionId } of await listRunningEditions(db)) {
    const calendar = await readCalendar(db, organisationId, editionId);
    const due = calendar ? MOMENTS.filter((moment) => isDue(moment, calendar, now)) : [];
    if (due.length === 0) continue;
    const mailings = await listMailings(db, organisationId, editionId);
    const ended = new Set(mailings.filter(({ endedAt }) => endedAt).map(({ moment }) => moment));
    for (const moment of due.filter((one) => !ended.has(one)))
      await queueJob(
        db,
        'announce',
        { organisationId, editionId, moment },
        { key: keyOf({ editionId, moment }) },
      );
  }
}

/** Letters queued in one transaction. */
const BATCH = 500;

/**
 * Writes to the next readers of a mailing, in one short transaction: letters, jobs and how far it went are kept together.
 * The dates are read again each time: moved in the middle, the rest waits for the new ones. False: nobody is left now.
 */
async function writeBatch(
  db: Database,
  config: Pick<Config, 'port'>,
  key: AnnouncementKey,
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const { organisationId, editionId, moment } = key;
    const organisation = await findOrganisation(tx, organisationId);
    const calendar = await readCalendar(tx, organisationId, editionId);
    const now = await readNow(tx);
    if (!organisation || !calendar || !isDue(moment, calendar, now)) return false;
    const mailing = await lockMailing(tx, key);
    if (mailing.endedAt) return false;
    const own = await findOwnLetter(tx, organisationId, editionId, moment);
    const { part, place } = mailing;
    const left = READERS[moment].slice(READERS[moment].indexOf(part) + 1);
    const next = own.silent ? undefined : left[0];
    const page = own.silent && part !== 'officers' ? NOBODY : await listPart(tx, key, part, place);
    const about: Announced = {
      moment,
      organisation,
      ...calendar,
      origin: originOf(organisation.host, config),
      own,
    };
    let written = 0;
    for (const locale of ['fr', 'en'] as const) {
      const letter =
        part === 'officers'
          ? writeOfficeAnnouncement(about, locale)
          : writeAnnouncement(about, locale);
      written += await tellMany(
        tx,
        {
          organisationId,
          locale,
          ...letter,
          target: { kind: 'edition', id: editionId },
          kind: 'step',
          ...sayStep(moment, calendar.edition),
        },
        page.readers.filter((reader) => reader.locale === locale),
      );
    }
    const isMore = page.last !== null || next !== undefined;
    const to = page.last ? { part, place: page.last } : next ? { part: next, place: null } : null;
    await moveMailing(tx, key, to, written);
    return isMore;
  });
}

interface Page {
  readers: (LetterReader & { locale: 'fr' | 'en' })[];
  /** The last person looked at; null: the part has been gone through. */
  last: string | null;
}

const NOBODY: Page = { readers: [], last: null };

/** Why each part is written to, which its readers may say no to. */
const TOPIC: Record<Part, Topic> = { officers: 'tasks', holders: 'editions', askers: 'calendar' };

/** The next readers of a part. Only confirmed accounts: whoever gave an address on paper gave it for their idea. */
async function listPart(
  tx: Tx,
  { organisationId, editionId, moment }: AnnouncementKey,
  part: Part,
  place: string | null,
): Promise<Page> {
  const asReader = ({ id, email, locale }: { id: string; email: string; locale: 'fr' | 'en' }) => ({
    personId: id,
    address: email,
    locale,
    topic: TOPIC[part],
    onceKey: `step:${editionId}:${moment}:${id}`,
  });
  if (part === 'officers') {
    const officers = await listPeopleInRoles(tx, organisationId, ['officer'], editionId);
    return { readers: officers.map(asReader), last: null };
  }
  const ids =
    part === 'holders'
      ? await listAuthors(tx, organisationId, editionId, place, BATCH)
      : await listAskers(tx, organisationId, TOPIC[part], place, BATCH);
  const readers = await listReaders(tx, organisationId, ids);
  return {
    // who agreed to vote reminders is told the result by them (decision 014)
    readers: readers.filter(({ agreed }) => moment !== 'results-out' || !agreed).map(asReader),
    last: ids.length < BATCH ? null : ids.at(-1)!,
  };
}
