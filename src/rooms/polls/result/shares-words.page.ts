/** What Equal Shares and Phragmén say of a project: who could pay, how much, when. */
import * as m from '../../../paraglide/messages.js';
import { formatNumber } from '../../../ui/format.ts';
import type { BallotKind, RuleName } from '../../tally/index.ts';
import { goesByPoints } from '../rule-words.page.ts';
import { divideFraction, roundTo } from './fractions.ts';
import type { MomentFigures } from './phragmen-figures.ts';
import type { Reading } from './result-reading.page.ts';
import type { PurchaseFigures, ShortfallFigures } from './shares-figures.ts';

export function sayPurchase(
  purchase: PurchaseFigures,
  { kind, rule }: { kind: BallotKind; rule: RuleName },
  { say }: Reading,
): string {
  const { round, cost, namings, payers, exhausted, parts } = purchase;
  const price = say(purchase.price);
  if (!parts) {
    const spent =
      exhausted > 0 &&
      m.results_why_bought_spent({
        count: exhausted,
        number: formatNumber(exhausted),
        namings: formatNumber(namings),
      });
    return [m.results_why_bought_points({ round, price }), spent].filter(Boolean).join(' ');
  }
  const number = formatNumber(payers);
  if (exhausted === 0)
    return m.results_why_bought_one({ count: payers, number, round, price, cost: say(cost) });
  const paid = m.results_why_bought_some({
    count: payers,
    ...{ number, round, price },
    namings: formatNumber(namings),
    others: formatNumber(exhausted),
    average: say(divideFraction(parts.byExhausted, exhausted)),
  });
  return rule.startsWith('mes-cost') && !goesByPoints(kind)
    ? `${paid} ${m.results_why_effective({ number: sayEffective(purchase) })}`
    : paid;
}

/** One decimal is enough to compare, and hides none that decides: the trace holds the exact share. */
export function sayEffective({ effective }: PurchaseFigures): string {
  return formatNumber(roundTo(effective, 1));
}

export function sayShortfall(
  { afterRounds, cost, money, missing }: ShortfallFigures,
  { say }: Reading,
): string {
  const amounts = { money: say(money), cost: say(cost), missing: say(missing) };
  return afterRounds === 0
    ? m.results_why_short_first(amounts)
    : m.results_why_short({ ...amounts, count: afterRounds, number: formatNumber(afterRounds) });
}

const momentWords: Record<
  MomentFigures['outcome'],
  (moment: MomentFigures, reading: Reading) => string
> = {
  bought: ({ namings, time, left, cost }, { say }) =>
    m.results_why_moment({
      namings: formatNumber(namings),
      ...{ time: say(time), left: say(left), cost: say(cost) },
    }),
  'does-not-fit': ({ time, left, cost, missing, stopsHere }, { say }) => {
    const amounts = { time: say(time), left: say(left), cost: say(cost), missing: say(missing) };
    const words = m.results_why_moment_misfit(amounts);
    return stopsHere ? `${words} ${m.results_why_moment_stops()}` : words;
  },
  'tied-with-misfit': () => m.results_why_moment_tied(),
  'after-stop': ({ time }, { say }) => m.results_why_moment_late({ time: say(time) }),
};

export function sayMoment(moment: MomentFigures, reading: Reading): string {
  return momentWords[moment.outcome](moment, reading);
}
