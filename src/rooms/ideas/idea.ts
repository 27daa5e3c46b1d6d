/**
 * An idea: what a person proposes for one edition, or in a component of a space (R72, R73, R75, R112). Published once, it is never
 * deleted (R116); its author may still correct it for a few minutes, while nobody supports it (R115).
 */
import { LANGUAGES } from '../spaces/index.ts';
import { isReadable, measureText } from './characters.ts';

export { LANGUAGES };

import type { IdeaPlace } from './place/place.ts';

export const TITLE_LENGTH = 120;

/** What a person writes, whatever its state. */
export interface IdeaText {
  title: string;
  body: string;
  categoryId: string | null;
  lang: string;
}

export interface Idea extends IdeaText {
  id: string;
  /** Of its board: that of an edition is the edition's own. */
  editionId: string;
  /** Given in order of publication within the board: `/idees/12-jardin-partage`. */
  number: number;
  categoryId: string;
  /** null: it came on paper, from a workshop or in a file. */
  authorId: string | null;
  /** Of its author, or the words an idea without account is signed with; '' where nothing may be shown. */
  authorNickname: string;
  /** Under which label its author spoke on the day it was published (R136). */
  official: string | null;
  channel: Channel;
  publishedAt: Date;
  editedAt: Date | null;
  /** Out of sight: its page says why, and nothing of what it says. */
  isHidden: boolean;
  /** Hidden until moderators have read it, or because they have; null: it is not. */
  held: { isRefused: boolean } | null;
  /** null: it stands. */
  withdrawal: Withdrawal | null;
  supportCount: number;
  attachments: readonly Attachment[];
  place: IdeaPlace;
  /** https address of a film elsewhere; '' : none. */
  videoLink: string;
}

/** Its author took it back; it stays in sight as such (R116). */
export interface Withdrawal {
  at: Date;
  /** '' : they said nothing. */
  reason: string;
}

export interface Attachment {
  fileId: string;
  name: string;
  mediaType: string;
  bytes: number;
  width: number | null;
  height: number | null;
  alt: string;
}

/** How an idea came in. */
export type Channel = 'web' | 'paper' | 'workshop' | 'import';

/** Whether this person deposited it: nobody is the author of what came without an account. */
export const isOwn = (idea: { authorId: string | null }, personId: string | null): boolean =>
  personId !== null && idea.authorId === personId;

/** What the rules need to know of a board. */
export interface IdeaSettings {
  ideaLength: number;
  editMinutes: number;
  categories: readonly { id: string }[];
}

export type TextField = 'title' | 'body' | 'category' | 'lang' | 'place';

export type TextRefusal =
  | 'title-missing'
  | 'title-too-long'
  | 'title-overloaded'
  | 'body-missing'
  | 'body-too-long'
  | 'body-overloaded'
  | 'category-missing'
  | 'language-unknown'
  | 'place-missing';

/** What stands in the way of publishing a text, field by field; empty when nothing does. */
export function checkText(
  text: IdeaText,
  edition: Pick<IdeaSettings, 'ideaLength' | 'categories'>,
): Partial<Record<TextField, TextRefusal>> {
  const refusals: Partial<Record<TextField, TextRefusal>> = {};
  const title = measureText(text.title, TITLE_LENGTH);
  if (!isReadable(text.title)) refusals.title = 'title-missing';
  else if (title !== 'fits') refusals.title = `title-${title}`;
  const body = measureText(text.body, edition.ideaLength);
  if (!isReadable(text.body)) refusals.body = 'body-missing';
  else if (body !== 'fits') refusals.body = `body-${body}`;
  if (!edition.categories.some((category) => category.id === text.categoryId)) {
    refusals.category = 'category-missing';
  }
  if (!isLanguage(text.lang)) refusals.lang = 'language-unknown';
  return refusals;
}

export function isLanguage(lang: string): boolean {
  return (LANGUAGES as readonly string[]).includes(lang);
}

/** A title is one line. */
export function tidyTitle(title: string): string {
  return title.replaceAll(/\s+/g, ' ').trim();
}

export type EditRefusal =
  | 'not-the-author'
  | 'edit-time-over'
  | 'idea-supported'
  | 'collection-closed'
  | 'withdrawn'
  | 'suspended'
  | 'too-many-texts';

/** Until when an author may still correct an idea: at this very instant it is over. */
export function editableUntil(
  idea: { publishedAt: Date },
  edition: Pick<IdeaSettings, 'editMinutes'>,
): Date {
  return new Date(idea.publishedAt.getTime() + edition.editMinutes * 60_000);
}

/** Whether this person may correct this idea now (R115); null: yes. */
export function refuseEdit(
  idea: {
    authorId: string | null;
    publishedAt: Date;
    supportCount: number;
    isWithdrawn: boolean;
  },
  edition: Pick<IdeaSettings, 'editMinutes'>,
  at: { personId: string | null; now: Date; collectionOpen: boolean },
): EditRefusal | null {
  if (!isOwn(idea, at.personId)) return 'not-the-author';
  if (idea.isWithdrawn) return 'withdrawn';
  if (idea.supportCount > 0) return 'idea-supported';
  if (at.now >= editableUntil(idea, edition)) return 'edit-time-over';
  return at.collectionOpen ? null : 'collection-closed';
}

export type SupportRefusal =
  | 'collection-closed'
  | 'supports-off'
  | 'own-idea'
  | 'already-supported'
  | 'too-many-supports'
  | 'withdrawn'
  | 'suspended'
  | 'not-found';
export type WithdrawalRefusal = 'collection-closed' | 'not-supported' | 'withdrawn' | 'not-found';

/**
 * One support per person and idea, while ideas are collected (R119), on as many ideas as the board allows (R100). Authors' own
 * ideas speak for themselves. A maximum lowered later takes nothing back.
 */
export function refuseSupport(
  idea: { authorId: string | null; isWithdrawn: boolean },
  board: { supported: boolean; mostSupports: number | null },
  at: { personId: string; collectionOpen: boolean; supported: boolean; given: number },
): Exclude<SupportRefusal, 'not-found' | 'suspended'> | null {
  if (!board.supported) return 'supports-off';
  if (idea.isWithdrawn) return 'withdrawn';
  if (!at.collectionOpen) return 'collection-closed';
  if (isOwn(idea, at.personId)) return 'own-idea';
  if (at.supported) return 'already-supported';
  return board.mostSupports !== null && at.given >= board.mostSupports ? 'too-many-supports' : null;
}
