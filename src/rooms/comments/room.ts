import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { ratingRefusalWords } from './comment-words.page.ts';
import { commentRoutes } from './comments.routes.tsx';
import { completionRoutes } from './completion.routes.ts';
import { findContribution } from './contribution.routes.ts';
import { hideComment, refuseComments, withholdComments } from './holding.store.ts';
import { COMMENT_COLUMNS, commentRows, eraseCommenter } from './personal.store.ts';
import { hideTally } from './publishing.store.ts';
import { ratingRoutes } from './rating.routes.ts';
import { countPublicComments } from './reading.routes.ts';
import { countComments } from './space-count.store.ts';
import { releaseComment } from './writing.routes.ts';

/** What is said under what people publish (R127–R131). */
export const commentsRoom: Room = {
  name: 'comments',
  // an act on a comment is asked for before the comments of a contribution, whose pattern is wider
  routes: [...ratingRoutes, ...commentRoutes, ...completionRoutes],
  contributions: {
    comment: {
      find: findContribution,
      hide: hideComment,
      release: releaseComment,
      refuse: refuseComments,
      withhold: withholdComments,
    },
  },
  hideUnder: hideTally,
  countInSpace: countComments,
  profileParts: countPublicComments,
  personalData: {
    columns: COMMENT_COLUMNS,
    sections: [
      { key: 'comments', title: m.personal_comments, read: commentRows.comments },
      { key: 'comment-ratings', title: m.personal_comment_ratings, read: commentRows.ratings },
      { key: 'comment-mentions', title: m.personal_comment_mentions, read: commentRows.mentions },
    ],
    erase: eraseCommenter,
  },
  notices: {
    'comment-published': { tone: 'success', words: m.comments_notice_published },
    'comment-held': { tone: 'info', words: m.comments_notice_held },
    ...Object.fromEntries(
      Object.entries(ratingRefusalWords).map(([refusal, words]) => [
        `comment-rating-${refusal}`,
        { tone: 'warning' as const, words },
      ]),
    ),
  },
};
