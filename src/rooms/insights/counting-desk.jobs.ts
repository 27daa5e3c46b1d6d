/**
 * Where counts are asked for by people who look at a page: no request waits for one, none is done twice at
 * the same time, a few run at once, each for so many seconds, and what was found is kept. What is counted
 * here never changes (ballots of a published poll, people drawn from a seed), so nothing kept is ever wrong;
 * each node keeps its own, and loses it when it stops.
 */
import type { Standing } from './comparison.ts';
import type { Outcome } from './outcome.ts';

export type Count = (signal: AbortSignal) => Promise<Outcome>;

interface Task {
  name: string;
  count: Count;
  settle: () => void;
}

interface Limits {
  /** Counts at once. */
  atOnce: number;
  /** Milliseconds for one count, from its beginning. */
  patience: number;
  /** Counts waiting at most; asked for once more later, they are taken then. */
  waiting: number;
  /** Outcomes kept at most, the latest asked for. */
  kept: number;
}

const COUNTING: Standing = { state: 'counting' };

/** Milliseconds before a count that failed is tried once more: a lost database comes back. */
const AFTER_FAILURE = 60_000;

export class CountingDesk {
  readonly #limits: Limits;
  readonly #kept = new Map<string, { standing: Standing; until: number }>();
  readonly #asked = new Map<string, Promise<void>>();
  readonly #waiting: Task[] = [];
  #running = 0;

  constructor(limits: Partial<Limits> = {}) {
    this.#limits = { atOnce: 2, patience: 10_000, waiting: 100, kept: 1000, ...limits };
  }

  /** How far a count is; whoever asks first starts it. `name` holds all that it depends on. */
  ask(name: string, count: Count): Standing {
    const kept = this.#kept.get(name);
    if (kept && kept.until > performance.now()) {
      // the latest asked for stands last
      this.#kept.delete(name);
      this.#kept.set(name, kept);
      return kept.standing;
    }
    if (!this.#asked.has(name) && this.#waiting.length < this.#limits.waiting) {
      const asked = new Promise<void>((settle) => this.#waiting.push({ name, count, settle }));
      this.#asked.set(name, asked);
      this.#next();
    }
    return COUNTING;
  }

  /** Waits until these counts have ended, or for so many milliseconds. */
  async waitFor(names: readonly string[], milliseconds: number): Promise<void> {
    const asked = names.flatMap((name) => this.#asked.get(name) ?? []);
    if (asked.length === 0) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const enough = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, milliseconds);
    });
    await Promise.race([Promise.all(asked), enough]);
    clearTimeout(timer);
  }

  #next(): void {
    if (this.#running >= this.#limits.atOnce) return;
    const task = this.#waiting.shift();
    if (!task) return;
    this.#running += 1;
    void this.#run(task).then((standing) => {
      this.#running -= 1;
      this.#keep(task.name, standing);
      this.#asked.delete(task.name);
      task.settle();
      this.#next();
    });
  }

  async #run({ count }: Task): Promise<Standing> {
    const signal = AbortSignal.timeout(this.#limits.patience);
    try {
      return { state: 'counted', outcome: await count(signal) };
    } catch (error) {
      if (signal.aborted) return { state: 'too-long' };
      console.error('a count on trial failed:', error);
      return { state: 'failed' };
    }
  }

  #keep(name: string, standing: Standing): void {
    this.#kept.delete(name);
    if (this.#kept.size >= this.#limits.kept)
      this.#kept.delete(this.#kept.keys().next().value as string);
    const failed = standing.state === 'failed';
    const until = failed ? performance.now() + AFTER_FAILURE : Number.POSITIVE_INFINITY;
    this.#kept.set(name, { standing, until });
  }
}

/** Milliseconds that a page waits for its counts before it says that they are under way. */
export const PAGE_PATIENCE = 2000;

/** What officers try; many trials, few at once. */
export const officeDesk = new CountingDesk();

/** The same few counts of each published poll, for everybody: trials never push them out. */
export const publicDesk = new CountingDesk({ atOnce: 1 });
