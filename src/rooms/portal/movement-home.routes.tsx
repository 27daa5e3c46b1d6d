import * as m from '../../paraglide/messages.js';
import { readNow } from '../../platform/database/database.ts';
import { type Page, page, type Visit } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { listMeetings } from '../meetings/index.ts';
import { LATEST, listPublicNews } from '../news/index.ts';
import type { Edition } from '../spaces/index.ts';
import type { EditionStanding } from './edition-standing.routes.ts';
import { scriptsOf } from './home-parts.page.tsx';
import { MovementHomePage } from './movement-home.page.tsx';

/** Events to come on the home page: the agenda has them all. */
const MEETINGS = 4;

/** A movement is met by its groups, not by an edition, which it may not have. */
export async function showMovementHome(
  visit: Visit,
  main: EditionStanding | null,
  editions: readonly Edition[],
): Promise<Page> {
  const { db, organisation, visitor } = visit;
  const now = await readNow(db);
  const [parts, { meetings }, { news }] = await Promise.all([
    visit.listHomeParts(),
    listMeetings(db, organisation.id, { when: 'coming', now, limit: MEETINGS }),
    listPublicNews(db, organisation.id, { editionId: null, limit: LATEST }),
  ]);
  return page({
    title: organisation.name,
    section: 'home',
    description: organisation.tagline || m.portal_movement_lead(),
    feeds: [{ title: m.news_title(), href: urls.newsFeed() }],
    scripts: scriptsOf(parts),
    body: (
      <MovementHomePage
        name={organisation.name}
        signedIn={visitor !== null}
        parts={parts}
        main={main}
        editions={editions}
        meetings={meetings}
        news={news}
        now={now}
      />
    ),
  });
}
