import * as m from '../../../paraglide/messages.js';
import type { FlashNotice } from '../../../platform/room.ts';

const done = (words: () => string): FlashNotice => ({ tone: 'success', words });

/** What is said once after an act of the office. */
export const officeNotices: Record<string, FlashNotice> = {
  'space-made': done(m.spaceoffice_notice_made),
  'space-changed': done(m.spaceoffice_notice_changed),
  'space-opened': done(m.spaceoffice_notice_opened),
  'space-closed': done(m.spaceoffice_notice_closed),
  'space-abandoned': done(m.spaceoffice_notice_abandoned),
  'theme-added': done(m.spaceoffice_notice_theme_added),
  'theme-changed': done(m.spaceoffice_notice_theme_changed),
  'theme-removed': done(m.spaceoffice_notice_theme_removed),
  'component-added': done(m.spaceoffice_notice_component_added),
  'component-changed': done(m.spaceoffice_notice_component_changed),
  'component-hidden': done(m.spaceoffice_notice_component_hidden),
  'component-shown': done(m.spaceoffice_notice_component_shown),
  'co-organiser-added': done(m.spaceoffice_notice_co_organiser_added),
  'co-organiser-changed': done(m.spaceoffice_notice_co_organiser_changed),
  'co-organiser-removed': done(m.spaceoffice_notice_co_organiser_removed),
  'space-team-added': done(m.spaceoffice_notice_team_added),
  'space-team-removed': done(m.spaceoffice_notice_team_removed),
  'space-members-added': done(m.spaceoffice_notice_members_added),
  'space-member-removed': done(m.spaceoffice_notice_member_removed),
};
