import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as m from '../../../paraglide/messages.js';
import { answerPage, type KeptPage, packPage } from '../../../platform/http/answers.ts';
import { get, type Route } from '../../../platform/http/route.ts';
import { page } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { loadPoll } from '../ballot/voter.routes.tsx';
import { ResultsNotYetPage } from '../result/results.page.tsx';
import { VerifyPage } from './verify.page.tsx';

/** Anyone verifies a published poll; and the verifier itself, the one that runs on that page and the one that people keep. */
export const verifyRoutes: readonly Route[] = [
  get(
    urls.verifyResult,
    'anyone',
    async (visit) => {
      const { edition, poll, state, now } = await loadPoll(visit);
      if (!poll || state !== 'published') {
        return page({
          title: m.results_not_yet_title(),
          section: 'editions',
          status: 404,
          body: <ResultsNotYetPage edition={edition} now={now} />,
        });
      }
      return page({
        title: m.verify_title(),
        section: 'editions',
        scripts: ['verify-bundle.js'],
        body: <VerifyPage edition={edition} now={now} poll={poll} locale={visit.locale} />,
      });
    },
    { cached: true },
  ),

  get(
    urls.verifierFile,
    'anyone',
    ({ config, request }) =>
      answerPage(readVerifier(config.root), request.headers.get('accept-encoding') ?? ''),
    { anyHost: true },
  ),
];

let verifier: KeptPage | null = null;

/** As the build made it; it changes with the server only. */
function readVerifier(root: string): KeptPage {
  verifier ??= packPage(readFileSync(join(root, 'dist/verify.mjs')), {
    'content-type': 'text/javascript; charset=utf-8',
    'content-disposition': 'attachment; filename="verify.mjs"',
    'cache-control': 'public, max-age=300',
    vary: 'accept-encoding',
  });
  return verifier;
}
