import * as m from '../../paraglide/messages.js';
import type { Topic } from './letter.ts';

/** What each topic holds, as its reader chooses it. */
export const topicWords: Record<Topic, { name: () => string; hint: () => string }> = {
  'my-ideas': { name: m.letters_topic_my_ideas, hint: m.letters_topic_my_ideas_hint },
  tasks: { name: m.letters_topic_tasks, hint: m.letters_topic_tasks_hint },
  exchanges: { name: m.letters_topic_exchanges, hint: m.letters_topic_exchanges_hint },
  merges: { name: m.letters_topic_merges, hint: m.letters_topic_merges_hint },
  comments: { name: m.letters_topic_comments, hint: m.letters_topic_comments_hint },
  supports: { name: m.letters_topic_supports, hint: m.letters_topic_supports_hint },
  meetings: { name: m.letters_topic_meetings, hint: m.letters_topic_meetings_hint },
  followed: { name: m.letters_topic_followed, hint: m.letters_topic_followed_hint },
  editions: { name: m.letters_topic_editions, hint: m.letters_topic_editions_hint },
  newsletter: { name: m.letters_topic_newsletter, hint: m.letters_topic_newsletter_hint },
  calendar: { name: m.letters_topic_calendar, hint: m.letters_topic_calendar_hint },
  digest: { name: m.letters_topic_digest, hint: m.letters_topic_digest_hint },
  week: { name: m.letters_topic_week, hint: m.letters_topic_week_hint },
};
