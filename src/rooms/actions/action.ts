/**
 * An action that a certified group proposes to a fund (R3–R13): a draft of the group, then examined, then published for
 * the other groups, which commit to do it too; fundable once enough of them have.
 */
import { isReadable, measureText } from '../ideas/index.ts';

export const STATES = [
  'draft',
  'submitted',
  'changes-requested',
  'published',
  'fundable',
  'refused',
  'archived',
] as const;
export type ActionState = (typeof STATES)[number];

/** « Syndicale »: pressure on who decides; « solidarité »: a concrete service (R5). */
export const ACTION_KINDS = ['union', 'solidarity'] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

/** The five criteria of eligibility, R5 to R9, in their order. */
export const CRITERIA = [
  'daily-life',
  'involvement',
  'inclusion',
  'reproduction',
  'budget',
] as const;
export type Criterion = (typeof CRITERIA)[number];

/** Texts of an action: its lines of budget stand beside. */
export interface WrittenAction {
  title: string;
  summary: string;
  /** '' : not said yet. */
  kind: ActionKind | '';
  description: string;
  /** How citizens take part, why nobody needs much time or skill, how another group does it elsewhere (R6–R8). */
  involvement: string;
  inclusion: string;
  reproduction: string;
  steps: string;
  materials: string;
}

export const TEXT_FIELDS = [
  'title',
  'summary',
  'description',
  'involvement',
  'inclusion',
  'reproduction',
  'steps',
  'materials',
] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** A line of the budget; `amount` in cents. */
export interface Line {
  label: string;
  amount: number;
}

export interface Action extends WrittenAction {
  id: string;
  fundId: string;
  /** Who proposes it. */
  groupId: string;
  /** Of its address, in the movement. */
  number: number;
  state: ActionState;
  criteria: readonly Criterion[];
  /** Cents: the sum of its lines. */
  maximum: number;
  pictureId: string | null;
  version: number;
  createdBy: string;
  createdAt: Date;
  submittedAt: Date | null;
  publishedAt: Date | null;
  fundableAt: Date | null;
  /** Groups committed now, and members who support it. */
  commitments: number;
  supports: number;
}

/** Characters. */
export const LENGTHS: Readonly<Record<TextField | 'label' | 'message' | 'reason', number>> = {
  title: 120,
  summary: 300,
  description: 6000,
  involvement: 2000,
  inclusion: 2000,
  reproduction: 3000,
  steps: 3000,
  materials: 2000,
  label: 120,
  message: 3000,
  reason: 2000,
};
export const MOST_LINES = 20;
/** Drafts that a group has at once. */
export const MOST_DRAFTS = 20;

/** What the group writes on: the others are as they were handed in. */
export const isWritable = ({ state }: Pick<Action, 'state'>): boolean =>
  state === 'draft' || state === 'changes-requested';

/** Listed for the groups that see the fund; an archived one is still read where it was linked from. */
export const isPublished = ({ state }: Pick<Action, 'state'>): boolean =>
  state === 'published' || state === 'fundable';

/** Whether certified groups may have a budget validated for it (R17, R20). Never undone by a withdrawal (R27). */
export const isFundable = ({ state }: Pick<Action, 'state'>): boolean => state === 'fundable';

export const totalOf = (lines: readonly Pick<Line, 'amount'>[]): number =>
  lines.reduce((sum, { amount }) => sum + amount, 0);

/** Kinds of what happens to an action; each is a fact `action.…` too. */
const ACT_KINDS = [
  'submitted',
  'changes-requested',
  'published',
  'refused',
  'fundable',
  'archived',
  'reopened',
] as const;
export type ActKind = (typeof ACT_KINDS)[number];

/** From which states each decision of a reviewer leads. */
const DECIDED_FROM: Readonly<Record<ReviewAct, readonly ActionState[]>> = {
  'changes-requested': ['submitted'],
  published: ['submitted'],
  refused: ['submitted'],
  archived: ['published', 'fundable'],
  reopened: ['archived', 'refused'],
};
export type ReviewAct = Exclude<ActKind, 'submitted' | 'fundable'>;

/** Where an act of a reviewer leaves an action: what was refused by mistake is examined anew. */
export function stateAfter(
  act: ReviewAct,
  { state, fundableAt }: Pick<Action, 'state' | 'fundableAt'>,
): ActionState {
  if (act !== 'reopened') return act;
  if (state === 'refused') return 'submitted';
  return fundableAt === null ? 'published' : 'fundable';
}

export type DecisionRefusal =
  | 'own-group'
  | 'changed-meanwhile'
  | 'decided-already'
  | 'words-missing'
  | 'words-too-long'
  | 'words-overloaded'
  | 'criteria-unmet';

/**
 * Whether a reviewer may do this now (R12). `isOfGroup`: they are in the group that proposes, and never decide on its
 * action. `unmet`: criteria they do not find met; nothing is published with one.
 */
export function refuseDecision(
  act: ReviewAct,
  action: Pick<Action, 'state'>,
  facts: { isOfGroup: boolean; words: string; unmet: readonly Criterion[] },
): DecisionRefusal | null {
  if (facts.isOfGroup) return 'own-group';
  if (!DECIDED_FROM[act].includes(action.state)) return 'decided-already';
  if (act === 'published' && facts.unmet.length > 0) return 'criteria-unmet';
  const needsWords = act !== 'published' && act !== 'reopened';
  if (needsWords && !isReadable(facts.words)) return 'words-missing';
  const size = measureText(facts.words, LENGTHS.reason);
  return size === 'fits' ? null : `words-${size}`;
}

export type SubmitRefusal = 'not-certified' | 'not-writable' | 'fund-closed' | 'criteria-unticked';

/** Whether an action may be handed in now, whatever is written (R3, R4); null: yes. */
export function refuseSubmission(facts: {
  action: Pick<Action, 'state' | 'criteria'>;
  isCertified: boolean;
  isFundOpen: boolean;
}): SubmitRefusal | null {
  if (!isWritable(facts.action)) return 'not-writable';
  if (!facts.isCertified) return 'not-certified';
  if (!facts.isFundOpen) return 'fund-closed';
  return CRITERIA.every((one) => facts.action.criteria.includes(one)) ? null : 'criteria-unticked';
}

export type TextRefusal = 'missing' | 'too-long' | 'overloaded';
export type BudgetRefusal = 'no-line' | 'over-cap' | 'too-many-lines';

export interface WrittenRefusals {
  texts: Partial<Record<TextField, TextRefusal>>;
  kind: 'kind-missing' | null;
  budget: BudgetRefusal | null;
}

/** What is written too long to be kept as it is; what is missing is told when it is handed in. */
export function checkLengths(
  written: WrittenAction,
): Partial<Record<TextField, 'too-long' | 'overloaded'>> {
  const refusals: Partial<Record<TextField, 'too-long' | 'overloaded'>> = {};
  for (const field of TEXT_FIELDS) {
    const size = measureText(written[field], LENGTHS[field]);
    if (size !== 'fits') refusals[field] = size;
  }
  return refusals;
}

/** What stands in the way of handing in (R5–R10): every text but the materials, a kind, a budget under the cap. */
export function checkAction(
  written: WrittenAction,
  lines: readonly Line[],
  cap: number,
): WrittenRefusals {
  const texts: WrittenRefusals['texts'] = checkLengths(written);
  for (const field of TEXT_FIELDS)
    if (field !== 'materials' && !isReadable(written[field])) texts[field] = 'missing';
  return {
    texts,
    kind: written.kind === '' ? 'kind-missing' : null,
    budget: checkBudget(lines, cap) ?? (lines.length === 0 ? 'no-line' : null),
  };
}

/** R9: at the cap it passes, a cent above it does not. */
export function checkBudget(
  lines: readonly Pick<Line, 'amount'>[],
  cap: number,
): Exclude<BudgetRefusal, 'no-line'> | null {
  if (lines.length > MOST_LINES) return 'too-many-lines';
  return totalOf(lines) > cap ? 'over-cap' : null;
}

export const isWhole = ({ texts, kind, budget }: WrittenRefusals): boolean =>
  Object.keys(texts).length === 0 && kind === null && budget === null;
