/**
 * What an officer asks of the simulator: all of it is in the address, so that a colleague can be sent it.
 * Nothing typed there is trusted; what cannot be read is said beside its field.
 */
import type { BallotScreen, CountedTerms } from '../polls/index.ts';
import type { BallotKind } from '../tally/index.ts';
import { HIGHEST_SEED } from './chance.ts';
import {
  type Additions,
  type Column,
  chooseUsualColumns,
  MOST_COLUMNS,
  readColumn,
  trialOf,
} from './columns.ts';
import {
  type Electorate,
  FEWEST_VOTERS,
  MOST_VOTERS,
  POPULATIONS,
  type Population,
} from './population.ts';

type AskedField =
  | 'bulletins'
  | 'votants'
  | 'graine'
  | 'regle'
  | 'garantis'
  | 'minimum'
  | 'partiel'
  | 'quorum'
  | 'porteur'
  | 'laureats';

export type AskedFault =
  | 'unknown-poll'
  | 'voters-out-of-range'
  | 'seed-out-of-range'
  | 'no-rule'
  | 'too-many-rules'
  | 'not-a-number'
  | 'not-a-share';

export type Faults = Partial<Record<AskedField, AskedFault>>;

export const SCREENS: readonly BallotScreen[] = [
  'approval',
  'knapsack',
  'points',
  'ranking',
  'judgment',
  'yes-no',
];

export interface AskedBallots {
  /** Slug of the edition whose ballots are counted again; '': people who do not exist. */
  edition: string;
  screen: BallotScreen;
  electorate: Electorate;
}

type Params = Pick<URLSearchParams, 'get' | 'getAll' | 'has'>;

const USUAL_VOTERS = 500;

/** Which ballots; words that name nothing ask for the usual ones. */
export function readAskedBallots(
  params: Params,
  known: { editions: readonly string[]; invents: boolean },
): { asked: AskedBallots; faults: Faults } {
  const faults: Faults = {};
  const typed = params.get('bulletins');
  const edition = typed ?? (known.invents ? '' : (known.editions[0] ?? ''));
  if (edition !== '' && !known.editions.includes(edition)) faults.bulletins = 'unknown-poll';
  const voters = readWhole(params.get('votants')) ?? USUAL_VOTERS;
  if (!(voters >= FEWEST_VOTERS && voters <= MOST_VOTERS)) faults.votants = 'voters-out-of-range';
  const seed = readWhole(params.get('graine')) ?? 1;
  if (!(seed <= HIGHEST_SEED)) faults.graine = 'seed-out-of-range';
  const population = params.get('population');
  const screen = params.get('sorte');
  return {
    asked: {
      edition,
      screen: SCREENS.find((one) => one === screen) ?? 'approval',
      electorate: {
        population: POPULATIONS.find((one): one is Population => one === population) ?? 'districts',
        voters,
        seed,
      },
    },
    faults,
  };
}

export interface AskedComparison {
  columns: readonly Column[];
  additions: Additions;
  /** Each rule also as it would be without what the règlement adds. */
  both: boolean;
}

/** The rules and what is added to them; the poll's own additions until somebody says otherwise. */
export function readAskedComparison(
  params: Params,
  terms: CountedTerms,
  { official }: { official: boolean },
): { asked: AskedComparison; faults: Faults } {
  const faults: Faults = {};
  const additions = readAdditions(params, terms, faults);
  const typed = [...new Set(params.getAll('regle'))];
  const trial = trialOf(terms, additions);
  const read = typed
    .slice(0, 100)
    .map((one) => readColumn(one, terms.kind, trial))
    .filter((column) => column !== null);
  if (params.has('additions') && typed.length === 0) faults.regle = 'no-rule';
  const chosen = read.length > 0 ? read : chooseUsualColumns(terms.kind, trial);
  const both = params.get('sans') === 'oui' && hasAdditions(additions);
  const columns: Column[] = [
    ...(official ? [officialColumn(terms.rule)] : []),
    ...chosen.flatMap((column): Column[] =>
      both ? [{ ...column, house: 'none' }, column] : [column],
    ),
  ];
  if (columns.length > MOST_COLUMNS) faults.regle = 'too-many-rules';
  return { asked: { columns, additions, both }, faults };
}

const officialColumn = (rule: Column['rule']): Column => ({
  view: 'own',
  rule,
  house: 'official',
});

function hasAdditions({ houseRules, seats }: Additions): boolean {
  const { incompatible, ...numbers } = houseRules;
  return (
    incompatible.length > 0 || seats !== null || Object.values(numbers).some((one) => one !== null)
  );
}

/** The names of the fields, and what each sets. */
const ADDITION_FIELDS = {
  garantis: 'winnersPerZone',
  minimum: 'minimumNamings',
  partiel: 'partFunding',
  quorum: 'quorum',
  porteur: 'mostPerHolder',
} as const;

function readAdditions(params: Params, { settings }: CountedTerms, faults: Faults): Additions {
  const { houseRules, seats } = settings;
  if (!params.has('additions')) return { houseRules, seats };
  const read = (field: AskedField, most: number): number | null => {
    const typed = params.get(field)?.trim() ?? '';
    const number = readWhole(typed);
    if (number === null) return null;
    if (number >= 1 && number <= most) return number;
    faults[field] = field === 'partiel' ? 'not-a-share' : 'not-a-number';
    return null;
  };
  const MOST = 1_000_000;
  return {
    houseRules: {
      // which projects exclude each other is no parameter: it is a fact about them
      incompatible: houseRules.incompatible,
      winnersPerZone: read('garantis', MOST),
      minimumNamings: read('minimum', MOST),
      partFunding: read('partiel', 99),
      quorum: read('quorum', MOST),
      mostPerHolder: read('porteur', MOST),
    },
    seats: read('laureats', MOST),
  };
}

/** null: nothing typed; NaN: no whole number. */
function readWhole(typed: string | null): number | null {
  const text = typed?.trim() ?? '';
  if (text === '') return null;
  return /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
}

/** What the form of the rules proposes: an opening without a published poll begins with nothing added. */
export function describeAdditions({ houseRules, seats }: Additions): Record<string, string> {
  const said = (number: number | null) => (number === null ? '' : String(number));
  return {
    ...Object.fromEntries(
      Object.entries(ADDITION_FIELDS).map(([field, name]) => [field, said(houseRules[name])]),
    ),
    laureats: said(seats),
  };
}

/** Kinds of ballots that a screen fills in. */
export const kindOfScreen: Record<BallotScreen, BallotKind> = {
  approval: 'approval',
  knapsack: 'approval',
  points: 'cumulative',
  ranking: 'ordinal',
  judgment: 'judgment',
  'yes-no': 'yes-no',
};
