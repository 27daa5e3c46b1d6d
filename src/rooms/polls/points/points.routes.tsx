import * as m from '../../../paraglide/messages.js';
import { get, type Route } from '../../../platform/http/route.ts';
import { page } from '../../../platform/http/visit.ts';
import { MAP_SCRIPT } from '../../../ui/map.tsx';
import { urls } from '../../../urls.ts';
import { listMeetingsAbout } from '../../meetings/index.ts';
import { drawnGround } from '../../spaces/index.page.ts';
import { shareGround } from '../../spaces/index.routes.ts';
import { type Edition, findPhase } from '../../spaces/index.ts';
import { loadPoll, type PollVisit } from '../ballot/voter.routes.tsx';
import { listVotePoints } from './point.store.ts';
import type { Span } from './point.ts';
import { PrintedPointsPage, VotePointsPage } from './points.page.tsx';

/** « Où voter », for everyone. */
export const pointsRoutes: readonly Route[] = [
  get(urls.votePoints, 'anyone', async (visit) => {
    const loaded = await loadPoll(visit);
    const { edition, poll, state, now } = loaded;
    const points = await listVotePoints(visit.db, visit.organisation.id, edition.id);
    const ground = drawnGround(await shareGround(visit));
    const vote = datesOfVote(loaded);
    const ended = poll
      ? state !== 'open' && state !== 'waiting'
      : vote !== null && vote.closesAt <= now;
    if (visit.url.searchParams.get('imprimer') === 'oui' && points.length > 0) {
      const address = `${visit.origin}${urls.vote({ edition: edition.slug })}`;
      return page({
        title: m.points_title(),
        section: 'editions',
        body: (
          <PrintedPointsPage
            edition={edition}
            points={points}
            ground={ground}
            vote={vote}
            address={poll && !ended ? address : null}
          />
        ),
      });
    }
    return page({
      title: m.points_title(),
      section: 'editions',
      scripts: points.some(({ place }) => place) ? [MAP_SCRIPT] : [],
      body: (
        <VotePointsPage
          edition={edition}
          now={now}
          points={points}
          meetings={
            await listMeetingsAbout(
              visit.db,
              visit.organisation.id,
              'vote-point',
              points.map(({ id }) => id),
            )
          }
          ground={ground}
          vote={vote}
          online={poll !== null && state === 'open'}
          ended={ended}
        />
      ),
    });
  }),
];

/** Those of the poll, else of the phase; null while neither is known. */
export function datesOfVote({
  edition,
  poll,
}: Pick<PollVisit, 'poll'> & { edition: Edition }): Span | null {
  if (poll) return { opensAt: poll.opensAt, closesAt: poll.closesAt };
  const phase = findPhase(edition, 'vote');
  return phase?.endsAt ? { opensAt: phase.startsAt, closesAt: phase.endsAt } : null;
}
