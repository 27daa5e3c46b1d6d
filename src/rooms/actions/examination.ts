/** The reviewers' queue (R12): which actions, as its address says it. */
import {
  ACTION_KINDS,
  type ActionKind,
  type ActionState,
  type ActKind,
  type Criterion,
} from './action.ts';

/** A step of an action. */
export interface ActionAct {
  id: string;
  kind: ActKind;
  words: string;
  unmet: readonly Criterion[];
  /** null: nobody, a number was reached. */
  byPersonId: string | null;
  at: Date;
}

/** What reviewers see: never a draft. */
export const EXAMINED_STATES = [
  'submitted',
  'changes-requested',
  'published',
  'fundable',
  'refused',
  'archived',
] as const satisfies readonly ActionState[];
export type ExaminedState = (typeof EXAMINED_STATES)[number];

export const STATE_SEGMENTS: Record<ExaminedState, string> = {
  submitted: 'a-examiner',
  'changes-requested': 'a-completer',
  published: 'publiees',
  fundable: 'financables',
  refused: 'refusees',
  archived: 'archivees',
};
export const KIND_SEGMENTS: Record<ActionKind, string> = {
  union: 'syndicale',
  solidarity: 'solidarite',
};

export interface ExaminationFilter {
  /** As typed; '' : no words. */
  words: string;
  /** null: every state. */
  state: ExaminedState | null;
  kind: ActionKind | null;
  /** What the fund's address says; null: every fund. */
  fund: string | null;
  /** The action after which the page begins: its id. */
  after: string | null;
}

/** Actions on a page. */
export const PAGE_SIZE = 30;
/** What `etat` says to see them all; the queue itself is what is to examine. */
export const ALL_STATES = 'toutes';

export function readExaminationFilter(get: (name: string) => string | null): ExaminationFilter {
  const after = get('apres') ?? '';
  const state = get('etat') ?? '';
  const fund = get('fonds') ?? '';
  return {
    words: (get('q') ?? '').trim().slice(0, 100),
    state:
      state === ALL_STATES
        ? null
        : (EXAMINED_STATES.find((one) => STATE_SEGMENTS[one] === state) ?? 'submitted'),
    kind: ACTION_KINDS.find((one) => KIND_SEGMENTS[one] === get('type')) ?? null,
    fund: /^[a-z0-9-]{1,80}$/.test(fund) ? fund : null,
    after: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(after) ? after : null,
  };
}

/** The query of the address that asks for it. */
export function writeExaminationFilter(
  filter: Partial<ExaminationFilter>,
): Record<'q' | 'etat' | 'type' | 'fonds' | 'apres', string | undefined> {
  const { words, state, kind, fund, after } = filter;
  return {
    q: words || undefined,
    etat:
      state === null
        ? ALL_STATES
        : state === undefined || state === 'submitted'
          ? undefined
          : STATE_SEGMENTS[state],
    type: kind ? KIND_SEGMENTS[kind] : undefined,
    fonds: fund ?? undefined,
    apres: after ?? undefined,
  };
}
