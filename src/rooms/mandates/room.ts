import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { urls } from '../../urls.ts';
import { memberBodyRoutes } from './bodies/member-bodies.routes.tsx';
import { directoryRoutes } from './directory.routes.tsx';
import { importRoutes } from './import/import.routes.tsx';
import { invitationRoutes } from './invitation.routes.tsx';
import { mandateJobs } from './mandate.jobs.ts';
import { officeRoutes } from './office/mandates.routes.tsx';
import { ownRoutes } from './own.routes.tsx';
import { eraseHolder, listProofs, MANDATE_COLUMNS, mandateRows } from './personal.store.ts';
import { listShowcaseParts } from './showcase.routes.tsx';
import { teamRoutes } from './team/team.routes.tsx';

/** Mandates of the members of a network, and who these members are. */
export const mandatesRoom: Room = {
  name: 'mandates',
  routes: [
    ...ownRoutes,
    ...directoryRoutes,
    ...teamRoutes,
    ...memberBodyRoutes,
    ...invitationRoutes,
    // before those of one mandate, whose id could be theirs
    ...importRoutes,
    ...officeRoutes,
  ],
  jobs: mandateJobs,
  components: { directory: { address: urls.directory } },
  showcaseParts: listShowcaseParts,
  personalData: {
    columns: MANDATE_COLUMNS,
    sections: [
      { key: 'mandates', title: m.mandates_personal, read: mandateRows.mandates },
      {
        key: 'mandate-invitations',
        title: m.mandates_personal_invitations,
        read: mandateRows.invitations,
      },
      { key: 'directories', title: m.mandates_personal_directory, read: mandateRows.directory },
      { key: 'team-requests', title: m.team_personal, read: mandateRows.teamRequests },
      { key: 'team-parity', title: m.team_personal_parity, read: mandateRows.parity },
    ],
    files: listProofs,
    erase: eraseHolder,
  },
  notices: {
    'mandate-declared': { tone: 'success', words: m.mandates_notice_declared },
    'mandate-corrected': { tone: 'success', words: m.mandates_notice_corrected },
    'mandate-withdrawn': { tone: 'success', words: m.mandates_notice_withdrawn },
    'mandate-end-told': { tone: 'success', words: m.mandates_notice_end_told },
    'mandate-decided': { tone: 'warning', words: m.mandates_notice_decided },
    'mandate-accepted': { tone: 'success', words: m.mandates_notice_accepted },
    'mandate-twice': { tone: 'warning', words: m.mandates_problem_twice },
    'directory-entry-saved': { tone: 'success', words: m.mandates_notice_entry },
    'mandate-verified': { tone: 'success', words: m.mandates_notice_verified },
    'mandate-refused': { tone: 'success', words: m.mandates_notice_refused },
    'mandate-noted': { tone: 'success', words: m.mandates_notice_noted },
    'mandate-invitation-withdrawn': {
      tone: 'success',
      words: m.mandates_notice_invitation_withdrawn,
    },
    'member-body-saved': { tone: 'success', words: m.bodies_notice_saved },
    'team-asked': { tone: 'success', words: m.team_notice_asked },
    'team-withdrawn': { tone: 'success', words: m.team_notice_withdrawn },
    'team-answered': { tone: 'warning', words: m.team_notice_answered },
    'team-accepted': { tone: 'success', words: m.team_notice_accepted },
    'team-declined': { tone: 'success', words: m.team_notice_declined },
    'team-asker-left': { tone: 'warning', words: m.team_notice_asker_left },
    'team-left': { tone: 'success', words: m.team_notice_left },
    'team-not-left': { tone: 'warning', words: m.team_notice_not_left },
    'team-saved': { tone: 'success', words: m.team_notice_saved },
    'mandates-imported': { tone: 'success', words: m.mandates_notice_imported },
  },
};
