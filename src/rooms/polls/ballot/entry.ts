/** One choice as a form and the basket bring it. */
export interface Entry {
  key: string;
  points: number | null;
}

/** A choice as a form writes it: `07`, or `07:3` with its points; null when it is neither. */
export function readEntry(text: string): Entry | null {
  const match = /^([^:]{1,64})(?::(\d{1,6}))?$/.exec(text);
  if (!match) return null;
  return { key: match[1]!, points: match[2] === undefined ? null : Number(match[2]) };
}

export function writeEntry({ key, points }: Entry): string {
  return points === null ? key : `${key}:${points}`;
}
