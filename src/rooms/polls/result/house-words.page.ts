import * as m from '../../../paraglide/messages.js';
import { formatList, formatNumber, formatPercent } from '../../../ui/format.ts';
import type { Exclusion } from '../../tally/index.ts';
import type { Poll } from '../poll.ts';
import type { HouseReason, Story } from './result-figures.ts';
import type { Reading } from './result-reading.page.ts';

/** What the règlement adds to the counting rule, a sentence for each thing it asks for. */
export function listHouseRules(
  { settings, kind }: Pick<Poll, 'settings' | 'kind'>,
  about: (key: string) => string,
): string[] {
  const { houseRules: house, seats, mentions, defaultGrade, envelopes } = settings;
  const labels = new Map(envelopes.map(({ key, label }) => [key, label]));
  const number = (count: number) => formatNumber(count);
  return [
    seats !== null && m.results_house_seats({ count: seats }),
    kind === 'judgment' &&
      m.results_house_default({ mention: mentions.at(-1 - defaultGrade) ?? '' }),
    house.quorum !== null && m.results_house_quorum({ number: number(house.quorum) }),
    house.minimumNamings !== null &&
      m.results_house_namings({ number: number(house.minimumNamings) }),
    house.winnersPerZone !== null && m.results_house_zone({ count: house.winnersPerZone }),
    ...house.incompatible.map((set) =>
      m.results_house_incompatible({ projects: formatList(set.map(about)) }),
    ),
    house.mostPerHolder !== null && m.results_house_holder({ count: house.mostPerHolder }),
    house.partFunding !== null &&
      m.results_house_part({ share: formatPercent(house.partFunding / 100) }),
    ...envelopes.map(
      ({ label, leftTo }) =>
        leftTo !== null && m.results_house_left_to({ from: label, to: labels.get(leftTo) ?? '' }),
    ),
    settings.subject === 'projects' &&
      (settings.leftover === 'returned' ? m.results_house_returned() : m.results_house_next()),
  ].filter((words) => words !== false);
}

const exclusionWords: Record<
  Exclusion['why'],
  (story: Story, because: string, reading: Reading) => string
> = {
  'too-few-namings': ({ namings }, _, { poll }) =>
    m.results_why_few({
      count: namings,
      number: formatNumber(namings),
      least: formatNumber(poll.settings.houseRules.minimumNamings ?? 0),
    }),
  incompatible: (_, because, { about }) => m.results_why_incompatible({ title: about(because) }),
  'holder-has-enough': (_, __, { poll }) =>
    m.results_why_holder({ count: poll.settings.houseRules.mostPerHolder ?? 1 }),
};

/** Why the règlement, not the rule, settled what became of an option. */
export function sayHouse(house: HouseReason, story: Story, reading: Reading): string {
  switch (house.by) {
    case 'guarantee':
      return m.results_why_guarantee({ zone: house.zone });
    case 'part': {
      const cost = reading.costOf(story.project);
      return m.results_why_part({
        amount: reading.say(house.amount),
        share: formatPercent(cost > 0 ? house.amount / cost : 0),
        cost: reading.say(cost),
      });
    }
    case 'incompatible':
      return exclusionWords[house.by](story, house.because, reading);
    default:
      return exclusionWords[house.by](story, '', reading);
  }
}
