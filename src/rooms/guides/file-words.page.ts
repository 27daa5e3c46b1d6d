import * as m from '../../paraglide/messages.js';
import type { UploadRefusal } from '../../platform/files/upload.ts';
import { FILE_LIMIT } from '../../platform/files/upload.ts';
import { formatNumber } from '../../ui/format.ts';

/** What a file that was sent may be refused for. */
export type FileProblem = UploadRefusal | 'no-file' | 'too-many-files';

const words: Record<FileProblem, () => string> = {
  'no-file': m.guides_file_missing,
  'too-many-files': m.guides_file_too_many,
  'file-empty': m.guides_file_empty,
  'file-too-large': () => m.guides_file_too_large({ size: sizeWords(FILE_LIMIT) }),
  'file-kind': m.guides_file_kind,
  'file-damaged': m.guides_file_damaged,
  'picture-too-large': m.guides_file_picture_too_large,
  'pdf-active': m.guides_file_active,
  'pdf-locked': m.guides_file_locked,
  'document-active': m.attachments_document_active,
  'document-locked': m.attachments_document_locked,
  'document-too-complex': m.attachments_document_too_complex,
  infected: m.attachments_infected,
  'scan-failed': m.attachments_scan_failed,
  // here a film is a file like others
  'video-too-large': () => m.guides_file_too_large({ size: sizeWords(FILE_LIMIT) }),
};

export const fileWords = (problem: FileProblem): string => words[problem]();

/** "2,4 Mo", "310 ko". */
export function sizeWords(bytes: number): string {
  return bytes >= 1_000_000
    ? m.guides_megabytes({ size: formatNumber(Math.round(bytes / 104_857.6) / 10) })
    : m.guides_kilobytes({ size: formatNumber(Math.max(1, Math.round(bytes / 1024))) });
}
