import * as m from '../../paraglide/messages.js';
import type { Database } from '../../platform/database/database.ts';
import { found } from '../../platform/http/refused.ts';
import { get, holdsRight, type Route } from '../../platform/http/route.ts';
import { page, seeOther } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { hasPublicKit } from '../guides/index.ts';
import { type ListedIdea, listIdeas } from '../ideas/index.ts';
import { hasMeetings, listMeetings, type Meeting } from '../meetings/index.ts';
import { LATEST, listPublicNews } from '../news/index.ts';
import { loadFollowing } from '../notifications/index.routes.ts';
import { findPromotionPause } from '../organisations/index.ts';
import { findSpaceVoteAddress } from '../polls/index.routes.ts';
import { countBasket, hasVotePoints } from '../polls/index.ts';
import { listProjectPhotos, type ProjectPhoto } from '../projects/index.ts';
import { findEdition, listEditions } from '../spaces/index.ts';
import { findSurveyStanding } from '../surveys/index.ts';
import { EditionPage } from './edition.page.tsx';
import { type EditionStanding, findStanding } from './edition-standing.routes.ts';
import { EmptyHomePage, HomePage } from './home.page.tsx';
import { scriptsOf } from './home-parts.page.tsx';
import { showMovementHome } from './movement-home.routes.tsx';
import { actTitle } from './next-act.page.tsx';
import { chooseMainEdition, takeTurns } from './next-act.ts';

/** Editions under way that are looked at to find where most can be done now. */
const LOOKED_AT = 3;
/** Voices on the home page, and on the page of an edition. */
const VOICES = { home: 3, edition: 6 };
/** Meetings to come on the page of an edition: the agenda has them all. */
const MEETINGS = 3;

export const portalRoutes: readonly Route[] = [
  get(
    urls.home,
    'anyone',
    async (visit) => {
      const { db, organisation, visitor } = visit;
      const editions = await listEditions(db, organisation.id);
      const live = editions.filter(({ archivedAt }) => archivedAt === null);
      const looked = live.length > 0 ? live.slice(0, LOOKED_AT) : editions.slice(0, 1);
      const main = chooseMainEdition(
        await Promise.all(looked.map((edition) => findStanding(db, organisation.id, edition))),
      );
      if (organisation.kind === 'movement') return showMovementHome(visit, main, editions);
      const parts = await visit.listHomeParts();
      const scripts = scriptsOf(parts);
      if (!main)
        return page({
          title: m.portal_empty_title({ organisation: organisation.name }),
          section: 'home',
          scripts,
          body: (
            <EmptyHomePage
              parts={parts}
              organisation={organisation.name}
              officer={holdsRight('officer', visitor)}
            />
          ),
        });
      const [pause, voices, news] = await Promise.all([
        main.result ? findPromotionPause(db, organisation.id) : null,
        findVoices(db, organisation.id, main, VOICES.home),
        findNews(db, organisation.id, null),
      ]);
      return page({
        title: actTitle(main.edition, main.act),
        section: 'home',
        feeds: [{ title: m.news_title(), href: urls.newsFeed() }],
        description: main.edition.summary,
        scripts,
        body: (
          <HomePage
            parts={parts}
            main={main}
            pause={pause}
            {...voices}
            news={news}
            editions={editions}
            others={editions.filter(({ id }) => id !== main.edition.id).slice(0, 3)}
          />
        ),
      });
    },
    { cached: true },
  ),

  get(
    urls.edition,
    'anyone',
    async (visit) => {
      const { db, organisation, params, cookies, visitor, findRelated } = visit;
      const there = await findEdition(db, organisation.id, params.edition);
      const elsewhere = there ? null : await findSpaceVoteAddress(visit, 'public');
      if (elsewhere) return seeOther(visit, elsewhere);
      const edition = found(there, 'edition');
      const target = { kind: 'edition', id: edition.id } as const;
      const { id } = edition;
      const asked = findStanding(db, organisation.id, edition);
      // asked for at once: none waits but those that need to know where the edition stands
      const [standing, inPerson, meetings, voices, kits, following, survey, related, news] =
        await Promise.all([
          asked,
          asked.then(({ result }) => result === null && hasVotePoints(db, organisation.id, id)),
          asked.then((one) => findMeetings(db, organisation.id, one)),
          asked.then((one) => findVoices(db, organisation.id, one, VOICES.edition)),
          hasPublicKit(db, organisation.id, id),
          loadFollowing(visit, target),
          findSurveyStanding(db, organisation.id, id),
          findRelated(target),
          findNews(db, organisation.id, id),
        ]);
      return page({
        title: edition.title,
        section: 'editions',
        feeds: [
          { title: m.news_title(), href: urls.newsFeed({ edition: edition.slug }) },
          { title: m.news_feed_delivery(), href: urls.deliveryFeed({ edition: edition.slug }) },
        ],
        description: edition.summary,
        body: (
          <EditionPage
            standing={standing}
            inPerson={inPerson}
            kits={kits}
            meetings={meetings}
            following={following}
            signedIn={visitor !== null}
            survey={survey}
            related={related}
            news={news}
            uncast={standing.act.kind === 'vote' ? countBasket(cookies) : 0}
            {...voices}
          />
        ),
      });
    },
    { cached: true },
  ),
];

/** What there is to come to next; null: the edition never announced anything. */
async function findMeetings(
  db: Database,
  organisationId: string,
  { edition, now }: EditionStanding,
): Promise<readonly Meeting[] | null> {
  if (!(await hasMeetings(db, organisationId, edition.id))) return null;
  const asked = { when: 'coming', now, editionId: edition.id, limit: MEETINGS } as const;
  return (await listMeetings(db, organisationId, asked)).meetings;
}

/** The latest few, of an edition or of all. */
async function findNews(db: Database, organisationId: string, editionId: string | null) {
  return (await listPublicNews(db, organisationId, { editionId, limit: LATEST })).news;
}

async function findVoices(
  db: Database,
  organisationId: string,
  { edition, list, projects, result, now }: EditionStanding,
  count: number,
): Promise<{
  ideas: ListedIdea[];
  projects: EditionStanding['projects'];
  photos: ReadonlyMap<string, ProjectPhoto>;
}> {
  if (result || list) {
    const won = new Set(result?.winners.map(({ projectId }) => projectId));
    const shown = result
      ? projects.filter(({ id }) => won.has(id))
      : takeTurns(projects, count, now);
    return {
      ideas: [],
      projects: shown,
      photos: await listProjectPhotos(db, organisationId, shown),
    };
  }
  const { ideas } = await listIdeas(db, organisationId, {
    editionId: edition.id,
    sort: 'soutenues',
    categoryId: null,
    outcome: null,
    search: '',
    cursor: null,
  });
  return { ideas: ideas.slice(0, count), projects: [], photos: new Map() };
}
