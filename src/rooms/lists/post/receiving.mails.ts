import type { Config } from '../../../platform/config.ts';
import { type Database, readNow, type Tx } from '../../../platform/database/database.ts';
import { openStorage } from '../../../platform/files/index.ts';
import {
  findComponentById,
  findSpaceById,
  listSpaceReaders,
  stateOf,
} from '../../consultations/index.ts';
import { findAccounts, readEmail } from '../../identity/index.ts';
import { isSuspended } from '../../moderation/index.ts';
import { findMachineMark, isVouchedFor, readReturned } from '../incoming.ts';
import { findList } from '../list.store.ts';
import {
  admitMessage,
  type MailingList,
  type PostFacts,
  tidySubject,
  type Waiting,
} from '../list.ts';
import { countUnproven, findMail, insertMessage } from '../message.store.ts';
import type { WrittenMessage } from '../message.ts';
import { findSubscription, recordBounce } from '../subscription.store.ts';
import { askForProof, tellPaused } from './asking.mails.ts';
import { type CleanedFiles, cleanFiles, keepFiles } from './keeping-files.mails.ts';
import { type ParsedMail, parseMail } from './parsing.mails.ts';
import { publishMessage } from './publishing.mails.ts';
import { NO_AUTHOR, refusalAnswers, type SmtpAnswer, TAKEN } from './smtp-answers.ts';

export interface ReceivingTools {
  db: Database;
  config: Config;
}

/** One mail, to one list: what stands in the database when it is answered is all that will ever be known of it. */
export async function receiveMail(
  tools: ReceivingTools,
  list: MailingList,
  raw: Buffer,
  envelopeFrom: string,
): Promise<SmtpAnswer> {
  const mail = await parseMail(raw);
  if (findMachineMark(mail.headers, envelopeFrom)) return TAKEN;
  const from = mail.from && readEmail(mail.from.address);
  if (!mail.from || !from || typeof from === 'string') return NO_AUTHOR;
  const { db, config } = tools;
  const { organisationId } = list;
  if (await findMail(db, organisationId, list.id, mail.mailId)) return TAKEN;
  const personId =
    (await findAccounts(db, organisationId, [from.mailbox])).get(from.mailbox) ?? null;
  const isProven = isVouchedFor(
    mail.headers,
    config.lists.authserv,
    from.email.split('@')[1]!.toLowerCase(),
  );
  const facts = await findFacts(db, list, personId, { isProven, isEmpty: isEmpty(mail) });
  const admitted = admitMessage(facts);
  if (!admitted.ok) return refusalAnswers[admitted.refusal];
  // who has not subscribed is nobody in particular, whatever account that address has
  const isAuthor = facts.subscription !== null;
  const files = await cleanFiles(config, mail.files, mail.surplus);
  const written: WrittenMessage = {
    authorId: isAuthor ? personId : null,
    senderName: isAuthor ? '' : mail.from.name,
    senderEmail: isAuthor ? '' : from.email,
    mailId: mail.mailId,
    answers: mail.answers,
    subject: tidySubject(mail.subject, list.prefix),
    body: mail.body,
    quoted: mail.quoted,
    cameBy: 'mail',
    dropped: files.dropped,
  };
  await db
    .transaction()
    .execute((tx) => keepMessage(tx, config, list, { written, files, waits: admitted.waits }));
  return TAKEN;
}

const isEmpty = ({ body, files, surplus }: ParsedMail): boolean =>
  body === '' && files.length === 0 && surplus.length === 0;

/** What is known of whoever says they wrote it. */
export async function findFacts(
  db: Database | Tx,
  list: MailingList,
  personId: string | null,
  { isProven, isEmpty }: Pick<PostFacts, 'isProven' | 'isEmpty'>,
): Promise<PostFacts> {
  const { organisationId } = list;
  const component = (await findComponentById(db, organisationId, list.componentId))!;
  const space = (await findSpaceById(db, organisationId, component.spaceId))!;
  const isOpen = stateOf(component, space, await readNow(db)) === 'open' && !component.isHidden;
  const known = personId ? [personId] : [];
  return {
    list: isOpen
      ? list
      : { ...list, closedAt: list.closedAt ?? space.closedAt ?? (await readNow(db)) },
    subscription: personId ? await findSubscription(db, organisationId, list.id, personId) : null,
    isProven,
    isSuspended: personId !== null && (await isSuspended(db as Database, organisationId, personId)),
    isReader: (await listSpaceReaders(db, organisationId, space.id, known)).length > 0,
    unproven: personId ? await countUnproven(db, organisationId, list.id, personId) : 0,
    isEmpty,
  };
}

/**
 * Writes a message with its files, and what follows of it: its letters, or a question to whoever it names. Gives its id; null: a mail
 * of this name came first.
 */
export async function keepMessage(
  tx: Tx,
  config: Config,
  list: MailingList,
  {
    written,
    files,
    waits,
  }: { written: WrittenMessage; files: CleanedFiles; waits: Waiting | null },
): Promise<string | null> {
  const { organisationId } = list;
  // nobody closes it between the question and the answer
  await findList(tx, organisationId, list.id, { held: true });
  const id = await insertMessage(tx, organisationId, list.id, written, waits);
  if (id === null) return null;
  const { authorId } = written;
  await keepFiles(tx, openStorage(config), organisationId, { id, authorId }, files.uploads);
  if (waits === null) await publishMessage(tx, list, id, null);
  if (waits === 'proof')
    await askForProof(tx, config, list, id, { ...written, authorId: authorId! });
  return id;
}

/** A letter of ours that came back: counted, and its reader told where their subscription is paused by it. Never passed on. */
export async function receiveReturned(
  { db }: ReceivingTools,
  letterId: string,
  raw: Buffer,
): Promise<SmtpAnswer> {
  if (readReturned(await parseMail(raw)) === 'soft') return TAKEN;
  await db.transaction().execute(async (tx) => {
    const paused = await recordBounce(tx, letterId);
    if (paused) await tellPaused(tx, paused);
  });
  return TAKEN;
}
