import type { TieBreaker } from '../../tally/index.ts';

/** The lists that an officer may choose from; each ends by the number, so that two counts never differ. */
export const TIE_BREAK_LISTS: readonly (readonly TieBreaker[])[] = [
  ['earlier-deposit', 'lower-cost', 'smaller-id'],
  ['lower-cost', 'earlier-deposit', 'smaller-id'],
  ['public-draw', 'smaller-id'],
  ['lower-cost', 'public-draw', 'smaller-id'],
  ['smaller-id'],
];
