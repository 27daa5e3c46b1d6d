import * as m from '../../paraglide/messages.js';
import { formatMoney, formatNumber, formatPercent } from '../../ui/format.ts';
import { subjectWords } from '../polls/index.page.ts';
import type { PublishedResult } from '../polls/index.ts';
import type { Edition } from '../spaces/index.ts';

export type Winner = PublishedResult['winners'][number];

/** « 98 000 € · 1 234 votant·es », as far as money is at stake. */
export function sayResult({ cost, voters }: PublishedResult, { currency }: Edition): string {
  return [
    cost > 0 ? formatMoney(cost, currency) : '',
    `${formatNumber(voters)} ${m.results_stat_voters({ count: voters })}`,
  ]
    .filter((words) => words !== '')
    .join(' · ');
}

/** « 12 000 € · 37 % des votes ». Where ballots rank or judge, how many name an option says little. */
export function sayWinner(
  { cost, votes }: Winner,
  { kind, ballots }: PublishedResult,
  { currency }: Edition,
): string {
  const isCounted = kind !== 'ordinal' && kind !== 'judgment' && ballots > 0;
  return [
    cost > 0 ? formatMoney(cost, currency) : '',
    isCounted ? m.campaign_result_share({ share: formatPercent(votes / ballots) }) : '',
  ]
    .filter((words) => words !== '')
    .join(' · ');
}

/** « 7 projets lauréats ». */
export const countWinners = ({ subject, winners: { length: count } }: PublishedResult): string =>
  subjectWords[subject].statWinners({ count });
