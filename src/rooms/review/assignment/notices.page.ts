import * as m from '../../../paraglide/messages.js';
import type { FlashNotice } from '../../../platform/room.ts';

export const assignmentNotices: Record<string, FlashNotice> = {
  'assign-routing-saved': { tone: 'success', words: m.assign_notice_routing_saved },
  'assign-service-added': { tone: 'success', words: m.assign_notice_service_added },
  'assign-service-told': { tone: 'success', words: m.assign_notice_service_told },
  'assign-asked': { tone: 'success', words: m.assign_notice_asked },
  'assign-reassigned': { tone: 'success', words: m.assign_notice_reassigned },
  'assign-due-changed': { tone: 'success', words: m.assign_notice_due_changed },
  'assign-withdrawn': { tone: 'success', words: m.assign_notice_withdrawn },
  'assign-closed': { tone: 'success', words: m.assign_notice_closed },
  'assign-run-undone': { tone: 'success', words: m.assign_notice_run_undone },
  'assign-taken': { tone: 'success', words: m.assign_notice_taken },
  'assign-let-go': { tone: 'success', words: m.assign_notice_let_go },
  'assign-returned': { tone: 'success', words: m.assign_notice_returned },
  'assign-gone': { tone: 'info', words: m.assign_settled_gone },
};
