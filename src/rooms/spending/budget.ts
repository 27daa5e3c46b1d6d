/** A provisional budget of a group for a fundable action (R20): how it goes on, and what is refused. Amounts are cents. */

export const BUDGET_STATES = [
  'draft',
  'submitted',
  'info-needed',
  'validated',
  'refused',
  'consumed',
  'released',
] as const;
export type BudgetState = (typeof BUDGET_STATES)[number];

/** In addresses. */
export const BUDGET_STATE_SEGMENTS: Record<BudgetState, string> = {
  draft: 'brouillon',
  submitted: 'a-decider',
  'info-needed': 'a-preciser',
  validated: 'valide',
  refused: 'refuse',
  consumed: 'utilise',
  released: 'libere',
};

export const readBudgetState = (segment: string): BudgetState | null =>
  BUDGET_STATES.find((state) => BUDGET_STATE_SEGMENTS[state] === segment) ?? null;

/**
 * - submit: the group hands it in, for the first time or again
 * - ask-info, validate, refuse: the finance desk decides
 * - flag: the group lost its certification; keep, release: the desk decides what becomes of the budget (R24)
 * - consume: an expense was booked on it
 */
export const BUDGET_STEPS = [
  'submit',
  'ask-info',
  'validate',
  'refuse',
  'flag',
  'keep',
  'release',
  'consume',
] as const;
export type BudgetStep = (typeof BUDGET_STEPS)[number];

export type BudgetActKind =
  | 'submitted'
  | 'info-asked'
  | 'validated'
  | 'refused'
  | 'flagged'
  | 'kept'
  | 'released'
  | 'consumed';

interface Way {
  from: readonly BudgetState[];
  to: BudgetState;
  kind: BudgetActKind;
  /** Of budgets that wait for a decision after a lost certification, or of those that do not; none: of both. */
  flagged?: boolean;
}

export const budgetWays: Record<BudgetStep, Way> = {
  submit: { from: ['draft', 'info-needed'], to: 'submitted', kind: 'submitted' },
  'ask-info': { from: ['submitted'], to: 'info-needed', kind: 'info-asked' },
  validate: { from: ['submitted'], to: 'validated', kind: 'validated' },
  refuse: { from: ['submitted'], to: 'refused', kind: 'refused' },
  flag: { from: ['validated'], to: 'validated', kind: 'flagged', flagged: false },
  keep: { from: ['validated'], to: 'validated', kind: 'kept', flagged: true },
  release: { from: ['validated'], to: 'released', kind: 'released' },
  consume: { from: ['validated'], to: 'consumed', kind: 'consumed', flagged: false },
};

export interface BudgetLine {
  label: string;
  amount: number;
}

export interface Budget {
  id: string;
  /** What its address says. */
  number: number;
  fundId: string;
  actionId: string;
  groupId: string;
  state: BudgetState;
  explanation: string;
  /** The sum of its lines; once validated, what is promised. */
  amount: number;
  /** Since when it waits for a person of the desk to decide: its group lost its certification (R24). */
  flaggedAt: Date | null;
  /** The desk decided, after that loss, that the budget stands. */
  isKept: boolean;
  version: number;
  /** Who wrote or handed it in last. */
  writtenBy: string;
  writtenAt: Date;
  submittedAt: Date | null;
  decidedBy: string | null;
  decidedAt: Date | null;
}

/** Whether a step can be taken from where the budget is. */
export function canStep(
  { state, flaggedAt }: Pick<Budget, 'state' | 'flaggedAt'>,
  step: BudgetStep,
): boolean {
  const { from, flagged } = budgetWays[step];
  return from.includes(state) && (flagged === undefined || flagged === (flaggedAt !== null));
}

/** What the group still writes. */
export const isBudgetOpen = ({ state }: Pick<Budget, 'state'>): boolean =>
  state === 'draft' || state === 'info-needed';

/** What counts for a budget besides what is written in it. */
export interface BudgetGround {
  isCertified: boolean;
  isFundable: boolean;
  isFundOpen: boolean;
  /** Of the action, for one group (R9). */
  maximum: number;
  /** What the fund already gave, or owes, to this group for this action. */
  reimbursed: number;
  /** A budget of this group for this action is consumed. */
  isFunded: boolean;
  /** The fund takes several budgets of a group for an action: each has the whole maximum. */
  allowRepeats: boolean;
}

export type GroundRefusal = 'not-certified' | 'not-fundable' | 'fund-closed' | 'already-funded';

/** Whether a group may ask for a budget at all (R20, R24). */
export function refuseGround(ground: BudgetGround): GroundRefusal | null {
  if (!ground.isCertified) return 'not-certified';
  if (!ground.isFundable) return 'not-fundable';
  if (!ground.isFundOpen) return 'fund-closed';
  if (ground.isFunded && !ground.allowRepeats) return 'already-funded';
  return null;
}

/** What the action still allows this group. */
export const maximumLeft = ({
  maximum,
  reimbursed,
  allowRepeats,
}: Pick<BudgetGround, 'maximum' | 'reimbursed' | 'allowRepeats'>): number =>
  allowRepeats ? maximum : Math.max(0, maximum - reimbursed);

/** Characters, and lines at most. */
export const BUDGET_LIMITS = { label: 120, explanation: 1500, words: 1000, lines: 30 } as const;

export interface WrittenBudget {
  explanation: string;
  lines: readonly BudgetLine[];
}

export const sumLines = (lines: readonly BudgetLine[]): number =>
  lines.reduce((sum, { amount }) => sum + amount, 0);

export type BudgetRefusal =
  | GroundRefusal
  | 'not-now'
  | 'changed-meanwhile'
  | 'another-alive'
  | 'no-lines'
  | 'too-many-lines'
  | 'line-incomplete'
  | 'text-too-long'
  | 'over-maximum'
  | 'words-missing'
  | 'own-budget'
  | 'fund-exhausted';

/** What no draft may hold: half a line, more than anybody reads. */
export function checkBudget(written: WrittenBudget): BudgetRefusal | null {
  if (written.lines.length > BUDGET_LIMITS.lines) return 'too-many-lines';
  if ([...written.explanation].length > BUDGET_LIMITS.explanation) return 'text-too-long';
  for (const { label, amount } of written.lines) {
    if (label.trim() === '' || !Number.isSafeInteger(amount) || amount <= 0)
      return 'line-incomplete';
    if ([...label].length > BUDGET_LIMITS.label) return 'text-too-long';
  }
  return null;
}

/** Whether it may be handed in as it is written. */
export function refuseSubmission(
  budget: Pick<Budget, 'state' | 'flaggedAt' | 'amount'>,
  ground: BudgetGround,
): BudgetRefusal | null {
  if (!canStep(budget, 'submit')) return 'not-now';
  return refuseGround(ground) ?? refuseAmount(budget.amount, ground);
}

/** Whether the desk may validate it; what the fund has left is the ledger's to say. */
export function refuseValidation(
  budget: Pick<Budget, 'state' | 'flaggedAt' | 'amount' | 'writtenBy'>,
  ground: BudgetGround,
  by: string,
): BudgetRefusal | null {
  return (
    refuseDecision(budget, 'validate', by, '') ??
    refuseGround(ground) ??
    refuseAmount(budget.amount, ground)
  );
}

/** Steps that the group is told the reason of. */
const WITH_WORDS: readonly BudgetStep[] = ['ask-info', 'refuse', 'release'];

/** Any other decision of the desk: nobody decides on what they wrote themselves. */
export function refuseDecision(
  budget: Pick<Budget, 'state' | 'flaggedAt' | 'writtenBy'>,
  step: BudgetStep,
  by: string,
  words: string,
): BudgetRefusal | null {
  if (!canStep(budget, step)) return 'not-now';
  if (budget.writtenBy === by) return 'own-budget';
  if (WITH_WORDS.includes(step) && words.trim() === '') return 'words-missing';
  return [...words].length > BUDGET_LIMITS.words ? 'text-too-long' : null;
}

function refuseAmount(amount: number, ground: BudgetGround): BudgetRefusal | null {
  if (amount <= 0) return 'no-lines';
  return amount > maximumLeft(ground) ? 'over-maximum' : null;
}

/** Who writes and hands in budgets: whoever handles the group's money, or runs it. */
export const mayWriteBudgets = (right: { handlesMoney: boolean; manages: boolean }): boolean =>
  right.handlesMoney || right.manages;
