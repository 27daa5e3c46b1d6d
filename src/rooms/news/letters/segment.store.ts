import type { Db } from '../../../platform/database/database.ts';
import type { Locale } from '../../../platform/locale/locale.ts';
import {
  findThemeAnywhere,
  isIdeaKind,
  listComponents,
  listParticipantsAmong,
  listSpaceReaders,
  listThemes,
} from '../../consultations/index.ts';
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
  const reads = ({ locale }: { locale: Locale }) =>
    segment.kind !== 'language' || locale === segment.language;
  if (part === 'addresses') {
    // of an address alone nothing but the language is known
    if (segment.kind !== 'all' && segment.kind !== 'language') return { readers: [], last: null };
    const subscribers = await listSubscribers(db, organisationId, place, BATCH);
    return {
      readers: subscribers.filter(reads).map(({ id, email, mailbox, locale }) => ({
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
    readers: readers.filter(reads).map(({ id, email, mailbox, locale }) => ({
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
  if (segment.kind === 'all' || segment.kind === 'language' || ids.length === 0) return ids;
  if (segment.kind === 'space') return listOfSpace(db, organisationId, segment.spaceId, ids);
  if (segment.kind === 'theme') return listOfTheme(db, organisationId, segment.themeId, ids);
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

/** Who took part in a space, or follows it or a part of it; of a private one only those who read it still. */
async function listOfSpace(
  db: Db,
  organisationId: string,
  spaceId: string,
  ids: readonly string[],
): Promise<string[]> {
  const themes = await listThemes(db, organisationId, spaceId);
  const components = await listComponents(db, organisationId, spaceId);
  const kept = new Set([
    ...(await listParticipantsAmong(db, organisationId, spaceId, ids)),
    ...(await listFollowing(db, organisationId, 'space', [spaceId], ids)),
    ...(await listFollowing(db, organisationId, 'theme', idsOf(themes), ids)),
    ...(await listFollowing(db, organisationId, 'component', idsOf(components), ids)),
  ]);
  const among = ids.filter((id) => kept.has(id));
  return listSpaceReaders(db, organisationId, spaceId, among);
}

/** The same of one theme: who holds or supports a proposal of it, too. */
async function listOfTheme(
  db: Db,
  organisationId: string,
  themeId: string,
  ids: readonly string[],
): Promise<string[]> {
  const theme = await findThemeAnywhere(db, organisationId, themeId);
  if (!theme) return [];
  const components = await listComponents(db, organisationId, theme.spaceId);
  const own = components.filter((one) => one.themeId === themeId);
  const whole = components.filter((one) => one.themeId === null && isIdeaKind(one.kind));
  const kept = new Set([
    ...(await listFollowing(db, organisationId, 'theme', [themeId], ids)),
    ...(await listFollowing(db, organisationId, 'component', idsOf(own), ids)),
  ]);
  const places = [
    ...own
      .filter(({ kind }) => isIdeaKind(kind))
      .map(({ id }) => ({ editionId: id, categoryId: null })),
    // components of the whole space hold proposals of each theme, by its categories
    ...whole.flatMap(({ id }) =>
      theme.categories.map((category) => ({ editionId: id, categoryId: category.id })),
    ),
  ];
  for (const where of places)
    for (const id of await listInvolved(db, organisationId, where, ids)) kept.add(id);
  const among = ids.filter((id) => kept.has(id));
  return listSpaceReaders(db, organisationId, theme.spaceId, among);
}

const idsOf = (things: readonly { id: string }[]) => things.map(({ id }) => id);
