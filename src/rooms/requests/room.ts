import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { urls } from '../../urls.ts';
import { findContribution } from './contribution.routes.ts';
import { eraseHelper, HELP_COLUMNS, helpRows } from './personal.store.ts';
import { requestJobs } from './request.jobs.ts';
import { tellHelpers } from './request.mails.ts';
import { requestRoutes } from './request.routes.tsx';
import { countSharedRequests } from './request.store.ts';
import {
  hideRequest,
  refuseRequests,
  showHeldRequest,
  withholdRequests,
} from './request-writing.store.ts';
import { requestsRoutes } from './requests.routes.tsx';
import { findReplies, findTopicContribution } from './topics/topic.routes.ts';
import { countTopics } from './topics/topic.store.ts';
import {
  hideTopic,
  moveUp,
  refuseTopics,
  showHeldTopic,
  withholdTopics,
} from './topics/topic-writing.store.ts';
import { topicRoutes } from './topics/topics.routes.tsx';
import { helperRoutes } from './volunteers.routes.tsx';

/** What members of a space ask of each other (R152), and what they speak of (R155). */
export const requestsRoom: Room = {
  name: 'requests',
  routes: [...requestsRoutes, ...helperRoutes, ...requestRoutes, ...topicRoutes],
  jobs: requestJobs,
  contributions: {
    request: {
      find: findContribution,
      hide: hideRequest,
      async release(visit, tx, id) {
        const request = await showHeldRequest(tx, visit.organisation.id, id);
        if (request) await tellHelpers(tx, visit, request, 'asked');
        return request !== null;
      },
      withhold: withholdRequests,
      refuse: refuseRequests,
    },
    topic: {
      find: findTopicContribution,
      hide: hideTopic,
      release: (visit, tx, id) => showHeldTopic(tx, visit.organisation.id, id),
      withhold: withholdTopics,
      refuse: refuseTopics,
    },
  },
  readers: {
    // what was spoken of last stands first
    async 'comment.published'({ organisationId, detail, recordedAt }, { db }) {
      if (detail.targetKind !== 'topic') return;
      await moveUp(db, organisationId, String(detail.targetId), recordedAt);
    },
  },
  findReplies,
  components: {
    requests: { address: (at) => urls.spaceRequests(at), count: countSharedRequests },
    topics: { address: (at) => urls.forum(at), count: countTopics },
  },
  personalData: {
    columns: HELP_COLUMNS,
    sections: [
      { key: 'help-requests', title: m.mutual_personal_requests, read: helpRows.requests },
      { key: 'help-request-acts', title: m.mutual_personal_acts, read: helpRows.acts },
      { key: 'help-lessons', title: m.mutual_personal_lessons, read: helpRows.lessons },
      { key: 'forum-topics', title: m.forum_personal_topics, read: helpRows.topics },
      { key: 'forum-topic-acts', title: m.forum_personal_acts, read: helpRows.topicActs },
      { key: 'help-offers', title: m.mutual_personal_offers, read: helpRows.helps },
    ],
    erase: eraseHelper,
  },
  notices: {
    'topic-begun': { tone: 'success', words: m.forum_notice_begun },
    'topic-held': { tone: 'info', words: m.forum_notice_held },
    'topic-not-open': { tone: 'info', words: m.forum_notice_not_open },
    'topic-pinned': { tone: 'success', words: m.forum_notice_pinned },
    'topic-unpinned': { tone: 'success', words: m.forum_notice_unpinned },
    'topic-closed': { tone: 'success', words: m.forum_notice_closed },
    'topic-reopened': { tone: 'success', words: m.forum_notice_reopened },
    'help-asked': { tone: 'success', words: m.mutual_notice_asked },
    'help-held': { tone: 'info', words: m.mutual_notice_held },
    'help-not-open': { tone: 'info', words: m.mutual_notice_not_open },
    'help-answered': { tone: 'success', words: m.mutual_notice_answered },
    'help-unanswered': { tone: 'success', words: m.mutual_notice_unanswered },
    'help-closed': { tone: 'success', words: m.mutual_notice_closed },
    'help-reopened': { tone: 'success', words: m.mutual_notice_reopened },
    'help-shared': { tone: 'success', words: m.mutual_notice_shared },
    'help-taught': { tone: 'success', words: m.mutual_notice_taught },
    'help-offered': { tone: 'success', words: m.mutual_notice_offered },
    'help-offered-none': { tone: 'success', words: m.mutual_notice_offered_none },
    'help-helper-confirmed': { tone: 'success', words: m.mutual_notice_helper_confirmed },
    'help-helper-removed': { tone: 'success', words: m.mutual_notice_helper_removed },
    'help-categories-saved': { tone: 'success', words: m.mutual_notice_categories_saved },
    'help-categories-none': { tone: 'warning', words: m.mutual_notice_categories_none },
  },
};
