/** Asking for a code by mail and typing it, without an account: a mailbox is proven for one poll (W10, W13). */
import { isDisposableEmailDomain } from 'disposable-email-domains-js';
import { countHit, waitOf } from '../../../platform/http/limits.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import type { Locale } from '../../../platform/locale/locale.ts';
import { queueMail } from '../../../platform/mail/mail.ts';
import { hashSecret, newToken } from '../../../platform/secrets/token.ts';
import { type EmailRefusal, readUsableEmail } from '../../identity/index.ts';
import {
  hashCode,
  hashContact,
  hashLimited,
  newSmsCode,
  openAsking,
  sealAsking,
} from '../contact/contact-code.crypto.ts';
import {
  queueForgettingCodes,
  saveContactCode,
  spendContactCode,
} from '../contact/contact-code.store.ts';
import type { Mark } from '../mark.ts';
import { networkOf, readSmsCode, TYPED_LIMIT } from '../phone/phone-code.ts';
import type { PhoneVisit } from '../phone/phone-proof.jobs.ts';
import { writeMailboxCode } from './mailbox-code.mails.ts';
import type { MailboxCodeRefusal } from './mailbox-code.ts';

/** Mails to one mailbox, whoever asks. */
const MAILBOX_LIMITS = [
  { hits: 5, seconds: 3600 },
  { hits: 20, seconds: 24 * 3600 },
];

/** A school of a thousand voters has one address, and a mail costs nothing: wide, but not for a machine. */
const FROM_NETWORK = [
  { hits: 60, seconds: 60 },
  { hits: 1200, seconds: 3600 },
];

export interface MailboxVisit extends PhoneVisit {
  organisation: PhoneVisit['organisation'] & { contactEmail: string };
}

/** Sends a code, or says what is wrong with the address. Over its limit an address gets the same answer and no mail. */
export async function sendMailboxCode(
  visit: MailboxVisit,
  asked: { email: string; locale: Locale; asking: string },
): Promise<{ ok: true; asking: string } | { ok: false; refusal: EmailRefusal }> {
  const { db, config, organisation, pollId } = visit;
  const email = readUsableEmail(asked.email, isDisposableEmailDomain);
  if (typeof email === 'string') return { ok: false, refusal: email };
  const key = openKeys(config.keysFolder).rollKey();
  await limitNetwork(visit, 'mail-from', FROM_NETWORK);
  const tired = await isTired(visit, key, email.mailbox);
  const before = openAsking(key, pollId, asked.asking);
  const browser = before?.contact === email.email ? before.browser : newToken();
  const browserHash = hashSecret(browser);
  const code = newSmsCode();
  await db.transaction().execute(async (tx) => {
    await saveContactCode(
      tx,
      {
        organisationId: organisation.id,
        pollId,
        browserHash,
        contactHash: hashContact(key, pollId, email.mailbox),
        codeHash: hashCode(key, browserHash, code),
      },
      { unlessThere: tired },
    );
    await queueForgettingCodes(tx);
    if (!tired)
      await queueMail(tx, writeMailboxCode(organisation, email.email, asked.locale, code));
  });
  return { ok: true, asking: sealAsking(key, { pollId, browser, contact: email.email }) };
}

/** The address that this browser asked a code for; null: it asked for none in this poll. */
export function readAskedMailbox(
  { config, pollId }: Pick<MailboxVisit, 'config' | 'pollId'>,
  asking: string,
): string | null {
  return openAsking(openKeys(config.keysFolder).rollKey(), pollId, asking)?.contact ?? null;
}

/** A code typed in the browser that asked for it. It proves its mailbox once; after that the code is gone. */
export async function checkMailboxCode(
  visit: MailboxVisit,
  typed: { code: string; asking: string },
): Promise<{ ok: true; proven: Mark } | { ok: false; refusal: MailboxCodeRefusal }> {
  const { db, config, organisation, pollId } = visit;
  if (typed.code.trim() === '') return { ok: false, refusal: 'code-missing' };
  const code = readSmsCode(typed.code);
  if (code === null) return { ok: false, refusal: 'code-unreadable' };
  const key = openKeys(config.keysFolder).rollKey();
  await limitNetwork(visit, 'mail-typed', [TYPED_LIMIT]);
  const asking = openAsking(key, pollId, typed.asking);
  const email = readUsableEmail(asking?.contact ?? '', () => false);
  const mailbox = typeof email === 'string' ? '' : email.mailbox;
  const browserHash = hashSecret(asking?.browser ?? '');
  const right = await spendContactCode(db, {
    organisationId: organisation.id,
    pollId,
    browserHash,
    contactHash: hashContact(key, pollId, mailbox),
    codeHash: hashCode(key, browserHash, code),
  });
  return right
    ? { ok: true, proven: { kind: 'mailbox', value: mailbox } }
    : { ok: false, refusal: 'code-refused' };
}

async function limitNetwork(
  { db, config, address }: MailboxVisit,
  what: string,
  limits: readonly { hits: number; seconds: number }[],
): Promise<void> {
  const key = openKeys(config.keysFolder).rollKey();
  const network = hashLimited(key, 'network', networkOf(address));
  for (const limit of limits)
    await countHit(db, { key: `${what}-${limit.seconds}:${network}`, ...limit });
}

/** Every counter is asked, whatever the first says. */
async function isTired({ db }: MailboxVisit, key: Uint8Array, mailbox: string): Promise<boolean> {
  const own = hashLimited(key, 'mailbox', mailbox);
  let tired = false;
  for (const limit of MAILBOX_LIMITS) {
    const hit = { key: `mail-to-${limit.seconds}:${own}`, ...limit };
    tired = (await waitOf(() => countHit(db, hit))) !== null || tired;
  }
  return tired;
}
