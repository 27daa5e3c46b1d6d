import { readNow } from '../../platform/database/database.ts';
import { queueJob } from '../../platform/jobs/queue.ts';
import type { Jobs } from '../../platform/jobs/worker.ts';
import type { JobTools, Tools } from '../../platform/room.ts';
import { tellFollowers } from './follower.jobs.ts';
import { forgetRegistrations, listMeetingsToRecall } from './keeping.store.ts';
import { stateOf } from './meeting.ts';
import { atDesk, atMeeting, tellPresences, tellRegistrant } from './meeting-desk.jobs.ts';
import { findRegistration, listRegistrations } from './registration.store.ts';
import { isReminderDue } from './registration.ts';
import type { Telling } from './telling.store.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Letters queued in one transaction. */
const BATCH = 200;

export function meetingJobs(tools: JobTools): Jobs {
  const { db } = tools;
  return {
    /** A seat, or a place on the waiting list; a seat given later has words of its own. */
    'confirm-registration': async ({
      organisationId,
      registrationId,
    }: {
      organisationId: string;
      registrationId: string;
    }) => {
      await atDesk(
        tools,
        organisationId,
        async (tx) => {
          const registration = await findRegistration(tx, organisationId, registrationId);
          return registration && { id: registration.meetingId, registration };
        },
        async (desk, { registration }) => {
          if (stateOf(desk.meeting, await readNow(desk.tx)) !== 'coming') return;
          const kind = registration.seatedAt ? 'seated' : 'waiting';
          await tellRegistrant(desk, registration, kind, `confirmed:${kind}`, true);
        },
      );
    },

    /** Who is registered, who of the town is there, who follows: in short transactions, each once for each version. */
    'tell-meeting': async (telling: Telling) => {
      let after: string | null = null;
      if (telling.what !== 'published')
        do after = await tellBatch(tools, telling, after);
        while (after);
      await tellPresent(tools, telling);
      await tellFollowers(tools, telling);
    },

    'tell-presence': async ({
      organisationId,
      meetingId,
      personId,
    }: Pick<Telling, 'organisationId' | 'meetingId'> & { personId: string }) => {
      await atMeeting(tools, organisationId, meetingId, (desk) =>
        tellPresences(desk, 'asked', '', personId),
      );
    },

    /** Each hour: who is registered for a meeting that begins within a day is reminded of it, once for each date. */
    'recall-meetings': async () => {
      for (const { organisationId, meetingId } of await listMeetingsToRecall(db)) {
        let after: string | null = null;
        do after = await recallBatch(tools, organisationId, meetingId, after);
        while (after);
      }
      await queueJob(
        db,
        'recall-meetings',
        {},
        {
          key: 'recall-meetings',
          runAt: new Date(Date.now() + HOUR),
        },
      );
    },

    'forget-registrations': async () => {
      await forgetRegistrations(db);
      await queueJob(
        db,
        'forget-registrations',
        {},
        {
          key: 'forget-registrations',
          runAt: new Date(Date.now() + DAY),
        },
      );
    },
  };
}

/** The id after which the next batch begins; null: nobody is left. */
function tellBatch(
  tools: Tools,
  { organisationId, meetingId, what, version, message }: Telling,
  afterId: string | null,
): Promise<string | null> {
  return atMeeting(tools, organisationId, meetingId, async (desk) => {
    const state = stateOf(desk.meeting, await readNow(desk.tx));
    // what is cancelled meanwhile is told by the job of that
    const stillTrue = what === 'cancelled' ? state === 'cancelled' : state === 'coming';
    if (!stillTrue) return null;
    const people = await listRegistrations(desk.tx, organisationId, meetingId, {
      afterId,
      limit: BATCH,
      by: 'id',
    });
    for (const one of people)
      await tellRegistrant(
        desk,
        one,
        what === 'cancelled' ? what : 'changed',
        `${what}:${version}`,
        true,
        message,
      );
    return people.length < BATCH ? null : people.at(-1)!.id;
  });
}

function tellPresent(tools: Tools, { organisationId, meetingId, what, message, version }: Telling) {
  return atMeeting(tools, organisationId, meetingId, async (desk) => {
    const state = stateOf(desk.meeting, await readNow(desk.tx));
    if (what === 'cancelled' ? state !== 'cancelled' : state !== 'coming') return;
    await tellPresences(desk, what === 'published' ? 'asked' : what, message, null, version);
  });
}

function recallBatch(
  tools: Tools,
  organisationId: string,
  meetingId: string,
  afterId: string | null,
): Promise<string | null> {
  return atMeeting(tools, organisationId, meetingId, async (desk) => {
    const now = await readNow(desk.tx);
    if (stateOf(desk.meeting, now) !== 'coming') return null;
    const people = await listRegistrations(desk.tx, organisationId, meetingId, {
      afterId,
      limit: BATCH,
      by: 'id',
    });
    for (const one of people)
      if (one.seatedAt && isReminderDue(desk.meeting, one, now))
        await tellRegistrant(
          desk,
          one,
          'recalled',
          `recalled:${desk.meeting.startsAt.toISOString()}`,
          false,
        );
    return people.length < BATCH ? null : people.at(-1)!.id;
  });
}
