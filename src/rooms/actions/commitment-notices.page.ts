import * as m from '../../paraglide/messages.js';
import type { FlashNotice } from '../../platform/room.ts';

/** What the next page says once, after an act about a published action. */
export const commitmentNotices: Record<string, FlashNotice> = {
  'commit-committed': { tone: 'success', words: m.commit_notice_committed },
  'commit-changed': { tone: 'success', words: m.commit_notice_changed },
  'commit-withdrawn': { tone: 'success', words: m.commit_notice_withdrawn },
  'commit-done': { tone: 'warning', words: m.commit_refused_done },
  'commit-not-committed': { tone: 'warning', words: m.commit_refused_not_committed },
  'commit-not-open': { tone: 'warning', words: m.commit_refused_not_open },
  'commit-supported': { tone: 'success', words: m.commit_notice_supported },
  'commit-support-withdrawn': { tone: 'success', words: m.commit_notice_support_withdrawn },
  'commit-reported': { tone: 'success', words: m.commit_notice_reported },
  'commit-report-changed': { tone: 'success', words: m.commit_notice_report_changed },
  'commit-photo-added': { tone: 'success', words: m.commit_notice_photo_added },
  'commit-photo-removed': { tone: 'success', words: m.commit_notice_photo_removed },
  'commit-called': { tone: 'success', words: m.commit_notice_called },
};
