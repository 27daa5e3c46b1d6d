/** The map of an edition's ideas: each where there are few, gathered by squares where there are many. */
import { canPart, type Frame, readFrame, widen, writeFrame } from '../../spaces/index.ts';
import type { Point } from './place.ts';

export { canPart, type Frame, readFrame, widen, writeFrame };

/** Up to this many, each idea is a pin of its own. */
export const FEW = 40;
/** In a frame so small that squares would not part them, this many are listed. */
export const MOST_LISTED = 100;
/** Squares across and down. */
export const GRID = 9;
/** One idea, or several that lie near each other. */
export interface PlacedGroup extends Point {
  ideas: number;
  /** Of a single idea. */
  idea: { number: number; title: string; lang: string } | null;
  /** What holds those of this group, a little larger. */
  frame: Frame;
}
