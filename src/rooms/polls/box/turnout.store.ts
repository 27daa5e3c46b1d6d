import type { Db } from '../../../platform/database/database.ts';
import { countVoters } from './box.store.ts';

/** Counting a large roll for each reader would slow the votes down: the figure may be this old, in milliseconds. */
const AGE = 10_000;
const POLLS = 500;

const kept = new Map<string, { voters: number; until: number }>();
const casts = new Map<string, number>();

/** How many people have voted, fresh after each vote taken by this node, a few seconds old after others'. */
export async function findTurnout(db: Db, pollId: string): Promise<number> {
  const known = kept.get(pollId);
  if (known && known.until > performance.now()) return known.voters;
  const before = casts.get(pollId);
  const voters = await countVoters(db, pollId);
  if (kept.size >= POLLS) kept.clear();
  // a vote that came in meanwhile is not in this count
  if (casts.get(pollId) === before) kept.set(pollId, { voters, until: performance.now() + AGE });
  return voters;
}

export function forgetTurnout(pollId: string): void {
  kept.delete(pollId);
  casts.set(pollId, (casts.get(pollId) ?? 0) + 1);
}
