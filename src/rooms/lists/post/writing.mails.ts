import { randomUUID } from 'node:crypto';
import type { Config } from '../../../platform/config.ts';
import type { Database } from '../../../platform/database/database.ts';
import {
  admitMessage,
  type MailingList,
  type PostRefusal,
  tidySubject,
  type Waiting,
} from '../list.ts';
import { findMail, findMessage } from '../message.store.ts';
import { type CleanedFiles, cleanFiles } from './keeping-files.mails.ts';
import { findFacts, keepMessage } from './receiving.mails.ts';

export interface WebMessage {
  authorId: string;
  subject: string;
  body: string;
  files?: readonly File[];
  /** Id of the message that it answers; left out: it begins a thread. */
  answers?: string;
  /** Of the form: sent twice, it writes once. */
  formId?: string;
}

export type Writing =
  | { ok: true; id: string; waits: Waiting | null; dropped: CleanedFiles['dropped'] }
  | { ok: false; refusal: PostRefusal };

/** Writes to a list for somebody who is signed in: what a mail of theirs does, but that nobody doubts who they are. */
export async function writeToList(
  { db, config }: { db: Database; config: Config },
  list: MailingList,
  { authorId, subject, body, files = [], answers, formId = randomUUID() }: WebMessage,
): Promise<Writing> {
  const isEmpty = body === '' && files.length === 0;
  const facts = await findFacts(db, list, authorId, { isProven: true, isEmpty });
  const admitted = admitMessage(facts);
  if (!admitted.ok) return admitted;
  if (!facts.subscription) return { ok: false, refusal: 'not-subscribed' };
  const parent = answers ? await findMessage(db, list.organisationId, answers) : null;
  const cleaned = await cleanFiles(config, files);
  const mailId = `site-${formId}@${config.lists.domain ?? 'palabre.invalid'}`;
  const written = {
    authorId,
    senderName: '',
    senderEmail: '',
    mailId,
    answers: parent ? [parent.mailId] : [],
    subject: parent ? parent.subject : tidySubject(subject, list.prefix),
    body,
    quoted: '',
    cameBy: 'web' as const,
    dropped: cleaned.dropped,
  };
  const { waits } = admitted;
  const id = await db
    .transaction()
    .execute((tx) => keepMessage(tx, config, list, { written, files: cleaned, waits }));
  // the same form was sent before
  const known = id ?? (await findMail(db, list.organisationId, list.id, mailId))!;
  return { ok: true, id: known, waits, dropped: cleaned.dropped };
}
