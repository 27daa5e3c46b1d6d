/** Who lives here: the figures that participants are set beside (R88). Entered by officers, with source and year. */

/** Ages in whole years, both included; the last band has no end. One list, so that editions can be compared. */
export const AGE_BANDS = [
  { key: '0-17', from: 0, to: 17 },
  { key: '18-25', from: 18, to: 25 },
  { key: '26-39', from: 26, to: 39 },
  { key: '40-59', from: 40, to: 59 },
  { key: '60-74', from: 60, to: 74 },
  { key: '75', from: 75, to: 130 },
] as const;
export type AgeBand = (typeof AGE_BANDS)[number]['key'];

export interface Population {
  /** Everybody who lives there. */
  inhabitants: number;
  source: string;
  year: number;
  /** What is known of each; what nobody entered is absent. */
  ages: Readonly<Partial<Record<AgeBand, number>>>;
  /** By name. */
  districts: Readonly<Record<string, number>>;
  /** Counts its savings. */
  version: number;
}

export const ageBandOf = (age: number): AgeBand | null =>
  AGE_BANDS.find(({ from, to }) => age >= from && age <= to)?.key ?? null;

/** As typed: each figure in words, '' where none is given. */
export interface TypedPopulation {
  inhabitants: string;
  source: string;
  year: string;
  ages: Readonly<Partial<Record<AgeBand, string>>>;
  districts: Readonly<Record<string, string>>;
}

export type PopulationRefusal =
  | 'inhabitants-missing'
  | 'not-a-number'
  | 'source-missing'
  | 'source-too-long'
  | 'year-wrong'
  | 'more-than-all';

const MOST = 100_000_000;
const SOURCE_LENGTH = 200;

/** « 21 043 » with spaces of any width; null: not a whole number of people. */
function readPeople(typed: string): number | null {
  const figures = typed.replaceAll(/[\s\u00a0\u202f]/gu, '');
  if (!/^\d{1,9}$/.test(figures)) return null;
  const people = Number(figures);
  return people <= MOST ? people : null;
}

export type ReadPopulation =
  | { ok: true; population: Omit<Population, 'version'> }
  | { ok: false; problems: Readonly<Record<string, PopulationRefusal>> };

/** Names of fields are given by the caller: `age:18-25`, `district:Centre`. Years later than `thisYear` are refused. */
export function checkPopulation(typed: TypedPopulation, thisYear: number): ReadPopulation {
  const problems: Record<string, PopulationRefusal> = {};
  const inhabitants = readPeople(typed.inhabitants);
  if (typed.inhabitants.trim() === '') problems.inhabitants = 'inhabitants-missing';
  else if (!inhabitants) problems.inhabitants = 'not-a-number';
  if (typed.source === '') problems.source = 'source-missing';
  else if ([...typed.source].length > SOURCE_LENGTH) problems.source = 'source-too-long';
  const year = /^\d{4}$/.test(typed.year) ? Number(typed.year) : 0;
  if (year < 1900 || year > thisYear) problems.year = 'year-wrong';
  const read = (kind: 'age' | 'district', parts: Readonly<Record<string, string>>) => {
    const known: Record<string, number> = {};
    for (const [name, words] of Object.entries(parts)) {
      if (words.trim() === '') continue;
      const people = readPeople(words);
      if (people === null) problems[`${kind}:${name}`] = 'not-a-number';
      else known[name] = people;
    }
    const sum = Object.values(known).reduce((all, one) => all + one, 0);
    // the parts of a town are never more than the town
    if (inhabitants && sum > inhabitants) problems[`${kind}s`] = 'more-than-all';
    return known;
  };
  const ages = read('age', typed.ages as Record<string, string>);
  const districts = read('district', typed.districts);
  if (Object.keys(problems).length > 0 || !inhabitants) return { ok: false, problems };
  return { ok: true, population: { inhabitants, source: typed.source, year, ages, districts } };
}

/** What is odd in a line of a file: it fills nothing in, and is told. */
export interface PopulationOddity {
  /** As a spreadsheet counts them. */
  row: number;
  cell: string;
  odd: 'unknown-name' | 'not-a-number' | 'twice' | 'across-bands';
}

/**
 * Fills a form in from lines of « name, inhabitants »: an age or ages (« 18 », « 18-25 », « 75 ans et plus »), a
 * district, the total. Ages within one band are added up. A first line whose second cell is no number is a heading.
 */
export function readPopulationLines(
  lines: readonly { row: number; cells: readonly string[] }[],
  matchDistrict: (name: string) => string | null,
): {
  inhabitants: string;
  ages: Partial<Record<AgeBand, string>>;
  districts: Record<string, string>;
  oddities: PopulationOddity[];
} {
  const sums = { ages: new Map<AgeBand, number>(), districts: new Map<string, number>() };
  const seen = new Set<string>();
  const oddities: PopulationOddity[] = [];
  let inhabitants = '';
  for (const [at, { row, cells }] of lines.entries()) {
    const [name = '', figure = ''] = cells.map((cell) => cell.trim());
    if (name === '' && figure === '') continue;
    const people = readPeople(figure);
    if (people === null) {
      if (at > 0) oddities.push({ row, cell: figure, odd: 'not-a-number' });
      continue;
    }
    const ages = readAges(name);
    const district = ages ? null : matchDistrict(name);
    const isTotal = /^(total|ensemble|population|commune)\b/iu.test(name);
    const key = ages ? `${ages.from}-${ages.to}` : (district ?? (isTotal ? 'total' : ''));
    if (key === '') oddities.push({ row, cell: name, odd: 'unknown-name' });
    else if (seen.has(key)) oddities.push({ row, cell: name, odd: 'twice' });
    else if (ages) {
      const band = AGE_BANDS.find(({ from, to }) => ages.from >= from && ages.to <= to)?.key;
      if (band) sums.ages.set(band, (sums.ages.get(band) ?? 0) + people);
      else oddities.push({ row, cell: name, odd: 'across-bands' });
    } else if (district) sums.districts.set(district, people);
    else inhabitants = String(people);
    seen.add(key);
  }
  return {
    inhabitants,
    ages: Object.fromEntries([...sums.ages].map(([band, sum]) => [band, String(sum)])),
    districts: Object.fromEntries([...sums.districts].map(([name, sum]) => [name, String(sum)])),
    oddities,
  };
}

/** « 18 », « 18-25 », « 18 à 25 ans », « moins de 18 ans », « 75 ans et plus », « 75+ ». */
function readAges(name: string): { from: number; to: number } | null {
  const last = AGE_BANDS.at(-1)!.to;
  const words = name
    .toLocaleLowerCase()
    .replaceAll(/\b(ans?|years?|old)\b/gu, '')
    .trim();
  const span = /^(?:de\s+)?(\d{1,3})\s*(?:[-–—]|à|a|to)\s*(\d{1,3})$/u.exec(words);
  if (span) return { from: Number(span[1]), to: Number(span[2]) };
  const one = /^(\d{1,3})$/.exec(words);
  if (one) return { from: Number(one[1]), to: Number(one[1]) };
  const under = /^(?:moins de|under)\s+(\d{1,3})$/u.exec(words);
  if (under) return { from: 0, to: Number(under[1]) - 1 };
  const over = /^(\d{1,3})\s*(?:\+|et plus|ou plus|and over|and more)$/u.exec(words);
  return over ? { from: Number(over[1]), to: last } : null;
}
