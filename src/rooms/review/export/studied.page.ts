import * as m from '../../../paraglide/messages.js';
import { getLocale } from '../../../paraglide/runtime.js';
import { toLocalTime } from '../../../platform/clock/paris.ts';
import type { Cell } from '../../../platform/text/xlsx.ts';
import { opinionLooks, stageLooks } from '../assignment/words.page.tsx';
import { reasonWords } from '../decisions/decision.ts';
import { outcomeWords } from '../decisions/words.page.tsx';
import { verdictWords } from '../sheet/words.page.ts';
import type { StudiedLine } from './studied.store.ts';

interface StudiedColumn {
  key: string;
  name(): string;
  meaning(): string;
  write(line: StudiedLine): Cell;
}

/** What the study adds to the office's export of ideas; a cell is empty where nothing was said yet. */
export const STUDIED_COLUMNS: readonly StudiedColumn[] = [
  {
    key: 'state',
    name: m.studied_state,
    meaning: m.studied_state_meaning,
    write: ({ stage }) => stageLooks[stage].words(),
  },
  {
    key: 'departments',
    name: m.studied_departments,
    meaning: m.studied_departments_meaning,
    write: ({ opinions }) => opinions.map(({ department }) => department).join(', '),
  },
  {
    key: 'opinions',
    name: m.studied_opinions,
    meaning: m.studied_opinions_meaning,
    write: ({ opinions }) =>
      opinions
        .map(({ department, state, verdict }) =>
          m.studied_opinion({
            department,
            said:
              state === 'given' && verdict ? verdictWords[verdict]() : opinionLooks[state].words(),
          }),
        )
        .join(' ; '),
  },
  {
    key: 'capital-cost',
    name: m.studied_capital,
    meaning: m.studied_capital_meaning,
    write: ({ figures }) => euros(figures?.capitalCost),
  },
  {
    key: 'yearly-cost',
    name: m.studied_yearly,
    meaning: m.studied_yearly_meaning,
    write: ({ figures }) => euros(figures?.yearlyCost),
  },
  {
    key: 'decision',
    name: m.studied_decision,
    meaning: m.studied_decision_meaning,
    write: ({ decision }) => (decision ? outcomeWords[decision.outcome]() : ''),
  },
  {
    key: 'decided',
    name: m.studied_decided,
    meaning: m.studied_decided_meaning,
    write: ({ decision }) => day(decision?.decidedAt),
  },
  {
    key: 'told',
    name: m.studied_published,
    meaning: m.studied_published_meaning,
    write: ({ decision }) => day(decision?.publishedAt),
  },
  {
    key: 'reason',
    name: m.studied_reason,
    meaning: m.studied_reason_meaning,
    write: ({ reason }) => (reason ? reasonWords(reason, getLocale()) : ''),
  },
  {
    key: 'explanation',
    name: m.studied_explanation,
    meaning: m.studied_explanation_meaning,
    write: ({ decision }) => decision?.publicText ?? '',
  },
  {
    key: 'merged',
    name: m.studied_merged,
    meaning: m.studied_merged_meaning,
    write: ({ mergedInto }) => mergedInto ?? '',
  },
];

/** A number that spreadsheets add up. */
const euros = (cents: number | null | undefined): Cell => (cents == null ? '' : cents / 100);

const day = (at: Date | null | undefined): Cell => (at ? { day: toLocalTime(at).day } : '');
