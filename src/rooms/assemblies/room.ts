import * as m from '../../paraglide/messages.js';
import type { FlashNotice, Room } from '../../platform/room.ts';
import { urls } from '../../urls.ts';
import { assembliesRoutes } from './assemblies.routes.tsx';
import { assemblyJobs } from './assembly.jobs.ts';
import { assemblyRoutes } from './assembly.routes.tsx';
import { countAssemblies } from './assembly.store.ts';
import { minutesRoutes } from './minutes.routes.tsx';
import { ASSEMBLY_COLUMNS, eraseVoter, rollRows } from './personal.store.ts';
import { runRoutes } from './run.routes.tsx';
import { voteRoutes } from './vote.routes.tsx';

const done = (words: () => string): FlashNotice => ({ tone: 'success', words });
const not = (words: () => string): FlashNotice => ({ tone: 'warning', words });

/** General assemblies of a space: agenda, roll, proxies, votes, minutes (R157, R89). */
export const assembliesRoom: Room = {
  name: 'assemblies',
  routes: [...assembliesRoutes, ...assemblyRoutes, ...runRoutes, ...voteRoutes, ...minutesRoutes],
  jobs: assemblyJobs,
  components: { assemblies: { address: urls.assemblies, count: countAssemblies } },
  personalData: {
    columns: ASSEMBLY_COLUMNS,
    sections: [{ key: 'assemblies', title: m.assembly_personal, read: rollRows }],
    erase: eraseVoter,
  },
  notices: {
    'assembly-prepared': done(m.assembly_notice_prepared),
    'assembly-changed': done(m.assembly_notice_saved),
    'assembly-convened': done(m.assembly_notice_convened),
    'assembly-opened': done(m.assembly_notice_opened),
    'assembly-closed': done(m.assembly_notice_closed),
    'assembly-presence': done(m.assembly_notice_presence),
    'assembly-presence-not': not(m.assembly_notice_presence_not),
    'assembly-proxy-given': done(m.assembly_notice_proxy_given),
    'assembly-proxy-withdrawn': done(m.assembly_notice_proxy_withdrawn),
    'assembly-roll-saved': done(m.assembly_notice_saved),
    'assembly-roll-completed': done(m.assembly_notice_roll_completed),
    'assembly-roll-complete': done(m.assembly_notice_roll_complete),
    'assembly-roll-voted': not(m.assembly_refused_roll_voted),
    'assembly-item-saved': done(m.assembly_notice_saved),
    'assembly-item-removed': done(m.assembly_notice_item_removed),
    'assembly-item-not-moved': not(m.assembly_refused_closed),
    'assembly-vote-opened': done(m.assembly_notice_vote_opened),
    'assembly-voted-already': not(m.assembly_refused_voted_already),
    'assembly-cast': done(m.assembly_notice_cast),
    'assembly-vote-closed': done(m.assembly_notice_vote_closed),
    'assembly-vote-not-closed': not(m.assembly_notice_vote_not_closed),
    'assembly-minutes-kept': done(m.assembly_notice_saved),
    'assembly-minutes-published': done(m.assembly_notice_minutes),
  },
};
