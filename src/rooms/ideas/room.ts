import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { IDEA_KINDS } from '../consultations/index.ts';
import { meetingDepositRoutes } from './afterlife/meeting-deposit.routes.tsx';
import { meetingIdeasRoutes } from './afterlife/meeting-ideas.routes.tsx';
import { relateIdeas } from './afterlife/meeting-related.routes.ts';
import { needRoutes } from './afterlife/need.routes.tsx';
import { versionRoutes } from './afterlife/versions.routes.tsx';
import { withdrawalRoutes } from './afterlife/withdrawal.routes.tsx';
import { addressOfComponent } from './boards/board-address.page.ts';
import { countIdeasOfSpace } from './boards/space-count.store.ts';
import { listThemeParts } from './boards/theme-parts.routes.tsx';
import { findContribution, findFollowedIdea, listIdeasOfPerson } from './contribution.routes.ts';
import { depositCompareRoutes } from './deposit-compare.routes.tsx';
import { depositFilesRoutes } from './deposit-files.routes.tsx';
import { depositPublishRoutes } from './deposit-publish.routes.tsx';
import { depositTextRoutes } from './deposit-text.routes.tsx';
import { draftJobs } from './draft.jobs.ts';
import { editIdeaRoutes } from './edit-idea.routes.tsx';
import { exportRoutes } from './export/export.routes.tsx';
import { ideaSet } from './export/idea-set.routes.ts';
import { spaceExportRoutes } from './export/space-export.routes.tsx';
import { fileRoute } from './file.routes.ts';
import { refuseHeldIdeas, withholdIdeas } from './held/held-idea.store.ts';
import { hideIdea, releaseIdea } from './held/held-ideas.routes.ts';
import { searchedIdeas } from './idea-search.store.ts';
import { ideasRoutes } from './ideas.routes.tsx';
import { importJobs } from './import/import.jobs.ts';
import { importRoutes } from './import/import.routes.tsx';
import { importsRoutes } from './import/imports.routes.tsx';
import { reportRoutes } from './import/report.routes.tsx';
import { eraseAuthor, IDEA_COLUMNS, ideaRows, listOwnFiles } from './personal.store.ts';
import { depositPlaceRoutes } from './place/deposit-place.routes.tsx';
import { followCommune } from './place/outside.jobs.ts';
import { similarJobs, similarReaders } from './similar/similar.jobs.ts';
import { countIdeasOfEditions } from './tally.store.ts';

export const ideasRoom: Room = {
  name: 'ideas',
  routes: [
    ...ideasRoutes,
    ...editIdeaRoutes,
    ...withdrawalRoutes,
    ...versionRoutes,
    ...needRoutes,
    ...meetingDepositRoutes,
    ...meetingIdeasRoutes,
    ...depositTextRoutes,
    ...depositCompareRoutes,
    ...depositPlaceRoutes,
    ...depositFilesRoutes,
    fileRoute,
    ...depositPublishRoutes,
    ...importsRoutes,
    ...importRoutes,
    ...reportRoutes,
    ...exportRoutes,
    ...spaceExportRoutes,
  ],
  jobs: (tools) => ({ ...draftJobs(tools), ...similarJobs(tools), ...importJobs(tools) }),
  readers: {
    ...similarReaders,
    'outline.kept': followCommune,
    'outline.removed': followCommune,
  },
  contributions: {
    idea: {
      find: findContribution,
      hide: hideIdea,
      release: releaseIdea,
      withhold: withholdIdeas,
      refuse: refuseHeldIdeas,
    },
  },
  followed: { idea: findFollowedIdea },
  components: Object.fromEntries(
    IDEA_KINDS.map((kind) => [kind, { address: addressOfComponent, count: countIdeasOfEditions }]),
  ),
  themeParts: listThemeParts,
  findRelated: relateIdeas,
  countInSpace: countIdeasOfSpace,
  profileParts: listIdeasOfPerson,
  searchables: [searchedIdeas],
  dataSets: [ideaSet],
  personalData: {
    columns: IDEA_COLUMNS,
    sections: [
      { key: 'ideas', title: m.personal_ideas, read: ideaRows.ideas },
      { key: 'drafts', title: m.personal_drafts, read: ideaRows.drafts },
      { key: 'supports', title: m.personal_supports, read: ideaRows.supports },
      { key: 'entered-ideas', title: m.personal_entered, read: ideaRows.entered },
    ],
    files: listOwnFiles,
    erase: eraseAuthor,
  },
  notices: {
    'ideas-published': { tone: 'success', words: m.ideas_notice_published },
    'ideas-held': { tone: 'info', words: m.ideas_notice_held },
    'ideas-already-published': { tone: 'info', words: m.ideas_notice_already_published },
    'ideas-edited': { tone: 'success', words: m.ideas_notice_edited },
    'workshop-idea-begun': { tone: 'info', words: m.afterlife_workshop_begun },
    'need-begun': { tone: 'info', words: m.afterlife_need_begun },
    'meeting-ideas-saved': { tone: 'success', words: m.afterlife_meeting_saved },
    'idea-withdrawn': { tone: 'success', words: m.afterlife_notice_withdrawn },
    'ideas-supported': { tone: 'success', words: m.ideas_notice_supported },
    'ideas-withdrawn': { tone: 'success', words: m.ideas_notice_withdrawn },
    'ideas-stopped': { tone: 'success', words: m.ideas_notice_stopped },
    'ideas-sign-in-to-support': { tone: 'info', words: m.ideas_notice_sign_in_to_support },
    'ideas-sign-in-to-publish': { tone: 'info', words: m.ideas_notice_sign_in_to_publish },
    'ideas-session-lost': { tone: 'warning', words: m.ideas_notice_session_lost },
    'ideas-session-lost-file': { tone: 'warning', words: m.ideas_notice_session_lost_file },
    'ideas-identity': { tone: 'info', words: m.ideas_notice_identity },
    'ideas-abandoned': { tone: 'success', words: m.ideas_notice_abandoned },
    'ideas-file-added': { tone: 'success', words: m.ideas_notice_file_added },
    'idea-import-stopped': { tone: 'success', words: m.imports_notice_stopped },
    'idea-import-undone': { tone: 'success', words: m.imports_notice_undone },
    'ideas-file-removed': { tone: 'success', words: m.ideas_notice_file_removed },
  },
};
