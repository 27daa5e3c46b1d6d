/** Asking for a code by SMS and typing it: the edge between the voter's path, the limits and the queue. */
import type { Config } from '../../../platform/config.ts';
import type { Database } from '../../../platform/database/database.ts';
import { countHit, waitOf } from '../../../platform/http/limits.ts';
import type { Jobs } from '../../../platform/jobs/worker.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import type { Locale } from '../../../platform/locale/locale.ts';
import { hashSecret, newToken } from '../../../platform/secrets/token.ts';
import { queueSms } from '../../../platform/sms/sms.ts';
import { type PhoneRefusal, readMobile, writeMobile } from '../../../platform/text/phone.ts';
import {
  hashCode,
  hashContact,
  hashLimited,
  newSmsCode,
  openAsking,
  sealAsking,
} from '../contact/contact-code.crypto.ts';
import {
  forgetEndedCodes,
  queueForgettingCodes,
  saveContactCode,
  spendContactCode,
} from '../contact/contact-code.store.ts';
import { writePhoneCode } from './phone-code.mails.ts';
import {
  type AskRefusal,
  BLOCK_LIMIT,
  CODE_MINUTES,
  type CodeRefusal,
  NETWORK_LIMITS,
  NUMBER_LIMITS,
  networkOf,
  type PhoneMark,
  readSmsCode,
  TYPED_LIMIT,
} from './phone-code.ts';

/** The part of a `Visit` that is needed here, and the poll that is voted in. */
export interface PhoneVisit {
  db: Database;
  config: Config;
  organisation: { id: string; name: string; host: string };
  /** The caller's network address. */
  address: string;
  pollId: string;
}

interface AskedCode {
  /** As typed. */
  phone: string;
  locale: Locale;
  /** What this browser kept from its last asking, '' for the first. */
  asking: string;
}

type Sent =
  /** `asking`: to be kept by this browser in a cookie for `CODE_MINUTES`, HttpOnly. */
  | { ok: true; asking: string }
  /** `wait`: seconds, where asking later helps. */
  | { ok: false; refusal: PhoneRefusal | AskRefusal; wait?: number };

/** Sends a code, or says what is wrong with the number. What is known of a number changes neither answer nor time. */
export async function sendPhoneCode(visit: PhoneVisit, asked: AskedCode): Promise<Sent> {
  const { db, config, organisation, pollId } = visit;
  const key = openKeys(config.keysFolder).rollKey();
  const mobile = readMobile(asked.phone, config.sms.countries);
  if (typeof mobile === 'string') return { ok: false, refusal: mobile };
  const { e164 } = mobile;
  const crowded = await waitOf(async () => {
    const network = hashLimited(key, 'network', networkOf(visit.address));
    for (const limit of NETWORK_LIMITS)
      await countHit(db, { key: `sms-from-${limit.seconds}:${network}`, ...limit });
  });
  if (crowded) return { ok: false, refusal: 'phone-too-often', wait: crowded };
  const tooMany = await isNumberTired(db, key, e164);
  const busy = await waitOf(() =>
    countHit(db, {
      key: `sms-of:${organisation.id}`,
      hits: config.sms.perHour,
      seconds: 3600,
      // what is not sent costs nothing
      weight: tooMany ? 0 : 1,
    }),
  );
  if (busy) return { ok: false, refusal: 'phone-busy', wait: busy };

  const before = openAsking(key, pollId, asked.asking);
  const browser = before?.contact === e164 ? before.browser : newToken();
  const browserHash = hashSecret(browser);
  const code = newSmsCode();
  const until = new Date(Date.now() + CODE_MINUTES * 60_000);
  const text = writePhoneCode(organisation, asked.locale, code);
  await db.transaction().execute(async (tx) => {
    const place = { organisationId: organisation.id, pollId, browserHash };
    const hashes = {
      contactHash: hashContact(key, pollId, e164),
      codeHash: hashCode(key, browserHash, code),
    };
    await saveContactCode(tx, { ...place, ...hashes }, { unlessThere: tooMany });
    await queueSms(tx, key, tooMany ? null : { to: e164, text, until });
    await queueForgettingCodes(tx);
  });
  return { ok: true, asking: sealAsking(key, { pollId, browser, contact: e164 }) };
}

/** The number that a browser asked a code for, as its owner reads it; null when it asked for none in this poll. */
export function readAskedNumber(config: Config, pollId: string, asking: string): string | null {
  const asked = openAsking(openKeys(config.keysFolder).rollKey(), pollId, asking);
  return asked && writeMobile(asked.contact, config.sms.countries);
}

type Checked = { ok: true; proven: PhoneMark } | { ok: false; refusal: CodeRefusal; wait?: number };

/** A code typed in the browser that asked for it. It proves its number once; after that the code is gone. */
export async function checkPhoneCode(
  visit: Omit<PhoneVisit, 'organisation'> & { organisation: { id: string } },
  typed: { code: string; asking: string },
): Promise<Checked> {
  const { db, config, organisation, pollId } = visit;
  const key = openKeys(config.keysFolder).rollKey();
  if (typed.code.trim() === '') return { ok: false, refusal: 'code-missing' };
  const code = readSmsCode(typed.code);
  if (code === null) return { ok: false, refusal: 'code-unreadable' };
  const network = hashLimited(key, 'network', networkOf(visit.address));
  const wait = await waitOf(() => countHit(db, { key: `sms-typed:${network}`, ...TYPED_LIMIT }));
  if (wait) return { ok: false, refusal: 'code-too-often', wait };
  // a browser that never asked takes the same way as one whose code is wrong
  const asked = openAsking(key, pollId, typed.asking);
  const [browser, e164] = [asked?.browser ?? '', asked?.contact ?? ''];
  const browserHash = hashSecret(browser);
  const right = await spendContactCode(db, {
    organisationId: organisation.id,
    pollId,
    browserHash,
    contactHash: hashContact(key, pollId, e164),
    codeHash: hashCode(key, browserHash, code),
  });
  if (!right) return { ok: false, refusal: 'code-refused' };
  return { ok: true, proven: { kind: 'phone', value: e164 } };
}

export function phoneJobs({ db }: { db: Database }): Jobs {
  return { 'forget-contact-codes': () => forgetEndedCodes(db) };
}

/** Whether a number, or the thousand around it, has had enough. Every counter is asked, so it takes the same time. */
async function isNumberTired(db: Database, key: Uint8Array, e164: string): Promise<boolean> {
  const number = hashLimited(key, 'number', e164);
  const block = hashLimited(key, 'block', e164.slice(0, -3));
  const limits = [
    ...NUMBER_LIMITS.map((limit) => ({ key: `sms-to-${limit.seconds}:${number}`, ...limit })),
    { key: `sms-block:${block}`, ...BLOCK_LIMIT },
  ];
  let tired = false;
  for (const limit of limits) tired = (await waitOf(() => countHit(db, limit))) !== null || tired;
  return tired;
}
