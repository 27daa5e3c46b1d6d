import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { queueJob } from '../../platform/jobs/queue.ts';
import type { Meeting } from './meeting.ts';

/** What is to be told of a meeting, by a job of the writer's transaction. */
export interface Telling {
  organisationId: string;
  meetingId: string;
  version: number;
  what: 'published' | 'changed' | 'cancelled';
  /** Of the office, besides. */
  message: string;
  /** Who did it: they are not told as followers. Left out: a seed, or written by the version before. */
  by?: string | null;
}

/** Those who come and those who are to be there: each once for each version. */
export async function queueTelling(
  tx: Tx,
  organisationId: string,
  { id: meetingId, version }: Meeting,
  what: Telling['what'],
  { message = '', by = null }: Pick<Telling, 'by'> & { message?: string } = {},
): Promise<void> {
  await queueJob(
    tx,
    'tell-meeting',
    { organisationId, meetingId, version, what, message, by },
    { key: `${prefix(organisationId)}${meetingId}:${version}:${what}` },
  );
}

/** One registrant: a seat, or a place on the waiting list. */
export async function queueConfirmation(
  tx: Tx,
  organisationId: string,
  registrationId: string,
): Promise<void> {
  await queueJob(
    tx,
    'confirm-registration',
    { organisationId, registrationId },
    { key: `${prefix(organisationId)}confirm:${registrationId}` },
  );
}

/** One who is to be there for the town. */
export async function queuePresence(
  tx: Tx,
  organisationId: string,
  meetingId: string,
  personId: string,
): Promise<void> {
  await queueJob(
    tx,
    'tell-presence',
    { organisationId, meetingId, personId },
    { key: `${prefix(organisationId)}presence:${meetingId}:${personId}` },
  );
}

/** Meetings of a past that is told afterwards: nobody is written to about them any more. */
export async function settleMeetings(db: Db, organisationId: string): Promise<void> {
  await sql`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs
    where starts_with(key, ${prefix(organisationId)})))`.execute(db);
}

const prefix = (organisationId: string) => `meeting:${organisationId}:`;
