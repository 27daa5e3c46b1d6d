import * as m from '../../../paraglide/messages.js';
import { numberedSegment } from '../../spaces/index.page.ts';
import type { Topic, TopicRefusal } from './topic.ts';

export const topicSegment = ({ number, title }: Pick<Topic, 'number' | 'title'>): string =>
  numberedSegment(number, title);

export const topicProblems: Record<TopicRefusal, () => string> = {
  'title-missing': m.forum_problem_title,
  'title-too-long': m.forum_problem_title_long,
  'message-missing': m.forum_problem_message,
  'message-too-long': m.forum_problem_message_long,
};
