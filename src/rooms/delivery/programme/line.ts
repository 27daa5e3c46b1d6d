/** One line of a programme's file read as a realisation, with what is odd in each of its cells. */
import { foldWords } from '../../ideas/index.ts';
import { slugify } from '../../spaces/index.ts';
import {
  DATE_FIELDS,
  type DateField,
  type LineStep,
  type ReadDate,
  readDate,
  readSteps,
} from './line-steps.ts';
import type { Field, FileStage, ProgrammeMapping } from './mapping.ts';
import { type CellReason, leavesOut } from './programme.ts';

/** Characters at most, as the rooms hold them. */
const LONGEST = {
  title: 120,
  place: 200,
  theme: 60,
  department: 120,
  district: 60,
} as const;

export interface ReadRealisation {
  sourceId: string;
  /** As the file calls it, and its name in addresses. */
  edition: string;
  editionSlug: string;
  /** Of its edition; null: its name holds none. */
  year: number | null;
  /** '' : none; words that say so stand in its place. */
  title: string;
  theme: string;
  department: string;
  /** Cents, VAT included. */
  votedCost: number;
  committedCost: number | null;
  spentCost: number | null;
  scale: string;
  place: string;
  district: string;
  inPriorityArea: boolean;
  steps: readonly LineStep[];
  halted: 'suspended' | 'abandoned' | null;
  voteLink: string;
  winnerLink: string;
}

export interface LineNote {
  /** null: the whole line. */
  field: Field | null;
  value: string;
  reason: CellReason;
}

export interface ReadLine {
  /** null: left out, and a note says why. */
  realisation: ReadRealisation | null;
  notes: LineNote[];
}

export interface LineTerms {
  mapping: ProgrammeMapping;
  /** `YYYY-MM-DD` */
  today: string;
}

export function readLine(cells: readonly string[], { mapping, today }: LineTerms): ReadLine {
  const notes: LineNote[] = [];
  const cell = (field: Field): string => {
    const column = mapping.columns[field];
    return column === undefined ? '' : oneLine(cells[column] ?? '');
  };
  const note = (field: Field, reason: CellReason) =>
    notes.push({ field, reason, value: cut(cell(field), 120) });
  /** Words cut to what can be held, told when they were. */
  const words = (field: Field, most: number, missing: CellReason | null, long: CellReason) => {
    const text = cell(field);
    if (text === '' && missing && mapping.columns[field] !== undefined) note(field, missing);
    if ([...text].length <= most) return text;
    note(field, long);
    return `${cut(text, most - 1)}…`;
  };
  const sourceId = cell('sourceId');
  if (sourceId === '') note('sourceId', 'source-missing');
  const edition = cell('edition');
  const editionSlug = slugify(mapping.editionSlug.replaceAll('{edition}', edition)).slice(0, 60);
  if (edition === '' || editionSlug === '') note('edition', 'edition-missing');
  const year = Number(/(?:19|20|21)\d\d/.exec(edition)?.[0] ?? 0) || null;

  const title = words('title', LONGEST.title, 'title-missing', 'title-cut');
  const theme = words('theme', LONGEST.theme, 'theme-missing', 'theme-cut');
  const department = words(
    'department',
    LONGEST.department,
    'department-missing',
    'department-cut',
  );
  const place = words('place', LONGEST.place, 'place-missing', 'place-cut');
  const amount = (field: Field): number | null => {
    const text = cell(field);
    const read = readAmount(text);
    if (text === '') {
      if (field === 'cost') note(field, 'cost-missing');
    } else if (read === null)
      note(field, field === 'cost' ? 'cost-unreadable' : 'amount-unreadable');
    return read;
  };
  const votedCost = amount('cost') ?? 0;
  const committedCost = amount('committedCost');
  const spentCost = amount('spentCost');
  const stage = readStage(cell('stage'), mapping);
  if (!stage) note('stage', 'stage-unknown');
  if (stage === 'suspended' || stage === 'abandoned') note('stage', 'halt-without-reason');
  const dates: Partial<Record<DateField, ReadDate>> = {};
  for (const field of DATE_FIELDS) {
    if (cell(field) === '') continue;
    const date = readDate(cell(field));
    if (date) dates[field] = date;
    else note(field, 'date-unreadable');
  }
  const { steps, notes: odd } = readSteps({ stage: stage ?? 'to-launch', year, dates, today });
  for (const { field, reason } of odd)
    if (mapping.columns[field] !== undefined) note(field, reason);
  const link = (field: Field): string => {
    const text = cell(field);
    if (text === '' || (/^https?:\/\/[^\s<>"]+$/.test(text) && text.length <= 500)) return text;
    note(field, 'link-unreadable');
    return '';
  };
  const realisation: ReadRealisation = {
    sourceId: sourceId.slice(0, 100),
    edition,
    editionSlug,
    year,
    title,
    theme,
    department,
    votedCost,
    committedCost,
    spentCost,
    scale: cell('scale'),
    place,
    district: readDistrict(cell('district'), mapping, () => note('district', 'district-unknown')),
    inPriorityArea: mapping.priority.includes(foldWords(cell('priority'))),
    steps,
    halted: stage === 'suspended' || stage === 'abandoned' ? stage : null,
    voteLink: link('voteLink'),
    winnerLink: link('winnerLink'),
  };
  // of a line that is left out nothing else matters
  const left = notes.filter(({ reason }) => leavesOut(reason));
  return left.length > 0 ? { realisation: null, notes: left } : { realisation, notes };
}

/** Cents of « 1500000 », « 1 500 000,50 € », « 1,500,000.50 »; null for what is no amount, or is too large for one. */
export function readAmount(text: string): number | null {
  const plain = text.replaceAll(/[\s\u00a0\u202f€]|EUR/gi, '');
  const match =
    /^(\d+)(?:[.,](\d{1,2}))?$/.exec(plain) ??
    /^(\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/.exec(plain) ??
    /^(\d{1,3}(?:\.\d{3})+)(?:,(\d{1,2}))?$/.exec(plain);
  if (!match) return null;
  const whole = Number(match[1]!.replaceAll(/[.,]/g, ''));
  const cents = whole * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return Number.isSafeInteger(cents) && cents <= 1_000_000_000_00 ? cents : null;
}

const readStage = (value: string, { stages }: ProgrammeMapping): FileStage | null =>
  stages[foldWords(value)] ?? null;

function readDistrict(value: string, { districts }: ProgrammeMapping, unknown: () => void): string {
  if (value === '') return '';
  const named = districts[foldWords(value)];
  if (named !== undefined) return cut(named, LONGEST.district);
  if (Object.keys(districts).length > 0) unknown();
  return cut(value, LONGEST.district);
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

const cut = (text: string, most: number): string => [...text].slice(0, most).join('');
