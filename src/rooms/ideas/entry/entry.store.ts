import { sql } from 'kysely';
import { type Db, readNow, type Tx } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { findEditionById, findPhase, isOpen } from '../../spaces/index.ts';
import { insertIdeas } from '../idea.store.ts';
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
  return inTransaction(db, async (tx) => (await enterIdeas(tx, idea, [idea]))[0]!);
}

/**
 * The same for some hundreds of one edition, as a file brings them, each judged as if it came alone after those before
 * it. What is refused stands in its place; the others are written.
 */
export async function enterIdeas(
  tx: Tx,
  { organisationId, editionId, isOfficer }: EntryOf,
  ideas: readonly EnteredIdea[],
): Promise<Entry[]> {
  const edition = await findEditionById(tx, organisationId, editionId);
  if (!edition) return ideas.map(() => refuse('not-found'));
  const lastNumber = await lockTally(tx, organisationId, editionId);
  const now = await readNow(tx);
  const ended = findPhase(edition, 'collection')?.endsAt;
  const allowed = mayEnter({
    collectionOpen: isOpen(edition, 'collection', now),
    isOfficer: isOfficer && edition.openedAt !== null && edition.archivedAt === null,
    daysSinceEnd: ended && ended <= now ? (now.getTime() - ended.getTime()) / DAY : null,
  });
  if (!allowed) return ideas.map(() => refuse('collection-closed'));
  const held = await countIdeasByMailbox(tx, organisationId, editionId, ideas.map(mailboxOf));
  const judged = ideas.map((idea) => {
    const text = { ...idea, title: tidyTitle(idea.title), body: idea.body.trim() };
    const mailbox = mailboxOf(idea);
    const before = held.get(mailbox) ?? 0;
    if (mailbox !== '' && before >= edition.maximumIdeas) return refuse('too-many-ideas');
    const problems = checkText(text, edition);
    if (Object.keys(problems).length > 0) return refuse('text-refused', problems);
    held.set(mailbox, before + 1);
    return { ok: true as const, text };
  });
  const taken = judged.flatMap((one) => (one.ok ? one.text : []));
  const inserted = await insertIdeas(
    tx,
    { organisationId, editionId },
    lastNumber,
    taken.map((text) => ({
      ...text,
      authorId: null,
      channel: text.origin.channel,
      enteredBy: text.by,
    })),
  );
  if (taken.length > 0)
    await tx
      .insertInto('idea_origin')
      .values(
        taken.map(({ by, origin }, at) => ({
          organisation_id: organisationId,
          idea_id: inserted[at]!.id,
          edition_id: editionId,
          entered_by: by,
          ...asRow(origin),
        })),
      )
      .execute();
  const written = inserted.values();
  return judged.map((one) => {
    if (!one.ok) return one;
    const { id, number } = written.next().value!;
    return { ok: true, id, number };
  });
}

type EntryOf = Pick<EnteredIdea, 'organisationId' | 'editionId' | 'isOfficer'>;

const refuse = (refusal: EntryRefusal, text: Partial<Record<TextField, TextRefusal>> = {}) => ({
  ok: false as const,
  refusal,
  text,
});

/** '' : whoever holds the idea has none. */
const mailboxOf = ({ origin }: EnteredIdea): string =>
  origin.channel === 'workshop' ? '' : origin.mailbox;

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

async function countIdeasByMailbox(
  tx: Tx,
  organisationId: string,
  editionId: string,
  mailboxes: readonly string[],
): Promise<Map<string, number>> {
  const asked = [...new Set(mailboxes)].filter((mailbox) => mailbox !== '');
  if (asked.length === 0) return new Map();
  const rows = await tx
    .selectFrom('idea_origin')
    .select((select) => ['mailbox', select.fn.countAll<number>().as('ideas')])
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('mailbox', '<>', '')
    .where(sql<boolean>`mailbox = any(${asked}::text[])`)
    .groupBy('mailbox')
    .execute();
  return new Map(rows.map(({ mailbox, ideas }) => [mailbox, ideas]));
}
