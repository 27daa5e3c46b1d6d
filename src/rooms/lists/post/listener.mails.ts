import { rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import { findComponentById } from '../../consultations/index.ts';
import { readRecipient } from '../incoming.ts';
import { findListOfAddress } from '../list.store.ts';
import { type MailingList, MEBIBYTE } from '../list.ts';
import { type ReceivingTools, receiveMail, receiveReturned } from './receiving.mails.ts';
import { LATER, ONE_AT_A_TIME, type SmtpAnswer, TAKEN, tooLarge, UNKNOWN } from './smtp-answers.ts';

export interface ListListener {
  /** null: it listens on a socket of the file system. */
  port: number | null;
  stop(): Promise<void>;
}

interface Recipient {
  list: MailingList;
  letterId: string | null;
}

/** What is announced: larger than any list takes, so that each says in its own words how much it does. */
const ANNOUNCED = 40 * MEBIBYTE;
const PATIENCE = 60_000;

/**
 * Listens for the host's mail server (PALABRE_LISTS_LISTEN), which alone is reached from outside: neither passwords nor encryption
 * on the way of one machine. null: nothing is to listen.
 */
export async function startListListener(tools: ReceivingTools): Promise<ListListener | null> {
  const { listen, domain } = tools.config.lists;
  if (!listen || !domain) return null;
  const waiting = new WeakMap<object, Recipient>();
  const server = new SMTPServer({
    lmtp: listen.lmtp,
    name: domain,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    size: ANNOUNCED,
    maxClients: 20,
    socketTimeout: PATIENCE,
    closeTimeout: 5000,
    onRcptTo({ address }, session, done) {
      const { mailFrom, rcptTo } = session.envelope;
      if (rcptTo.length > 0) return done(asError(ONE_AT_A_TIME));
      findRecipient(tools, address, domain).then((recipient) => {
        if (!recipient) return done(asError(UNKNOWN));
        const args = mailFrom ? mailFrom.args : false;
        const announced = args ? Number(args.SIZE ?? 0) : 0;
        // refused before a single byte of it is sent
        if (announced > recipient.list.mostBytes)
          return done(asError(tooLarge(recipient.list.mostBytes)));
        waiting.set(session, recipient);
        done();
      }, later(done));
    },
    onData(stream, session, done) {
      const recipient = waiting.get(session)!;
      const { mailFrom } = session.envelope;
      const answer = async (): Promise<SmtpAnswer> => {
        const raw = await readAtMost(stream, recipient.list.mostBytes);
        if (!raw) return tooLarge(recipient.list.mostBytes);
        if (recipient.letterId) return receiveReturned(tools, recipient.letterId, raw);
        return receiveMail(tools, recipient.list, raw, mailFrom ? mailFrom.address : '');
      };
      answer().then(
        (given) => (given.code === 250 ? done(null, TAKEN.words) : done(asError(given))),
        later(done),
      );
    },
  });
  server.on('error', (error) => console.error('lists:', error.message));
  const path = 'path' in listen ? listen.path : null;
  if (path) await rm(path, { force: true });
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    const ready = () => {
      server.server.off('error', reject);
      resolve();
    };
    if ('path' in listen) server.listen(listen.path, ready);
    else server.listen(listen.port, listen.host, ready);
  });
  return {
    port: path ? null : (server.server.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Whatever fails on our side is tried again by whoever sends: nothing is lost, and nothing is told of us. */
const later = (done: (error: Error) => void) => (error: unknown) => {
  console.error('lists:', error);
  done(asError(LATER));
};

const asError = ({ code, words }: SmtpAnswer): Error =>
  Object.assign(new Error(words), { responseCode: code });

/** A list that somebody reads here, or a letter of it that comes back. */
async function findRecipient(
  { db }: ReceivingTools,
  address: string,
  domain: string,
): Promise<Recipient | null> {
  const read = readRecipient(address, domain);
  const list = read && (await findListOfAddress(db, read.localPart));
  if (!list) return null;
  // what comes back to a closed list still tells of a mailbox
  if (read.letterId) return { list, letterId: read.letterId };
  const component = await findComponentById(db, list.organisationId, list.componentId);
  return component && !component.isHidden ? { list, letterId: null } : null;
}

/** All of it; null once it is larger: the rest is let go by as it comes, and the connection stays as it was. */
async function readAtMost(stream: SMTPServerDataStream, most: number): Promise<Buffer | null> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes <= most) pieces.push(piece);
    else pieces.length = 0;
  }
  return bytes > most ? null : Buffer.concat(pieces);
}
