/** A mobilisation (R144, R156): a call, and a text that people sign, each once. */

export const KINDS = ['petition', 'appeal', 'resolution'] as const;
export type PetitionKind = (typeof KINDS)[number];
export const REACHES = ['members', 'public'] as const;
export type Reach = (typeof REACHES)[number];
export const STEP_KINDS = ['delivered', 'answered', 'other'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

export const LENGTHS = {
  title: 140,
  call: 1000,
  body: 10_000,
  addressees: 200,
  shareWords: 280,
  name: 80,
  step: 600,
} as const;
const HIGHEST_GOAL = 10_000_000;

/** Days in which an address can be proven. */
export const PROOF_DAYS = 2;

export interface WrittenPetition {
  kind: PetitionKind;
  title: string;
  call: string;
  body: string;
  addressees: string;
  shareWords: string;
  link: string | null;
  goal: number | null;
  /** `YYYY-MM-DD`, its last day. */
  endsOn: string | null;
  reach: Reach;
  lang: string;
}

interface PetitionPicture {
  fileId: string;
  /** Its words for those who do not see it. */
  alt: string;
  width: number | null;
  height: number | null;
}

export interface Petition extends WrittenPetition {
  id: string;
  number: number;
  componentId: string;
  madeBy: string;
  version: number;
  publishedAt: Date | null;
  closedAt: Date | null;
  hiddenAt: Date | null;
  signatures: number;
  picture: PetitionPicture | null;
}

export type PetitionState = 'draft' | 'open' | 'closed';

/** `today`: `YYYY-MM-DD` in Paris. */
export function stateOf(
  { publishedAt, closedAt, endsOn }: Pick<Petition, 'publishedAt' | 'closedAt' | 'endsOn'>,
  today: string,
): PetitionState {
  if (!publishedAt) return 'draft';
  return closedAt || (endsOn !== null && endsOn < today) ? 'closed' : 'open';
}

export type PetitionRefusal =
  | 'kind-missing'
  | 'text-missing'
  | 'text-too-long'
  | 'link-wrong'
  | 'goal-wrong'
  | 'date-wrong'
  | 'reach-missing';

type Texts = Pick<
  WrittenPetition,
  'title' | 'call' | 'body' | 'addressees' | 'shareWords' | 'link'
>;

/** What is wrong with each text. */
export function checkPetition(written: Texts): Partial<Record<keyof Texts, PetitionRefusal>> {
  const refusals: Partial<Record<keyof Texts, PetitionRefusal>> = {};
  for (const name of ['title', 'call', 'body', 'addressees', 'shareWords'] as const)
    if ([...written[name]].length > LENGTHS[name]) refusals[name] = 'text-too-long';
  if (written.title === '') refusals.title = 'text-missing';
  if (written.body === '') refusals.body = 'text-missing';
  if (written.link !== null && !/^https:\/\/[^\s/]+\S*$/.test(written.link))
    refusals.link = 'link-wrong';
  return refusals;
}

/** undefined: it is no goal. */
export function readGoal(typed: string): number | null | undefined {
  const digits = typed.replaceAll(/\s/g, '');
  if (digits === '') return null;
  const goal = /^\d{1,8}$/.test(digits) ? Number(digits) : 0;
  return goal >= 1 && goal <= HIGHEST_GOAL ? goal : undefined;
}

/** Somebody who signs, as they say who they are. */
export interface Signer {
  /** null: without an account; the address is proven by a mailed link first. */
  personId: string | null;
  email: string;
  mailbox: string;
  name: string;
  office: string;
  place: string;
  isNamed: boolean;
  locale: 'fr' | 'en';
}

export interface Signature extends Signer {
  id: string;
  number: number;
  petitionId: string;
  askedAt: Date;
  /** null: not proven yet. */
  signedAt: Date | null;
}

export type SignerRefusal = 'name-missing' | 'name-too-long' | 'name-with-link';

/** What is wrong with what signers say of themselves: lists are read by everybody, and lead nowhere else. */
export function checkSigner({
  name,
  office,
  place,
}: Pick<Signer, 'name' | 'office' | 'place'>): Partial<
  Record<'name' | 'office' | 'place', SignerRefusal>
> {
  const refuse = (text: string): SignerRefusal | null => {
    if ([...text].length > LENGTHS.name) return 'name-too-long';
    return /:\/\/|www\.|@|\.[a-z]{2,}\//i.test(text) ? 'name-with-link' : null;
  };
  const of = (field: 'name' | 'office' | 'place', text: string) => {
    const refusal = refuse(text);
    return refusal ? { [field]: refusal } : {};
  };
  return {
    ...of('office', office),
    ...of('place', place),
    ...(/[\p{L}\p{N}]/u.test(name) ? of('name', name) : { name: 'name-missing' as const }),
  };
}

export interface Step {
  id: string;
  kind: StepKind;
  /** `YYYY-MM-DD`. */
  happenedOn: string;
  words: string;
}
