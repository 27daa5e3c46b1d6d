import * as m from '../../../paraglide/messages.js';

const success = (words: () => string) => ({ tone: 'success' as const, words });
const info = (words: () => string) => ({ tone: 'info' as const, words });

/** Words after an act about the people of a realisation. */
export const peopleNotices = {
  'help-kept': success(m.together_notice_help_kept),
  'help-already': info(m.together_notice_help_already),
  'help-withdrawn': success(m.together_notice_help_withdrawn),
  'committee-kept': success(m.together_notice_committee_kept),
  'committee-already': info(m.together_notice_committee_already),
  'committee-left': success(m.together_notice_committee_left),
  'testimony-kept': success(m.together_notice_testimony_kept),
  'testimony-withdrawn': success(m.together_notice_testimony_withdrawn),
  'testimony-accepted': success(m.together_notice_testimony_accepted),
  'testimony-returned': success(m.together_notice_testimony_returned),
  'team-named': success(m.together_notice_team),
  'offer-answered': success(m.together_notice_answered),
  'volunteer-accept': success(m.together_notice_volunteer_accepted),
  'volunteer-decline': success(m.together_notice_volunteer_declined),
  'committee-invited': success(m.together_notice_invited),
  'committee-all-invited': info(m.together_notice_all_invited),
  'inauguration-said': success(m.together_notice_inauguration),
};
