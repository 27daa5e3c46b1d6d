import type { Visit } from '../http/visit.ts';
import { hashSecret } from '../secrets/token.ts';
import { changeOf, FEED_TYPE, type Feed, writeFeed } from './atom.ts';

/** Asked again, it is sent again only if something changed (RFC 9110, 13): feed readers ask every hour. */
export function answerFeed(
  { request, organisation, locale }: Visit,
  feed: Omit<Feed, 'author' | 'locale'>,
): Response {
  const text = writeFeed({ ...feed, author: organisation.name, locale });
  const etag = `"${hashSecret(text).slice(0, 32)}"`;
  const headers = {
    'content-type': FEED_TYPE,
    'cache-control': 'private, no-cache',
    'last-modified': changeOf(feed).toUTCString(),
    vary: 'cookie',
    etag,
  };
  const known = request.headers.get('if-none-match');
  // withdrawing something changes the feed and not the date of its last change: the tag alone decides
  if (known?.split(/,\s*/).some((one) => one.replace(/^W\//, '') === etag))
    return new Response(null, { status: 304, headers });
  return new Response(text, { headers });
}
