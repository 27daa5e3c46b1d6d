import * as m from '../../../paraglide/messages.js';
import type { MeetingRefusal } from '../meeting.ts';

/** What is wrong with a field of the form of a meeting. */
export const meetingProblems: Record<
  | MeetingRefusal
  | 'kind-missing'
  | 'no-day'
  | 'no-time'
  | 'degrees-wrong'
  | 'degree-missing'
  | 'capacity-wrong'
  | 'edition-missing'
  | 'edition-unknown'
  | 'target-unknown'
  | 'target-of-another-edition'
  | 'seats-taken'
  | 'sessions-outside',
  () => string
> = {
  'kind-missing': m.meetings_problem_kind,
  'title-missing': m.meetings_problem_title,
  'text-too-long': m.meetings_problem_long,
  'place-missing': m.meetings_problem_place,
  'no-day': m.meetings_problem_day,
  'no-time': m.meetings_problem_time,
  'ends-before-it-begins': m.meetings_problem_order,
  'lasts-too-long': m.meetings_problem_lasts,
  'capacity-without-registration': m.meetings_problem_capacity_alone,
  'capacity-wrong': m.meetings_problem_capacity,
  'degrees-wrong': m.meetings_problem_degrees,
  'degree-missing': m.meetings_problem_degree,
  'edition-missing': m.meetings_problem_edition_missing,
  'edition-unknown': m.meetings_problem_edition,
  'target-unknown': m.meetings_problem_target,
  'target-of-another-edition': m.meetings_problem_target_edition,
  'seats-taken': m.meetings_problem_seats,
  'sessions-outside': m.congress_problem_sessions_outside,
};
