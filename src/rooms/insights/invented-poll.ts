/** A poll that nobody holds: the projects of an edition put to people who do not exist. Amounts in cents. */
import {
  type BallotScreen,
  type CountedBox,
  type CountedTerms,
  type Option,
  USUAL_MENTIONS,
  usualSettings,
} from '../polls/index.ts';
import { fillBallots, INVENTED_POINTS } from './invented-ballots.ts';
import { type Electorate, inventVoters } from './population.ts';
import { kindOfScreen } from './simulator-request.ts';

export interface InventedGround {
  options: readonly Option[];
  envelope: number;
  /** How many projects a ballot may name, where ballots have such a limit. */
  mostChoices: number;
}

/** Counted by its first rule until a column says otherwise; nothing is added to it. */
export function inventTerms(
  { options, envelope, mostChoices }: InventedGround,
  screen: BallotScreen,
): CountedTerms {
  const all = screen === 'knapsack' || screen === 'judgment' || screen === 'yes-no';
  const settings = usualSettings({
    amount: envelope,
    minimumChoices: 1,
    maximumChoices: all ? options.length : Math.min(mostChoices, options.length),
    limits:
      screen === 'knapsack'
        ? { maxSumCost: envelope }
        : screen === 'points'
          ? { maxSumPoints: INVENTED_POINTS }
          : {},
  });
  return {
    id: 'simulation',
    manifestHash: '',
    kind: kindOfScreen[screen],
    envelope,
    settings: { ...settings, mentions: screen === 'judgment' ? USUAL_MENTIONS : [] },
    options,
    rule: 'greedy',
    tieBreak: ['earlier-deposit', 'lower-cost', 'smaller-id'],
    fundUnsupported: false,
  };
}

/** The box that these people fill. */
export function inventBox(
  terms: CountedTerms,
  { mostChoices }: Pick<InventedGround, 'mostChoices'>,
  screen: BallotScreen,
  electorate: Electorate,
): CountedBox {
  const { options, settings, envelope } = terms;
  const voters = inventVoters(options, mostChoices, electorate);
  return {
    root: `simulation-${electorate.seed}`,
    voters: electorate.voters,
    ballots: fillBallots(options, voters, {
      screen,
      amount: envelope,
      grades: settings.mentions.length,
    }),
  };
}
