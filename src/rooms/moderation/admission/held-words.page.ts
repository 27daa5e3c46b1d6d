import * as m from '../../../paraglide/messages.js';
import type { HeldWhy } from './admission-of-texts.ts';
import type { ClearingRefusal, HeldBatch } from './held.ts';

/** Why it waits, in a sentence. */
export const whyWords: Record<HeldWhy, (count: { people: number }) => string> = {
  links: () => m.moderation_held_why_links(),
  alike: m.moderation_held_why_alike,
  surge: m.moderation_held_why_surge,
};

export const clearingWords: Record<ClearingRefusal, () => string> = {
  'article-missing': m.moderation_refused_article,
  cleared: m.moderation_notice_texts_cleared,
  'more-texts': m.moderation_held_more,
};

/** What an act upon it is about. */
export const titleOfBatch = ({ kind, texts }: Pick<HeldBatch, 'kind' | 'texts'>): string =>
  kind === 'wave' ? m.moderation_held_wave({ count: texts }) : m.moderation_held_text();
