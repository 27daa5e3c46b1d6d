import { randomUUID } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { runDueJobs } from '../../src/platform/jobs/worker.ts';
import { openPostman } from '../../src/platform/mail/mail.ts';
import type { Component, Space } from '../../src/rooms/consultations/index.ts';
import {
  type MailingList,
  makeList,
  startListListener,
  subscribe,
  type WrittenList,
  writeToList,
} from '../../src/rooms/lists/index.ts';
import { openJobs } from '../../src/site.tsx';
import type { TestSite } from '../site-client.ts';
import type { MadePerson } from './people.ts';
import { makeSpace } from './spaces.ts';

const LISTS_DOMAIN = 'listes.fleury.example';
/** By which name the host's mail server vouches for who sent a mail, in tests. */
const AUTHSERV = 'mx.fleury.example';

export interface MadeList {
  list: MailingList;
  space: Space;
  component: Component;
  /** What addresses say. */
  at: { space: string; component: string };
  address: string;
}

/** This site's lists have addresses, and something listens for what is written to them. */
export async function listenForLists(site: TestSite, { lmtp = false } = {}) {
  site.config.lists = {
    listen: { host: '127.0.0.1', port: 0, lmtp },
    domain: LISTS_DOMAIN,
    authserv: AUTHSERV,
  };
  return (await startListListener(site))! as { port: number; stop(): Promise<void> };
}

export async function makeMailingList(
  site: TestSite,
  {
    title = 'Eau et assainissement',
    isPrivate = false,
    organisationId = site.organisationId,
    ...written
  }: Partial<WrittenList> & { title?: string; isPrivate?: boolean; organisationId?: string } = {},
): Promise<MadeList> {
  const { space, component } = await makeSpace(site, {
    kindOfComponent: 'mailing-list',
    componentTitle: title,
    isPrivate,
    organisationId,
  });
  const made = await makeList(site.db, { organisationId, by: null }, component, {
    localPart: `liste-${randomUUID().slice(0, 8)}`,
    prefix: 'eau',
    strangers: 'refused',
    moderation: 'none',
    mostBytes: 10 * 1024 * 1024,
    ...written,
  });
  if (!made.ok) throw new Error(made.refusal);
  const { list } = made;
  return {
    list,
    space,
    component,
    at: { space: space.slug, component: component.slug },
    address: `${list.localPart}@${LISTS_DOMAIN}`,
  };
}

export async function subscribeTo(
  site: TestSite,
  { list }: Pick<MadeList, 'list'>,
  person: Pick<MadePerson, 'id'>,
  chosen: { delivery?: 'each' | 'digest' | 'archive'; showsAddress?: boolean } = {},
): Promise<void> {
  await subscribe(site.db, list.organisationId, list.id, person.id, {
    delivery: 'each',
    showsAddress: false,
    ...chosen,
  });
}

/** A mail as somebody's own mail server hands it to ours. `vouched`: whether that of the host says they sent it. */
export async function sendMail(
  port: number,
  mail: {
    from: string;
    to: string;
    subject?: string;
    text?: string;
    html?: string;
    headers?: Record<string, string>;
    messageId?: string;
    inReplyTo?: string;
    attachments?: { filename: string; content: Buffer | string; contentType?: string }[];
    /** The envelope sender; left out: the same as in From. '': none. */
    returnPath?: string;
    vouched?: boolean;
    lmtp?: boolean;
    raw?: string;
  },
): Promise<{ response: string; messageId: string }> {
  const transport = createTransport({
    host: '127.0.0.1',
    port,
    secure: false,
    ignoreTLS: true,
    ...(mail.lmtp && { lmtp: true }),
  });
  const { vouched = true, returnPath, to, lmtp: _, ...given } = mail;
  const address = /<([^>]+)>/.exec(mail.from)?.[1] ?? mail.from;
  const domain = address.split('@')[1];
  try {
    return await transport.sendMail({
      subject: 'Le captage de la source',
      text: 'Bonjour à tout le monde.',
      ...given,
      to,
      envelope: { from: returnPath ?? address, to: [to] },
      headers: {
        ...(vouched && {
          'Authentication-Results': `${AUTHSERV}; dmarc=pass header.from=${domain}`,
        }),
        ...given.headers,
      },
    });
  } finally {
    transport.close();
  }
}

/** Everything that waits leaves through this mail server, as the jobs of a running site send it. */
export async function runJobsThrough(site: TestSite, port: number): Promise<void> {
  const config = { ...site.config, smtpUrl: `smtp://127.0.0.1:${port}` };
  const jobs = openJobs({ db: site.db, config, postman: openPostman(config) });
  await runDueJobs(site.pool, jobs);
}

/** A message as somebody writes it on the site; its id. */
export async function writeMessage(
  site: TestSite,
  { list }: Pick<MadeList, 'list'>,
  author: Pick<MadePerson, 'id'>,
  written: { subject?: string; body?: string; answers?: string; files?: readonly File[] } = {},
): Promise<string> {
  const done = await writeToList(site, list, {
    authorId: author.id,
    subject: 'Le captage de la source',
    body: 'Bonjour à tout le monde.',
    ...written,
  });
  if (!done.ok) throw new Error(done.refusal);
  return done.id;
}
