import { type Component, type ComponentKind, type ComponentState, isOfTeam } from './component.ts';
import type { Space } from './space.ts';

/** A component as pages of its space lead to it: only one that some room serves. */
export interface ShownComponent
  extends Pick<
    Component,
    'id' | 'themeId' | 'kind' | 'slug' | 'title' | 'opensAt' | 'closesAt' | 'isHidden'
  > {
  /** Of its introduction, without marks, already cut. */
  excerpt: string;
  href: string;
  state: ComponentState;
  /** How much stands in it; null: its room does not count. */
  count: number | null;
}

/** What a space says of itself in numbers (R102). */
export interface SpaceFigures {
  /** Who took part, each once. */
  people: number;
  proposals: number;
  supports: number;
  comments: number;
}

/** What somebody who opens a space can do there now. */
export type SpaceStep =
  | { kind: 'act'; component: ShownComponent }
  /** The same in several themes: one is chosen first. `until`: of all of them alike. */
  | { kind: 'choose-theme'; until: Date | null }
  | { kind: 'soon'; from: Date }
  | { kind: 'read' }
  | { kind: 'over' };

/** What matters most: what closes the soonest, then what stands first. What its team alone fills is only read. */
export function chooseAct(
  space: Pick<Space, 'closedAt'>,
  components: readonly ShownComponent[],
): SpaceStep {
  if (space.closedAt) return { kind: 'over' };
  const shown = components.filter(({ kind, isHidden }) => !isHidden && asksForPeople(kind));
  const open = shown.filter(({ state }) => state === 'open');
  const [first] = open.toSorted((a, b) => closing(a) - closing(b));
  if (first) {
    const themes = new Set(open.map(({ themeId }) => themeId));
    return themes.size > 1 && first.themeId !== null
      ? {
          kind: 'choose-theme',
          until: open.every((one) => closing(one) === closing(first)) ? first.closesAt : null,
        }
      : { kind: 'act', component: first };
  }
  const coming = shown.flatMap(({ state, opensAt }) =>
    state === 'before' && opensAt ? [opensAt] : [],
  );
  const [from] = coming.toSorted((a, b) => a.getTime() - b.getTime());
  return from ? { kind: 'soon', from } : { kind: 'read' };
}

/** Official proposals come from the team, and are there to be supported. */
const asksForPeople = (kind: ComponentKind): boolean =>
  kind === 'official-proposals' || (!isOfTeam(kind) && kind !== 'directory');

const closing = ({ closesAt }: ShownComponent): number =>
  closesAt ? closesAt.getTime() : Number.MAX_SAFE_INTEGER;

/** What stands in a theme, by kind, in the order in which its components come. */
export function sumByKind(components: readonly ShownComponent[]): [ComponentKind, number][] {
  const sums = new Map<ComponentKind, number>();
  for (const { kind, count } of components)
    if (count !== null) sums.set(kind, (sums.get(kind) ?? 0) + count);
  return [...sums];
}
