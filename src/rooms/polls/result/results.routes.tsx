import * as m from '../../../paraglide/messages.js';
import { notFound } from '../../../platform/http/refused.ts';
import { get, type Route } from '../../../platform/http/route.ts';
import { page, type Visit } from '../../../platform/http/visit.ts';
import { MAP_SCRIPT } from '../../../ui/map.tsx';
import { urls } from '../../../urls.ts';
import { findPromotionPause } from '../../organisations/index.ts';
import type { Edition } from '../../spaces/index.ts';
import { loadPoll } from '../ballot/voter.routes.tsx';
import { getManifest } from '../poll.store.ts';
import type { Poll } from '../poll.ts';
import { describeChannels, listBallotsByChannel } from '../urn/channels.store.ts';
import { listChannelVotes } from '../urn/channels.ts';
import { listSignedTotals } from '../urn/totals.store.ts';
import { listConfirmed } from '../watch/invalidation-lists.store.ts';
import { findResult } from './result.store.ts';
import type { CheckAddresses } from './result-check.page.tsx';
import { findWinnersPlaced } from './result-map.routes.ts';
import { ResultWallPage } from './result-wall.page.tsx';
import { ResultsNotYetPage, ResultsPage } from './results.page.tsx';

export const resultsRoutes: readonly Route[] = [
  get(
    urls.results,
    'anyone',
    async (visit) => {
      const { edition, poll, state, now } = await loadPoll(visit);
      const kept =
        poll && state === 'published'
          ? await findResult(visit.db, visit.organisation.id, poll.id)
          : null;
      if (!poll || !kept) {
        return page({
          title: m.results_not_yet_title(),
          section: 'editions',
          status: 404,
          body: <ResultsNotYetPage edition={edition} now={now} />,
        });
      }
      // the result of a space is put forward nowhere but in it
      const isPaused =
        edition.spaceId !== null ||
        (await findPromotionPause(visit.db, visit.organisation.id)) !== null;
      const placed = await findWinnersPlaced(visit, poll, kept);
      return page({
        title: m.results_title(),
        section: 'editions',
        scripts: placed ? [MAP_SCRIPT] : [],
        // nothing is put forward before an election
        ...(!isPaused && {
          picture: {
            path: urls.resultPicture({ edition: edition.slug, piece: 'image-large.png' }),
            alt: `${edition.title}, ${m.results_title()}`,
          },
        }),
        body: (
          <ResultsPage
            edition={edition}
            now={now}
            poll={poll}
            kept={kept}
            manifest={await getManifest(visit.db, visit.organisation.id, poll.id)}
            invalidations={
              await listConfirmed(visit.db, {
                organisationId: visit.organisation.id,
                pollId: poll.id,
              })
            }
            addresses={listCheckAddresses(poll, edition)}
            placed={placed}
            canShare={!isPaused}
            channels={await readChannels(visit, poll)}
            related={await visit.findRelated({ kind: 'edition', id: edition.id })}
          />
        ),
      });
    },
    { cached: true },
  ),

  get(
    urls.resultWall,
    'anyone',
    async (visit) => {
      const { edition, poll, state } = await loadPoll(visit);
      const isOut = poll && state === 'published';
      const kept = isOut ? await findResult(visit.db, visit.organisation.id, poll.id) : null;
      if (!poll || !kept) throw notFound('result');
      return page({
        title: m.results_wall_title(),
        frame: 'wall',
        body: (
          <ResultWallPage
            edition={edition}
            poll={poll}
            kept={kept}
            placed={await findWinnersPlaced(visit, poll, kept)}
            origin={visit.origin}
          />
        ),
      });
    },
    { cached: true },
  ),
];

/** null where everybody voted from a screen of their own. */
async function readChannels({ db, organisation }: Visit, poll: Poll) {
  if (poll.settings.paper === 'none' || poll.imported) return null;
  const [figures, ballots, totals] = await Promise.all([
    describeChannels(db, organisation.id, poll),
    listBallotsByChannel(db, poll.id),
    listSignedTotals(db, { organisationId: organisation.id, pollId: poll.id }),
  ]);
  return { figures, votes: listChannelVotes(poll, ballots, totals) };
}

/** The bundle for everyone; what was cast here can be found again here; what was public stays so. */
function listCheckAddresses(
  { imported, profile }: Pick<Poll, 'imported' | 'profile'>,
  { slug: edition, spaceId }: Pick<Edition, 'slug' | 'spaceId'>,
): CheckAddresses {
  return {
    verify: urls.verifyResult({ edition }),
    bundle: urls.resultBundle({ edition }),
    // yes and no have one rule, and the budget's page of others is not there
    ...(spaceId === null && { whatIf: urls.whatIf({ edition }) }),
    ...(!imported && {
      findBallot: urls.findBallot({ edition }),
      minutes: {
        pdf: urls.resultMinutes({ edition }),
        csv: urls.resultMinutesCsv({ edition }),
      },
    }),
    ...(profile === 'P0' && !imported && { publicVotes: urls.publicVotes({ edition }) }),
  };
}
