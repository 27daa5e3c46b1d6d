import { address } from './platform/http/address.ts';

/** Provisional budgets and spending requests of a movement. A part of `urls`, which everybody asks. */
export const urlsOfSpending = {
  groupBudgets: address('/groupes/:group/budgets'),
  /** `action`: the one it is for, chosen already. */
  newGroupBudget: address('/groupes/:group/budgets/nouveau'),
  groupBudget: address('/groupes/:group/budgets/:budget'),
  groupBudgetDiscard: address('/groupes/:group/budgets/:budget/supprimer'),
  /** `etat`, `fonds`, `groupe`. */
  financeBudgets: address('/finances/budgets'),
  financeBudget: address('/finances/budgets/:budget'),
  financeBudgetDecision: address('/finances/budgets/:budget/decision'),
  /** Bank details given again, after a transfer came back. */
  spendingBankAgain: address('/depenses/:request/nouvelles-coordonnees'),
  spendingBankConfirm: address('/depenses/:request/nouvelles-coordonnees/confirmer'),
  /** Of a request, for its group; letters lead there. */
  spendingHistory: address('/depenses/:request/historique'),
  financeRequest: address('/finances/demandes/:request'),
} as const;
