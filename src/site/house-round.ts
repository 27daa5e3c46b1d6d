import type { Database } from '../platform/database/database.ts';
import { queueJob } from '../platform/jobs/queue.ts';

export const DAY = 24 * 3600;
const FORGETTING = ['letters', 'messages', 'old-hits', 'watched-texts', 'registrations'].map(
  (what) => `forget-${what}`,
);

/** What keeps the house: once at each start of a server and once a day (`after`: in seconds); asked twice, there is one. */
export async function queueHouseRound(db: Database, after = 0): Promise<void> {
  const runAt = new Date(Date.now() + after * 1000);
  for (const job of FORGETTING) await queueJob(db, job, {}, { key: job, runAt });
  // hourly by themselves; once more here, should their chain ever break
  await queueJob(db, 'recall-meetings', {}, { key: 'recall-meetings', keepsTime: true });
  await queueJob(db, 'round-of-weeks', {}, { key: 'round-of-weeks', keepsTime: true });
  await queueJob(db, 'announce-steps', {}, { key: 'announce-steps', keepsTime: true });
  await queueJob(
    db,
    'review-certifications',
    {},
    { key: 'review-certifications', keepsTime: true },
  );
  await queueJob(db, 'recall-help-requests', {}, { key: 'recall-help-requests', keepsTime: true });
  await queueJob(db, 'remind-reports', {}, { key: 'remind-reports', keepsTime: true });
  await queueJob(db, 'tend-mandates', {}, { key: 'tend-mandates', keepsTime: true });
  await queueJob(db, 'purge-bank-details', {}, { key: 'purge-bank-details', keepsTime: true });
  await queueJob(db, 'tend-following', {}, { key: 'tend-following', keepsTime: true });
  await queueJob(db, 'tend-newsletters', {}, { key: 'tend-newsletters', keepsTime: true });
  // each hour of digests has a job of its own; here those of a server that was down
  await queueJob(db, 'write-digests', {}, { key: 'write-digests', keepsTime: true });
}
