import { type Db, readNow, type Tx } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { findEditionById, findPhase, isOpen } from '../../spaces/index.ts';
import { insertIdea } from '../idea.store.ts';
import { checkText, type TextField, type TextRefusal, tidyTitle } from '../idea.ts';
import type { Place } from '../place/place.ts';
import { lockTally } from '../tally.store.ts';
import { type EntryRefusal, mayEnter, type Origin } from './entry.ts';

export interface EnteredIdea {
  organisationId: string;
  editionId: string;
  /** Who types it; null: an import from the command line. */
  by: string | null;
  /** Whether they may still enter what was received in time. */
  isOfficer: boolean;
  title: string;
  body: string;
  categoryId: string | null;
  lang: string;
  /** What readers see in place of a nickname; '' shows how it came in. */
  signature: string;
  origin: Origin;
  /** Left out: nobody said where it is. */
  place?: Place;
}

export type Entry =
  | { ok: true; id: string; number: number }
  | { ok: false; refusal: EntryRefusal; text: Partial<Record<TextField, TextRefusal>> };

const DAY = 86_400_000;

/**
 * Publishes an idea for somebody without an account. The edition's tally is the lock, as for any other: numbers follow
 * each other, and a mailbox on paper has no more ideas than one with an account (R75).
 */
export async function enterIdea(db: Db, idea: EnteredIdea): Promise<Entry> {
  return inTransaction(db, (tx) => enterWithin(tx, idea));
}

async function enterWithin(tx: Tx, idea: EnteredIdea): Promise<Entry> {
  const { organisationId, editionId, origin } = idea;
  const edition = await findEditionById(tx, organisationId, editionId);
  if (!edition) return { ok: false, refusal: 'not-found', text: {} };
  const text = { ...idea, title: tidyTitle(idea.title), body: idea.body.trim() };
  const lastNumber = await lockTally(tx, organisationId, editionId);
  const now = await readNow(tx);
  const ended = findPhase(edition, 'collection')?.endsAt;
  const allowed = mayEnter({
    collectionOpen: isOpen(edition, 'collection', now),
    isOfficer: idea.isOfficer && edition.openedAt !== null && edition.archivedAt === null,
    daysSinceEnd: ended && ended <= now ? (now.getTime() - ended.getTime()) / DAY : null,
  });
  if (!allowed) return { ok: false, refusal: 'collection-closed', text: {} };
  const mailbox = origin.channel === 'workshop' ? '' : origin.mailbox;
  if (
    mailbox !== '' &&
    (await countIdeasOfMailbox(tx, organisationId, editionId, mailbox)) >= edition.maximumIdeas
  )
    return { ok: false, refusal: 'too-many-ideas', text: {} };
  const problems = checkText(text, edition);
  if (Object.keys(problems).length > 0)
    return { ok: false, refusal: 'text-refused', text: problems };
  const { id, number } = await insertIdea(tx, lastNumber, {
    ...text,
    authorId: null,
    channel: origin.channel,
    enteredBy: idea.by,
  });
  await tx
    .insertInto('idea_origin')
    .values({
      organisation_id: organisationId,
      idea_id: id,
      edition_id: editionId,
      entered_by: idea.by,
      ...asRow(origin),
    })
    .execute();
  return { ok: true, id, number };
}

function asRow(origin: Origin) {
  switch (origin.channel) {
    case 'workshop':
      return { channel: origin.channel, workshop_id: origin.workshopId };
    case 'import':
      return {
        channel: origin.channel,
        name: origin.name,
        email: origin.email,
        mailbox: origin.mailbox,
        locale: origin.locale,
        source_id: origin.sourceId,
        deposited_on: origin.depositedOn,
      };
    case 'paper':
      return {
        channel: origin.channel,
        name: origin.name,
        email: origin.email,
        mailbox: origin.mailbox,
        phone: origin.phone,
        postal_address: origin.postalAddress,
        locale: origin.locale,
        consent_on: origin.consentOn,
        consent_file_id: origin.consentFileId,
      };
  }
}

async function countIdeasOfMailbox(
  tx: Tx,
  organisationId: string,
  editionId: string,
  mailbox: string,
): Promise<number> {
  const { count } = await tx
    .selectFrom('idea_origin')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('mailbox', '=', mailbox)
    .executeTakeFirstOrThrow();
  return count;
}
