/** Which department the ideas of a category go to first (R36). */

export interface Routing {
  /** By id of category. */
  departments: ReadonlyMap<string, string>;
  /** A new idea goes there by itself. */
  automatic: boolean;
  /** Days that a department has; null: until two weeks before the study ends. */
  delayDays: number | null;
  /** Counts its savings; 0: never saved. */
  version: number;
}

/** Days as typed; '' leaves the usual ones. */
export function readDelay(
  typed: string,
): { ok: true; days: number | null } | { ok: false; refusal: 'delay-not-a-number' } {
  if (typed === '') return { ok: true, days: null };
  const days = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
  return days >= 1 && days <= 365
    ? { ok: true, days }
    : { ok: false, refusal: 'delay-not-a-number' };
}
