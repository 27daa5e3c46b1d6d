/** A feed as feed readers take it: Atom (RFC 4287). Pure: what is told in, text out. */

export interface FeedEntry {
  /** Full address; it is its id too. */
  address: string;
  title: string;
  /** Plain text. */
  summary: string;
  publishedAt: Date;
  updatedAt: Date;
}

export interface Feed {
  /** Full address of the feed itself, and of the page that shows the same. */
  self: string;
  page: string;
  title: string;
  author: string;
  locale: string;
  /** The newest first. */
  entries: readonly FeedEntry[];
}

export const FEED_TYPE = 'application/atom+xml; charset=utf-8';
/** Entries of a feed: readers keep the former ones themselves. */
export const FEED_SIZE = 30;

/** Instant of the last change; of an empty feed none is known: the first second of 1970. */
export const changeOf = ({ entries }: Pick<Feed, 'entries'>): Date =>
  new Date(Math.max(0, ...entries.map(({ updatedAt }) => updatedAt.getTime())));

export function writeFeed(feed: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escape(feed.locale)}">`,
    `<id>${escape(feed.self)}</id>`,
    `<title>${escape(feed.title)}</title>`,
    `<updated>${changeOf(feed).toISOString()}</updated>`,
    `<author><name>${escape(feed.author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${escape(feed.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escape(feed.page)}"/>`,
    ...feed.entries.map(writeEntry),
    '</feed>',
    '',
  ].join('\n');
}

function writeEntry({ address, title, summary, publishedAt, updatedAt }: FeedEntry): string {
  return [
    '<entry>',
    `<id>${escape(address)}</id>`,
    `<title>${escape(title)}</title>`,
    `<published>${publishedAt.toISOString()}</published>`,
    `<updated>${updatedAt.toISOString()}</updated>`,
    `<link rel="alternate" type="text/html" href="${escape(address)}"/>`,
    `<summary>${escape(summary)}</summary>`,
    '</entry>',
  ].join('\n');
}

const NAMES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML 1.0 may not hold (control characters, halves of pairs) is left out; the rest is words, never markup (W1). */
function escape(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>"]/g, (sign) => NAMES[sign]!);
}
