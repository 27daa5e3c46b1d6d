/** Which proofs a poll asks of its voters: some all together, and one at least of some others (R53, R105). */

/** Ways to prove who one is. */
export const METHODS = [
  'email',
  'sms',
  'declaration',
  'roll',
  'code',
  'proof',
  'provider',
  'desk',
] as const;
/** `seat`: a vote of an assembly, cast on the page of that assembly and nowhere else; no officer chooses it. */
export type Method = (typeof METHODS)[number] | 'seat';

export interface Admission {
  /** All of these. */
  required: readonly Method[];
  /** And one at least of these, where there are some. */
  oneOf: readonly Method[];
  /** Whether one votes with these proofs alone; otherwise an account is asked for besides. */
  withoutAccount: boolean;
}

/** A confirmed account, and a declaration on honour: what a poll asks for that says nothing else. */
export const usualAdmission: Admission = {
  required: ['email', 'declaration'],
  oneOf: [],
  withoutAccount: false,
};

export type AdmissionRefusal = 'method-missing' | 'method-twice' | 'only-declared';

/** A declaration alone makes nobody one: whoever invents two names would vote twice. */
export function checkAdmission({ required, oneOf }: Admission): AdmissionRefusal[] {
  const all = [...required, ...oneOf];
  if (all.length === 0) return ['method-missing'];
  if (new Set(all).size < all.length) return ['method-twice'];
  const identifies = (method: Method) => method !== 'declaration';
  const holds = required.some(identifies) || (oneOf.length > 0 && oneOf.every(identifies));
  return holds ? [] : ['only-declared'];
}

/**
 * What is still to be proven: each group of which one method is enough. An officer at the desk has seen
 * the person, which stands for everything else.
 */
export function listMissing(admission: Admission, held: ReadonlySet<Method>): Method[][] {
  if (held.has('desk')) return [];
  const missing = admission.required.filter((method) => !held.has(method)).map((one) => [one]);
  const { oneOf } = admission;
  return oneOf.length > 0 && !oneOf.some((method) => held.has(method))
    ? [...missing, [...oneOf]]
    : missing;
}

/** Methods by which somebody else has said that this person may vote: age and residence come with them. */
const VOUCHING: readonly Method[] = ['roll', 'code', 'proof', 'desk'];

export function isVouchedFor(held: ReadonlySet<Method>): boolean {
  return VOUCHING.some((method) => held.has(method));
}
