/** Who pays how much of an expense (R21, R23). One function says it, wherever money is shown or booked. Amounts are cents. */

export interface FundExpense {
  /** As asked. */
  amount: number;
  /** What receipts prove. */
  receipts: number;
  /** What the budget promises. */
  validated: number;
  /** What the action still allows this group. */
  left: number;
  /** The group said that its envelope pays what the fund does not. */
  excessToGroup: boolean;
  /** Of the group's envelope. */
  balance: number;
}

export interface Share {
  fund: number;
  group: number;
  /** Asked, and paid by nobody. */
  dropped: number;
}

/** Of a claim on a fund: the envelope pays the rest whole, where the group said so and it suffices, or nothing. */
export function shareFundExpense(expense: FundExpense): Share {
  const proven = Math.min(expense.amount, expense.receipts);
  const fund = Math.max(0, Math.min(proven, expense.validated, expense.left));
  const rest = proven - fund;
  const group = expense.excessToGroup && expense.balance >= rest ? rest : 0;
  return { fund, group, dropped: expense.amount - fund - group };
}

/** What is over the fund's share, and proven: offered to the group's envelope. */
export function excessOf(expense: Omit<FundExpense, 'excessToGroup' | 'balance'>): number {
  const { fund } = shareFundExpense({ ...expense, excessToGroup: false, balance: 0 });
  return Math.min(expense.amount, expense.receipts) - fund;
}

/** Of an expense of the group's own envelope; null: it does not suffice yet. */
export function shareGroupExpense({
  amount,
  receipts,
  balance,
}: Pick<FundExpense, 'amount' | 'receipts' | 'balance'>): Share | null {
  const group = Math.min(amount, receipts);
  return group > balance ? null : { fund: 0, group, dropped: amount - group };
}
