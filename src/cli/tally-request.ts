import { parseArgs } from 'node:util';
import {
  findUnfitHouseRule,
  type HouseRules,
  isRuleName,
  noHouseRules,
  ruleNames,
  type TallyOptions,
  type TieBreaker,
  takesSeats,
} from '../rooms/tally/index.ts';

/** A file knows no date of deposit, so 'earlier-deposit' has nothing to go by here. */
const tieBreakersOfFiles: readonly TieBreaker[] = ['lower-cost', 'public-draw', 'smaller-id'];

const usage = `usage : palabre tally FICHIER.pb --rule ${ruleNames.join('|')} [--tie-break ${tieBreakersOfFiles.join(',')}] [--seed TEXTE] [--seats N] [--fund-unsupported] [--quorum N] [--minimum-votes N] [--incompatible ID,ID…]… [--per-holder N] [--per-zone N] [--part-funding POURCENT] [--json]`;

export interface TallyRequest {
  path: string;
  json: boolean;
  options: TallyOptions;
  houseRules: HouseRules;
  /** What the places of the public draw are made from; null: no draw. */
  seed: string | null;
}

/** What the arguments ask for, or one line in French that says what is wrong with them. */
export function readRequest(args: readonly string[]): TallyRequest | string {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch {
    return usage;
  }
  const { values, positionals } = parsed;
  const [path] = positionals;
  if (path === undefined || positionals.length > 1 || values.rule === undefined) return usage;
  const { rule, seed = null } = values;
  if (!isRuleName(rule)) return `règle « ${rule} » inconnue (connues : ${ruleNames.join(', ')})`;
  const tieBreak = values['tie-break'].split(',') as TieBreaker[];
  const numbers = readNumbers(values);
  if (typeof numbers === 'string') return numbers;
  const incompatible = (values.incompatible ?? []).map((set) => set.split(','));
  const wrong =
    refuseTieBreak(tieBreak, seed) ??
    refuseSeats(rule, numbers.seats) ??
    refuseSets(incompatible) ??
    refuseUnfit(rule, numbers.houseRules);
  if (wrong) return wrong;
  return {
    path,
    json: values.json,
    options: {
      rule,
      tieBreak,
      fundUnsupported: values['fund-unsupported'],
      ...(numbers.seats !== null && { seats: numbers.seats }),
    },
    houseRules: { ...numbers.houseRules, incompatible },
    seed,
  };
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      rule: { type: 'string' },
      'tie-break': { type: 'string', default: 'smaller-id' },
      seed: { type: 'string' },
      seats: { type: 'string' },
      'fund-unsupported': { type: 'boolean', default: false },
      quorum: { type: 'string' },
      'minimum-votes': { type: 'string' },
      incompatible: { type: 'string', multiple: true },
      'per-holder': { type: 'string' },
      'per-zone': { type: 'string' },
      'part-funding': { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
}

const numbered = [
  'seats',
  'quorum',
  'minimum-votes',
  'per-holder',
  'per-zone',
  'part-funding',
] as const;

function readNumbers(values: Partial<Record<(typeof numbered)[number], string>>) {
  const given = new Map<string, number>();
  for (const name of numbered) {
    const text = values[name];
    if (text === undefined) continue;
    if (!/^[1-9]\d{0,8}$/.test(text))
      return `--${name} « ${text} » : nombre entier attendu, 1 ou plus`;
    given.set(name, Number(text));
  }
  const number = (name: (typeof numbered)[number]) => given.get(name) ?? null;
  const percent = number('part-funding');
  if (percent !== null && percent > 99) return '--part-funding : un pourcentage, de 1 à 99';
  return {
    seats: number('seats'),
    houseRules: {
      ...noHouseRules,
      quorum: number('quorum'),
      minimumNamings: number('minimum-votes'),
      mostPerHolder: number('per-holder'),
      winnersPerZone: number('per-zone'),
      partFunding: percent,
    },
  };
}

function refuseTieBreak(tieBreak: readonly TieBreaker[], seed: string | null): string | null {
  const unknown = tieBreak.find((criterion) => !tieBreakersOfFiles.includes(criterion));
  if (unknown !== undefined)
    return `départage « ${unknown} » inconnu (connus : ${tieBreakersOfFiles.join(', ')})`;
  const draws = tieBreak.includes('public-draw');
  if (draws && !seed) return 'départage « public-draw » : donnez la graine du tirage avec --seed';
  return seed !== null && !draws ? '--seed ne sert qu’au départage « public-draw »' : null;
}

function refuseSeats(rule: TallyOptions['rule'], seats: number | null): string | null {
  if (takesSeats(rule) === 'always' && seats === null)
    return `règle « ${rule} » : donnez le nombre de places avec --seats`;
  return takesSeats(rule) === 'never' && seats !== null
    ? `règle « ${rule} » : ne prend pas de nombre de places (--seats)`
    : null;
}

function refuseSets(sets: readonly (readonly string[])[]): string | null {
  const poor = sets.find((set) => new Set(set).size < Math.max(2, set.length) || set.includes(''));
  return poor
    ? `--incompatible « ${poor.join(',')} » : deux identifiants différents au moins, séparés par des virgules`
    : null;
}

function refuseUnfit(rule: TallyOptions['rule'], houseRules: HouseRules): string | null {
  const unfit = findUnfitHouseRule(rule, houseRules);
  if (!unfit) return null;
  const option = unfit === 'winnersPerZone' ? '--per-zone' : '--part-funding';
  return `règle « ${rule} » : ${option} ne s’y applique pas`;
}
