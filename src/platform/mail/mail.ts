import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type Transporter } from 'nodemailer';
import type { Config } from '../config.ts';
import type { Db } from '../database/database.ts';
import { queueJobs } from '../jobs/queue.ts';

/** A mail: plain text, short, one action. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** The same as a whole HTML document, for mail programs that show it. */
  html?: string;
  locale: 'fr' | 'en';
  /** Replies go to the organisation, not to the machine. */
  replyTo?: string;
  /** Its name in Message-ID, the same however often it is tried; left out: the library's own. */
  messageId?: string;
  /** Address that stops such mails by one POST, without signing in (RFC 8058). */
  unsubscribe?: string;
  /** How a discussion list passes it on. */
  list?: ListMailing;
}

/** What a mail says that a discussion list passes on (RFC 2369, RFC 2919): everything else is as the house writes it. */
export interface ListMailing {
  /** Whoever wrote it, under the list's own address: their domain vouches for no mail of ours (DMARC). */
  from: { name: string; address: string };
  /** Whom its header names: the list, and never its readers. */
  to?: string;
  /** Where it comes back to when it cannot be delivered: one address for each letter. */
  returnPath?: string;
  /** Its own, without < and >: what answers names it. */
  messageId: string;
  /** Message-IDs that it answers, the nearest last. */
  answers: readonly string[];
  headers: Readonly<Record<string, string>>;
  /** No person wrote it: a digest. */
  isAutomatic: boolean;
}

/** What a list passes on is written when it leaves, of what it holds then. */
type QueuedMail = Omit<Mail, 'list'>;

/**
 * Queues a mail in the writer's transaction. Line breaks in a header would let a writer add
 * recipients (W13): they are refused here, whatever the caller checked.
 */
export async function queueMail(db: Db, mail: QueuedMail): Promise<void> {
  await queueMails(db, [mail]);
}

/** Many at once, in one statement. */
export async function queueMails(db: Db, mails: readonly QueuedMail[]): Promise<void> {
  for (const { to, subject } of mails) refuseLineBreaks([to, subject]);
  const payloads = mails.map((mail) => ({ ...mail }));
  await queueJobs(db, 'send-mail', payloads, { priority: -10 });
}

function refuseLineBreaks(values: readonly string[]): void {
  if (values.some((value) => /[\r\n\0]/.test(value)))
    throw new Error('A line break in a mail header.');
}

export interface Postman {
  send(mail: Mail): Promise<void>;
}

/** SMTP when it is set; otherwise every mail lands as a file in `var/outbox`, to be read at /_mails. */
export function openPostman(config: Config): Postman {
  const transport: Transporter = config.smtpUrl
    ? createTransport(config.smtpUrl)
    : createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    async send(mail) {
      const sent = await transport.sendMail({
        from: config.mailFrom,
        // one address, never read as a list of them
        to: { name: '', address: mail.to },
        subject: mail.subject,
        text: mail.text,
        ...(mail.html && { html: mail.html }),
        ...(mail.messageId && { messageId: `<${mail.messageId}@${domainOf(config.mailFrom)}>` }),
        ...(mail.replyTo && { replyTo: mail.replyTo }),
        headers: {
          'Content-Language': mail.locale,
          ...(mail.list?.isAutomatic !== false && { 'Auto-Submitted': 'auto-generated' }),
          ...(mail.unsubscribe && {
            'List-Unsubscribe': `<${mail.unsubscribe}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }),
          ...mail.list?.headers,
        },
        ...(mail.list && passOn(mail.list, mail.to)),
      });
      if (!config.smtpUrl) await keep(outboxFolder(config), sent.message as Buffer);
    },
  };
}

/** From the list, to one of its readers: what its headers name is not where it goes. */
function passOn(
  { from, to, returnPath, messageId, answers, headers }: ListMailing,
  reader: string,
) {
  const values = [from.name, from.address, to ?? '', returnPath ?? '', messageId, ...answers];
  refuseLineBreaks([...values, ...Object.keys(headers), ...Object.values(headers)]);
  return {
    from,
    ...(to !== undefined && { to: { name: '', address: to } }),
    ...(returnPath !== undefined && { envelope: { from: returnPath, to: [reader] } }),
    messageId: `<${messageId}>`,
    ...(answers.length > 0 && {
      inReplyTo: `<${answers.at(-1)}>`,
      references: answers.map((id) => `<${id}>`),
    }),
  };
}

/** The domain that our mails come from. */
const domainOf = (from: string): string => /@([A-Za-z0-9.-]+)/.exec(from)?.[1] ?? 'localhost';

export function outboxFolder(config: Config): string {
  return join(config.varFolder, 'outbox');
}

async function keep(folder: string, message: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true });
  // names sort by time of sending; written whole or not at all
  const name = `${new Date().toISOString().replaceAll(':', '-')}-${randomUUID().slice(0, 8)}.eml`;
  await writeFile(join(folder, `.${name}`), message);
  await rename(join(folder, `.${name}`), join(folder, name));
}
