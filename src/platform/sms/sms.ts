import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { Db } from '../database/database.ts';
import { queueJob } from '../jobs/queue.ts';
import { outboxFolder } from '../mail/mail.ts';
import { openSealed, sealText } from '../secrets/seal.ts';
import type { SmsGatewaySettings } from './sms-settings.ts';
import { fillTemplate, isJson, type SmsFields } from './sms-template.ts';

export interface Sms {
  /** E.164 */
  to: string;
  text: string;
  /** After this instant it is of no use, and is not sent any more: a code that has ended. */
  until?: Date;
}

/** What waits in the queue. Number and text are sealed: a copy of the database holds neither. */
export type QueuedSms = { id: string; sealed: string; until: string | null };

const PURPOSE = 'palabre-sms-v1';

/**
 * Queues a message in the writer's transaction: it exists if and only if the rows do. `sms: null` queues
 * one that is never sent, so that who asks cannot tell by the time it takes. `key`: 32 bytes of platform/keys.
 */
export async function queueSms(db: Db, key: Uint8Array, sms: Sms | null): Promise<void> {
  if (sms && !/^\+[1-9]\d{5,14}$/.test(sms.to)) throw new Error('Not a number in E.164.');
  const { to, text } = sms ?? { to: '', text: '' };
  const queued: QueuedSms = {
    id: randomUUID(),
    sealed: sealText(key, PURPOSE, JSON.stringify({ to, text })),
    until: sms?.until?.toISOString() ?? null,
  };
  await queueJob(db, 'send-sms', queued, { priority: -10 });
}

export interface SmsGateway {
  send(sms: Sms, id: string): Promise<void>;
}

/**
 * The job `send-sms`: thrown errors make it try again, more and more slowly. A message is tried until it is
 * taken, so a process killed between the gateway's yes and our own note of it tries once more with the
 * same id (`Idempotency-Key`); a code has ended by then and is not sent twice.
 */
export async function sendQueuedSms(
  gateway: SmsGateway,
  key: Uint8Array,
  { id, sealed, until }: QueuedSms,
): Promise<void> {
  const opened = openSealed(key, PURPOSE, sealed);
  if (opened === null) throw new Error('An SMS that was sealed with another key.');
  const { to, text } = JSON.parse(opened) as { to: string; text: string };
  // real time, as the queue's own
  if (to === '' || (until !== null && Date.parse(until) <= Date.now())) return;
  await gateway.send({ to, text }, id);
}

/** The gateway when it is set; otherwise every message lands as a file in `var/outbox`, to be read at /_mails. */
export function openSmsGateway(config: Config): SmsGateway {
  const { gateway, sender } = config.sms;
  return {
    send: (sms, id) =>
      gateway
        ? ask(gateway, { to: sms.to, text: sms.text, sender, id })
        : keep(outboxFolder(config), { ...sms, sender }),
  };
}

/** What went wrong is said without number, text or secret: it lands in the queue and in logs. */
async function ask(settings: SmsGatewaySettings, fields: SmsFields): Promise<void> {
  const { url, method, headers, body, expected, patience } = settings;
  const response = await fetch(fillTemplate(url, fields), {
    method,
    headers: {
      ...(body && {
        'content-type': isJson(body) ? 'application/json' : 'application/x-www-form-urlencoded',
      }),
      'idempotency-key': fields.id,
      ...headers,
    },
    ...(body && { body: fillTemplate(body, fields) }),
    // a redirect would carry the secret to somebody else
    redirect: 'manual',
    signal: AbortSignal.timeout(patience),
  }).catch((error: unknown) => {
    throw new Error(`SMS gateway: ${reasonOf(error)}`);
  });
  await response.body?.cancel().catch(() => undefined);
  const taken = expected.length > 0 ? expected.includes(response.status) : response.ok;
  if (!taken) throw new Error(`SMS gateway: status ${response.status}`);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no answer';
  if (error.name === 'TimeoutError') return 'no answer in time';
  const cause = error.cause;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'no answer';
}

/** A message of the outbox, as it would have been sent. */
export interface KeptSms {
  to: string;
  sender: string;
  text: string;
  /** ISO 8601, UTC */
  sentAt: string;
}

async function keep(folder: string, sms: Omit<KeptSms, 'sentAt'>): Promise<void> {
  await mkdir(folder, { recursive: true });
  const sentAt = new Date().toISOString();
  const kept: KeptSms = { to: sms.to, sender: sms.sender, text: sms.text, sentAt };
  const name = `${sentAt.replaceAll(':', '-')}-${randomUUID().slice(0, 8)}.sms`;
  await writeFile(join(folder, `.${name}`), JSON.stringify(kept));
  await rename(join(folder, `.${name}`), join(folder, name));
}
