import * as m from '../../paraglide/messages.js';
import type { ActKind } from './poll.ts';

export const actWords: Record<ActKind, () => string> = {
  opened: m.polls_act_opened,
  closed: m.polls_act_closed,
  reconciled: m.polls_act_reconciled,
  sealed: m.polls_act_sealed,
  'key-rebuilt': m.sealed_act_rebuilt,
  counted: m.polls_act_counted,
  published: m.polls_act_published,
  locked: m.polls_act_locked,
};
