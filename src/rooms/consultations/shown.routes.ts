import { readNow } from '../../platform/database/database.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { excerptOf } from '../../platform/text/excerpt.ts';
import { splitMarkup, wordsOf } from '../../ui/markup.ts';
import { listComponents } from './component.store.ts';
import { type Component, type ComponentKind, stateOf } from './component.ts';
import type { SeenSpace } from './load.routes.ts';
import { countParticipants } from './participant.store.ts';
import type { ShownComponent, SpaceFigures } from './shown.ts';
import type { Space, Theme } from './space.ts';
import { listThemes } from './theme.store.ts';

/** The components of a space that this visitor is led to, in order: those that some room serves, hidden ones for its team. */
export async function showComponents(visit: Visit, space: SeenSpace): Promise<ShownComponent[]> {
  const { db, organisation } = visit;
  const [now, all] = await Promise.all([
    readNow(db),
    listComponents(db, organisation.id, space.id),
  ]);
  const led = all.flatMap((component) => {
    const at = { space: space.slug, component: component.slug };
    const href = visit.componentAddress(component.kind, at);
    return href && (space.isTeam || !component.isHidden) ? [{ component, href }] : [];
  });
  const counts = await countByKind(
    visit,
    led.map(({ component }) => component),
  );
  return led.map(({ component, href }) => ({
    ...component,
    excerpt: excerptOf(wordsOf(splitMarkup(component.introduction))),
    href,
    state: stateOf(component, space, now),
    count: counts.get(component.kind) ? (counts.get(component.kind)!.get(component.id) ?? 0) : null,
  }));
}

/** For the frame of a page of one component: its theme, and what stands beside it there. */
export async function showBeside(
  visit: Visit,
  space: SeenSpace,
  { themeId }: Pick<Component, 'themeId'>,
): Promise<{ theme: Theme | null; tabs: ShownComponent[] }> {
  const { db, organisation } = visit;
  const [themes, components] = await Promise.all([
    listThemes(db, organisation.id, space.id),
    showComponents(visit, space),
  ]);
  return {
    theme: themes.find(({ id }) => id === themeId) ?? null,
    tabs: components.filter((one) => one.themeId === themeId),
  };
}

async function countByKind(
  visit: Visit,
  components: readonly Component[],
): Promise<ReadonlyMap<ComponentKind, ReadonlyMap<string, number> | null>> {
  const kinds = [...new Set(components.map(({ kind }) => kind))];
  const counted = kinds.map(async (kind) => {
    const ids = components.filter((one) => one.kind === kind).map(({ id }) => id);
    return [kind, await visit.countInComponents(kind, ids)] as const;
  });
  return new Map(await Promise.all(counted));
}

/**
 * The four figures of a space that this visitor reads (R102). They are the same for all its readers, its team too: what is
 * hidden is in none of them.
 */
export async function countSpace(visit: Visit, { id }: Pick<Space, 'id'>): Promise<SpaceFigures> {
  const { db, organisation } = visit;
  return visit.share(`figures of space ${id}`, async () => {
    const components = await listComponents(db, organisation.id, id);
    const [people, counts] = await Promise.all([
      countParticipants(db, organisation.id, id),
      visit.countInSpace({ id, components }),
    ]);
    return { people, ...counts };
  });
}
