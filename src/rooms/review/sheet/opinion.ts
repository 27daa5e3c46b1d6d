import type { Figures } from './figures.ts';
import { type ClosedStudy, refuseStudy, type Standing } from './study.ts';

export const FEASIBILITIES = ['yes', 'with-conditions', 'no'] as const;
export type Feasibility = (typeof FEASIBILITIES)[number];
export const isFeasibility = (value: string): value is Feasibility =>
  (FEASIBILITIES as readonly string[]).includes(value);

export const VERDICTS = ['favourable', 'reserved', 'unfavourable'] as const;
export type Verdict = (typeof VERDICTS)[number];
export const isVerdict = (value: string): value is Verdict =>
  (VERDICTS as readonly string[]).includes(value);

/** What a department says of an idea (R42). null: it does not say. */
export interface OpinionContent extends Figures {
  technical: Feasibility | null;
  legal: Feasibility | null;
  financial: Feasibility | null;
  verdict: Verdict | null;
  comment: string;
}

export type OpinionState = 'asked' | 'given' | 'returned';

/** What one department is asked about one idea, and what it says. */
export interface Opinion extends OpinionContent {
  id: string;
  editionId: string;
  ideaId: string;
  departmentId: string;
  state: OpinionState;
  /** Counts the savings: what a form was made from. */
  version: number;
  askedBy: string | null;
  askedAt: Date;
  /** The last day for it, `YYYY-MM-DD`. */
  dueOn: string;
  agentId: string | null;
  /** « Pas mon service »: why it was given back. */
  returnComment: string;
  savedBy: string | null;
  savedAt: Date | null;
  /** When it was given, or given back. */
  settledAt: Date | null;
}

export const opinionContentOf = (opinion: OpinionContent): OpinionContent => ({
  technical: opinion.technical,
  legal: opinion.legal,
  financial: opinion.financial,
  verdict: opinion.verdict,
  comment: opinion.comment,
  capitalCost: opinion.capitalCost,
  yearlyCost: opinion.yearlyCost,
  delayMonths: opinion.delayMonths,
});

export type OpinionAct = 'ask' | 'save' | 'give' | 'return';

/**
 * asked → given → asked again; asked → returned → asked again. A draft is saved while it is asked; one that was
 * given is given anew. What follows an act, or null where it cannot be done. `null`: never asked.
 */
export function follow(state: OpinionState | null, act: OpinionAct): OpinionState | null {
  switch (act) {
    case 'ask':
      return state === 'asked' ? null : 'asked';
    case 'save':
      return state === 'asked' ? 'asked' : null;
    case 'give':
      return state === 'asked' || state === 'given' ? 'given' : null;
    case 'return':
      return state === 'asked' ? 'returned' : null;
  }
}

export type ClosedOpinion = ClosedStudy | 'not-asked' | 'department-closed';

/** Whether an act on an opinion may be done now; null: yes. */
export function refuseAct(
  act: OpinionAct,
  at: { state: OpinionState | null; standing: Standing; departmentClosed: boolean },
): ClosedOpinion | null {
  const closed = refuseStudy(at.standing);
  if (closed) return closed;
  // no work for a closed one; it may still give back what it holds
  if (at.departmentClosed && act !== 'return') return 'department-closed';
  return follow(at.state, act) === null ? 'not-asked' : null;
}

export const LONGEST_COMMENT = 4000;

export type OpinionField = 'verdict' | 'comment';
export type OpinionRefusal = 'verdict-missing' | 'comment-missing' | 'too-long';

/** What stands in the way of a draft, or of giving the opinion; empty when nothing does. */
export function checkOpinion(
  content: OpinionContent,
  act: 'save' | 'give',
): Partial<Record<OpinionField, OpinionRefusal>> {
  const refusals: Partial<Record<OpinionField, OpinionRefusal>> = {};
  if ([...content.comment].length > LONGEST_COMMENT) refusals.comment = 'too-long';
  if (act === 'save') return refusals;
  if (content.verdict === null) refusals.verdict = 'verdict-missing';
  // reserves and refusals are told to a resident in the end: they say why
  else if (content.verdict !== 'favourable' && content.comment === '')
    refusals.comment = 'comment-missing';
  return refusals;
}
