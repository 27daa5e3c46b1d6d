/** The rules that are compared side by side: which, on which ballots, and the terms that each counts by. */
import type { CountedTerms } from '../polls/index.ts';
import {
  type BallotKind,
  findUnfitHouseRule,
  type HouseRules,
  isRuleName,
  isSharesRule,
  noHouseRules,
  type RuleName,
  rulesFor,
  takesSeats,
} from '../tally/index.ts';
import { convertTerms, kindOf, listViews, VIEWS, type View } from './conversion.ts';

export interface Column {
  view: View;
  rule: RuleName;
  /** The poll as it was held; as asked, house rules included; or without any of them. */
  house: 'official' | 'asked' | 'none';
}

/** What the règlement adds to any rule, as it is tried. */
export interface Additions {
  houseRules: HouseRules;
  seats: number | null;
}

/** What decides which rules can be tried. */
export interface Trial {
  seats: number | null;
  /** Whether amounts are at stake, or only places. */
  money: boolean;
}

/** What a rule has no place for. */
export type Dropped = 'winnersPerZone' | 'partFunding' | 'seats';

/** More could not be read side by side. */
export const MOST_COLUMNS = 8;

/** Other names of a rule that counts exactly alike: the name that says it best for these ballots. */
const twins: Partial<Record<BallotKind, RuleName>> = {
  cumulative: 'points',
  scoring: 'points',
  ordinal: 'borda',
};

/** Where nothing costs anything nobody buys; where money is at stake, places and duels know nothing of it. */
function isOfUse(rule: RuleName, money: boolean): boolean {
  const forPeople = rule === 'schulze' || rule === 'stv';
  const buys = isSharesRule(rule) || rule === 'phragmen';
  const minds = buys || rule === 'greedy-noskip' || rule === 'greedy-per-cost';
  return money ? !forPeople : !minds;
}

/** The variants of Equal Shares that are proposed first: nearly all the money spent, what is left to the next ones. */
const FIRST_SHARES: readonly RuleName[] = ['mes-cost-add1u', 'mes-card-add1u'];

/** The rules that can be tried on ballots of a kind: those proposed first, and the variants. */
export function listRules(
  kind: BallotKind,
  { seats, money }: Trial,
): { first: RuleName[]; variants: RuleName[] } {
  const rules = rulesFor(kind).filter(
    (rule) =>
      isOfUse(rule, money) &&
      !(rule === 'greedy' && twins[kind]) &&
      (takesSeats(rule) !== 'always' || seats !== null),
  );
  const isVariant = (rule: RuleName) => isSharesRule(rule) && !FIRST_SHARES.includes(rule);
  return {
    first: rules.filter((rule) => !isVariant(rule)),
    variants: rules.filter(isVariant),
  };
}

/** What is compared when nobody says what. */
export function chooseUsualColumns(kind: BallotKind, trial: Trial): Column[] {
  const asked = (view: View, ...rules: RuleName[]): Column[] =>
    rules.map((rule) => ({ view, rule, house: 'asked' }));
  switch (kind) {
    case 'judgment':
      return [
        ...asked('own', 'majority-judgment'),
        ...asked('three', 'greedy'),
        ...(trial.money ? asked('knapsack', 'greedy') : []),
        ...asked('points', 'points'),
      ];
    case 'yes-no':
      return [
        ...asked('own', 'yes-no'),
        ...asked('approval', 'greedy'),
        ...(trial.money ? asked('approval', 'mes-cost-add1u') : []),
      ];
    default: {
      const { first } = listRules(kind, trial);
      const usual: readonly RuleName[] = [
        'greedy',
        'points',
        'borda',
        'mes-cost-add1u',
        'phragmen',
      ];
      const own = asked('own', ...first.filter((rule) => usual.includes(rule)));
      if (listViews(kind, trial.money).includes('approval'))
        return [...own, ...asked('approval', 'greedy')];
      return trial.money ? [...own, ...asked('own', 'greedy-per-cost')] : own;
    }
  }
}

/**
 * What the public page compares: the rule of the poll, then every other one that can count the same ballots,
 * of Equal Shares its usual forms. Judgments and answers have one rule of their own: those are converted.
 */
export function choosePublicColumns(terms: CountedTerms): Column[] {
  const { kind, rule, settings } = terms;
  const trial = trialOf(terms, settings);
  const { first } = listRules(kind, trial);
  const others =
    first.length > 1
      ? first.map((one): Column => ({ view: 'own', rule: one, house: 'asked' }))
      : chooseUsualColumns(kind, trial);
  return [{ view: 'own', rule, house: 'official' }, ...others];
}

/** What can be tried on the ballots of a poll. */
export function trialOf({ settings }: CountedTerms, { seats }: Pick<Additions, 'seats'>): Trial {
  return { seats, money: settings.subject === 'projects' };
}

/** A column as an address writes it: `own.greedy`, `points.points`; null: nothing that these ballots allow. */
export function readColumn(text: string, kind: BallotKind, trial: Trial): Column | null {
  const [view, rule = '', ...rest] = text.split('.');
  const known = VIEWS.find((one) => one === view);
  if (!known || rest.length > 0 || !isRuleName(rule)) return null;
  if (!listViews(kind, trial.money).includes(known)) return null;
  const { first, variants } = listRules(kindOf(known, kind), trial);
  return [...first, ...variants].includes(rule) ? { view: known, rule, house: 'asked' } : null;
}

export function writeColumn({ view, rule }: Pick<Column, 'view' | 'rule'>): string {
  return `${view}.${rule}`;
}

/** The terms that a column counts by; `dropped`: what its rule has no place for. */
export function setColumn(
  terms: CountedTerms,
  { view, rule, house }: Column,
  additions: Additions,
): { terms: CountedTerms; dropped: Dropped[] } {
  if (house === 'official') return { terms, dropped: [] };
  const dropped: Dropped[] = [];
  const wanted = house === 'none' ? { houseRules: noHouseRules, seats: null } : additions;
  let { houseRules, seats } = wanted;
  let unfit = findUnfitHouseRule(rule, houseRules);
  while (unfit) {
    houseRules = { ...houseRules, [unfit]: null };
    dropped.push(unfit);
    unfit = findUnfitHouseRule(rule, houseRules);
  }
  // without its seats this rule counts nothing at all
  if (takesSeats(rule) === 'always') seats = additions.seats;
  if (seats !== null && takesSeats(rule) === 'never' && !(rule === 'schulze' && seats === 1)) {
    seats = null;
    dropped.push('seats');
  }
  const converted = convertTerms({ ...terms, rule }, view);
  return {
    terms: { ...converted, settings: { ...converted.settings, houseRules, seats } },
    dropped,
  };
}

/** What tells one count of the same poll from another; in an order of its own, whatever wrote the settings. */
export function nameCount(terms: CountedTerms): string {
  const { kind, rule, settings, tieBreak, fundUnsupported } = terms;
  const { houseRules, seats, envelopes, defaultGrade } = settings;
  const { quorum, minimumNamings, incompatible, mostPerHolder, winnersPerZone, partFunding } =
    houseRules;
  return JSON.stringify([
    ...[kind, rule === 'greedy' ? (twins[kind] ?? rule) : rule, tieBreak, fundUnsupported],
    ...[seats, defaultGrade, envelopes],
    ...[quorum, minimumNamings, incompatible, mostPerHolder, winnersPerZone, partFunding],
  ]);
}
