/** Whether a ballot is one that the règlement allows, and written in the one way there is. */
import type { Envelope, Manifest, Option } from './manifest.ts';

/** A key, or a key with its points: those given, the grade (0 the worst), 1 for yes and 0 for no. */
export type Choice = string | readonly [key: string, points: number];

export const keyOf = (choice: Choice) => (typeof choice === 'string' ? choice : choice[0]);
export const pointsOf = (choice: Choice) => (typeof choice === 'string' ? null : choice[1]);

export interface Why {
  fr: string;
  en: string;
}

/** Points above this have no civic meaning. */
const MOST_POINTS = 1_000_000;

/** The choices of a ballot, as JSON gave them; null when they are no choices at all. */
export function readChoices(value: unknown): Choice[] | null {
  if (!Array.isArray(value)) return null;
  const sound = value.every(
    (one) =>
      typeof one === 'string' ||
      (Array.isArray(one) &&
        one.length === 2 &&
        typeof one[0] === 'string' &&
        Number.isSafeInteger(one[1]) &&
        one[1] >= 0 &&
        one[1] <= MOST_POINTS),
  );
  return sound ? (value as Choice[]) : null;
}

/** Why a ballot may not be counted; null when it may. */
export function findFlaw(manifest: Manifest, choices: readonly Choice[]): Why | null {
  const options = new Map(manifest.options.map((option) => [option.key, option]));
  const chosen: Option[] = [];
  for (const choice of choices) {
    const option = options.get(keyOf(choice));
    if (!option)
      return say(
        `l’option « ${keyOf(choice)} » n’existe pas`,
        `option “${keyOf(choice)}” does not exist`,
      );
    chosen.push(option);
  }
  if (new Set(chosen).size < chosen.length)
    return say('une option y figure deux fois', 'an option stands twice');
  return (
    findFlawInForm(manifest, choices) ??
    findFlawInNumber(manifest, choices.length) ??
    findFlawInEnvelopes(manifest, choices, chosen) ??
    findFlawInGroups(manifest, chosen)
  );
}

function findFlawInForm({ kind, grades }: Manifest, choices: readonly Choice[]): Why | null {
  const withPoints = kind !== 'approval' && kind !== 'choose-one' && kind !== 'ordinal';
  if (choices.some((choice) => (pointsOf(choice) !== null) !== withPoints))
    return say('ses points ne vont pas avec ce scrutin', 'its points do not go with this poll');
  const most = kind === 'yes-no' ? 1 : kind === 'judgment' ? grades - 1 : MOST_POINTS;
  if (choices.some((choice) => (pointsOf(choice) ?? 0) > most))
    return say('une mention n’existe pas', 'a grade does not exist');
  const keys = choices.map(keyOf);
  if (kind !== 'ordinal' && keys.some((key, at) => at > 0 && key <= keys[at - 1]!))
    return say('il n’est pas écrit dans l’ordre', 'it is not written in order');
  return null;
}

function findFlawInNumber(manifest: Manifest, count: number): Why | null {
  const { kind, minimumChoices, maximumChoices, heldElsewhere } = manifest;
  if (count > (kind === 'choose-one' ? 1 : maximumChoices))
    return say(`${count} choix`, `${count} choices`);
  if (!heldElsewhere && (count === 0 || count < minimumChoices))
    return say(`${count} choix seulement`, `only ${count} choices`);
  return null;
}

function findFlawInEnvelopes(
  manifest: Manifest,
  choices: readonly Choice[],
  chosen: readonly Option[],
): Why | null {
  let exclusive = 0;
  for (const envelope of manifest.envelopes) {
    const inside = choices.filter((_, at) => chosen[at]!.envelope === envelope.key);
    if (inside.length > 0 && envelope.oneOf) exclusive += 1;
    const costs = chosen.filter((option) => option.envelope === envelope.key);
    const cost = costs.reduce((sum, option) => sum + option.cost, 0n);
    const flaw = findFlawInEnvelope(envelope, inside, cost, manifest.heldElsewhere);
    if (flaw) return flaw;
  }
  return exclusive > 1
    ? say(
        'il use de deux enveloppes quand une seule est permise',
        'it uses two envelopes where one is allowed',
      )
    : null;
}

function findFlawInEnvelope(
  { key, oneOf, minimumChoices, maximumChoices, limits }: Envelope,
  inside: readonly Choice[],
  cost: bigint,
  heldElsewhere: boolean,
): Why | null {
  const named = (fr: string, en: string) =>
    say(`enveloppe ${key} : ${fr}`, `envelope ${key}: ${en}`);
  if (inside.length > maximumChoices)
    return named(`${inside.length} choix`, `${inside.length} choices`);
  const points = inside.map((choice) => pointsOf(choice) ?? 0);
  const sum = points.reduce((total, given) => total + given, 0);
  const over = (value: number | bigint, most: number | null) => most !== null && value > most;
  if (over(cost, limits.maxSumCost))
    return named('ses choix coûtent trop cher', 'its choices cost too much');
  if (points.some((given) => over(given, limits.maxPoints)))
    return named('trop de points à un choix', 'too many points for one choice');
  if (over(sum, limits.maxSumPoints)) return named(`${sum} points en tout`, `${sum} points in all`);
  // what an envelope asks at least is asked of those who use it, and was seen to where the vote was held
  if (heldElsewhere) return null;
  if (inside.length === 0 && (oneOf || minimumChoices === 0)) return null;
  if (inside.length < minimumChoices)
    return named(`${inside.length} choix seulement`, `only ${inside.length} choices`);
  const under = (value: number | bigint, least: number | null) => least !== null && value < least;
  if (under(cost, limits.minSumCost))
    return named('ses choix coûtent trop peu', 'its choices cost too little');
  if (under(sum, limits.minSumPoints))
    return named(`${sum} points seulement`, `only ${sum} points`);
  return null;
}

function findFlawInGroups(
  { groups, heldElsewhere }: Manifest,
  chosen: readonly Option[],
): Why | null {
  for (const { by, name, minimum, maximum } of groups) {
    const inside = chosen.filter((option) => option[by] === name).length;
    const tooFew = !heldElsewhere && minimum !== null && inside < minimum;
    if (tooFew || (maximum !== null && inside > maximum))
      return say(`${inside} choix dans « ${name} »`, `${inside} choices in “${name}”`);
  }
  return null;
}

function say(fr: string, en: string): Why {
  return { fr, en };
}
