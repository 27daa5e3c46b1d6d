import * as m from '../../../paraglide/messages.js';
import type { FlashNotice } from '../../../platform/room.ts';

export const requestNotices: Record<string, FlashNotice> = {
  'request-saved': { tone: 'success', words: m.requests_notice_saved },
  'request-document': { tone: 'success', words: m.requests_notice_document },
  'request-document-removed': { tone: 'success', words: m.requests_notice_removed },
  'request-sent': { tone: 'success', words: m.requests_notice_sent },
  'request-checked': { tone: 'success', words: m.requests_notice_checked },
  'request-back': { tone: 'info', words: m.requests_notice_back },
  'request-booked': { tone: 'success', words: m.requests_notice_booked },
  'request-deleted': { tone: 'success', words: m.requests_notice_deleted },
  'request-decided': { tone: 'success', words: m.requests_notice_decided },
  'request-not-now': { tone: 'warning', words: m.requests_problem_not_now },
};
