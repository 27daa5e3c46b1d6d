import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { accessRoutes } from './access/access.routes.tsx';
import { invitationsRoutes } from './access/invitations.routes.tsx';
import { adminRoutes } from './admin.routes.tsx';
import { agentsRoutes } from './departments/agents.routes.tsx';
import { departmentsRoutes } from './departments/departments.routes.tsx';
import { importRoutes } from './departments/import.routes.tsx';
import { journalSet } from './journal-set.routes.ts';
import { ownWorkRoutes } from './own-work.routes.ts';
import { verificationRoutes } from './verification/verification.routes.tsx';

export const adminRoom: Room = {
  name: 'admin',
  routes: [
    ...adminRoutes,
    ...ownWorkRoutes,
    ...accessRoutes,
    ...invitationsRoutes,
    // before the address of one service, which would be called « importer »
    ...importRoutes,
    ...departmentsRoutes,
    ...agentsRoutes,
    ...verificationRoutes,
  ],
  dataSets: [journalSet],
  notices: {
    'access-given': { tone: 'success', words: m.access_notice_given },
    'access-invited': { tone: 'success', words: m.access_notice_invited },
    'access-changed': { tone: 'success', words: m.access_notice_changed },
    'access-revoked': { tone: 'success', words: m.access_notice_revoked },
    'access-renewed': { tone: 'success', words: m.access_notice_renewed },
    'access-withdrawn': { tone: 'success', words: m.access_notice_withdrawn },
    'department-declared': { tone: 'success', words: m.access_notice_department_declared },
    'department-changed': { tone: 'success', words: m.access_notice_department_changed },
    'department-closed': { tone: 'success', words: m.access_notice_department_closed },
    'department-reopened': { tone: 'success', words: m.access_notice_department_reopened },
    'agent-referent': { tone: 'success', words: m.access_notice_referent },
    'agent-not-referent': { tone: 'success', words: m.access_notice_not_referent },
    'agent-removed': { tone: 'success', words: m.access_notice_agent_removed },
  },
};
