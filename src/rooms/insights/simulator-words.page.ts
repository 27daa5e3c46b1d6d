/** What is wrong with what was typed, beside each field. */
import * as m from '../../paraglide/messages.js';
import type { Problems } from '../../ui/form.tsx';
import { formatNumber } from '../../ui/format.ts';
import { HIGHEST_SEED } from './chance.ts';
import { MOST_COLUMNS } from './columns.ts';
import { FEWEST_VOTERS, MOST_VOTERS } from './population.ts';
import type { AskedFault, Faults } from './simulator-request.ts';

const faultWords: Record<AskedFault, () => string> = {
  'unknown-poll': m.insights_problem_poll,
  'voters-out-of-range': () =>
    m.insights_problem_voters({
      least: formatNumber(FEWEST_VOTERS),
      most: formatNumber(MOST_VOTERS),
    }),
  'seed-out-of-range': () => m.insights_problem_seed({ most: formatNumber(HIGHEST_SEED) }),
  'no-rule': m.insights_problem_no_rule,
  'too-many-rules': () => m.insights_problem_too_many({ most: formatNumber(MOST_COLUMNS) }),
  'not-a-number': m.insights_problem_number,
  'not-a-share': m.insights_problem_share,
};

export function sayFaults(faults: Faults): Problems {
  return Object.fromEntries(
    Object.entries(faults).map(([field, fault]) => [field, faultWords[fault]()]),
  );
}
