/**
 * A discussion list (« liste de discussion », R154): a component of a space that people also read and write by mail. What it is,
 * what its form asks for, and what becomes of what somebody sends to it. Pure.
 */

/** What becomes of a mail of somebody who has not subscribed. */
export const STRANGERS = ['refused', 'read-first'] as const;
export type Strangers = (typeof STRANGERS)[number];

/** Which messages of subscribers somebody of the team reads before the others do. */
export const MODERATIONS = ['none', 'first', 'all'] as const;
export type Moderation = (typeof MODERATIONS)[number];

/** How a subscriber reads it. */
export const DELIVERIES = ['each', 'digest', 'archive'] as const;
export type Delivery = (typeof DELIVERIES)[number];

export interface WrittenList {
  /** What stands before the @ of its address. */
  localPart: string;
  /** Before every subject, without brackets; '': none. */
  prefix: string;
  strangers: Strangers;
  moderation: Moderation;
  /** Bytes of the largest mail, its attachments included. */
  mostBytes: number;
}

export interface MailingList extends WrittenList {
  id: string;
  organisationId: string;
  componentId: string;
  version: number;
  closedAt: Date | null;
}

export interface Subscription {
  id: string;
  personId: string;
  delivery: Delivery;
  showsAddress: boolean;
  /** Somebody of the team has read a first message of theirs. */
  isTrusted: boolean;
  pausedAt: Date | null;
}

export const MEBIBYTE = 1024 * 1024;
const FEWEST_MEBIBYTES = 1;
const MOST_MEBIBYTES = 15;
const PREFIX_LENGTH = 30;
export const SUBJECT_LENGTH = 200;
export const BODY_LENGTH = 20_000;
export const MOST_FILES = 10;

/** Addresses that a mail server owes to somebody else (RFC 2142), and that would be taken for the organisation’s own. */
const RESERVED = new Set([
  ...[
    'abuse',
    'admin',
    'administrator',
    'hostmaster',
    'mailer-daemon',
    'noc',
    'no-reply',
    'noreply',
  ],
  ...['ne-pas-repondre', 'postmaster', 'root', 'security', 'webmaster', 'www'],
]);

export type ListField = 'localPart' | 'prefix' | 'mostBytes' | 'strangers' | 'moderation';
export type ListRefusal =
  | 'local-missing'
  | 'local-wrong'
  | 'local-reserved'
  | 'local-taken'
  | 'prefix-wrong'
  | 'size-wrong'
  | 'choice-missing';

/** What is wrong with its settings, by field. */
export function checkList(written: WrittenList): Partial<Record<ListField, ListRefusal>> {
  const { localPart, prefix, mostBytes, strangers, moderation } = written;
  const refusals: Partial<Record<ListField, ListRefusal>> = {};
  if (localPart === '') refusals.localPart = 'local-missing';
  // an id of 32 figures and `+bounce-` follow it, and all of it is at most 64 characters (RFC 5321, 4.5.3.1.1)
  else if (!/^[a-z0-9](?:[a-z0-9.-]{0,22}[a-z0-9])?$/.test(localPart) || localPart.includes('..'))
    refusals.localPart = 'local-wrong';
  else if (RESERVED.has(localPart)) refusals.localPart = 'local-reserved';
  if ([...prefix].length > PREFIX_LENGTH || /[\r\n[\]]/.test(prefix))
    refusals.prefix = 'prefix-wrong';
  const mebibytes = mostBytes / MEBIBYTE;
  if (!Number.isInteger(mebibytes) || mebibytes < FEWEST_MEBIBYTES || mebibytes > MOST_MEBIBYTES)
    refusals.mostBytes = 'size-wrong';
  if (!STRANGERS.includes(strangers)) refusals.strangers = 'choice-missing';
  if (!MODERATIONS.includes(moderation)) refusals.moderation = 'choice-missing';
  return refusals;
}

/** Why a message waits: nobody has proven who wrote it, or somebody of the team reads it first. */
export type Waiting = 'proof' | 'stranger' | 'first' | 'all';

export type PostRefusal =
  /** Only subscribers write to it. */
  | 'not-subscribed'
  /** Its claimed author may not publish now. */
  | 'suspended'
  /** Its claimed author may not read the space any more. */
  | 'not-reader'
  | 'list-closed'
  /** Too many wait already for a proof. */
  | 'proof-owed'
  | 'empty';

export interface PostFacts {
  list: Pick<MailingList, 'strangers' | 'moderation' | 'closedAt'>;
  /** null: whoever it says wrote it has not subscribed. */
  subscription: Pick<Subscription, 'isTrusted'> | null;
  /** Whether they wrote it beyond doubt: signed in, or vouched for by the host’s mail server. */
  isProven: boolean;
  isSuspended: boolean;
  /** Whether they may read the space now. */
  isReader: boolean;
  /** How many messages in their name wait for their word. */
  unproven: number;
  isEmpty: boolean;
}

/** How many messages in somebody’s name may wait for their word at once: nobody fills a mailbox with our questions. */
const MOST_UNPROVEN = 3;

/** What becomes of a message: published now (`waits: null`), kept until somebody says more, or refused. */
export function admitMessage(
  facts: PostFacts,
): { ok: true; waits: Waiting | null } | { ok: false; refusal: PostRefusal } {
  const { list, subscription } = facts;
  if (list.closedAt) return { ok: false, refusal: 'list-closed' };
  if (facts.isSuspended) return { ok: false, refusal: 'suspended' };
  if (facts.isEmpty) return { ok: false, refusal: 'empty' };
  if (!subscription)
    return list.strangers === 'refused'
      ? { ok: false, refusal: 'not-subscribed' }
      : { ok: true, waits: 'stranger' };
  if (!facts.isReader) return { ok: false, refusal: 'not-reader' };
  if (!facts.isProven)
    return facts.unproven >= MOST_UNPROVEN
      ? { ok: false, refusal: 'proof-owed' }
      : { ok: true, waits: 'proof' };
  return { ok: true, waits: readFirst(list, subscription) };
}

/** Whether somebody of the team reads a proven message of a subscriber first. */
export const readFirst = (
  { moderation }: Pick<MailingList, 'moderation'>,
  { isTrusted }: Pick<Subscription, 'isTrusted'>,
): 'first' | 'all' | null => {
  if (moderation === 'all') return 'all';
  return moderation === 'first' && !isTrusted ? 'first' : null;
};

/** How many letters of a month may come back before their reader’s subscription is paused. */
export const MOST_BOUNCES = 3;

/** The subject as the archive calls it: without the list’s own mark, in whatever order mail programs put it. */
export function tidySubject(subject: string, prefix: string): string {
  const mark = prefix === '' ? null : `[${prefix}]`.toLocaleLowerCase();
  let rest = subject.replaceAll(/\s+/g, ' ').trim();
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(/^(?:(?:re|réf?|fwd?|tr|aw|sv)\s*(?:\[\d+\])?\s*:\s*)+/iu, '');
    if (mark && rest.toLocaleLowerCase().startsWith(mark)) rest = rest.slice(mark.length).trim();
  }
  return [...rest].slice(0, SUBJECT_LENGTH).join('').trim();
}

/** The subject as it is sent: « [eau] Re: Le captage ». */
export const mailSubject = (
  { subject, isReply }: { subject: string; isReply: boolean },
  prefix: string,
): string => [prefix && `[${prefix}]`, isReply && 'Re:', subject].filter(Boolean).join(' ');
