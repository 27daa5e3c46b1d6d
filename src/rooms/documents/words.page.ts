import * as m from '../../paraglide/messages.js';
import { formatDate } from '../../ui/format.ts';
import type { IconName } from '../../ui/icon.tsx';
import type { DocumentRefusal } from './checks.ts';
import type {
  AmendmentState,
  Document,
  DocumentKind,
  DocumentType,
  Level,
  Reach,
  Result,
} from './document.ts';
import { DEEPEST, type FolderRefusal, MOST_FOLDERS, NAME_LENGTH } from './folder.ts';
import type { QuotaRefusal } from './quota.ts';

export const typeWords: Record<DocumentType, () => string> = {
  deliberation: m.documents_type_deliberation,
  wish: m.documents_type_wish,
  motion: m.documents_type_motion,
  amendment: m.documents_type_amendment,
  question: m.documents_type_question,
  intervention: m.documents_type_intervention,
  report: m.documents_type_report,
  method: m.documents_type_method,
  solution: m.documents_type_solution,
  position: m.documents_type_position,
  tool: m.documents_type_tool,
  statutes: m.documents_type_statutes,
  other: m.documents_type_other,
};

export const typeIcons: Record<DocumentType, IconName> = {
  deliberation: 'rules',
  wish: 'flag',
  motion: 'megaphone',
  amendment: 'edit',
  question: 'help',
  intervention: 'comment',
  report: 'document',
  method: 'book',
  solution: 'idea',
  position: 'flag',
  tool: 'picture',
  statutes: 'rules',
  other: 'document',
};

export const levelWords: Record<Level, () => string> = {
  municipal: m.documents_level_municipal,
  intercommunal: m.documents_level_intercommunal,
  departmental: m.documents_level_departmental,
  regional: m.documents_level_regional,
  national: m.documents_level_national,
  european: m.documents_level_european,
};

export const resultWords: Record<Result, () => string> = {
  adopted: m.documents_result_adopted,
  rejected: m.documents_result_rejected,
  withdrawn: m.documents_result_withdrawn,
  'not-debated': m.documents_result_not_debated,
};

export const resultTones: Record<Result, 'success' | 'danger' | 'neutral' | 'info'> = {
  adopted: 'success',
  rejected: 'danger',
  withdrawn: 'neutral',
  'not-debated': 'info',
};

export const reachWords: Record<Reach, () => string> = {
  pole: m.documents_reach_pole,
  network: m.documents_reach_network,
  public: m.documents_reach_public,
};

export const reachHints: Record<Reach, () => string> = {
  pole: m.documents_reach_pole_hint,
  network: m.documents_reach_network_hint,
  public: m.documents_reach_public_hint,
};

export const reachIcons: Record<Reach, IconName> = {
  pole: 'lock',
  network: 'citizens',
  public: 'eye',
};

export const amendmentWords: Record<AmendmentState, () => string> = {
  proposed: m.documents_amendment_proposed,
  taken: m.documents_amendment_taken,
  'not-taken': m.documents_amendment_not_taken,
};

/** What everybody reads of a kind, on a showcase, and where there is more of it. */
export const publicWords: Record<DocumentKind, { title(): string; all(): string }> = {
  library: { title: m.documents_public_library, all: m.documents_public_see_all },
  reports: { title: m.documents_public_reports, all: m.documents_public_all_reports },
  methods: { title: m.documents_public_methods, all: m.documents_public_all_methods },
  solutions: { title: m.documents_public_solutions, all: m.documents_public_all_solutions },
  positions: { title: m.documents_public_positions, all: m.documents_public_all_positions },
  tools: { title: m.documents_public_tools, all: m.documents_public_all_tools },
  statutes: { title: m.documents_public_statutes, all: m.documents_public_all_statutes },
};

/** What one does in a kind of component, and what stands there while it is empty. */
export const kindWords: Record<DocumentKind, { deposit(): string; none(): string }> = {
  library: { deposit: m.documents_deposit_library, none: m.documents_none_library },
  reports: { deposit: m.documents_deposit_reports, none: m.documents_none_reports },
  methods: { deposit: m.documents_deposit_methods, none: m.documents_none_methods },
  solutions: { deposit: m.documents_deposit_solutions, none: m.documents_none_solutions },
  positions: { deposit: m.documents_deposit_positions, none: m.documents_none_positions },
  tools: { deposit: m.documents_deposit_tools, none: m.documents_none_tools },
  statutes: { deposit: m.documents_deposit_statutes, none: m.documents_none_statutes },
};

export const documentProblems: Record<DocumentRefusal, () => string> = {
  'title-missing': m.documents_problem_title,
  'type-missing': m.documents_problem_type,
  'reach-missing': m.documents_problem_reach,
  'text-too-long': m.documents_problem_long,
  'too-many-tags': m.documents_problem_tags,
  'period-wrong': m.documents_problem_period,
  'link-wrong': m.documents_problem_link,
  'day-wrong': m.documents_problem_day,
  'point-wrong': m.documents_problem_point,
  'place-missing': m.documents_problem_place,
  'nothing-there': m.documents_problem_nothing,
  'note-missing': m.documents_problem_note,
};

export const quotaProblems: Record<QuotaRefusal, () => string> = {
  'space-full': m.documents_problem_space_full,
  'person-full': m.documents_problem_person_full,
};

export const folderProblems: Record<FolderRefusal, () => string> = {
  'name-missing': m.documents_folder_problem_name,
  'name-too-long': () => m.documents_folder_problem_long({ count: NAME_LENGTH }),
  'name-taken': m.documents_folder_problem_taken,
  'too-deep': () => m.documents_folder_problem_deep({ count: DEEPEST }),
  'too-many-folders': () => m.documents_folder_problem_many({ count: MOST_FOLDERS }),
  'inside-itself': m.documents_folder_problem_inside,
  'not-empty': m.documents_folder_problem_not_empty,
  'changed-meanwhile': m.documents_folder_problem_changed,
};

/** A day kept as `YYYY-MM-DD`, in words. */
export const dayWords = (day: string): string => formatDate(new Date(`${day}T12:00:00Z`), 'day');

/** « du 1er janvier au 30 juin 2026 »; '' where nothing is known. */
export function periodWords({ beganOn, endedOn }: Pick<Document, 'beganOn' | 'endedOn'>): string {
  if (beganOn && endedOn)
    return m.documents_period({ from: dayWords(beganOn), to: dayWords(endedOn) });
  if (beganOn) return m.documents_period_from({ from: dayWords(beganOn) });
  return endedOn ? m.documents_period_to({ to: dayWords(endedOn) }) : '';
}

/** « PDF », « image »: what a file is, for whoever is about to download it. */
export function formatWords(mediaType: string): string {
  if (mediaType === 'application/pdf') return 'PDF';
  if (mediaType.startsWith('image/')) return m.documents_format_picture();
  return mediaType.includes('opendocument') ? 'ODT' : 'DOCX';
}
