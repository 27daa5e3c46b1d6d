import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { readConfig } from '../src/platform/config.ts';
import { type Database, openDatabase, openPool } from '../src/platform/database/database.ts';
import { migrateDatabase } from '../src/platform/database/migrate.ts';
import { queueJob } from '../src/platform/jobs/queue.ts';
import { startWorker } from '../src/platform/jobs/worker.ts';
import { type Mail, queueMail } from '../src/platform/mail/mail.ts';
import { noteNews } from '../src/rooms/following/hearing.jobs.ts';
import { beginSending, insertNewsletter } from '../src/rooms/news/letters/newsletter.store.ts';
import { openJobs } from '../src/site.tsx';
import { type Europe, openEurope } from './europe-space.ts';
import { fillIdeas } from './europe-voices.ts';
import { round } from './measure.ts';

const READERS = 50_000;
const CODE = 'code@exemple.fr';

/** What many letters do to the queue. */
export interface Flood {
  letters: number;
  /** Until the last of them was written. */
  writtenInSeconds: number;
  sentInSeconds: number;
  /** Jobs that could have run, the most at any moment looked at. */
  mostWaiting: number;
  /** Between a code that is asked for in the middle and its leaving. */
  codeAfterMilliseconds: number;
}

/**
 * A newsletter, then news of a space, to as many readers as `detail` says: how long it takes to write them, how many jobs wait, and
 * how late the code of somebody who signs in meanwhile leaves. The mail server says yes at once.
 */
export async function benchLetters(url: string, detail?: string): Promise<object> {
  await migrateDatabase(url);
  const db = openDatabase(url, { size: 8 });
  try {
    const readers = Number(detail ?? READERS);
    const europe = await openReaders(db, readers);
    return {
      readers,
      newsletter: await measureFlood(url, db, readers, () => beginNewsletter(db, europe)),
      spaceNews: await measureFlood(url, db, readers, () => beginSpaceNews(db, europe)),
    };
  } finally {
    await db.destroy();
  }
}

/** So many accounts, each of which follows the space and asked for the newsletter. */
export async function openReaders(db: Database, count: number, host?: string): Promise<Europe> {
  const europe = await openEurope(db, count, host);
  const { organisationId, space } = europe;
  await sql`insert into follow (organisation_id, target_kind, target_id, person_id)
    select organisation_id, 'space', ${space.id}, id from person
    where organisation_id = ${organisationId}`.execute(db);
  await sql`insert into letter_preference (organisation_id, person_id, topic, wanted)
    select organisation_id, id, 'newsletter', true from person
    where organisation_id = ${organisationId}`.execute(db);
  return europe;
}

export async function beginNewsletter(
  db: Database,
  { organisationId, people }: Europe,
): Promise<void> {
  const act = { organisationId, by: people[0]! };
  const own = { subject: 'La lettre', words: 'Bonjour.' };
  const id = await insertNewsletter(db, act, {
    own: { fr: own, en: { subject: '', words: '' } },
    news: [],
    posts: [],
    meetings: [],
    segment: { kind: 'all' },
  });
  const letter = { subject: own.subject, text: own.words, html: `<p>${own.words}</p>` };
  const ready = { letters: { fr: letter, en: letter }, counted: people.length, pauseReason: '' };
  const begun = await beginSending(db, act, { id, version: 1 }, ready);
  if (begun !== 'begun') throw new Error(begun);
}

export async function beginSpaceNews(db: Database, europe: Europe): Promise<void> {
  const { organisationId, space } = europe;
  const target = { kind: 'space', id: space.id } as const;
  const ideas = await fillIdeas(db, europe, 20);
  await noteNews(
    db,
    organisationId,
    ideas.map(({ id }) => ({
      target,
      kind: 'idea',
      itemId: id,
      actorId: null,
      heardBy: [target],
    })),
  );
  // the hour in which they gather is over
  const telling = { organisationId, targetKind: 'space', targetId: space.id, kind: 'idea' };
  await queueJob(db, 'tell-news', telling, { key: `tell-news:${space.id}:idea`, priority: 10 });
}

/** Runs the worker of a server until everything has left, and looks at its queue meanwhile. */
export async function measureFlood(
  url: string,
  db: Database,
  expected: number,
  begin: () => Promise<void>,
): Promise<Flood> {
  const config = { ...readConfig(), databaseUrl: url };
  const pool = openPool(url, 8);
  let letters = 0;
  let codeLeft = 0;
  const postman = {
    async send({ to }: Mail) {
      if (to === CODE) codeLeft = performance.now();
      else letters += 1;
    },
  };
  const begun = performance.now();
  await begin();
  const worker = await startWorker(pool, openJobs({ db, config, postman }));
  let [mostWaiting, writtenAt, codeAsked] = [0, 0, 0];
  try {
    while (letters < expected || codeLeft === 0) {
      const { rows } = await sql<{ waiting: number; written: number }>`
        select (select count(*)::int from graphile_worker.jobs where run_at <= now()) as waiting,
          (select count(*)::int from letter where queued_at > palabre_now() - interval '1 day') as written`.execute(
        db,
      );
      mostWaiting = Math.max(mostWaiting, rows[0]!.waiting);
      if (writtenAt === 0 && rows[0]!.written >= expected) writtenAt = performance.now();
      if (codeAsked === 0 && letters >= expected / 2) {
        codeAsked = performance.now();
        await queueMail(db, { to: CODE, subject: 'Votre code', text: '1234 5678', locale: 'fr' });
      }
      await wait(20);
    }
  } finally {
    await worker.stop();
    await pool.end();
  }
  const ended = performance.now();
  await sql`update letter set queued_at = queued_at - interval '2 days'`.execute(db);
  return {
    letters,
    writtenInSeconds: round((writtenAt - begun) / 1000, 1),
    sentInSeconds: round((ended - begun) / 1000, 1),
    mostWaiting,
    codeAfterMilliseconds: round(codeLeft - codeAsked, 0),
  };
}
