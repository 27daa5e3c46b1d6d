/** Folders (« dossiers ») of a component: a tree that is never deeper than anybody finds their way in (R149). */

export interface Folder {
  id: string;
  componentId: string;
  number: number;
  parentId: string | null;
  /** 1: in no other. */
  depth: number;
  name: string;
  createdBy: string | null;
  version: number;
}

export const DEEPEST = 6;
export const MOST_FOLDERS = 500;
export const NAME_LENGTH = 80;

export type FolderRefusal =
  | 'name-missing'
  | 'name-too-long'
  | 'name-taken'
  | 'too-deep'
  | 'too-many-folders'
  | 'inside-itself'
  | 'not-empty'
  | 'changed-meanwhile';

export function refuseName(name: string): 'name-missing' | 'name-too-long' | null {
  if (name === '') return 'name-missing';
  return [...name].length > NAME_LENGTH ? 'name-too-long' : null;
}

type Placed = Pick<Folder, 'id' | 'parentId' | 'depth'>;

/** How many floors a folder and all that stands in it take: 1 where nothing does. */
export function heightOf(folder: Placed, all: readonly Placed[]): number {
  const inside = listInside(folder, all);
  return Math.max(...inside.map(({ depth }) => depth), folder.depth) - folder.depth + 1;
}

/** All that stands in a folder, at whatever depth. */
export function listInside<One extends Placed>(folder: Placed, all: readonly One[]): One[] {
  const children = all.filter(({ parentId }) => parentId === folder.id);
  return children.flatMap((child) => [child, ...listInside(child, all)]);
}

/** Why a folder cannot stand in another; `parent` null: in none. */
export function refuseMove(
  folder: Placed,
  parent: Placed | null,
  all: readonly Placed[],
): 'inside-itself' | 'too-deep' | null {
  if (
    parent &&
    (parent.id === folder.id || listInside(folder, all).some(({ id }) => id === parent.id))
  )
    return 'inside-itself';
  return (parent?.depth ?? 0) + heightOf(folder, all) > DEEPEST ? 'too-deep' : null;
}

/** From the outermost to the folder itself. */
export function pathTo(folder: Folder | null, all: readonly Folder[]): Folder[] {
  if (!folder) return [];
  const parent = all.find(({ id }) => id === folder.parentId) ?? null;
  return [...pathTo(parent, all), folder];
}

/** Every folder in the order in which a tree is read. */
export function inOrder(all: readonly Folder[], parentId: string | null = null): Folder[] {
  return all
    .filter((folder) => folder.parentId === parentId)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'fr', { numeric: true }))
    .flatMap((folder) => [folder, ...inOrder(all, folder.id)]);
}

/** Whether somebody renames, moves or removes a folder: whoever made it, and the team. */
export const mayTend = (
  visitor: { id: string } | null,
  folder: Pick<Folder, 'createdBy'>,
  { isTeam }: { isTeam: boolean },
): boolean => visitor !== null && (isTeam || folder.createdBy === visitor.id);
