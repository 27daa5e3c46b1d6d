import type { Database } from '../../platform/database/database.ts';
import { urls } from '../../urls.ts';
import { listShownComments } from '../comments/index.ts';
import {
  type Component,
  findComponentById,
  findSpaceById,
  findThemeAnywhere,
  listComponents,
  type Space,
} from '../consultations/index.ts';
import { addressesOf, ideaSegment } from '../ideas/index.page.ts';
import { findBoard, findIdea, listHolders, listIdeaTitles } from '../ideas/index.ts';
import { meetingSegment } from '../meetings/index.page.ts';
import { listMeetingsByIds } from '../meetings/index.ts';
import type { Telling, ToldItem } from './news.ts';

/** What followers of one thing are told, as it stands now: what is hidden meanwhile is told to nobody. */
export interface Told {
  items: ToldItem[];
  /** Told only to who reads this space; null: everybody's. */
  spaceId: string | null;
  /** Who knows already: by other letters, or because it is theirs. */
  known: readonly string[];
  /** What is followed, as a letter calls it and leads to it. */
  name(target: { kind: string; id: string }): Promise<{ title: string; href: string } | null>;
}

type Heard = readonly { itemId: string; actorId: string | null }[];

/** null: what is followed is not to be seen any more. */
export async function readTold(db: Database, telling: Telling, heard: Heard): Promise<Told | null> {
  if (telling.targetKind === 'idea') return ofIdea(db, telling, heard);
  if (telling.targetKind === 'meeting') return ofMeeting(db, telling, heard);
  return ofSpace(db, telling, heard);
}

const itemOf = ({ itemId: id, actorId }: Heard[number], title: string): ToldItem => ({
  id,
  actorId,
  title,
  themeId: null,
  componentId: null,
});

const placeItem = (one: Heard[number], title: string, component: Component | null): ToldItem => ({
  ...itemOf(one, title),
  themeId: component?.themeId ?? null,
  componentId: component?.id ?? null,
});

async function ofIdea(
  db: Database,
  { organisationId, targetId, kind }: Telling,
  heard: Heard,
): Promise<Told | null> {
  const idea = await findIdea(db, organisationId, targetId);
  const board = idea && (await findBoard(db, organisationId, idea.editionId));
  if (!idea || idea.isHidden || !board) return null;
  if (board.kind === 'component' && board.component.isHidden) return null;
  const ids = heard.map(({ itemId }) => itemId);
  const shown = new Map<string, string>();
  if (kind === 'comment')
    for (const id of (await listShownComments(db, organisationId, ids)).keys()) shown.set(id, '');
  else if (kind === 'linked')
    for (const meeting of await listMeetingsByIds(db, organisationId, ids)) {
      if (meeting.publishedAt && !meeting.isHidden) shown.set(meeting.id, meeting.title);
    }
  else for (const id of ids) shown.set(id, '');
  const holders = await listHolders(db, organisationId, [idea.id]);
  const href = addressesOf(board).idea({ idea: ideaSegment(idea) });
  return {
    items: heard.flatMap((one) => {
      const title = shown.get(one.itemId);
      return title === undefined ? [] : [itemOf(one, title)];
    }),
    spaceId: board.kind === 'component' ? board.space.id : null,
    known: holders.flatMap(({ personId }) => personId ?? []),
    name: async () => ({ title: idea.title, href }),
  };
}

async function ofMeeting(
  db: Database,
  { organisationId, targetId }: Telling,
  heard: Heard,
): Promise<Told | null> {
  const [meeting] = await listMeetingsByIds(db, organisationId, [targetId]);
  if (!meeting?.publishedAt || meeting.isHidden) return null;
  const component = meeting.componentId
    ? await findComponentById(db, organisationId, meeting.componentId)
    : null;
  if (component?.isHidden) return null;
  return {
    items: heard.map((one) => itemOf(one, meeting.title)),
    spaceId: component ? component.spaceId : null,
    known: meeting.hostId ? [meeting.hostId] : [],
    name: async () => ({
      title: meeting.title,
      href: urls.meeting({ meeting: meetingSegment(meeting) }),
    }),
  };
}

async function ofSpace(
  db: Database,
  { organisationId, targetId, kind }: Telling,
  heard: Heard,
): Promise<Told | null> {
  const space = await findSpaceById(db, organisationId, targetId);
  if (!space?.openedAt) return null;
  const components = await listComponents(db, organisationId, space.id);
  const shown = new Map(components.filter(({ isHidden }) => !isHidden).map((one) => [one.id, one]));
  const ids = heard.map(({ itemId }) => itemId);
  const found = new Map<string, { title: string; component: Component }>();
  const keep = (id: string, title: string, componentId: string | null) => {
    const component = shown.get(componentId ?? '');
    if (component) found.set(id, { title, component });
  };
  if (kind === 'idea')
    for (const { id, title, editionId, isHidden } of await listIdeaTitles(
      db,
      organisationId,
      ids,
    )) {
      if (!isHidden) keep(id, title, editionId);
    }
  else if (kind === 'meeting')
    for (const one of await listMeetingsByIds(db, organisationId, ids)) {
      if (!one.isHidden && !one.cancelledAt) keep(one.id, one.title, one.componentId);
    }
  else for (const id of ids) keep(id, shown.get(id)?.title ?? '', id);
  const closing = heard.find(() => kind === 'space-closed');
  return {
    // what is closed is closed for whoever follows a part of it
    items: closing
      ? [null, ...shown.values()].map((one) => placeItem(closing, space.title, one))
      : heard.flatMap((one) => {
          const item = found.get(one.itemId);
          return item ? [placeItem(one, item.title, item.component)] : [];
        }),
    spaceId: space.id,
    known: [],
    name: (target) => nameInSpace(db, organisationId, space, target, shown),
  };
}

async function nameInSpace(
  db: Database,
  organisationId: string,
  space: Space,
  { kind, id }: { kind: string; id: string },
  shown: ReadonlyMap<string, Component>,
): Promise<{ title: string; href: string } | null> {
  const at = { space: space.slug };
  if (kind === 'theme') {
    const theme = await findThemeAnywhere(db, organisationId, id);
    return theme && { title: theme.title, href: urls.theme({ ...at, theme: theme.slug }) };
  }
  if (kind === 'component') {
    const component = shown.get(id);
    if (!component) return null;
    const address = component.kind === 'events' ? urls.spaceEvents : urls.spaceIdeas;
    return { title: component.title, href: address({ ...at, component: component.slug }) };
  }
  return { title: space.title, href: urls.space(at) };
}
