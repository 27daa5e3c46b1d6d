import type { Db } from '../../../platform/database/database.ts';
import type { Locale } from '../../../platform/locale/locale.ts';
import { listRealisations, REALISATION } from '../../delivery/index.ts';
import { listInvolved } from '../../ideas/index.ts';
import { listReaders } from '../../identity/index.ts';
import { listAskers, listFollowing } from '../../notifications/index.ts';
import { findPublishedResult } from '../../polls/index.ts';
import { listBallotProjects, listHolderIds } from '../../projects/index.ts';
import { listSubscribers } from '../subscribers/subscriber.store.ts';
import type { Part, Segment } from './newsletter.ts';

/** Somebody of a segment. */
export interface SegmentReader {
  /** null: without an account. */
  personId: string | null;
  subscriberId: string | null;
  email: string;
  mailbox: string;
  locale: Locale;
}

/** People looked at in one go. */
const BATCH = 500;

/** The next readers of a part, and the last person looked at; null: the part has been gone through. */
export async function listSegment(
  db: Db,
  organisationId: string,
  segment: Segment,
  { part, place }: { part: Part; place: string | null },
): Promise<{ readers: SegmentReader[]; last: string | null }> {
  if (part === 'addresses') {
    // of an address alone nothing else is known
    if (segment.kind !== 'all') return { readers: [], last: null };
    const subscribers = await listSubscribers(db, organisationId, place, BATCH);
    return {
      readers: subscribers.map(({ id, email, mailbox, locale }) => ({
        personId: null,
        subscriberId: id,
        email,
        mailbox,
        locale,
      })),
      last: subscribers.length < BATCH ? null : subscribers.at(-1)!.id,
    };
  }
  const asked = await listAskers(db, organisationId, 'newsletter', place, BATCH);
  const kept = await keepSegment(db, organisationId, segment, asked);
  const readers = await listReaders(db, organisationId, kept);
  return {
    readers: readers.map(({ id, email, mailbox, locale }) => ({
      personId: id,
      subscriberId: null,
      email,
      mailbox,
      locale,
    })),
    last: asked.length < BATCH ? null : asked.at(-1)!,
  };
}

/** How many would be written to now: a mailbox that asked twice is one. */
export async function countSegment(
  db: Db,
  organisationId: string,
  segment: Segment,
): Promise<number> {
  const mailboxes = new Set<string>();
  for (const part of ['accounts', 'addresses'] as const) {
    let place: string | null = null;
    do {
      const page = await listSegment(db, organisationId, segment, { part, place });
      for (const { mailbox } of page.readers) mailboxes.add(mailbox);
      place = page.last;
    } while (place !== null);
  }
  return mailboxes.size;
}

async function keepSegment(
  db: Db,
  organisationId: string,
  segment: Segment,
  ids: readonly string[],
): Promise<readonly string[]> {
  if (segment.kind === 'all' || ids.length === 0) return ids;
  const { editionId } = segment;
  const projects = async () => listBallotProjects(db, organisationId, editionId);
  const among = (kept: Iterable<string>) => {
    const set = new Set(kept);
    return ids.filter((id) => set.has(id));
  };
  switch (segment.kind) {
    case 'category': {
      const { categoryId } = segment;
      return among(await listInvolved(db, organisationId, { editionId, categoryId }, ids));
    }
    case 'district': {
      const there = (await projects()).filter(({ district }) => district === segment.district);
      return among(there.flatMap(listHolderIds));
    }
    case 'winners': {
      // null before it is published, whoever asks (R57)
      const result = await findPublishedResult(db, organisationId, editionId);
      const won = new Set(result?.winners.map(({ projectId }) => projectId));
      return among((await projects()).filter(({ id }) => won.has(id)).flatMap(listHolderIds));
    }
    case 'edition': {
      const where = { editionId, categoryId: null };
      const realisations = await listRealisations(db, organisationId, editionId);
      const targets = realisations.map(({ id }) => id);
      return among([
        ...(await listInvolved(db, organisationId, where, ids)),
        ...(await projects()).flatMap(listHolderIds),
        ...(await listFollowing(db, organisationId, REALISATION, targets, ids)),
      ]);
    }
  }
}
