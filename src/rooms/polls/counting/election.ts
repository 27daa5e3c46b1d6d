/** A poll as the counting room takes it: one election for each envelope. Amounts in cents. */
import { type EnvelopeTerms, noLimits, type Paper } from '../../tally/index.ts';
import type { Choices } from '../ballot/ballot.ts';
import type { Option, Poll } from '../poll.ts';
import type { Envelope } from '../settings.ts';

/** A choice of the box, as JSON holds it. */
type Choice = string | readonly [string, number];

/** `lotOf`: the place of an option in the public draw; '' where none is held. */
export function listElections(
  poll: Pick<Poll, 'kind' | 'settings' | 'options'>,
  lotOf: (key: string) => string = () => '',
): EnvelopeTerms[] {
  const { kind, settings } = poll;
  return settings.envelopes.map((envelope) => ({
    key: envelope.key,
    leftTo: envelope.leftTo,
    houseRules: settings.houseRules,
    terms: {
      budget: BigInt(envelope.amount),
      kind,
      ...(kind === 'judgment' && { grades: settings.mentions.length }),
      projects: poll.options
        .filter((option) => option.envelope === envelope.key)
        .map((option) => describeProject(option, lotOf(option.key))),
      limits: readLimits(envelope),
    },
  }));
}

function describeProject(option: Option, lot: string) {
  return {
    id: option.key,
    cost: BigInt(option.cost),
    ...(option.depositedAt && { depositedAt: option.depositedAt.getTime() / 1000 }),
    ...(lot && { lot }),
    ...(option.zone !== null && { zone: option.zone }),
    ...(option.holder !== null && { holder: option.holder }),
  };
}

function readLimits({ limits, minimumChoices, maximumChoices }: Envelope) {
  const cents = (amount: number | undefined) => (amount === undefined ? null : BigInt(amount));
  return {
    ...noLimits,
    minLength: minimumChoices,
    maxLength: maximumChoices,
    minPoints: limits.minPoints ?? null,
    maxPoints: limits.maxPoints ?? null,
    minSumPoints: limits.minSumPoints ?? null,
    maxSumPoints: limits.maxSumPoints ?? null,
    minSumCost: cents(limits.minSumCost),
    maxSumCost: cents(limits.maxSumCost),
  };
}

export interface GroupedPaper extends Paper {
  times: number;
}

/**
 * The part of each ballot that goes to an envelope. With one envelope a blank ballot counts; with
 * several, a voter takes part in those whose projects they name.
 */
export function listPapers(
  poll: Pick<Poll, 'options' | 'settings'>,
  envelope: string,
  ballots: readonly { choices: Choices; times: number }[],
): GroupedPaper[] {
  const alone = poll.settings.envelopes.length === 1;
  const inside = new Set(
    poll.options.filter((option) => option.envelope === envelope).map(({ key }) => key),
  );
  return ballots.flatMap(({ choices, times }) => {
    const own = (choices as readonly Choice[]).filter((choice) => inside.has(keyOf(choice)));
    return own.length > 0 || alone ? [{ ...asPaper(own), times }] : [];
  });
}

const keyOf = (choice: Choice) => (typeof choice === 'string' ? choice : choice[0]);

function asPaper(choices: readonly Choice[]): Paper {
  const points = choices.flatMap((choice) => (typeof choice === 'string' ? [] : [choice[1]]));
  const keys = choices.map(keyOf);
  return points.length > 0 ? { choices: keys, points } : { choices: keys };
}
