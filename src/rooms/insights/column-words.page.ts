/** The name of a compared rule: short at the head of a column, whole where it is explained. */
import * as m from '../../paraglide/messages.js';
import { formatNumber } from '../../ui/format.ts';
import { ruleWords } from '../polls/index.page.ts';
import type { CountedTerms } from '../polls/index.ts';
import type { RuleName, SharesRule } from '../tally/index.ts';
import type { Column, Dropped } from './columns.ts';
import type { ComparedColumn } from './comparison.ts';
import type { View } from './conversion.ts';

const restWords: Record<string, () => string> = {
  '': () => '',
  '-u': m.insights_short_rest_u,
  '-add1': m.insights_short_rest_add1,
  '-add1e': m.insights_short_rest_add1e,
  '-add1u': m.insights_short_rest_add1u,
  '-add1eu': m.insights_short_rest_add1eu,
};

const shortNames: Record<Exclude<RuleName, SharesRule>, () => string> = {
  greedy: m.insights_short_greedy,
  'greedy-noskip': m.insights_short_noskip,
  'greedy-per-cost': m.insights_short_per_cost,
  points: m.insights_short_points,
  borda: m.insights_short_borda,
  phragmen: m.insights_short_phragmen,
  'majority-judgment': m.insights_short_judgment,
  'yes-no': m.insights_short_yes_no,
  schulze: m.insights_short_schulze,
  stv: m.insights_short_stv,
};

/** `family`: the variants of Equal Shares by one name, where letters tell them apart. */
function shortName(rule: RuleName, { family }: { family: boolean }): string {
  const [, gain, rest = ''] = /^mes-(cost|card)(.*)$/.exec(rule) ?? [];
  if (gain === undefined) return shortNames[rule as keyof typeof shortNames]();
  if (family) return m.insights_short_shares();
  return m.insights_short_shares_way({
    gain: gain === 'cost' ? m.insights_short_cost() : m.insights_short_card(),
    rest: restWords[rest]!(),
  });
}

export const viewNames: Record<View, () => string> = {
  own: m.insights_view_own,
  approval: m.insights_view_approval,
  three: m.insights_view_three,
  knapsack: m.insights_view_knapsack,
  points: m.insights_view_points,
};

/** What a conversion does to the ballots, and that it is only that; null: they are counted as they are. */
export const viewWords: Record<View, (() => string) | null> = {
  own: null,
  approval: m.insights_view_approval_words,
  three: m.insights_view_three_words,
  knapsack: m.insights_view_knapsack_words,
  points: m.insights_view_points_words,
};

/** What makes this column differ from another of the same rule. */
function sayDifferences({ view, house }: Column): string {
  const words = [
    ...(view === 'own' ? [] : [viewNames[view]()]),
    ...(house === 'official' ? [m.insights_column_official()] : []),
    ...(house === 'none' ? [m.insights_column_plain()] : []),
  ];
  return words.length > 0 ? ` (${words.join(' ; ')})` : '';
}

type Named = Pick<ComparedColumn, 'letter' | 'column'>;

/** « B · Classement (3 préférés) ». */
export function nameColumn({ letter, column }: Named): string {
  return `${letter} · ${shortName(column.rule, { family: false })}${sayDifferences(column)}`;
}

/** At the head of a narrow column, under the letter that a table before it explains. */
export function headColumn({ letter, column }: Named): string {
  return `${letter} · ${shortName(column.rule, { family: true })}${sayDifferences(column)}`;
}

/** With the whole name of the rule. */
export function titleColumn({ letter, column }: Named): string {
  return `${letter} · ${ruleWords[column.rule].name()}${sayDifferences(column)}`;
}

export const droppedWords: Record<Dropped, () => string> = {
  winnersPerZone: m.opening_per_zone,
  partFunding: m.opening_part,
  seats: m.opening_seats,
};

/** What the règlement adds to a rule, each with its number. */
export function listAdditions({ settings }: CountedTerms): string[] {
  const { houseRules, seats } = settings;
  const said = (name: () => string, number: number | null, unit = '') =>
    number === null
      ? []
      : [m.insights_setting({ name: name(), value: `${formatNumber(number)}${unit}` })];
  return [
    ...said(m.opening_quorum, houseRules.quorum),
    ...said(m.opening_minimum_votes, houseRules.minimumNamings),
    ...said(m.opening_per_holder, houseRules.mostPerHolder),
    ...said(m.opening_per_zone, houseRules.winnersPerZone),
    ...said(m.opening_part, houseRules.partFunding, '\u202f%'),
    ...said(m.opening_seats, seats),
    ...(houseRules.incompatible.length > 0 ? [m.opening_incompatible()] : []),
  ];
}
