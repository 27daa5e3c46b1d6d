import * as m from '../../paraglide/messages.js';
import { queueJob } from '../../platform/jobs/queue.ts';
import type { Room } from '../../platform/room.ts';
import { contactRoutes } from './contact.routes.tsx';
import { forgetMessages } from './message.store.ts';
import { messageSet } from './message-set.routes.ts';
import { officeRoutes } from './office.routes.tsx';

export const contactRoom: Room = {
  name: 'contact',
  routes: [...contactRoutes, ...officeRoutes],
  jobs: ({ db }) => ({
    /** Once a day: what people wrote is kept a year. */
    'forget-messages': async () => {
      await forgetMessages(db);
      const runAt = new Date(Date.now() + 24 * 3_600_000);
      await queueJob(db, 'forget-messages', {}, { key: 'forget-messages', runAt });
    },
  }),
  dataSets: [messageSet],
  notices: {
    'message-answered': { tone: 'success', words: m.contact_notice_answered },
    'message-closed': { tone: 'success', words: m.contact_notice_closed },
    'message-reopened': { tone: 'success', words: m.contact_notice_reopened },
  },
};
