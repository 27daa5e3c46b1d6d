import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { assignmentJobs, routeSubmittedIdea } from './assignment/assignment.jobs.ts';
import { assignmentRoutes } from './assignment/assignment.routes.ts';
import { assignmentNotices } from './assignment/notices.page.ts';
import { findPreparedServices } from './assignment/prepared-services.routes.ts';
import { releaseIdeas } from './assignment/release.store.ts';
import { decisionSet } from './decisions/decision-set.routes.ts';
import { decisionJobs } from './decisions/decisions.jobs.ts';
import { decisionsRoutes } from './decisions/decisions.routes.tsx';
import { ideaDecisionRoutes } from './decisions/idea-decision.routes.tsx';
import { letterWordsRoutes } from './decisions/letter-words.routes.tsx';
import { prepareRoutes } from './decisions/prepare.routes.tsx';
import { publishRoutes } from './decisions/publish.routes.tsx';
import { reasonsRoutes } from './decisions/reasons.routes.tsx';
import { findDecisionStanding } from './decisions/standing.routes.ts';
import { studiedColumns } from './export/studied.routes.ts';
import { holderMergeRoutes } from './merges/holder-merge.routes.tsx';
import { findMergeLinks } from './merges/merge-links.routes.ts';
import { mergesRoutes } from './merges/merges.routes.tsx';
import { eraseFromStudy, STUDY_COLUMNS, studyRows } from './personal.store.ts';
import { sheetRoutes } from './sheet/sheet.routes.tsx';
import { taskRoutes } from './sheet/task.routes.tsx';
import { threadsRoutes } from './threads/threads.routes.tsx';
import { unansweredRoutes } from './threads/unanswered.routes.tsx';

/** The study of ideas, by departments and by the office. */
export const reviewRoom: Room = {
  name: 'review',
  routes: [
    ...sheetRoutes,
    ...taskRoutes,
    ...assignmentRoutes,
    ...threadsRoutes,
    ...unansweredRoutes,
    ...mergesRoutes,
    ...holderMergeRoutes,
    ...decisionsRoutes,
    ...ideaDecisionRoutes,
    ...prepareRoutes,
    ...publishRoutes,
    ...reasonsRoutes,
    ...letterWordsRoutes,
  ],
  jobs: (tools) => ({ ...assignmentJobs(tools), ...decisionJobs(tools) }),
  readers: { 'idea.submitted': routeSubmittedIdea },
  findPreparedPart: findPreparedServices,
  findRelated: findMergeLinks,
  findStanding: findDecisionStanding,
  releaseIdeas,
  ideaColumns: studiedColumns,
  dataSets: [decisionSet],
  personalData: {
    columns: STUDY_COLUMNS,
    sections: [
      { key: 'messages', title: m.personal_messages, read: studyRows.messages },
      { key: 'merges', title: m.personal_merges, read: studyRows.merges },
      { key: 'study-teams', title: m.personal_teams, read: studyRows.teams },
      { key: 'decisions-told', title: m.personal_told, read: studyRows.told },
    ],
    erase: eraseFromStudy,
  },
  notices: {
    ...assignmentNotices,
    'merge-proposed': { tone: 'success', words: m.merges_notice_proposed },
    'merge-answered': { tone: 'success', words: m.merges_notice_answered },
    'merge-withdrawn': { tone: 'success', words: m.merges_notice_withdrawn },
    'merge-undone': { tone: 'success', words: m.merges_notice_undone },
    'merge-search-asked': { tone: 'info', words: m.merges_notice_search },
    'pair-dismissed': { tone: 'success', words: m.merges_notice_dismissed },
    'message-written': { tone: 'success', words: m.threads_notice_written },
    'team-changed': { tone: 'success', words: m.threads_notice_team },
    'study-saved': { tone: 'success', words: m.study_notice_saved },
    'opinion-saved': { tone: 'success', words: m.study_notice_draft },
    'opinion-given': { tone: 'success', words: m.study_notice_given },
    'decide-prepared': { tone: 'success', words: m.decide_notice_prepared },
    'decide-decided': { tone: 'success', words: m.decide_notice_decided },
    'decide-some-changed': { tone: 'warning', words: m.decide_notice_some_changed },
    'decide-none-chosen': { tone: 'warning', words: m.decide_notice_none_chosen },
    'decide-frozen': { tone: 'warning', words: m.decide_refused_frozen },
    'decide-nothing-to-publish': { tone: 'warning', words: m.decide_notice_nothing_to_publish },
    'decide-withdrawn': { tone: 'success', words: m.decide_notice_withdrawn },
    'decide-reopened': { tone: 'success', words: m.decide_notice_reopened },
    'decide-published': { tone: 'success', words: m.decide_notice_published },
    'decide-planned': { tone: 'success', words: m.decide_notice_planned },
    'decide-cancelled': { tone: 'success', words: m.decide_notice_cancelled },
    'decide-too-late': { tone: 'warning', words: m.decide_notice_too_late },
    'decide-told': { tone: 'success', words: m.decide_notice_told },
    'decide-reasons-saved': { tone: 'success', words: m.decide_notice_reasons_saved },
    'decide-words-saved': { tone: 'success', words: m.decide_notice_words_saved },
  },
};
