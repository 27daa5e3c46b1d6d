import * as m from '../../../paraglide/messages.js';
import { formatNumber } from '../../../ui/format.ts';
import type { Decision } from '../../tally/index.ts';
import type { Reading } from './result-reading.page.ts';
import type { TurnFigures } from './turn-figures.ts';

/** What the words of a turn depend on besides its own figures. */
export interface TurnAbout {
  /** Whether guaranteed winners were served before the rule began. */
  afterGuarantees: boolean;
  quorumMissed: boolean;
  seats: number | null;
}

const decisionWords: Record<
  Decision,
  (turn: TurnFigures, about: TurnAbout, reading: Reading) => string
> = {
  funded: (turn, about, { money, say }) => {
    if (!money) return sayPlace(turn, about);
    const amounts = { left: say(turn.left), cost: say(turn.cost) };
    return about.quorumMissed ? m.results_why_funded_but(amounts) : m.results_why_funded(amounts);
  },
  'over-budget': (turn, { afterGuarantees }, { say }) => {
    const amounts = { cost: say(turn.cost), envelope: say(turn.budget) };
    return afterGuarantees ? m.results_why_over_rest(amounts) : m.results_why_over(amounts);
  },
  'no-support': (_, __, { money }) => (money ? m.results_why_none() : m.results_why_none_other()),
  'does-not-fit': (turn, _, { say }) => {
    const amounts = { left: say(turn.left), cost: say(turn.cost), missing: say(turn.missing) };
    return turn.stop?.here ? m.results_why_stop(amounts) : m.results_why_misfit(amounts);
  },
  'after-stop': (turn, _, { label }) =>
    m.results_why_after({ title: turn.stop ? label(turn.stop.at) : '' }),
  'seats-taken': (_, { seats }) => m.results_why_seats({ count: seats ?? 0 }),
  rejected: () => m.results_why_rejected(),
};

export function sayTurn(turn: TurnFigures, about: TurnAbout, reading: Reading): string {
  return decisionWords[turn.decision](turn, about, reading);
}

function sayPlace({ place }: TurnFigures, { seats }: TurnAbout): string {
  const said = { place: formatNumber(place) };
  return seats === null
    ? m.results_why_place_free(said)
    : m.results_why_place({ ...said, count: seats });
}
