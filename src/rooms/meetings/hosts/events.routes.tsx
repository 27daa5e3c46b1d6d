import * as m from '../../../paraglide/messages.js';
import { readNow } from '../../../platform/database/database.ts';
import { notFound } from '../../../platform/http/refused.ts';
import { get, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type ThemePart, type Visit } from '../../../platform/http/visit.ts';
import { MAP_SCRIPT } from '../../../ui/map.tsx';
import { urls } from '../../../urls.ts';
import {
  loadComponentOf,
  loadSpace,
  loadTheme,
  showBeside,
} from '../../consultations/index.routes.ts';
import { listComponents, stateOf } from '../../consultations/index.ts';
import { loadFollowing } from '../../notifications/index.routes.ts';
import { listLabelsOf } from '../../profiles/index.ts';
import { drawnGround } from '../../spaces/index.page.ts';
import { shareGround } from '../../spaces/index.routes.ts';
import { readFrame, widen } from '../../spaces/index.ts';
import { readFilter } from '../agenda.ts';
import { answerCalendar, entryOf } from '../calendar.routes.ts';
import { announced } from '../meeting.ts';
import { EventsPage } from './events.page.tsx';
import { findEventsFrame, listPlacedEvents } from './events-map.store.ts';
import { listFeedOf, listMeetingsOf } from './hosting.store.ts';
import type { Placed } from './placed.routes.ts';
import { ThemeEvents } from './theme-events.page.tsx';

/** Events of a theme shown on its page. */
const IN_THEME = 5;

/** The events of a component: on a map, then in a list (R120, R139), and as agenda programs follow them (R138). */
export const eventsRoutes: readonly Route[] = [
  get(urls.spaceEvents, 'anyone', async (visit) => showEvents(visit, await loadEvents(visit)), {
    cached: true,
  }),

  get(urls.spaceEventsFeed, 'anyone', async (visit) => {
    const { component } = await loadEvents(visit);
    return feedOf(visit, component.title, [component.id]);
  }),

  get(urls.themeFeed, 'anyone', async (visit) => {
    const space = await loadSpace(visit);
    const theme = await loadTheme(visit, space);
    const components = await listComponents(visit.db, visit.organisation.id, space.id);
    const own = components.filter(
      ({ kind, themeId, isHidden }) =>
        kind === 'events' && themeId === theme.id && (!isHidden || space.isTeam),
    );
    return feedOf(
      visit,
      theme.title,
      own.map(({ id }) => id),
    );
  }),
];

async function loadEvents(visit: Visit<'space' | 'component'>): Promise<Placed> {
  const space = await loadSpace(visit);
  const component = await loadComponentOf(visit, space);
  if (component.kind !== 'events') throw notFound('component');
  return { space, component };
}

async function feedOf(visit: Visit, name: string, ids: readonly string[]): Promise<Response> {
  const meetings = await listFeedOf(visit.db, visit.organisation.id, ids);
  return answerCalendar(
    name,
    meetings.map((meeting) => entryOf(visit, meeting)),
  );
}

async function showEvents(visit: Visit, { space, component }: Placed): Promise<Answer> {
  const { db, organisation, url } = visit;
  const beside = await showBeside(visit, space, component);
  const categories = (beside.theme?.categories ?? []).filter(({ isWhole }) => !isWhole);
  const category = categories.find(({ slug }) => slug === url.searchParams.get('categorie'));
  const { when, after } = readFilter((name) => url.searchParams.get(name));
  const now = await readNow(db);
  const asked = {
    componentIds: [component.id],
    when,
    now,
    categoryId: category?.id ?? null,
    after,
  };
  const frame = readFrame(url.searchParams.get('cadre'));
  const [{ meetings, next }, whole, ground] = await Promise.all([
    listMeetingsOf(db, organisation.id, asked),
    findEventsFrame(db, organisation.id, asked, frame),
    shareGround(visit),
  ]);
  const isOpen = stateOf(component, space, now) === 'open';
  return page({
    title: component.title,
    section: 'participation',
    scripts: whole ? [MAP_SCRIPT] : [],
    body: (
      <EventsPage
        space={space}
        component={component}
        beside={beside}
        meetings={meetings}
        labels={await listLabelsOf(db, organisation.id, announced(meetings))}
        next={next}
        when={when}
        now={now}
        categories={categories}
        category={category?.slug ?? null}
        groups={whole ? await listPlacedEvents(db, organisation.id, asked, whole) : []}
        bounds={whole && widen(whole.frame, 0.1)}
        frame={frame}
        ground={drawnGround(ground)}
        following={await loadFollowing(visit, { kind: 'component', id: component.id })}
        mayPropose={
          (component.settings.openToProposals && isOpen) || (space.isTeam && !space.closedAt)
        }
      />
    ),
  });
}

/** What is to come in a theme, and what was (R109): both by links, `evenements=passes` in the page's own address. */
export async function themeParts(
  visit: Visit,
  at: {
    space: string;
    components: readonly { id: string; kind: string; slug: string; title: string }[];
  },
): Promise<ThemePart[]> {
  const events = at.components.filter(({ kind }) => kind === 'events');
  const [first] = events;
  if (!first) return [];
  const { db, organisation, url } = visit;
  const now = await readNow(db);
  const when = url.searchParams.get('evenements') === 'passes' ? 'past' : 'coming';
  const { meetings } = await listMeetingsOf(db, organisation.id, {
    componentIds: events.map(({ id }) => id),
    when,
    now,
    limit: IN_THEME,
  });
  return [
    {
      title: m.meetings_theme_title(),
      action: {
        label: m.meetings_theme_all(),
        href: urls.spaceEvents({ space: at.space, component: first.slug }),
      },
      body: <ThemeEvents meetings={meetings} when={when} now={now} path={url.pathname} />,
    },
  ];
}
