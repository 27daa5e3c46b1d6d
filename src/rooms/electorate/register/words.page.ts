import * as m from '../../../paraglide/messages.js';
import type { MappingRefusal } from './columns.ts';
import type { ErasingRefusal } from './keeping.ts';
import type { Field, FileRefusal, FileShape, ImportStage, RowRefusal } from './register.ts';

export const fieldWords: Record<Field, () => string> = {
  lastName: m.register_field_lastName,
  usedName: m.register_field_usedName,
  firstNames: m.register_field_firstNames,
  birthDate: m.register_field_birthDate,
  number: m.register_field_number,
  address: m.register_field_address,
  postcode: m.register_field_postcode,
  town: m.register_field_town,
  district: m.register_field_district,
  email: m.register_field_email,
};

/** `column`: the one that holds what is refused. */
export const fileProblems: Record<FileRefusal, (inputs: { column: string }) => string> = {
  'file-missing': m.register_file_missing,
  'file-empty': m.register_file_empty,
  'file-spreadsheet': m.register_file_spreadsheet,
  'file-not-text': m.register_file_not_text,
  'one-column': m.register_one_column,
  'too-many-columns': m.register_too_many_columns,
  'national-numbers': m.register_national_numbers,
};

export const mappingProblems: Record<MappingRefusal, () => string> = {
  'names-needed': m.register_names_needed,
  'first-names-needed': m.register_first_names_needed,
  'column-twice': m.register_column_twice,
};

export const erasingProblems: Record<ErasingRefusal, () => string> = {
  'vote-open': m.register_refused_vote_open,
  'import-under-way': m.register_under_way,
  'register-empty': m.register_refused_register_empty,
};

export const rowWords: Record<RowRefusal, () => string> = {
  unreadable: m.register_row_unreadable,
  'control-sign': m.register_row_control_sign,
  'cell-count': m.register_row_cell_count,
  'line-too-long': m.register_row_line_too_long,
  'quote-never-closed': m.register_row_quote_never_closed,
  'value-too-long': m.register_row_value_too_long,
  'name-missing': m.register_row_name_missing,
  'first-name-missing': m.register_row_first_name_missing,
  'name-unreadable': m.register_row_name_unreadable,
  'mixed-alphabets': m.register_row_mixed_alphabets,
  'birth-date-missing': m.register_row_birth_date_missing,
  'birth-date-unreadable': m.register_row_birth_date_unreadable,
  'birth-date-impossible': m.register_row_birth_date_impossible,
  'not-born-yet': m.register_row_not_born_yet,
  'too-old': m.register_row_too_old,
  'national-number': m.register_row_national_number,
  'duplicate-in-file': m.register_row_duplicate_in_file,
  'already-there': m.register_row_already_there,
};

/** What was wrong in the line, in words where it is no value of the file. */
export function valueWords({ refusal, value }: { refusal: RowRefusal; value: string }): string {
  return refusal === 'duplicate-in-file' ? m.register_first_line({ line: value }) : value;
}

export const stageWords: Record<ImportStage, () => string> = {
  uploaded: m.register_stage_uploaded,
  waiting: m.register_stage_waiting,
  importing: m.register_stage_importing,
  done: m.register_stage_done,
  stopped: m.register_stage_stopped,
  failed: m.register_stage_failed,
};

export const separatorWords: Record<FileShape['separator'], () => string> = {
  ';': m.register_separator_semicolon,
  ',': m.register_separator_comma,
  '\t': m.register_separator_tab,
  '|': m.register_separator_bar,
};

export const encodingWords: Record<FileShape['encoding'], string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
};
