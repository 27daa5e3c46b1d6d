/** What a browser has proven for one poll, apart from any account. */
import type { Method } from './admission.ts';
import type { WrittenMark } from './mark.ts';

export interface Pass {
  methods: ReadonlySet<Method>;
  /** Keyed hashes of this poll. */
  marks: readonly WrittenMark[];
  /** `YYYY-MM-DD`, from the best source so far; null: none said it. */
  birthDate: string | null;
  /** null: nothing was said of it. */
  livesHere: boolean | null;
}

export const emptyPass: Pass = { methods: new Set(), marks: [], birthDate: null, livesHere: null };

/** What one more step has proven. */
export interface Proven {
  method: Method;
  marks: readonly WrittenMark[];
  birthDate?: string | null;
  livesHere?: boolean | null;
}

/** A pass with one more proof. A second proof of the same kind takes the place of the first. */
export function addProof(pass: Pass, proven: Proven): Pass {
  const kinds = new Set(proven.marks.map(({ kind }) => kind));
  return {
    methods: new Set([...pass.methods, proven.method]),
    marks: [...pass.marks.filter(({ kind }) => !kinds.has(kind)), ...proven.marks],
    birthDate: proven.birthDate ?? pass.birthDate,
    livesHere: proven.livesHere ?? pass.livesHere,
  };
}
