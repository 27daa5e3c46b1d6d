import { countHit } from '../../platform/http/limits.ts';
import { get, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { completeNicknames } from '../identity/index.ts';
import { LIMITS } from './comment.ts';

/** Nicknames offered at once. */
const MOST_OFFERED = 8;

/** Who may be named after an @ (R131): nicknames, which everybody sees, and nothing else of anybody. */
export const completionRoutes: readonly Route[] = [
  get(urls.completeNicknames, 'signed-in', async ({ db, organisation, visitor, url }) => {
    const key = `complete-nicknames:${organisation.id}:${visitor.id}`;
    await countHit(db, { key, ...LIMITS.completions });
    const typed = (url.searchParams.get('q') ?? '').slice(0, 100);
    const nicknames = await completeNicknames(db, organisation.id, typed, MOST_OFFERED);
    return Response.json(nicknames, { headers: { 'cache-control': 'private, no-store' } });
  }),
];
