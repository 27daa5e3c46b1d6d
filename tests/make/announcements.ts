import { announcementJobs } from '../../src/rooms/announcements/announcement.jobs.ts';
import type { TestSite } from '../site-client.ts';

/** The hourly round of the steps, and the mailings that it queues; their letters leave with `runJobs`. */
export async function announceSteps(site: TestSite): Promise<void> {
  const tools = { db: site.db, config: site.config, postman: { send: async () => {} } };
  await announcementJobs(tools)['announce-steps']!(undefined as never);
  await site.runJobs();
}
