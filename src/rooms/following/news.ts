/** What is told to those who follow something. Pure. */

export type NewsKind =
  | 'comment'
  | 'idea'
  | 'meeting'
  | 'opened'
  | 'closed'
  | 'space-closed'
  | 'withdrawn'
  | 'decided'
  | 'linked'
  | 'report';

/** Whose followers are told. Of a space: its own, and those of the theme and the component where it happened. */
export type FollowedKind = 'idea' | 'meeting' | 'space';

/** Something new, as it is heard of. */
export interface HeardNews {
  target: { kind: FollowedKind; id: string };
  kind: NewsKind;
  itemId: string;
  /** Who did it; null: a date, or nobody who is known. */
  actorId: string | null;
  /** Whose followers are told; where nobody follows any of them, nothing is kept. */
  heardBy: readonly { kind: string; id: string }[];
}

/** What a job tells together. */
export interface Telling {
  organisationId: string;
  targetKind: FollowedKind;
  targetId: string;
  kind: NewsKind;
}

/** Seconds during which such news gathers: many come one by one. */
const GATHERED: readonly NewsKind[] = ['comment', 'idea', 'meeting'];
export const secondsToGather = (kind: NewsKind): number => (GATHERED.includes(kind) ? 3600 : 0);

/** A past that is told afterwards is no news. */
const NEWS_DAYS = 2;
export const isNews = (recordedAt: Date, now: Date): boolean =>
  now.getTime() - recordedAt.getTime() <= NEWS_DAYS * 24 * 3_600_000;

/** One thing to tell, as everybody who is told may read it. */
export interface ToldItem {
  id: string;
  actorId: string | null;
  title: string;
  /** Where it stands, of a space. */
  themeId: string | null;
  componentId: string | null;
}

/** Those who follow the same thing, and what they are told of it. */
export interface Part {
  target: { kind: string; id: string };
  /** What holds it: whoever follows that is told there. */
  within: readonly { kind: string; id: string }[];
  items: readonly ToldItem[];
}

/**
 * Whoever follows a whole is told of all of it, once; then those of a theme, and of a component, of what stands there. In an
 * order that stays, so that a job goes on after any of them.
 */
export function partsOf(
  target: { kind: FollowedKind; id: string },
  items: readonly ToldItem[],
): Part[] {
  const whole: Part = { target, within: [], items };
  if (target.kind !== 'space') return [whole];
  const grouped = (kind: 'theme' | 'component', idOf: (item: ToldItem) => string | null) =>
    [...Map.groupBy(items, idOf)]
      .flatMap(([id, some]): Part[] => {
        if (id === null) return [];
        const themeId = some[0]!.themeId;
        const theme = kind === 'component' && themeId ? [{ kind: 'theme', id: themeId }] : [];
        return [{ target: { kind, id }, within: [target, ...theme], items: some }];
      })
      .sort((a, b) => (a.target.id < b.target.id ? -1 : 1));
  return [
    whole,
    ...grouped('theme', ({ themeId }) => themeId),
    ...grouped('component', ({ componentId }) => componentId),
  ];
}

/** Followers who are told the same: those who did none of it, and each of those who did some. */
export function groupReaders(
  personIds: readonly string[],
  items: readonly ToldItem[],
): { personIds: string[]; items: readonly ToldItem[] }[] {
  const actors = new Set(items.flatMap(({ actorId }) => actorId ?? []));
  const others = personIds.filter((id) => !actors.has(id));
  const own = personIds
    .filter((id) => actors.has(id))
    .map((id) => ({ personIds: [id], items: items.filter(({ actorId }) => actorId !== id) }));
  return [{ personIds: others, items }, ...own].filter(
    (group) => group.personIds.length > 0 && group.items.length > 0,
  );
}
