/** A file of groups that the office brings in: what its columns are, and what is wrong with a line. */
import { COUNTIES, nameCounty, readCounty } from '../counties.ts';
import { checkGroup, type GroupKind, type GroupRefusal, type WrittenGroup } from '../group.ts';

/** Bytes and lines of a file. */
export const LARGEST_FILE = 2_000_000;
export const MOST_LINES = 5000;

export const FIELDS = ['name', 'kind', 'county', 'place', 'email'] as const;
export type ImportField = (typeof FIELDS)[number];

/** A line as it was written; `row` counts from the first line of the file. */
export type TypedLine = { row: number } & Record<ImportField, string>;

/** A line that makes a group, and whom it invites to lead it. */
export interface ImportedGroup {
  row: number;
  written: WrittenGroup;
  email: string;
  mailbox: string;
}

export type FileRefusal =
  | 'file-missing'
  | 'file-too-large'
  | 'file-unreadable'
  | 'no-line'
  | 'too-many-lines'
  | 'column-missing';
export type LineRefusal =
  | GroupRefusal
  | 'kind-unknown'
  | 'county-unknown'
  | 'email-unreadable'
  | 'twice-in-file'
  | 'there-already';

/** A line that cannot be taken, and why. */
export interface FaultyLine {
  row: number;
  name: string;
  refusal: LineRefusal;
}

/** Words alone, without accents: « N° de département » is `ndedepartement`. */
const foldWords = (words: string): string =>
  words
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');

const HEADINGS: Record<ImportField, readonly string[]> = {
  name: ['nom', 'nomdugroupe', 'groupe', 'name'],
  kind: ['genre', 'type', 'typedegroupe', 'kind'],
  county: ['departement', 'dept', 'dep', 'county'],
  place: ['lieu', 'ville', 'commune', 'place'],
  email: ['courriel', 'email', 'mail', 'courrieldelanimateurrice', 'courrieldelanimation'],
};

/** In which column each field stands; null: one is not there. */
export function findColumns(headings: readonly string[]): Record<ImportField, number> | null {
  const folded = headings.map(foldWords);
  const at = (field: ImportField) => folded.findIndex((one) => HEADINGS[field].includes(one));
  const columns = Object.fromEntries(FIELDS.map((field) => [field, at(field)]));
  return FIELDS.some((field) => columns[field] === -1)
    ? null
    : (columns as Record<ImportField, number>);
}

const KINDS: Record<string, GroupKind> = {
  local: 'local',
  groupelocal: 'local',
  thematique: 'thematic',
  groupethematique: 'thematic',
  fonctionnel: 'functional',
  groupefonctionnel: 'functional',
  boucle: 'county-loop',
  boucledepartementale: 'county-loop',
};

const COUNTY_NAMES = new Map(
  COUNTIES.flatMap(({ code, name }) => [
    [foldWords(name), code],
    [foldWords(nameCounty(code)), code],
  ]),
);

/** By its number, « 1 » as « 01 », or by its name; '' : of none; null: there is none so called. */
function findCounty(typed: string): string | null {
  if (typed === '') return '';
  return (
    readCounty(/^\d$/.test(typed) ? `0${typed}` : typed) ??
    COUNTY_NAMES.get(foldWords(typed)) ??
    null
  );
}

type ReadEmail = (typed: string) => { email: string; mailbox: string } | null;

/** Every line read: the groups it makes, and those that cannot be taken. */
export function readLines(
  lines: readonly TypedLine[],
  readEmail: ReadEmail,
): { groups: ImportedGroup[]; faulty: FaultyLine[] } {
  const groups: ImportedGroup[] = [];
  const faulty: FaultyLine[] = [];
  const seen = new Set<string>();
  for (const line of lines) {
    const read = readLine(line, readEmail);
    const key = typeof read === 'string' ? '' : `${foldWords(line.name)} ${read.written.county}`;
    const refusal = typeof read === 'string' ? read : seen.has(key) ? 'twice-in-file' : null;
    if (refusal) faulty.push({ row: line.row, name: line.name, refusal });
    else if (typeof read !== 'string') groups.push(read);
    seen.add(key);
  }
  return { groups, faulty };
}

function readLine(line: TypedLine, readEmail: ReadEmail): ImportedGroup | LineRefusal {
  const kind = KINDS[foldWords(line.kind)];
  if (!kind) return 'kind-unknown';
  const county = findCounty(line.county);
  if (county === null) return 'county-unknown';
  const written: WrittenGroup = {
    kind,
    name: line.name,
    presentation: '',
    place: line.place,
    county,
    point: null,
    // nobody is let in before there is somebody who leads
    joining: 'approval',
  };
  const [refusal] = Object.values(checkGroup(written));
  if (refusal) return refusal;
  const address = readEmail(line.email);
  return address ? { row: line.row, written, ...address } : 'email-unreadable';
}
