import * as m from '../../paraglide/messages.js';
import { readNow } from '../../platform/database/database.ts';
import type { Contribution } from '../../platform/http/contribution.ts';
import { mayInSpace } from '../../platform/http/route.ts';
import type { ProfilePart, SignedInVisit, Visit } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { stateOf } from '../consultations/index.ts';
import { admitWritten } from '../moderation/index.routes.ts';
import { numberedSegment } from '../spaces/index.page.ts';
import type { AdmitDocument } from './deposit.store.ts';
import { findDocument } from './document.store.ts';
import type { Document, Reach } from './document.ts';
import { findPlace, type Place } from './place.routes.ts';
import { listPublicOf } from './public.store.ts';

/** A document as rooms that attach to it may know it: what its reader reads, and what is hidden for who judges it. */
export async function findContribution(visit: Visit, id: string): Promise<Contribution | null> {
  const document = await findDocument(visit.db, visit.organisation.id, { id });
  const place = document && !document.withdrawnAt ? await findPlace(visit, document) : null;
  if (!document || !place?.reaches.includes(document.reach)) return null;
  return !document.isHeld || seesHeld(visit, document, place)
    ? asContribution(visit, document, place)
    : null;
}

const seesHeld = ({ visitor }: Visit, { authorId }: Document, { space }: Place): boolean =>
  visitor !== null && (authorId === visitor.id || mayInSpace('moderator', visitor, space.id));

/** The same of a document that the visitor sees, read already. */
export async function asContribution(
  visit: Visit,
  document: Document,
  place: Place,
): Promise<Contribution> {
  const { id, number, title, summary, authorId } = document;
  return {
    kind: 'document',
    id,
    title,
    text: summary,
    isHidden: document.isHidden,
    href: urls.document({ document: document.isHidden ? number : numberedSegment(number, title) }),
    authorId,
    spaceId: place.space.id,
    componentId: place.component.id,
    lang: visit.organisation.defaultLocale,
    comments: await termsOf(visit, place),
  };
}

/** What is said under a document is said inside: who reads it from elsewhere finds none of it (R147, R89). */
async function termsOf(
  { db }: Visit,
  { space, component, isInside }: Place,
): Promise<Contribution['comments']> {
  const { comments } = component.settings;
  if (!isInside || !comments || component.kind === 'tools') return null;
  return { ...comments, isOpen: stateOf(component, space, await readNow(db)) === 'open' };
}

/** What everybody reads is admitted as every text is; what members alone read is theirs. */
export const admitDocumentOf =
  (visit: SignedInVisit, spaceId: string, reach: Reach): AdmitDocument =>
  async (tx, { id: targetId, title, text }) =>
    reach === 'public'
      ? admitWritten(visit, tx, { kind: 'document', targetId, spaceId, title, text })
      : 'published';

/** The newest of them, on a profile. */
const MOST_OF_PERSON = 20;

/** Public documents of somebody, for their profile (R135, R142). */
export async function listDocumentsOfPerson(
  visit: Visit,
  personId: string,
): Promise<ProfilePart[]> {
  const documents = await listPublicOf(visit.db, visit.organisation.id, personId, MOST_OF_PERSON);
  if (documents.length === 0) return [];
  const items = documents.map(({ number, title }) => ({
    title,
    href: urls.document({ document: numberedSegment(number, title) }),
  }));
  return [{ title: m.documents_profile(), items }];
}
