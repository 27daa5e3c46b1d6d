/** A story: acts with their instants, told in order of time whoever wrote them first. */
import type { Journey } from './one-transaction.ts';

export interface Story {
  at(instant: Date, act: () => Promise<void>): void;
}

/** Collects acts, then lives through them: database time is at the instant of each. */
export async function tellStory(journey: Journey, write: (story: Story) => void): Promise<void> {
  const acts: { instant: Date; act: () => Promise<void> }[] = [];
  write({ at: (instant, act) => acts.push({ instant, act }) });
  acts.sort((a, b) => a.instant.getTime() - b.instant.getTime());
  let last: Date | null = null;
  for (const { instant, act } of acts) {
    // of two acts in one minute the second is not told before the first
    if (last === null || instant > last) journey.travel(instant);
    last = instant;
    await act();
  }
}

/** Refusals have no place in a story: the demo respects every rule, or is not loaded. */
export function expectOk<T extends { ok: boolean }>(
  done: T,
  what: string,
): Extract<T, { ok: true }> {
  if (!done.ok) throw new Error(`The demo was refused: ${what}: ${JSON.stringify(done)}`);
  return done as Extract<T, { ok: true }>;
}

/** An exact count that the story promises. */
export function expectCount(what: string, found: number, wanted: number): void {
  if (found !== wanted) throw new Error(`The demo promises ${wanted} ${what}, not ${found}.`);
}
