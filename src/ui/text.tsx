/** Figures, dates and people's own words, inside a sentence or as paragraphs. */
import type { ComponentChildren, VNode } from 'preact';
import { formatDate, formatDateTime, formatMoney } from './format.ts';
import { splitProse } from './prose.ts';

/** Integer cents, never broken over two lines. */
export function Money({ cents, currency }: { cents: number; currency?: string }) {
  return (
    <data class="money" value={(cents / 100).toFixed(2)}>
      {formatMoney(cents, currency)}
    </data>
  );
}

export type DateTextProps = {
  at: Date;
  /** `moment` adds the time of day to the long date; the others are `formatDate`'s. */
  shape?: 'moment' | 'long' | 'day' | 'short' | 'month';
};

/** A date in words, with its exact instant for machines. */
export function DateText({ at, shape = 'long' }: DateTextProps) {
  return (
    <time dateTime={at.toISOString()}>
      {shape === 'moment' ? formatDateTime(at) : formatDate(at, shape)}
    </time>
  );
}

export type ProseProps = {
  /** Plain text as typed: blank lines part paragraphs, http and https addresses become links. */
  text: string;
  /** Language of the text, when it is not the page's. */
  lang?: string;
};

/** What a person wrote, safely: no markup is ever taken from it (W1, W2). */
export function Prose({ text, lang }: ProseProps) {
  return (
    <div class="prose" lang={lang} dir="auto">
      {splitProse(text).map((lines, index) => (
        <p key={index}>
          {lines.map((line, number) => {
            const words: (string | VNode)[] = line.map((piece) =>
              piece.kind === 'words' ? (
                piece.words
              ) : (
                <a href={piece.href} rel="nofollow ugc noopener">
                  {piece.words}
                </a>
              ),
            );
            return number === 0 ? words : [<br />, ...words];
          })}
        </p>
      ))}
    </div>
  );
}

/** Text that the organisation wrote as elements: paragraphs, lists, links. */
export function Article({ children }: { children: ComponentChildren }) {
  return <div class="prose">{children}</div>;
}
