/** How the columns of a programme's file are read: a JSON file, or what a form says (issue 6, R59). */

export const FIELDS = [
  'sourceId',
  'edition',
  'title',
  'theme',
  'department',
  'cost',
  'committedCost',
  'spentCost',
  'scale',
  'place',
  'district',
  'priority',
  'stage',
  'study',
  'procurement',
  'works',
  'plannedDelivery',
  'delivered',
  'inaugurated',
  'voteLink',
  'winnerLink',
] as const;
export type Field = (typeof FIELDS)[number];

/** Without them a line is no realisation that could come again. */
export const NEEDED = ['sourceId', 'edition', 'title', 'cost', 'stage'] as const satisfies Field[];

export const FILE_STAGES = [
  'to-launch',
  'study',
  'procurement',
  'works',
  'delivered',
  'inaugurated',
  'suspended',
  'abandoned',
] as const;
/** What a value of the file's stage column means here. */
export type FileStage = (typeof FILE_STAGES)[number];

export interface ProgrammeMapping {
  /** Columns are counted from 0. */
  columns: Partial<Record<Field, number>>;
  /** Of an edition, `{edition}` standing for what its column says. */
  editionTitle: string;
  /** Its name in addresses, likewise. */
  editionSlug: string;
  /** By folded value of the column. */
  stages: Record<string, FileStage>;
  /** By folded value; a value that is not there is kept as it is and told, unless nothing is listed. */
  districts: Record<string, string>;
  /** Folded values that mean that a project stands in a priority neighbourhood. */
  priority: readonly string[];
}

export type MappingRefusal =
  | 'not-an-object'
  | 'field-unknown'
  | 'field-missing'
  | 'column-unknown'
  | 'column-twice'
  | 'stage-unknown'
  | 'stages-missing'
  | 'edition-pattern'
  | 'value-not-words';

export interface MappingFault {
  /** What of the mapping: « columns.title », « stages.FIN ». */
  at: string;
  refusal: MappingRefusal;
}

export type ReadMapping =
  | { ok: true; mapping: ProgrammeMapping }
  | { ok: false; faults: MappingFault[] };

type Fold = (text: string) => string;

/**
 * Reads the mapping of a JSON file for a table with these headings. Columns are named by their heading, stages and
 * districts by value: `{ "columns": { "title": "Titre" }, "edition": { "title": "…{edition}", "slug": "{edition}" },
 * "stages": { "FIN": "inaugurated" }, "districts": { "75004": "4e" }, "priority": ["Oui"] }`.
 */
export function readMapping(json: unknown, headings: readonly string[], fold: Fold): ReadMapping {
  if (!isRecord(json)) return { ok: false, faults: [{ at: '', refusal: 'not-an-object' }] };
  const faults: MappingFault[] = [];
  const keys = headings.map(fold);
  const columns: ProgrammeMapping['columns'] = {};
  for (const [field, heading] of entriesOf(json.columns)) {
    const at = `columns.${field}`;
    const column = typeof heading === 'string' ? keys.indexOf(fold(heading)) : -1;
    if (!(FIELDS as readonly string[]).includes(field))
      faults.push({ at, refusal: 'field-unknown' });
    else if (column === -1) faults.push({ at, refusal: 'column-unknown' });
    else columns[field as Field] = column;
  }
  const edition = isRecord(json.edition) ? json.edition : {};
  const words = (name: string, value: unknown, usual: string): string => {
    if (value === undefined) return usual;
    if (typeof value === 'string') return value;
    faults.push({ at: name, refusal: 'value-not-words' });
    return usual;
  };
  const stages: ProgrammeMapping['stages'] = {};
  for (const [value, stage] of entriesOf(json.stages)) {
    if (isFileStage(stage)) stages[fold(value)] = stage;
    else faults.push({ at: `stages.${value}`, refusal: 'stage-unknown' });
  }
  const districts: ProgrammeMapping['districts'] = {};
  for (const [value, name] of entriesOf(json.districts))
    districts[fold(value)] = words(`districts.${value}`, name, '');
  const priority = (Array.isArray(json.priority) ? json.priority : []).map(String).map(fold);
  const mapping: ProgrammeMapping = {
    columns,
    editionTitle: words('edition.title', edition.title, '{edition}'),
    editionSlug: words('edition.slug', edition.slug, '{edition}'),
    stages,
    districts,
    priority,
  };
  const all = [...faults, ...checkMapping(mapping)];
  return all.length > 0 ? { ok: false, faults: all } : { ok: true, mapping };
}

/** What does not hold; empty: lines can be read. */
export function checkMapping(mapping: ProgrammeMapping): MappingFault[] {
  const { columns, editionSlug, editionTitle, stages } = mapping;
  const faults: MappingFault[] = [];
  for (const field of NEEDED)
    if (columns[field] === undefined)
      faults.push({ at: `columns.${field}`, refusal: 'field-missing' });
  const seen = new Set<number>();
  for (const field of FIELDS) {
    const column = columns[field];
    if (column === undefined) continue;
    if (seen.has(column)) faults.push({ at: `columns.${field}`, refusal: 'column-twice' });
    seen.add(column);
  }
  for (const [at, pattern] of [
    ['edition.title', editionTitle],
    ['edition.slug', editionSlug],
  ] as const)
    if (!pattern.includes('{edition}')) faults.push({ at, refusal: 'edition-pattern' });
  if (Object.keys(stages).length === 0) faults.push({ at: 'stages', refusal: 'stages-missing' });
  return faults;
}

export const isFileStage = (value: unknown): value is FileStage =>
  (FILE_STAGES as readonly unknown[]).includes(value);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const entriesOf = (value: unknown): [string, unknown][] =>
  isRecord(value) ? Object.entries(value) : [];
