import * as m from '../../paraglide/messages.js';
import { dayInParis } from '../../platform/clock/paris.ts';
import { formatDate, formatDateTime, formatTime } from '../../ui/format.ts';
import type { IconName } from '../../ui/icon.tsx';
import { numberedSegment } from '../spaces/index.page.ts';
import type { Meeting, MeetingKind, MeetingState } from './meeting.ts';
import type { Profile } from './registration.ts';

export const kindWords: Record<MeetingKind, () => string> = {
  'public-meeting': m.meetings_kind_public_meeting,
  workshop: m.meetings_kind_workshop,
  booth: m.meetings_kind_booth,
  'office-hours': m.meetings_kind_office_hours,
  festival: m.meetings_kind_festival,
  visit: m.meetings_kind_visit,
  inauguration: m.meetings_kind_inauguration,
  other: m.meetings_kind_other,
};

export const kindIcons: Record<MeetingKind, IconName> = {
  'public-meeting': 'comment',
  workshop: 'idea',
  booth: 'shop',
  'office-hours': 'clock',
  festival: 'music',
  visit: 'eye',
  inauguration: 'trophy',
  other: 'calendar',
};

export const profileWords: Record<Profile, () => string> = {
  resident: m.meetings_profile_resident,
  elected: m.meetings_profile_elected,
  agent: m.meetings_profile_agent,
  provider: m.meetings_profile_provider,
};

/** The same after a number: « 12 habitant·es ». */
export const profileCountWords: Record<Profile, (inputs: { count: number }) => string> = {
  resident: m.meetings_present_resident,
  elected: m.meetings_present_elected,
  agent: m.meetings_present_agent,
  provider: m.meetings_present_provider,
};

export const stateWords: Record<MeetingState, () => string> = {
  draft: m.meetings_state_draft,
  cancelled: m.meetings_state_cancelled,
  coming: m.meetings_state_coming,
  now: m.meetings_state_now,
  over: m.meetings_state_over,
};

export const stateTones = {
  draft: 'warning',
  cancelled: 'danger',
  coming: 'info',
  now: 'now',
  over: 'neutral',
} as const satisfies Record<MeetingState, string>;

/** « samedi 12 décembre 2026, de 14 h à 17 h »; over several days, each with its hour. */
export function timeWords({ startsAt, endsAt }: Pick<Meeting, 'startsAt' | 'endsAt'>): string {
  if (dayInParis(startsAt) !== dayInParis(endsAt))
    return m.meetings_from_to({ from: formatDateTime(startsAt), to: formatDateTime(endsAt) });
  return m.meetings_on_day({
    day: formatDate(startsAt),
    from: formatTime(startsAt),
    to: formatTime(endsAt),
  });
}

/** Where one goes; « En ligne » where there is nowhere to go. */
export const placeWords = ({ place, address }: Pick<Meeting, 'place' | 'address'>): string =>
  [place, address].filter((part) => part !== '').join(', ') || m.meetings_online();

/** `12-atelier-au-parc` */
export const meetingSegment = ({ number, title }: Pick<Meeting, 'number' | 'title'>): string =>
  numberedSegment(number, title);
