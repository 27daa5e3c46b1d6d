import { reminderJobs } from '../../src/rooms/polls/reminders/reminders.jobs.ts';
import type { TestSite } from '../site-client.ts';
import type { MadePoll } from './polls.ts';

/** Confirmed residents of age, without a session; they agreed to reminders unless told otherwise. */
export async function enrolCrowd(
  site: TestSite,
  count: number,
  { agreed = true, locale = 'fr', birthDate = '1980-05-17' } = {},
): Promise<{ id: string; email: string }[]> {
  const { rows } = await site.pool.query(
    `insert into person (organisation_id, name, nickname, nickname_key, email, mailbox, locale,
        confirmed_at, birth_date, residence, residence_declared_on, reminders_agreed_on)
      select $1, 'Camille Durand', 'Foule ' || u, 'foule ' || u, u || '@exemple.fr', u || '@exemple.fr',
        $3, now(), $4, 'Fleury', current_date, case when $5 then current_date end
      from (select gen_random_uuid()::text as u from generate_series(1, $2)) as made
      returning id, email`,
    [site.organisationId, count, locale, birthDate, agreed],
  );
  return rows;
}

/** Database time at so many hours before the poll closes, as it closes now. */
export function travelBefore(
  site: TestSite,
  { poll }: Pick<MadePoll, 'poll'>,
  hours: number,
): void {
  const seconds = Math.round((poll.closesAt.getTime() - Date.now()) / 1000 - hours * 3600);
  site.travel(`${seconds} seconds`);
}

/** The hourly round of reminders, as the worker runs it; nothing that it queues is sent yet. */
export async function runReminderRound(site: TestSite, { poll }: MadePoll): Promise<void> {
  const tools = { db: site.db, config: site.config, postman: { send: async () => {} } };
  const payload = { organisationId: site.organisationId, pollId: poll.id };
  await reminderJobs(tools)['remind-voters']!(payload as never);
}

/** The reminders that the queue holds. */
export async function listEnvelopes(site: TestSite): Promise<string[]> {
  const { rows } = await site.pool.query(
    `select p.payload->>'sealed' as sealed from graphile_worker._private_jobs p
      join graphile_worker._private_tasks t on t.id = p.task_id
      where t.identifier = 'send-reminder'`,
  );
  return rows.map((row) => row.sealed);
}
