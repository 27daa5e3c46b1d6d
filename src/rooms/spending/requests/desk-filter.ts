import {
  REQUEST_STATES,
  type RequestState,
  readRequestState,
  type Source,
  STATE_SEGMENTS,
  type Timing,
} from '../request.ts';
import { CATEGORIES, type Category } from '../request-form.ts';

/** What the desk looks for, as its address says it. */
export interface DeskFilter {
  /** null: every one that came to the desk. */
  state: DeskState | null;
  /** What the group is called by in addresses; '' : whatever group. */
  group: string;
  source: Source | null;
  category: Category | null;
  timing: Timing | null;
  campaign: boolean | null;
  /** Days of the expense. */
  from: string | null;
  to: string | null;
  words: string;
  /** The number of the last one that was shown. */
  after: number | null;
}

/** Those that two treasurers of a group agreed on. */
export type DeskState = Exclude<RequestState, 'draft' | 'peer-review'>;

export const isDeskState = (state: RequestState): state is DeskState =>
  state !== 'draft' && state !== 'peer-review';

export const DESK_STATES: readonly DeskState[] = REQUEST_STATES.filter(isDeskState);

/** What waits comes in order of coming; what is done, the latest first. */
export const isQueue = (state: DeskState | null): boolean =>
  state !== null && state !== 'paid' && state !== 'refused';

const SOURCES: Record<string, Source> = { groupe: 'group', fonds: 'fund' };
const TIMINGS: Record<string, Timing> = { passee: 'past', 'a-venir': 'future' };
const YES_OR_NO: Record<string, boolean> = { oui: true, non: false };
const WORDS_LENGTH = 100;

const pick = <T>(from: Record<string, T>, key: string | null): T | null =>
  key !== null && Object.hasOwn(from, key) ? from[key]! : null;

const segmentOf = <T>(from: Record<string, T>, value: T | null): string | undefined =>
  Object.keys(from).find((key) => from[key] === value);

const readDay = (typed: string | null): string | null =>
  typed !== null &&
  /^20\d\d-\d\d-\d\d$/.test(typed) &&
  !Number.isNaN(Date.parse(`${typed}T00:00:00Z`))
    ? typed
    : null;

type Get = (name: string) => string | null;

/** Without a state it is the queue: what waits for a decision. */
export function readDeskFilter(get: Get): DeskFilter {
  const state = readRequestState(get('etat') ?? 'a-decider');
  return {
    state: state !== null && isDeskState(state) ? state : null,
    group: (get('groupe') ?? '').slice(0, WORDS_LENGTH),
    source: pick(SOURCES, get('source')),
    category: CATEGORIES.find((one) => one === get('categorie')) ?? null,
    timing: pick(TIMINGS, get('type')),
    campaign: pick(YES_OR_NO, get('electorale')),
    from: readDay(get('du')),
    to: readDay(get('au')),
    words: (get('q') ?? '').trim().slice(0, WORDS_LENGTH),
    after: Number(/^\d{1,9}$/.exec(get('apres') ?? '')?.[0] ?? 0) || null,
  };
}

export const writeDeskFilter = (filter: DeskFilter): Record<string, string | undefined> => ({
  etat: filter.state ? STATE_SEGMENTS[filter.state] : 'toutes',
  groupe: filter.group || undefined,
  source: segmentOf(SOURCES, filter.source),
  categorie: filter.category ?? undefined,
  type: segmentOf(TIMINGS, filter.timing),
  electorale: segmentOf(YES_OR_NO, filter.campaign),
  du: filter.from ?? undefined,
  au: filter.to ?? undefined,
  q: filter.words || undefined,
  apres: filter.after === null ? undefined : String(filter.after),
});

export const NO_FILTER: DeskFilter = readDeskFilter(() => null);
