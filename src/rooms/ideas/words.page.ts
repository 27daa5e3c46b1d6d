import * as m from '../../paraglide/messages.js';
import type { UploadRefusal } from '../../platform/files/upload.ts';
import { FILE_LIMIT, PIXEL_LIMIT } from '../../platform/files/upload.ts';
import { formatNumber } from '../../ui/format.ts';
import { sayNickname } from '../identity/index.page.ts';
import type { Board } from './boards/board.ts';
import { type FileRefusal, MOST_FILES } from './draft.ts';
import {
  type EditRefusal,
  type SupportRefusal,
  type TextField,
  type TextRefusal,
  TITLE_LENGTH,
  type WithdrawalRefusal,
} from './idea.ts';
import type { AskedOutcome, Sort } from './idea-list.ts';
import type { ProposerRefusal } from './proposer.ts';
import { LONGEST_LINK, type VideoLinkRefusal } from './video-link.ts';

/** What a refusal is said with: the settings that its words name. */
interface Settings {
  ideaLength: number;
  /** null: as many as one likes. */
  maximumIdeas: number | null;
  minimumAgePropose: number;
  kind?: Board['kind'];
}

const text: Record<TextRefusal, (edition: Settings) => string> = {
  'title-missing': m.ideas_refused_title_missing,
  'title-too-long': () => m.ideas_refused_title_too_long({ count: TITLE_LENGTH }),
  'title-overloaded': m.ideas_refused_title_overloaded,
  'body-missing': m.ideas_refused_body_missing,
  'body-too-long': ({ ideaLength }) =>
    m.ideas_refused_body_too_long({ count: formatNumber(ideaLength) }),
  'body-overloaded': m.ideas_refused_body_overloaded,
  'category-missing': m.ideas_refused_category_missing,
  'language-unknown': m.ideas_refused_language_unknown,
  'place-missing': m.territory_place_refused_missing,
};

/** The words beside each field of a refused text, in order of the fields. */
export function textProblems(
  refusals: Partial<Record<TextField, TextRefusal>>,
  edition: Settings,
): Record<string, string> {
  const fields: TextField[] = ['title', 'category', 'body', 'lang', 'place'];
  return Object.fromEntries(
    fields.flatMap((field) => {
      const refusal = refusals[field];
      return refusal ? [[field, text[refusal](edition)]] : [];
    }),
  );
}

const proposer: Record<ProposerRefusal, (edition: Settings) => string> = {
  'collection-closed': m.ideas_refused_collection_closed,
  'identity-missing': m.ideas_refused_identity_missing,
  'too-young': ({ minimumAgePropose }) => m.ideas_refused_too_young({ age: minimumAgePropose }),
  'not-a-resident': m.ideas_refused_not_a_resident,
  'too-many-ideas': ({ maximumIdeas, kind }) =>
    (kind === 'component' ? m.boards_refused_too_many : m.ideas_refused_too_many_ideas)({
      count: maximumIdeas ?? 0,
    }),
  'of-team': m.boards_refused_of_team,
  suspended: m.moderation_refused_suspended,
};

export function proposerWords(refusal: ProposerRefusal, edition: Settings): string {
  return proposer[refusal](edition);
}

const edit: Record<EditRefusal, () => string> = {
  'not-the-author': m.ideas_refused_not_the_author,
  'edit-time-over': m.ideas_refused_edit_time_over,
  'idea-supported': m.ideas_refused_idea_supported,
  'collection-closed': m.ideas_refused_collection_closed_edit,
  withdrawn: m.afterlife_refused_edit,
  'too-many-texts': m.ideas_refused_too_many_texts,
  suspended: m.moderation_refused_suspended,
};

export const editWords = (refusal: EditRefusal): string => edit[refusal]();

/** What became of an idea, of several where a list is asked for them. */
export const outcomeWords: Record<AskedOutcome, { one: () => string; many: () => string }> = {
  'to-vote': { one: m.ideas_outcome_kept, many: m.ideas_outcome_kept_many },
  refused: { one: m.ideas_outcome_refused, many: m.ideas_outcome_refused_many },
  merged: { one: m.ideas_outcome_merged, many: m.ideas_outcome_merged_many },
  'under-study': { one: m.ideas_outcome_under_study, many: m.ideas_outcome_under_study_many },
};

const support: Record<SupportRefusal | WithdrawalRefusal, () => string> = {
  'collection-closed': m.ideas_refused_collection_closed_support,
  'supports-off': m.boards_refused_supports_off,
  'own-idea': m.ideas_refused_own_idea,
  'too-many-supports': m.boards_refused_too_many_supports,
  'already-supported': m.ideas_refused_already_supported,
  withdrawn: m.afterlife_refused_support,
  suspended: m.moderation_refused_suspended,
  'not-supported': m.ideas_refused_not_supported,
  'not-found': m.ideas_refused_not_found,
};

export const supportWords = (refusal: SupportRefusal | WithdrawalRefusal): string =>
  support[refusal]();

const file: Record<UploadRefusal | FileRefusal, (videoLimit: number) => string> = {
  'file-empty': m.ideas_refused_file_empty,
  'file-too-large': () => m.ideas_refused_file_too_large({ size: sizeWords(FILE_LIMIT) }),
  'file-kind': m.ideas_refused_file_kind,
  'file-damaged': m.ideas_refused_file_damaged,
  'picture-too-large': () =>
    m.ideas_refused_picture_too_large({ count: Math.floor(PIXEL_LIMIT / 1_000_000) }),
  'pdf-active': m.ideas_refused_pdf_active,
  'pdf-locked': m.ideas_refused_pdf_locked,
  'document-active': m.attachments_document_active,
  'document-locked': m.attachments_document_locked,
  'document-too-complex': m.attachments_document_too_complex,
  'video-too-large': (limit) => m.attachments_video_too_large({ size: sizeWords(limit) }),
  infected: m.attachments_infected,
  'scan-failed': m.attachments_scan_failed,
  'too-many-files': () => m.ideas_refused_too_many_files({ count: MOST_FILES }),
  'no-file': m.ideas_refused_no_file,
};

export const fileWords = (refusal: UploadRefusal | FileRefusal, videoLimit: number): string =>
  file[refusal](videoLimit);

const link: Record<VideoLinkRefusal, () => string> = {
  'link-not-https': m.attachments_link_not_https,
  'link-too-long': () => m.attachments_link_too_long({ count: LONGEST_LINK }),
};

export const linkWords = (refusal: VideoLinkRefusal): string => link[refusal]();

export const sortWords: Record<Sort, () => string> = {
  recentes: m.ideas_sort_recentes,
  soutenues: m.ideas_sort_soutenues,
  'a-decouvrir': m.ideas_sort_a_decouvrir,
};

/** "2,4 Mo", "310 ko". */
export function sizeWords(bytes: number): string {
  return bytes >= 1_000_000
    ? m.ideas_megabytes({ count: formatNumber(Math.round(bytes / 104_857.6) / 10) })
    : m.ideas_kilobytes({ count: formatNumber(Math.max(1, Math.round(bytes / 1024))) });
}

/** Who deposited an idea; '' : somebody under fifteen, who has no public name. */
export function sayAuthor(nickname: string): string {
  return nickname === '' ? m.ideas_by_child() : m.ideas_by({ nickname: sayNickname(nickname) });
}
