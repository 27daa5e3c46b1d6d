import * as m from '../../paraglide/messages.js';
import type { Database } from '../../platform/database/database.ts';
import { get, holdsRight, type Route } from '../../platform/http/route.ts';
import { page } from '../../platform/http/visit.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import { urls } from '../../urls.ts';
import {
  type Asker,
  countHeld,
  HELD_PAGE,
  listHeldAlone,
  listHeldWaves,
} from './admission/queue.store.ts';
import { countCases, listCases, PAGE_SIZE } from './case.store.ts';
import { listAppeals } from './hiding.store.ts';
import { LogPage } from './log.page.tsx';
import { LOG_PAGE, listActs } from './log.store.ts';
import { readQueueState } from './moderation.ts';
import { AppealsPage, QueuePage } from './queue.page.tsx';
import { scopeOf } from './scope.routes.ts';

/** What waits for moderators, and what they did as everybody may read it. */
export const queueRoutes: readonly Route[] = [
  get(urls.moderation, 'moderator', async ({ db, organisation, visitor, url }) => {
    const state = readQueueState(url.searchParams.get('etat'));
    const typed = url.searchParams.get('apres');
    const after = typed && isUuid(typed) ? typed : null;
    const scope = scopeOf(visitor);
    const asker = { scope, moderatorId: visitor.id };
    const isHeld = state === 'held';
    const [cases, counts, heldCount, appeals, held] = await Promise.all([
      isHeld ? [] : listCases(db, organisation.id, { state, scope, after }),
      countCases(db, organisation.id, scope),
      countHeld(db, organisation.id, asker),
      listAppeals(db, organisation.id, scope),
      isHeld ? readHeld(db, organisation.id, asker, after) : null,
    ]);
    return page({
      title: m.moderation_title(),
      body: (
        <QueuePage
          cases={cases.slice(0, PAGE_SIZE)}
          more={cases.length > PAGE_SIZE}
          isFirst={after === null}
          state={state}
          counts={{ ...counts, held: heldCount }}
          held={held}
          appeals={appeals.length}
          isOfficer={holdsRight('officer', visitor)}
        />
      ),
    });
  }),

  get(urls.moderationAppeals, 'moderator', async ({ db, organisation, visitor }) =>
    page({
      title: m.moderation_appeals_title(),
      body: <AppealsPage appeals={await listAppeals(db, organisation.id, scopeOf(visitor))} />,
    }),
  ),

  get(
    urls.moderationLog,
    'anyone',
    async ({ db, organisation, url }) => {
      const typed = url.searchParams.get('avant') ?? '';
      const before = /^[1-9]\d{0,14}$/.test(typed) ? Number(typed) : null;
      const acts = await listActs(db, organisation.id, before);
      return page({
        title: m.moderation_log_title(),
        description: m.moderation_log_lead(),
        body: (
          <LogPage
            acts={acts.slice(0, LOG_PAGE)}
            more={acts.length > LOG_PAGE}
            isFirst={before === null}
          />
        ),
      });
    },
    { cached: true },
  ),
];

/** Waves stand on the first page of it. */
async function readHeld(db: Database, organisationId: string, asker: Asker, after: string | null) {
  const [waves, texts] = await Promise.all([
    after ? [] : listHeldWaves(db, organisationId, asker),
    listHeldAlone(db, organisationId, asker, after),
  ]);
  const more = texts.length > HELD_PAGE;
  return { waves, texts: texts.slice(0, HELD_PAGE), isFirst: after === null, more };
}
