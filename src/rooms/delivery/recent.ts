/** What happened to realisations in a span of time, and what is due in the next days: for a letter and a page. Pure. */
import { STAGES, type Stage } from './realisation.ts';

/** A fact of the journal, as far as it is read here. */
interface ToldFact {
  kind: string;
  detail: Readonly<Record<string, unknown>>;
}

/** A realisation as a line names it. */
interface NamedRealisation {
  editionId: string;
  /** Of its project. */
  number: number;
  title: string;
}

/** A step that somebody passed, something told, or a halt and its end. */
export type Happening = NamedRealisation &
  (
    | { kind: 'advanced'; stage: Stage }
    | { kind: 'suspended' | 'abandoned'; reason: string }
    | { kind: 'resumed' }
    | { kind: 'told'; post: string }
  );

/** The next step of a realisation, planned and not done. */
export interface PlannedStep extends NamedRealisation {
  stage: Stage;
  /** `YYYY-MM-DD`: the first of the month where no more is known. */
  on: string;
  isMonth: boolean;
}

export interface RecentDelivery {
  /** In order of time. */
  happenings: readonly Happening[];
  /** Cents entered in the span, over what was known before; below zero where an amount was corrected. */
  committed: number;
  spent: number;
  /** The longest first; at most as many as were asked for. */
  late: readonly PlannedStep[];
  /** Of all. */
  lateCount: number;
  /** The soonest first. */
  due: readonly PlannedStep[];
}

export const TOLD_KINDS = [
  'realisation.advanced',
  'realisation.suspended',
  'realisation.abandoned',
  'realisation.resumed',
  'realisation-post.published',
] as const;
export const MONEY_KIND = 'realisation.changed';

/** What a fact says; null: told by a seed, or before realisations had names in the journal. */
export function readHappening({ kind, detail }: ToldFact): Happening | null {
  const { editionId, number, title } = detail;
  if (typeof editionId !== 'string' || typeof number !== 'number' || typeof title !== 'string')
    return null;
  const named = { editionId, number, title };
  switch (kind as (typeof TOLD_KINDS)[number]) {
    case 'realisation.advanced': {
      const stage = STAGES.find((one) => one === detail.stage);
      return stage ? { ...named, kind: 'advanced', stage } : null;
    }
    case 'realisation.suspended':
    case 'realisation.abandoned':
      return {
        ...named,
        kind: kind === 'realisation.suspended' ? 'suspended' : 'abandoned',
        reason: typeof detail.reason === 'string' ? detail.reason : '',
      };
    case 'realisation.resumed':
      return { ...named, kind: 'resumed' };
    case 'realisation-post.published':
      return { ...named, kind: 'told', post: typeof detail.post === 'string' ? detail.post : '' };
    default:
      return null;
  }
}

/** Cents that these changes added, one after the other. */
export function sumChanges(
  facts: readonly ToldFact[],
  amount: 'committedCost' | 'spentCost',
): number {
  const at = (held: unknown) => {
    const value = (held as Record<string, unknown> | undefined)?.[amount];
    return typeof value === 'number' ? value : 0;
  };
  return facts.reduce((sum, { detail }) => sum + at(detail.to) - at(detail.from), 0);
}
