/**
 * A draft: an idea in the making. Anyone may begin one; it belongs to the person, or to the browser that
 * holds its token until its person signs in. It survives everything but being abandoned.
 */

import { isReadable } from './characters.ts';
import type { Attachment, IdeaText } from './idea.ts';
import type { Place } from './place/place.ts';

export const STEPS = ['text', 'compare', 'place', 'files', 'preview'] as const;
/** The screens of the wizard, in order; `place` only where the edition asks it. */
export type DepositStep = (typeof STEPS)[number];

/** Attachments of one idea (R114). */
export const MOST_FILES = 4;

/** How long a browser holds the drafts of somebody who does not sign in, since it last saved one. */
export const DRAFT_DAYS = 90;

export interface Draft extends IdeaText {
  id: string;
  editionId: string;
  /** null: nobody has signed in yet. */
  personId: string | null;
  /** When its writer said that it is unlike the ideas already there; null: not since the text last changed. */
  comparedAt: Date | null;
  savedAt: Date;
  /** Id of the open page that saved it last; null: a form that was sent. */
  savedBy: string | null;
  publishedIdeaId: string | null;
  /** null: it does not wait to be read by moderators. */
  held: HeldDraft | null;
  /** Ids of the criteria that its holder says it fulfils (R68). */
  criteriaTicked: readonly string[];
  files: readonly Attachment[];
  place: Place;
  /** https address of a film elsewhere; '' : none. */
  videoLink: string;
}

/** A draft that was sent and waits to be read first: nothing of it changes any more, nobody but its author sees it. */
interface HeldDraft {
  at: Date;
  /** The id that its idea will have. */
  as: string;
  /** Somebody has read it, and it stays unseen. */
  isRefused: boolean;
}

/** Whether nothing of a draft changes any more: it is published, or waits to be. */
export const isSent = (draft: Pick<Draft, 'publishedIdeaId' | 'held'>): boolean =>
  draft.publishedIdeaId !== null || draft.held !== null;

/** Who asks: a signed-in person, a browser with a token, or both. */
export interface Holder {
  personId: string | null;
  tokenHash: string | null;
}

/** Whether a draft has enough text to be compared with others and shown. */
export function hasText(draft: Pick<IdeaText, 'title' | 'body'>): boolean {
  return isReadable(draft.title) && isReadable(draft.body);
}

export type FileRefusal = 'too-many-files' | 'no-file';

/** A page that saves as one types. */
export interface WritingPage {
  /** Drawn by the page when it was opened. */
  id: string;
  /** The saving that its text follows: milliseconds since 1970 of the draft's `savedAt`; 0: none. */
  base: number;
}
