import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { urls } from '../../urls.ts';
import { listGroupsCalled } from './called.store.ts';
import { certificationRoutes } from './certification.routes.tsx';
import { directoryRoutes } from './directory.routes.tsx';
import { groupJobs } from './group.jobs.ts';
import { searchedGroups } from './group-search.store.ts';
import { membershipProblems } from './group-words.page.ts';
import { listGroupNames, seekGroups } from './holder.store.ts';
import { listGroupParts } from './home.routes.tsx';
import { importRoutes } from './import/import.routes.tsx';
import { invitationRoutes } from './invitation.routes.tsx';
import { memberRoutes } from './member.routes.tsx';
import { exportRoutes } from './office/export.routes.ts';
import { leadRoutes } from './office/lead.routes.ts';
import { officeRoutes } from './office/office.routes.tsx';
import { eraseMember, GROUP_COLUMNS, groupRows } from './personal.store.ts';

/** Action groups of a movement, who is in them, and how they are certified. */
export const groupsRoom: Room = {
  name: 'groups',
  routes: [
    ...directoryRoutes,
    ...invitationRoutes,
    ...memberRoutes,
    ...certificationRoutes,
    // before those of one group, whose name could be theirs
    ...importRoutes,
    ...exportRoutes,
    ...leadRoutes,
    ...officeRoutes,
  ],
  jobs: groupJobs,
  async findHolders(db, organisationId, called) {
    const groups = await listGroupsCalled(db, organisationId, called);
    return groups.map((group) => ({
      kind: 'group' as const,
      ...group,
      address: urls.group({ group: group.slug }),
    }));
  },
  nameHolders: {
    async group(db, organisationId, ids) {
      const groups = await listGroupNames(db, organisationId, ids);
      return new Map(
        groups.map(({ id, slug, name }) => [id, { name, address: urls.group({ group: slug }) }]),
      );
    },
  },
  seekHolders: { group: seekGroups },
  homeParts: listGroupParts,
  searchables: [searchedGroups],
  personalData: {
    columns: GROUP_COLUMNS,
    sections: [
      { key: 'groups', title: m.personal_groups, read: groupRows.memberships },
      { key: 'group-requests', title: m.personal_group_requests, read: groupRows.requests },
      {
        key: 'group-invitations',
        title: m.personal_group_invitations,
        read: groupRows.invitations,
      },
    ],
    erase: eraseMember,
  },
  notices: {
    'group-founded': { tone: 'success', words: m.groups_notice_founded },
    'group-changed': { tone: 'success', words: m.groups_notice_changed },
    'group-joined': { tone: 'success', words: m.groups_notice_joined },
    'group-asked': { tone: 'info', words: m.groups_notice_asked },
    'group-left': { tone: 'success', words: m.groups_notice_left },
    'group-last-lead': { tone: 'warning', words: membershipProblems['last-lead'] },
    'group-not-yours': { tone: 'warning', words: membershipProblems['not-yours'] },
    'group-gone': { tone: 'warning', words: membershipProblems.gone },
    'group-answered': { tone: 'success', words: m.groups_notice_answered },
    'group-member-changed': { tone: 'success', words: m.groups_notice_member_changed },
    'group-gender': { tone: 'success', words: m.groups_notice_gender },
    'group-invited': { tone: 'success', words: m.groups_notice_invited },
    'group-invitation-withdrawn': { tone: 'success', words: m.groups_notice_invitation_withdrawn },
    'group-action-declared': { tone: 'success', words: m.groups_notice_action },
    'group-action-removed': { tone: 'success', words: m.groups_notice_action_removed },
    'group-requested': { tone: 'success', words: m.groups_notice_requested },
    'group-granted': { tone: 'success', words: m.groups_notice_granted },
    'group-refused': { tone: 'success', words: m.groups_notice_refused },
    'group-withdrawn': { tone: 'success', words: m.groups_notice_withdrawn },
    'groups-imported': { tone: 'success', words: m.groups_notice_imported },
    'group-lead-invited': { tone: 'success', words: m.groups_notice_lead_invited },
    'group-criteria-saved': { tone: 'success', words: m.groups_notice_criteria },
  },
};
