/** The settings of a poll in words, those that say something: for officers, voters and the result page. */
import * as m from '../../paraglide/messages.js';
import { formatList, formatNumber } from '../../ui/format.ts';
import type { Poll } from './poll.ts';
import type { GroupLimit } from './settings.ts';

export function describeSettings(
  poll: Pick<Poll, 'kind' | 'settings' | 'options'>,
): { term: string; detail: string }[] {
  const { settings } = poll;
  const { houseRules, envelopes, groups, seats } = settings;
  const items: { term: string; detail: string }[] = [];
  const add = (term: string, detail: string | null) => {
    if (detail !== null) items.push({ term, detail });
  };
  const counted = (count: number | null, words: (said: { count: string }) => string) =>
    count === null ? null : words({ count: formatNumber(count) });
  const [first] = envelopes;
  add(m.opening_points(), sayPoints(first?.limits ?? {}));
  if (poll.kind === 'judgment') add(m.opening_mentions(), formatList([...settings.mentions]));
  for (const group of groups) add(group.name, sayGroup(group));
  if (envelopes.some(({ oneOf }) => oneOf)) add(m.opening_envelopes(), m.opening_one_district());
  if (envelopes.some(({ leftTo }) => leftTo !== null))
    add(m.opening_leftover(), m.opening_left_to_town());
  add(m.opening_seats(), counted(seats, m.opening_said_seats));
  add(m.opening_quorum(), counted(houseRules.quorum, m.opening_said_quorum));
  add(m.opening_minimum_votes(), counted(houseRules.minimumNamings, m.opening_said_minimum_votes));
  add(m.opening_per_holder(), counted(houseRules.mostPerHolder, m.opening_said_per_holder));
  add(m.opening_per_zone(), counted(houseRules.winnersPerZone, m.opening_said_per_zone));
  add(m.opening_part(), counted(houseRules.partFunding, m.opening_said_part));
  const labels = new Map(poll.options.map(({ key, label }) => [key, label]));
  for (const set of houseRules.incompatible)
    add(m.opening_incompatible(), formatList(set.map((key) => labels.get(key) ?? key)));
  if (settings.leftover === 'next-edition') add(m.opening_leftover(), m.opening_leftover_next());
  return items;
}

function sayPoints(limits: { maxSumPoints?: number; maxPoints?: number }): string | null {
  const { maxSumPoints, maxPoints } = limits;
  if (maxSumPoints === undefined) return null;
  return maxPoints === undefined
    ? m.opening_said_points({ count: formatNumber(maxSumPoints) })
    : m.opening_said_points_capped({
        count: formatNumber(maxSumPoints),
        cap: formatNumber(maxPoints),
      });
}

/** « de 2 à 3 choix », « 2 choix au moins ». */
function sayGroup({ minimum, maximum }: GroupLimit): string {
  if (minimum === null) return m.opening_said_group_most({ most: maximum ?? 0 });
  if (maximum === null) return m.opening_said_group_least({ least: minimum });
  return m.opening_said_group({ least: minimum, most: maximum });
}
