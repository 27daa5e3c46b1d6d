import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import type { Postman } from './mail.ts';

/** How mails left last, by the hour: a mail may be the code that somebody signs in with before voting. */
export interface MailOutcome {
  sentInHour: Date | null;
  failedInHour: Date | null;
  /** What the other server answered, without addresses. */
  failure: string | null;
}

/** The same postman, who keeps how it went; a failure stays one, so that the job tries again. */
export function noteOutcomes(db: Db, postman: Postman): Postman {
  return {
    async send(mail) {
      try {
        await postman.send(mail);
      } catch (error) {
        // the mail failed already: that it cannot be noted either changes nothing
        await noteFailure(db, describeFailure(error)).catch(() => {});
        throw error;
      }
      await noteSuccess(db).catch(() => {});
    },
  };
}

export async function findMailOutcome(db: Db): Promise<MailOutcome> {
  const row = await db.selectFrom('mail_outcome').selectAll().executeTakeFirst();
  return {
    sentInHour: row?.sent_in_hour ?? null,
    failedInHour: row?.failed_in_hour ?? null,
    failure: row?.failure ?? null,
  };
}

/** What went wrong, on one line, as other servers say it; no address of anybody, and nothing of how we sign in there. */
export function describeFailure(error: unknown): string {
  const { code, response, message } = error as {
    code?: string;
    response?: string;
    message?: string;
  };
  return [code, response ?? message]
    .filter(Boolean)
    .join(' · ')
    .replaceAll(/\/\/[^@\s/]*@/g, '//…@')
    .replaceAll(/<?[^\s<>"@]+@[^\s<>"@]+>?/g, '…')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 300);
}

const hour = sql<Date>`date_trunc('hour', clock_timestamp())`;

/** Written once an hour, however many leave. */
async function noteSuccess(db: Db): Promise<void> {
  await sql`insert into mail_outcome (sent_in_hour) values (${hour})
    on conflict (only_line) do update set sent_in_hour = excluded.sent_in_hour
    where mail_outcome.sent_in_hour is distinct from excluded.sent_in_hour`.execute(db);
}

async function noteFailure(db: Db, failure: string): Promise<void> {
  await sql`insert into mail_outcome (failed_in_hour, failure) values (${hour}, ${failure})
    on conflict (only_line) do update set failed_in_hour = excluded.failed_in_hour, failure = excluded.failure`.execute(
    db,
  );
}
