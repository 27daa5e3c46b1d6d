/** What a voter is asked next: one thing at a time, until nothing is missing. */
import type { Method } from '../../electorate/index.ts';

export type Step =
  | { kind: 'done' }
  /** One of several proofs is enough, and none was chosen yet. */
  | { kind: 'choose'; methods: readonly Method[] }
  /** `others`: proofs that would do as well. */
  | { kind: 'prove'; method: Method; others: readonly Method[] };

/** `chosen`: what the voter picked among the proofs that are enough; anything else is not looked at. */
export function nextStep(missing: readonly (readonly Method[])[], chosen: string): Step {
  const [group] = missing;
  if (!group) return { kind: 'done' };
  const [only] = group;
  if (group.length === 1) return { kind: 'prove', method: only!, others: [] };
  const method = group.find((one) => one === chosen);
  if (!method) return { kind: 'choose', methods: group };
  return { kind: 'prove', method, others: group.filter((one) => one !== method) };
}
