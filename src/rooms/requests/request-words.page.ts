import * as m from '../../paraglide/messages.js';
import type { IconName } from '../../ui/icon.tsx';
import { sayNickname } from '../identity/index.page.ts';
import { numberedSegment } from '../spaces/index.page.ts';
import type {
  Category,
  HelpRequest,
  LessonRefusal,
  RequestRefusal,
  RequestState,
} from './request.ts';

export const categoryWords: Record<Category, () => string> = {
  legal: m.mutual_category_legal,
  technical: m.mutual_category_technical,
};

export const categoryIcons: Record<Category, IconName> = { legal: 'rules', technical: 'hammer' };

export const stateWords: Record<RequestState, () => string> = {
  open: m.mutual_state_open,
  answered: m.mutual_state_answered,
  closed: m.mutual_state_closed,
};

export const stateTones = { open: 'now', answered: 'success', closed: 'neutral' } as const;

export const requestProblems: Record<RequestRefusal, () => string> = {
  'category-missing': m.mutual_problem_category,
  'title-missing': m.mutual_problem_title,
  'title-too-long': m.mutual_problem_title_long,
  'question-missing': m.mutual_problem_question,
  'question-too-long': m.mutual_problem_question_long,
  'deadline-wrong': m.mutual_problem_deadline,
  'deadline-past': m.mutual_problem_deadline_past,
};

export const lessonProblems: Record<LessonRefusal, () => string> = {
  'text-missing': m.mutual_problem_lesson,
  'title-too-long': m.mutual_problem_title_long,
  'text-too-long': m.mutual_problem_question_long,
};

export const requestSegment = ({ number, title }: Pick<HelpRequest, 'number' | 'title'>): string =>
  numberedSegment(number, title);

/** Of whoever has no public name, that it is somebody. */
export const sayName = (nickname: string | null): string =>
  nickname === null ? m.mutual_nobody() : sayNickname(nickname);

/** The instant that stands for a day `YYYY-MM-DD`, to write it in words. */
export const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`);
