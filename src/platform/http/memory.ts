interface Entry {
  generation: object;
  until: number;
  value: unknown;
}

/** What was kept of one organisation at one moment. Values kept after something changed are never found. */
export interface Shelf {
  find<T>(key: string): T | null;
  keep(key: string, value: unknown): void;
}

/**
 * What every reader of an organisation sees alike (whole pages for anonymous readers, lists for those who
 * are signed in), kept in memory until something changes there. Each recorded fact says so (LISTEN
 * palabre_change), and so does each form sent here. Dates change pages too: nothing is kept longer than
 * a few seconds.
 */
export class Memory {
  readonly #entries = new Map<string, Entry>();
  readonly #generations = new Map<string, object>();
  readonly #milliseconds: number;
  readonly #size: number;

  constructor({ seconds = 5, size = 2000 } = {}) {
    this.#milliseconds = seconds * 1000;
    this.#size = size;
  }

  /** Taken before reading: what is read from then on is kept only while nothing changes. */
  shelf(organisationId: string): Shelf {
    const generation = this.#generation(organisationId);
    const named = (key: string) => `${organisationId} ${key}`;
    return {
      find: <T>(key: string) => this.#find(named(key), generation) as T | null,
      keep: (key, value) => this.#keep(named(key), generation, value),
    };
  }

  forget(organisationId: string): void {
    this.#generations.set(organisationId, {});
  }

  forgetAll(): void {
    this.#generations.clear();
    this.#entries.clear();
  }

  #generation(organisationId: string): object {
    const generation = this.#generations.get(organisationId) ?? {};
    this.#generations.set(organisationId, generation);
    return generation;
  }

  #find(key: string, generation: object): unknown {
    const entry = this.#entries.get(key);
    if (!entry) return null;
    if (entry.generation === generation && entry.until > performance.now()) return entry.value;
    this.#entries.delete(key);
    return null;
  }

  #keep(key: string, generation: object, value: unknown): void {
    if (this.#milliseconds === 0) return;
    this.#entries.delete(key); // so that the oldest stands first
    if (this.#entries.size >= this.#size)
      this.#entries.delete(this.#entries.keys().next().value as string);
    this.#entries.set(key, { generation, until: performance.now() + this.#milliseconds, value });
  }
}
