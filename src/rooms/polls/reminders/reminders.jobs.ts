import { setImmediate } from 'node:timers/promises';
import { dayInParis } from '../../../platform/clock/paris.ts';
import { originOf } from '../../../platform/http/origin.ts';
import { queueJob } from '../../../platform/jobs/queue.ts';
import type { Jobs } from '../../../platform/jobs/worker.ts';
import { type Keys, openKeys } from '../../../platform/keys/keys.ts';
import type { Tools } from '../../../platform/room.ts';
import { writeMark } from '../../electorate/index.ts';
import {
  findReminderReader,
  listAgreedReaders,
  listReaders,
  type ReminderReader,
} from '../../identity/index.ts';
import { findOrganisation } from '../../organisations/index.ts';
import { findEditionById } from '../../spaces/index.ts';
import { refuseAccount } from '../box/eligibility.ts';
import { queueRound } from '../box/rounds.store.ts';
import { findPollAt } from '../poll.store.ts';
import { type Poll, pollState } from '../poll.ts';
import { drawPlace, openEnvelope, sealEnvelope, writeStopToken } from './reminder.crypto.ts';
import { writeReminder } from './reminder.mails.ts';
import {
  advanceWave,
  findWave,
  forgetReminders,
  hasRequested,
  hasVoted,
  listRequesters,
  listVoted,
} from './reminder.store.ts';
import { cutBatches, mayBeReminded, mayLeave, type ReminderKind } from './reminder.ts';

interface Payload {
  organisationId: string;
  pollId: string;
}

/** The hourly round of reminders, and one job for each envelope (decision 014). */
export function reminderJobs(tools: Tools): Jobs {
  const { db, config } = tools;
  return {
    'remind-voters': async ({ organisationId, pollId }: Payload) => {
      const { poll, now } = await findPollAt(db, organisationId, pollId);
      if (!poll) return;
      const state = pollState(poll, now);
      if (state !== 'open' && state !== 'waiting') {
        await forgetReminders(db, { organisationId, pollId });
        openKeys(config.keysFolder).destroyReminderKey(pollId);
        return;
      }
      await queueRound(db, 'remind-voters', organisationId, pollId);
      if (state === 'waiting') return;
      const edition = await findEditionById(db, organisationId, poll.editionId);
      // the vote of a space calls nobody who did not ask: its readers and its list are its own
      for (const kind of edition?.spaceId ? (['asked'] as const) : (['close', 'asked'] as const))
        await sendWave(tools, organisationId, poll, kind, now);
    },
    'send-reminder': (envelope: Envelope) => openAndSend(tools, envelope),
  };
}

/**
 * Queues an envelope for each who may vote and has not, found by comparing keyed hashes in memory. What is
 * kept is how far the mailing went, in an order that only the key knows: it passes over everyone alike.
 */
async function sendWave(
  { db, config }: Tools,
  organisationId: string,
  poll: Poll,
  kind: ReminderKind,
  now: Date,
): Promise<void> {
  const left = poll.closesAt.getTime() - now.getTime();
  const at = { organisationId, pollId: poll.id };
  // a mailing that must wait, whoever it is for, costs nothing
  if (!mayLeave(kind, { left, due: Number.MAX_SAFE_INTEGER, begun: true })) return;
  const wave = await findWave(db, at, kind);
  if (wave?.ended) return;
  const keys = openKeys(config.keysFolder);
  const key = keys.makeReminderKey(poll.id);
  const voted = await listVoted(db, poll.id);
  const due: { place: string; personId: string }[] = [];
  for await (const readers of listCandidates(db, at, kind)) {
    for (const reader of readers) {
      const marks = markReader(keys, poll.id, reader);
      if (marks.some((mark) => voted.has(mark))) continue;
      if (!mayReceive(poll, kind, reader, now)) continue;
      const place = drawPlace(key, reader.id);
      if (wave?.place == null || place > wave.place) due.push({ place, personId: reader.id });
    }
    // a large town is a long calculation: the site answers in between
    await setImmediate();
  }
  // a mailing to nobody has not begun: were the close put off, it may still find readers
  if (due.length === 0 && wave === null) return;
  if (!mayLeave(kind, { left, due: due.length, begun: wave !== null })) return;
  due.sort((a, b) => (a.place < b.place ? -1 : 1));
  let from = wave?.place ?? null;
  for (const batch of cutBatches(due)) {
    const to = batch.at(-1)!.place;
    const queued = await db.transaction().execute(async (tx) => {
      if (!(await advanceWave(tx, at, kind, { from, to }))) return false;
      for (const { personId } of batch)
        await queueJob(tx, 'send-reminder', { ...at, kind, sealed: sealEnvelope(key, personId) });
      return true;
    });
    if (!queued) return;
    from = to;
  }
  await db.transaction().execute((tx) => advanceWave(tx, at, kind, { from, to: null }));
}

const PAGE = 2000;

/** Who asked gets the reminder they asked for, and not the general one besides. */
async function* listCandidates(
  db: Tools['db'],
  at: Payload,
  kind: ReminderKind,
): AsyncGenerator<ReminderReader[]> {
  const asked = await listRequesters(db, at);
  if (kind === 'asked') {
    for (let from = 0; from < asked.length; from += PAGE)
      yield listReaders(db, at.organisationId, asked.slice(from, from + PAGE));
    return;
  }
  const askers = new Set(asked);
  let after: string | null = null;
  do {
    const page: ReminderReader[] = await listAgreedReaders(db, at.organisationId, after, PAGE);
    yield page.filter(({ id }) => !askers.has(id));
    after = page.length < PAGE ? null : page.at(-1)!.id;
  } while (after);
}

function markReader(keys: Keys, pollId: string, { id, mailbox }: ReminderReader): string[] {
  const write = (kind: 'account' | 'mailbox', value: string) =>
    writeMark(keys.rollKey(), pollId, { kind, value }).mark;
  return [write('account', id), write('mailbox', mailbox)];
}

function mayReceive(poll: Poll, kind: ReminderKind, reader: ReminderReader, now: Date): boolean {
  return mayBeReminded(kind, refuseAccount(poll, reader, dayInParis(now)));
}

interface Envelope extends Payload {
  kind: ReminderKind;
  sealed: string;
}

/** Asks everything again: since the envelope was sealed its reader may have voted, or said no. */
async function openAndSend(
  { db, config, postman }: Tools,
  { organisationId, pollId, kind, sealed }: Envelope,
): Promise<void> {
  const keys = openKeys(config.keysFolder);
  const key = keys.readReminderKey(pollId);
  const personId = key && openEnvelope(key, sealed);
  if (!personId) return;
  const { poll, now } = await findPollAt(db, organisationId, pollId);
  const reader = await findReminderReader(db, organisationId, personId);
  if (!poll || !reader || pollState(poll, now) !== 'open') return;
  const at = { organisationId, pollId };
  const wanted = kind === 'asked' ? await hasRequested(db, at, personId) : reader.agreed;
  if (!wanted || !mayReceive(poll, kind, reader, now)) return;
  if (await hasVoted(db, pollId, markReader(keys, pollId, reader))) return;
  const organisation = await findOrganisation(db, organisationId);
  const edition = await findEditionById(db, organisationId, poll.editionId);
  if (!organisation || !edition) return;
  const origin = originOf(organisation.host, config);
  const stopToken = writeStopToken(keys.rollKey(), organisationId, personId);
  try {
    await postman.send(
      writeReminder(kind, { reader, organisation, edition, poll, origin, stopToken }),
    );
  } catch {
    // a mail server's refusal names the address, and the queue keeps the words of an error
    throw new Error('A reminder did not leave; it is tried again.');
  }
}
