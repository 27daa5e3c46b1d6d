import * as m from '../../../paraglide/messages.js';
import type { Locale } from '../../../platform/locale/locale.ts';
import type { Field, FileStage, MappingRefusal } from './mapping.ts';
import type { CellReason, RunStage } from './programme.ts';
import type { ProgrammeWords } from './words.ts';

/** What an import writes for everybody to read, in the language of the organisation. */
export function programmeWords(locale: Locale): ProgrammeWords {
  const of = { locale };
  return {
    untitled: (id) => m.programme_untitled({ id }, of),
    summary: ({ scale, voteLink, winnerLink }) =>
      [
        scale && m.programme_summary_scale({ scale }, of),
        voteLink && m.programme_summary_vote({ link: voteLink }, of),
        winnerLink && m.programme_summary_winner({ link: winnerLink }, of),
      ]
        .filter(Boolean)
        .join('\n\n'),
    editionSummary: (file) => m.programme_edition_summary({ file }, of),
    worth: {
      'at-latest': () => m.programme_worth_latest({}, of),
      'as-planned': () => m.programme_worth_planned({}, of),
      'at-earliest': () => m.programme_worth_earliest({}, of),
      'as-imported': () => m.programme_worth_imported({}, of),
    },
    halt: (kind) =>
      kind === 'suspended'
        ? m.programme_halt_suspended_reason({}, of)
        : m.programme_halt_abandoned_reason({}, of),
  };
}

export const fieldWords: Record<Field, () => string> = {
  sourceId: m.programme_field_source,
  edition: m.programme_field_edition,
  title: m.programme_field_title,
  theme: m.programme_field_theme,
  department: m.programme_field_department,
  cost: m.programme_field_cost,
  committedCost: m.programme_field_committed,
  spentCost: m.programme_field_spent,
  scale: m.programme_field_scale,
  place: m.programme_field_place,
  district: m.programme_field_district,
  priority: m.programme_field_priority,
  stage: m.programme_field_stage,
  study: m.programme_field_study,
  procurement: m.programme_field_procurement,
  works: m.programme_field_works,
  plannedDelivery: m.programme_field_planned,
  delivered: m.programme_field_delivered,
  inaugurated: m.programme_field_inaugurated,
  voteLink: m.programme_field_vote_link,
  winnerLink: m.programme_field_winner_link,
};

export const fileStageWords: Record<FileStage, () => string> = {
  'to-launch': m.delivery_stage_to_launch,
  study: m.delivery_stage_study,
  procurement: m.delivery_stage_procurement,
  works: m.delivery_stage_works,
  delivered: m.delivery_stage_delivered,
  inaugurated: m.delivery_stage_inaugurated,
  suspended: m.programme_halted_suspended,
  abandoned: m.programme_halted_abandoned,
};

export const mappingWords: Record<MappingRefusal, () => string> = {
  'not-an-object': m.programme_mapping_not_object,
  'field-unknown': m.programme_mapping_field_unknown,
  'field-missing': m.programme_mapping_field_missing,
  'column-unknown': m.programme_mapping_column_unknown,
  'column-twice': m.programme_mapping_column_twice,
  'stage-unknown': m.programme_mapping_stage_unknown,
  'stages-missing': m.programme_mapping_stages_missing,
  // said as it is written
  'edition-pattern': () => m.programme_mapping_edition_pattern({ edition: '{edition}' }),
  'value-not-words': m.programme_mapping_not_words,
};

export const runStageWords: Record<RunStage, () => string> = {
  uploaded: m.imports_stage_uploaded,
  waiting: m.imports_stage_waiting,
  importing: m.imports_stage_importing,
  done: m.imports_stage_done,
  stopped: m.imports_stage_stopped,
};

/** What is odd in a cell, and what was done with it. */
export const reasonWords: Record<CellReason, { why: () => string; done: () => string }> = {
  'source-missing': { why: m.programme_why_source_missing, done: m.programme_did_line_left },
  'source-twice': { why: m.programme_why_source_twice, done: m.programme_did_line_left },
  'edition-missing': { why: m.programme_why_edition_missing, done: m.programme_did_line_left },
  'edition-held-here': { why: m.programme_why_edition_held, done: m.programme_did_line_left },
  'title-missing': { why: m.programme_why_empty, done: m.programme_did_title },
  'title-cut': { why: m.programme_why_long, done: m.programme_did_cut },
  'place-cut': { why: m.programme_why_long, done: m.programme_did_cut },
  'cost-missing': { why: m.programme_why_empty, done: m.programme_did_cost },
  'cost-unreadable': { why: m.programme_why_amount, done: m.programme_did_cost },
  'amount-unreadable': { why: m.programme_why_amount, done: m.programme_did_left },
  'stage-unknown': { why: m.programme_why_stage, done: m.programme_did_stage },
  'department-missing': { why: m.programme_why_empty, done: m.programme_did_department },
  'department-cut': { why: m.programme_why_long, done: m.programme_did_cut },
  'theme-missing': { why: m.programme_why_empty, done: m.programme_did_theme },
  'theme-cut': { why: m.programme_why_long, done: m.programme_did_cut },
  'place-missing': { why: m.programme_why_empty, done: m.programme_did_place },
  'district-unknown': { why: m.programme_why_district, done: m.programme_did_kept },
  'districts-too-many': { why: m.programme_why_too_many, done: m.programme_did_left },
  'themes-too-many': { why: m.programme_why_too_many, done: m.programme_did_left },
  'date-unreadable': { why: m.programme_why_date, done: m.programme_did_left },
  'date-to-come': { why: m.programme_why_date_to_come, done: m.programme_did_date_bound },
  'date-missing': { why: m.programme_why_date_missing, done: m.programme_did_date_bound },
  'date-planned-past': { why: m.programme_why_date_past, done: m.programme_did_planned },
  'date-out-of-order': { why: m.programme_why_date_order, done: m.programme_did_kept },
  'date-before-edition': { why: m.programme_why_date_edition, done: m.programme_did_kept },
  'link-unreadable': { why: m.programme_why_link, done: m.programme_did_left },
  'halt-without-reason': { why: m.programme_why_halt, done: m.programme_did_halt },
  changed: { why: m.programme_why_changed, done: m.programme_did_changed },
};
