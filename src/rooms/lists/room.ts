import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { urls } from '../../urls.ts';
import { archiveRoutes } from './archive/archive.routes.tsx';
import { countMessagesIn } from './archive/archive.store.ts';
import { listJobs } from './list.jobs.ts';
import { officeRoutes } from './office/office.routes.tsx';
import { queueRoutes } from './office/queue.routes.tsx';
import { eraseSubscriber, LIST_COLUMNS, listRows } from './personal.store.ts';
import { linkRoutes } from './subscribers/link.routes.tsx';
import { subscriptionRoutes } from './subscribers/subscription.routes.tsx';

/** Discussion lists of spaces (R154). */
export const listsRoom: Room = {
  name: 'lists',
  routes: [...archiveRoutes, ...subscriptionRoutes, ...linkRoutes, ...queueRoutes, ...officeRoutes],
  jobs: listJobs,
  components: { 'mailing-list': { address: (at) => urls.spaceList(at), count: countMessagesIn } },
  personalData: {
    columns: LIST_COLUMNS,
    sections: [
      {
        key: 'list-subscriptions',
        title: m.personal_list_subscriptions,
        read: listRows.subscriptions,
      },
      { key: 'list-messages', title: m.personal_list_messages, read: listRows.messages },
    ],
    erase: eraseSubscriber,
  },
  notices: {
    'list-made': { tone: 'success', words: m.lists_notice_made },
    'list-saved': { tone: 'success', words: m.lists_notice_saved },
    'list-closed': { tone: 'success', words: m.lists_notice_closed },
    'list-reopened': { tone: 'success', words: m.lists_notice_reopened },
    'list-closed-now': { tone: 'info', words: m.lists_notice_closed_now },
    'list-subscribed': { tone: 'success', words: m.lists_notice_subscribed },
    'list-settings-saved': { tone: 'success', words: m.lists_notice_settings },
    'list-left': { tone: 'success', words: m.lists_notice_left },
    'list-resumed': { tone: 'success', words: m.lists_notice_resumed },
    'list-message-sent': { tone: 'success', words: m.lists_notice_sent },
    'list-message-waits': { tone: 'info', words: m.lists_notice_waits },
    'list-message-accepted': { tone: 'success', words: m.lists_notice_accepted },
    'list-message-refused': { tone: 'success', words: m.lists_notice_refused },
    'list-message-withdrawn': { tone: 'success', words: m.lists_notice_withdrawn },
    'list-message-gone': { tone: 'info', words: m.lists_notice_gone },
  },
};
