/** The showcase: what the realisations of every edition changed, pictures first (R85). Pure. */
import type { Quotation } from '../people/testimony.ts';
import type { Picture } from '../posts/post.ts';

/** What is told of one: its picture, and the words to choose from. */
export interface Shown {
  /** What it changed, as those who realised it say it; '': not said yet. */
  outcome: string;
  /** Of the last step done, or of the last news; '': nothing was told. */
  told: string;
  /** Of the project, as it was voted. */
  summary: string;
  /** Why it is halted; '': it is not. */
  reason: string;
  picture: Picture | null;
  /** Of its holder's testimony, the last accepted; null: there is none. */
  quotation: Quotation | null;
}

/** Nobody is quoted on what stands still: there, its reason is what is said. */
export const quotationOf = ({ reason, quotation }: Shown): Quotation | null =>
  reason === '' ? quotation : null;

/**
 * The one sentence of a card: why it stands still, else what it changed, else what was told last, else what was voted.
 * Nobody reads under a project abandoned what it would have changed.
 */
export const sentenceOf = ({
  reason,
  outcome,
  told,
  summary,
}: Pick<Shown, 'reason' | 'outcome' | 'told' | 'summary'>): string =>
  reason || outcome || firstSentence(told) || firstSentence(summary);

/** Up to the first full stop that ends words: « 1,5 km. Puis… » gives « 1,5 km. ». */
export function firstSentence(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return /^.*?\p{L}{2}[.!?…](?= |$)/u.exec(line)?.[0] ?? line;
}
