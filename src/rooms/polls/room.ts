import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { castingRoutes } from './casting.routes.tsx';
import { proofRoutes } from './proof.routes.tsx';
import { voteRoutes } from './vote.routes.tsx';

export const pollsRoom: Room = {
  name: 'polls',
  routes: [...voteRoutes, ...castingRoutes, ...proofRoutes],
  notices: {
    'poll-opened': { tone: 'success', words: m.polls_notice_opened },
  },
};
