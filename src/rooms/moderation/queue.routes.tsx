import * as m from '../../paraglide/messages.js';
import { type HeldRole, ROLES_OF } from '../../platform/http/roles.ts';
import { get, holdsRight, mayEverywhere, type Route } from '../../platform/http/route.ts';
import { page, type Visitor } from '../../platform/http/visit.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import { urls } from '../../urls.ts';
import { countCases, listCases, PAGE_SIZE, type Scope } from './case.store.ts';
import { listAppeals } from './hiding.store.ts';
import { LogPage } from './log.page.tsx';
import { LOG_PAGE, listActs } from './log.store.ts';
import { readQueueState } from './moderation.ts';
import { AppealsPage, QueuePage } from './queue.page.tsx';

/** What waits for moderators, and what they did as everybody may read it. */
export const queueRoutes: readonly Route[] = [
  get(urls.moderation, 'moderator', async ({ db, organisation, visitor, url }) => {
    const state = readQueueState(url.searchParams.get('etat'));
    const typed = url.searchParams.get('apres');
    const after = typed && isUuid(typed) ? typed : null;
    const scope = scopeOf(visitor);
    const [cases, counts, appeals] = await Promise.all([
      listCases(db, organisation.id, { state, scope, after }),
      countCases(db, organisation.id, scope),
      listAppeals(db, organisation.id, scope),
    ]);
    return page({
      title: m.moderation_title(),
      body: (
        <QueuePage
          cases={cases.slice(0, PAGE_SIZE)}
          more={cases.length > PAGE_SIZE}
          isFirst={after === null}
          state={state}
          counts={counts}
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

/** Everything, or what stands in the spaces that somebody moderates. */
function scopeOf(visitor: Visitor): Scope {
  if (mayEverywhere('moderator', visitor)) return null;
  const judges = ({ role }: HeldRole) => (ROLES_OF.moderator as readonly string[]).includes(role);
  return visitor.held.filter(judges).flatMap(({ spaceId }) => spaceId ?? []);
}
