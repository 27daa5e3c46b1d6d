/** What may be uploaded, and how it is named afterwards (R74, W7). Pure. */

export const FILE_LIMIT = 10 * 1024 * 1024;
/** Pixels: a phone's largest pictures pass, a bomb of 50,000 by 50,000 does not. */
export const PIXEL_LIMIT = 60_000_000;
export const ALT_LENGTH = 300;

/** What a scanner gives: sheets and proofs. As browsers want it in `accept`. */
export const ACCEPTED = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;

/** What whoever explains something sends (R74): also documents of office programs, and films. */
export const ACCEPTED_ATTACHMENTS = [
  ...ACCEPTED,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.oasis.opendocument.text',
  'video/mp4',
  'video/webm',
] as const;
export type AcceptedType = (typeof ACCEPTED_ATTACHMENTS)[number];
/** What a picture of the office, or of a testimony, is sent as, and how long its description may be. */
export const PICTURE_LIMITS = {
  types: ['image/jpeg', 'image/png', 'image/webp'],
  bytes: FILE_LIMIT,
  characters: ALT_LENGTH,
} as const;

/** With endings, for systems that know no kind of these documents. */
export const ATTACHMENTS_ACCEPT = [...ACCEPTED_ATTACHMENTS, '.docx', '.odt'].join(',');

export type UploadRefusal =
  | 'file-empty'
  | 'file-too-large'
  | 'file-kind'
  | 'file-damaged'
  | 'picture-too-large'
  | 'pdf-active'
  | 'pdf-locked'
  | 'document-active'
  | 'document-locked'
  | 'document-too-complex'
  | 'video-too-large'
  | 'infected'
  | 'scan-failed';

/** Why a picture that is described (R81) is not taken, beside the field that is to be mended. */
export interface PictureRefusals {
  file?:
    | 'no-file'
    | 'file-empty'
    | 'file-too-large'
    | 'file-kind'
    | 'file-damaged'
    | 'picture-too-large'
    | 'infected'
    | 'scan-failed';
  alt?: 'alt-missing' | 'alt-too-long';
}

/** Why a file is no picture. Where no document and no film is taken, their kind is what is wrong. */
export function refusePicture(refusal: UploadRefusal): NonNullable<PictureRefusals['file']> {
  switch (refusal) {
    case 'file-empty':
    case 'file-too-large':
    case 'file-damaged':
    case 'picture-too-large':
    case 'infected':
    case 'scan-failed':
      return refusal;
    default:
      return 'file-kind';
  }
}

/** No picture without words for those who do not see it (R81). */
export function checkAlt(alt: string): PictureRefusals['alt'] | null {
  if (alt === '') return 'alt-missing';
  return [...alt].length > ALT_LENGTH ? 'alt-too-long' : null;
}

const NAME_LENGTH = 80;

/**
 * The name a file is shown under: no folder, no control or direction mark, no quote, no leading dot, and
 * the extension of what it really is. Never used to store it.
 */
export function tidyFileName(name: string, extension: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const stem = last
    .replace(/\.[^.]{0,10}$/, '')
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}"<>|:*?%;]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s.]+/, '')
    .trim();
  const short = [...stem].slice(0, NAME_LENGTH).join('').trim();
  return `${/[\p{L}\p{N}]/u.test(short) ? short : 'document'}.${extension}`;
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
};

/** Where a file is asked for: `<id>.webp`, `<id>-640.webp` for the small picture, `<id>.pdf`, `<id>.mp4`. */
export function fileSegment(
  file: { fileId: string; mediaType: string },
  size: 'whole' | 'small' = 'whole',
): string {
  const extension = EXTENSIONS[file.mediaType];
  return extension
    ? `${file.fileId}.${extension}`
    : `${file.fileId}${size === 'small' ? `-${SMALL_WIDTH}` : ''}.webp`;
}

/** How a page shows a file. */
export function showAs(file: { mediaType: string }): 'picture' | 'video' | 'document' {
  if (file.mediaType.startsWith('video/')) return 'video';
  return file.mediaType.startsWith('image/') ? 'picture' : 'document';
}

/** Pixels of the small picture's width; smaller originals keep theirs. */
export const SMALL_WIDTH = 640;

export function readFileSegment(
  segment: string,
): { fileId: string; size: 'whole' | 'small'; extension: string } | null {
  const match =
    /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(-640)?\.(webp|pdf|docx|odt|mp4|webm)$/.exec(
      segment,
    );
  if (!match || (match[2] && match[3] !== 'webp')) return null;
  return { fileId: match[1]!, size: match[2] ? 'small' : 'whole', extension: match[3]! };
}
