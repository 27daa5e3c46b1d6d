import type { Mail } from '../../src/platform/mail/mail.ts';
import { TOPICS, type Topic } from '../../src/rooms/notifications/letter.ts';
import type { TestSite } from '../site-client.ts';

/** The mails that come of an act. */
export async function mailsOf(site: TestSite, act: () => Promise<unknown>): Promise<Mail[]> {
  await site.runJobs();
  const before = site.mails.length;
  await act();
  await site.runJobs();
  return site.mails.slice(before);
}

/** The address of ours that a mail leads to, as path and query. */
export function linkIn(mail: Mail): string {
  const link = /https?:\/\/[^/\s]+(\/\S+)/.exec(mail.text)?.[1];
  if (!link) throw new Error(`No link in the mail:\n${mail.text}`);
  return link;
}

/** The code as it is written in a mail: `1234 5678`. */
export function codeIn(mail: Mail): string {
  const code = /\b\d{4} \d{4}\b/.exec(mail.text)?.[0];
  if (!code) throw new Error(`No code in the mail:\n${mail.text}`);
  return code;
}

/** The form of what one wants to receive: these topics at once, the others in the application only. */
export const onlyLettersOf = (...wanted: Topic[]): Record<string, string> =>
  Object.fromEntries(
    TOPICS.map((topic) => [`rythme-${topic}`, wanted.includes(topic) ? 'immediate' : 'none']),
  );
