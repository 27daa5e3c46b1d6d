import * as m from '../../paraglide/messages.js';
import { found } from '../../platform/http/refused.ts';
import { get, type Route } from '../../platform/http/route.ts';
import { page, seeOther } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { readNumber } from '../spaces/index.ts';
import { PIECES } from './piece.ts';
import {
  answerResultPicture,
  answerWinnerPicture,
  loadResult,
  readPicture,
} from './result-picture.routes.ts';
import { ResultSharePage } from './result-share.page.tsx';
import { sayResult } from './result-words.page.ts';

/** A published result as people share it: nothing before, for anyone (R57, V15). */
export const resultShareRoutes: readonly Route[] = [
  get(
    urls.resultShare,
    'anyone',
    async (visit) => {
      const shared = await loadResult(visit);
      const { edition, result, pause } = shared;
      return page({
        title: m.campaign_result_share_title(),
        section: 'editions',
        description: `${edition.title}, ${sayResult(result, edition)}`,
        ...(pause === null && {
          picture: {
            path: urls.resultPicture({
              edition: edition.slug,
              piece: PIECES['picture-wide'].file,
            }),
            alt: `${edition.title}, ${sayResult(result, edition)}`,
          },
        }),
        scripts: ['copy-words.js'],
        body: (
          <ResultSharePage
            {...shared}
            address={visit.origin + urls.results({ edition: edition.slug })}
          />
        ),
      });
    },
    { cached: true },
  ),

  get(urls.resultPicture, 'anyone', async (visit) => {
    const piece = readPicture(visit.params.piece);
    const shared = await loadResult(visit);
    if (shared.pause) return seeOther(visit, urls.resultShare(visit.params));
    return answerResultPicture(visit, shared, piece);
  }),

  get(urls.winnerPicture, 'anyone', async (visit) => {
    const piece = readPicture(visit.params.piece);
    const shared = await loadResult(visit);
    const number = readNumber(visit.params.project);
    const winner = shared.result.winners.find((one) => one.number === number);
    found(winner, 'project');
    if (shared.pause) return seeOther(visit, urls.resultShare(visit.params));
    return answerWinnerPicture(visit, shared, winner!, piece);
  }),
];
