import { countHit } from '../../platform/http/limits.ts';
import { get, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { completeNicknames } from '../identity/index.ts';
import { LIMITS } from './comment.ts';
import { keepReadersOf } from './reading.routes.ts';

/** Nicknames offered at once. */
const MOST_OFFERED = 8;

/** Asked for where some of them may not read what is commented: the others are left out. */
const MOST_ASKED = 200;

/** Who may be named after an @ (R131): nicknames, which everybody sees, and nothing else of anybody. */
export const completionRoutes: readonly Route[] = [
  get(urls.completeNicknames, 'signed-in', async (visit) => {
    const { db, organisation, visitor, url } = visit;
    const key = `complete-nicknames:${organisation.id}:${visitor.id}`;
    await countHit(db, { key, ...LIMITS.completions });
    const typed = (url.searchParams.get('q') ?? '').slice(0, 100);
    const about = url.searchParams.get('sous')?.match(/^([a-z]+)\/([0-9a-f-]{36})$/);
    const contribution = about ? await visit.findContribution(about[1]!, about[2]!) : null;
    // under a thing that the visitor does not see, nobody is offered; nor, in a space, who does not read it
    if (about && !contribution) return answer([]);
    const people = await completeNicknames(
      db,
      organisation.id,
      typed,
      contribution?.spaceId ? MOST_ASKED : MOST_OFFERED,
    );
    const keepReaders = keepReadersOf(visit, contribution ?? { spaceId: null });
    const readers = new Set(await keepReaders(people.map(({ id }) => id)));
    const offered = people.filter(({ id }) => readers.has(id)).slice(0, MOST_OFFERED);
    return answer(offered.map(({ nickname }) => nickname));
  }),
];

const answer = (nicknames: readonly string[]): Response =>
  Response.json(nicknames, { headers: { 'cache-control': 'private, no-store' } });
