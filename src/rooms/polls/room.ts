import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { bundleRoutes } from './bundle.routes.ts';
import { castingRoutes } from './casting.routes.tsx';
import { countingJobs } from './counting.jobs.ts';
import { extensionRoutes } from './extension.routes.tsx';
import { findBallotRoutes } from './find-ballot.routes.tsx';
import { officeRoutes } from './office.routes.tsx';
import { proofRoutes } from './proof.routes.tsx';
import { publicVotesRoutes } from './public-votes.routes.tsx';
import { receiptRoutes } from './receipt.routes.tsx';
import { resultsRoutes } from './results.routes.tsx';
import { roundJobs } from './rounds.jobs.ts';
import { verifyRoutes } from './verify.routes.tsx';
import { voteRoutes } from './vote.routes.tsx';

export const pollsRoom: Room = {
  name: 'polls',
  routes: [
    ...voteRoutes,
    ...castingRoutes,
    ...receiptRoutes,
    ...proofRoutes,
    ...resultsRoutes,
    ...bundleRoutes,
    ...verifyRoutes,
    ...findBallotRoutes,
    ...publicVotesRoutes,
    ...officeRoutes,
    ...extensionRoutes,
  ],
  jobs: (tools) => ({ ...roundJobs(tools), ...countingJobs(tools) }),
  notices: {
    'poll-opened': { tone: 'success', words: m.polls_notice_opened },
    'poll-extended': { tone: 'success', words: m.polls_notice_extended },
    'poll-sealed': { tone: 'success', words: m.polls_notice_sealed },
    'poll-count-asked': { tone: 'info', words: m.opening_notice_count_asked },
    'poll-count-cancelled': { tone: 'info', words: m.opening_notice_count_cancelled },
    'poll-published': { tone: 'success', words: m.polls_notice_published },
    'poll-act-done-before': { tone: 'info', words: m.polls_notice_too_late },
  },
};
