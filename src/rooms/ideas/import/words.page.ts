import * as m from '../../../paraglide/messages.js';
import { formatNumber } from '../../../ui/format.ts';
import { type Channel, TITLE_LENGTH } from '../idea.ts';
import {
  type CellOddity,
  type Field,
  type FileRefusal,
  type ImportStage,
  LONGEST,
  LONGEST_CELL,
  type MappingRefusal,
  MOST_COLUMNS,
  MOST_ROWS,
} from './import.ts';

export const fieldWords: Record<Field, () => string> = {
  title: m.imports_field_title,
  body: m.imports_field_body,
  category: m.imports_field_category,
  name: m.imports_field_name,
  email: m.imports_field_email,
  place: m.imports_field_place,
  depositedOn: m.imports_field_deposited,
  sourceId: m.imports_field_source,
};

export const fieldHints: Partial<Record<Field, () => string>> = {
  name: m.imports_hint_name,
  email: m.imports_hint_email,
  place: m.imports_hint_place,
  depositedOn: m.imports_hint_deposited,
  sourceId: m.imports_hint_source,
};

export const mappingWords: Record<MappingRefusal, () => string> = {
  'field-missing': m.imports_mapping_missing,
  'column-twice': m.imports_mapping_twice,
  'fixed-missing': m.imports_mapping_fixed,
  'date-unreadable': m.imports_odd_date,
};

const file: Record<FileRefusal, (rows: number) => string> = {
  'file-missing': m.imports_file_missing,
  'file-empty': m.imports_file_empty,
  'file-too-large': m.imports_file_too_large,
  'file-kind': m.imports_file_kind,
  'file-old': m.imports_file_old,
  'file-ods': m.imports_file_ods,
  'file-damaged': m.imports_file_damaged,
  'file-too-complex': m.imports_file_too_complex,
  'no-line': m.imports_file_no_line,
  'one-column': m.imports_file_one_column,
  'too-many-columns': () => m.imports_file_columns({ count: MOST_COLUMNS }),
  'too-many-rows': (rows) =>
    m.imports_file_rows({ rows: formatNumber(rows), most: formatNumber(MOST_ROWS) }),
  'quote-never-closed': m.imports_file_quote,
};

export const fileProblem = (refusal: FileRefusal, rows = 0): string => file[refusal](rows);

export const stageWords: Record<ImportStage, () => string> = {
  uploaded: m.imports_stage_uploaded,
  waiting: m.imports_stage_waiting,
  importing: m.imports_stage_importing,
  done: m.imports_stage_done,
  stopped: m.imports_stage_stopped,
};

const odd: Record<CellOddity, (edition: { ideaLength: number; maximumIdeas: number }) => string> = {
  'title-missing': m.imports_odd_title_missing,
  'title-too-long': () => m.imports_odd_title_long({ count: TITLE_LENGTH }),
  'title-overloaded': m.imports_odd_overloaded,
  'body-missing': m.imports_odd_body_missing,
  'body-too-long': ({ ideaLength }) => m.imports_odd_body_long({ count: formatNumber(ideaLength) }),
  'body-overloaded': m.imports_odd_overloaded,
  'category-missing': m.imports_odd_category_missing,
  'language-unknown': m.imports_odd_language,
  'place-missing': m.imports_odd_place,
  'category-unknown': m.imports_odd_category,
  'cell-too-long': () => m.imports_odd_cell_long({ count: formatNumber(LONGEST_CELL) }),
  'mis-encoded': m.imports_odd_encoding,
  'formula-error': m.imports_odd_formula,
  'mixed-alphabets': m.imports_odd_alphabets,
  'email-unreadable': m.imports_odd_email,
  'date-unreadable': m.imports_odd_date,
  'date-to-come': m.imports_odd_date_to_come,
  'name-too-long': () => m.imports_odd_long({ count: LONGEST.name }),
  'place-too-long': () => m.imports_odd_long({ count: LONGEST.place }),
  'source-too-long': () => m.imports_odd_long({ count: LONGEST.sourceId }),
  'source-twice': m.imports_odd_source_twice,
  'too-many-ideas': ({ maximumIdeas }) => m.imports_odd_too_many({ count: maximumIdeas }),
};

export const oddWords = (
  reason: CellOddity,
  edition: { ideaLength: number; maximumIdeas: number },
): string => odd[reason](edition);

export const channelWords: Record<Channel, () => string> = {
  web: m.entry_channel_web,
  paper: m.entry_channel_paper,
  workshop: m.entry_channel_workshop,
  import: m.entry_channel_import,
};

/** The column of an odd cell as its file calls it, and what it was read as. */
export const columnWords = ({ field, columnName }: { field: Field; columnName: string }): string =>
  columnName === '' || columnName === fieldWords[field]()
    ? fieldWords[field]()
    : m.imports_column_as({ column: columnName, field: fieldWords[field]() });

export const separatorWords = (separator: string): string =>
  separator === '\t' ? m.imports_separator_tab() : m.imports_separator({ sign: separator });
