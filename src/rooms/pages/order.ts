/** A step towards the beginning of a list, or towards its end. */
export type Way = 'up' | 'down';

/** The list with one thing a step further; null: there is no such thing, or nowhere for it to go. */
export function moveOne(ids: readonly string[], id: string, way: Way): string[] | null {
  const at = ids.indexOf(id);
  const other = way === 'up' ? at - 1 : at + 1;
  if (at < 0 || other < 0 || other >= ids.length) return null;
  const moved = [...ids];
  [moved[at], moved[other]] = [moved[other]!, id];
  return moved;
}

/** What a form sends as `sens`. */
export const readWay = (typed: string): Way => (typed === 'haut' ? 'up' : 'down');
