/** Ballots as invented people fill them in, whatever the kind: the more appealing a project, the likelier and the higher. */
import type { Poll } from '../rooms/polls/index.ts';
import type { Chance } from './chance.ts';

type Option = Poll['options'][number];

/** The choices of one voter among all options, as a form sends them; always a ballot that the poll takes. */
export function fillBallot(
  chance: Chance,
  poll: Poll,
  all: readonly Option[],
  appealOf: (option: Option) => number,
): string[] {
  const options = pickEnvelopes(chance, poll, all);
  switch (poll.kind) {
    case 'judgment':
      return judge(chance, poll, options, appealOf);
    case 'approval': {
      const liked = chance.draw(options, countWanted(chance, poll, options.length), appealOf);
      return keepAffordable(poll, liked).map(({ key }) => key);
    }
    default:
      throw new Error(`No story fills in a ballot of kind ${poll.kind}.`);
  }
}

/** Whoever composes a budget spends what they can; where envelopes are several, not everyone uses them all. */
function countWanted(chance: Chance, { settings, maximumChoices }: Poll, all: number): number {
  const [alone, ...more] = settings.envelopes;
  if (more.length > 0) return chance.between(2, all);
  return alone!.limits.maxSumCost === undefined ? maximumChoices : all;
}

/** Where a district is to be chosen, each voter has their own. */
function pickEnvelopes(
  chance: Chance,
  { settings }: Poll,
  options: readonly Option[],
): readonly Option[] {
  const districts = settings.envelopes.filter(({ oneOf }) => oneOf);
  if (districts.length === 0) return options;
  const own = chance.pick(districts).key;
  const closed = new Set(districts.map(({ key }) => key).filter((key) => key !== own));
  return options.filter(({ envelope }) => !closed.has(envelope));
}

/** In order of taste, as many as each envelope allows in number and in money. */
function keepAffordable({ settings, maximumChoices }: Poll, liked: readonly Option[]): Option[] {
  const kept: Option[] = [];
  for (const option of liked) {
    const envelope = settings.envelopes.find(({ key }) => key === option.envelope)!;
    const inside = kept.filter((one) => one.envelope === envelope.key);
    const cost = inside.reduce((sum, one) => sum + one.cost, option.cost);
    const fits =
      kept.length < maximumChoices &&
      inside.length < envelope.maximumChoices &&
      cost <= (envelope.limits.maxSumCost ?? Number.POSITIVE_INFINITY);
    if (fits) kept.push(option);
  }
  return kept;
}

/** Most projects are judged, none by everyone; a mention follows the appeal, give or take one. */
function judge(
  chance: Chance,
  { settings }: Poll,
  options: readonly Option[],
  appealOf: (option: Option) => number,
): string[] {
  const most = Math.max(...options.map(appealOf));
  const top = settings.mentions.length - 1;
  const judged = options.flatMap((option) => {
    if (chance.next() < 0.12) return [];
    const mood = (appealOf(option) / most) * (top - 0.6) + 0.4 + (chance.next() - 0.45) * 2.4;
    const grade = Math.min(top, Math.max(0, Math.round(mood)));
    return [`${option.key}:${grade}`];
  });
  return judged.length > 0 ? judged : [`${options[0]!.key}:${top}`];
}
