/** What was refused on the way to a vote, in the order in which it is told. */
export const COUNTED_REFUSALS = [
  'birth-impossible',
  'too-young',
  'register-not-found',
  'mark-used',
] as const;
export type CountedRefusal = (typeof COUNTED_REFUSALS)[number];

/** Born tomorrow, or two hundred years ago (W17): no slip of the hand by itself, but counted. */
export function isImpossible(birth: unknown): boolean {
  return birth === 'birth-in-the-future' || birth === 'birth-too-long-ago';
}
