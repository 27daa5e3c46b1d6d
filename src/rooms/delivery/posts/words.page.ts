import * as m from '../../../paraglide/messages.js';
import { FILE_LIMIT, type UploadRefusal } from '../../../platform/files/upload.ts';
import type { Problems } from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import type { StateBadgeProps } from '../../../ui/tag.tsx';
import {
  LONGEST,
  MOST_PICTURES,
  type PictureRefusal,
  type PostRefusal,
  type PostState,
  type PostText,
} from './post.ts';

export const postStateLooks: Record<
  PostState,
  { words: () => string; tone: NonNullable<StateBadgeProps['tone']> }
> = {
  draft: { words: m.deliver_post_draft, tone: 'neutral' },
  published: { words: m.deliver_post_published, tone: 'success' },
  withdrawn: { words: m.deliver_post_withdrawn, tone: 'warning' },
};

const words: Record<PostRefusal, (field: keyof PostText) => string> = {
  missing: m.deliver_refused_missing,
  'too-long': (field) => m.deliver_refused_too_long({ max: formatNumber(LONGEST[field]) }),
};

export const sayPostProblems = (problems: Partial<Record<keyof PostText, PostRefusal>>): Problems =>
  Object.fromEntries(
    Object.entries(problems).map(([field, refusal]) => [
      field,
      words[refusal](field as keyof PostText),
    ]),
  );

export type PictureProblem = PictureRefusal | UploadRefusal | 'no-file';

const pictureWords: Record<PictureProblem, { field: 'file' | 'alt'; words: () => string }> = {
  'alt-missing': { field: 'alt', words: m.deliver_picture_alt_missing },
  'alt-too-long': {
    field: 'alt',
    words: () => m.deliver_refused_too_long({ max: formatNumber(LONGEST.alt) }),
  },
  'too-many-pictures': {
    field: 'file',
    words: () => m.deliver_picture_too_many({ max: MOST_PICTURES }),
  },
  'no-file': { field: 'file', words: m.guides_file_missing },
  'file-empty': { field: 'file', words: m.guides_file_empty },
  'file-too-large': { field: 'file', words: tooLarge },
  'file-kind': { field: 'file', words: m.deliver_picture_kind },
  'file-damaged': { field: 'file', words: m.guides_file_damaged },
  'picture-too-large': { field: 'file', words: m.guides_file_picture_too_large },
  // no document and no film is taken here: their kind is what is wrong
  'pdf-active': { field: 'file', words: m.deliver_picture_kind },
  'pdf-locked': { field: 'file', words: m.deliver_picture_kind },
  'document-active': { field: 'file', words: m.deliver_picture_kind },
  'document-locked': { field: 'file', words: m.deliver_picture_kind },
  'document-too-complex': { field: 'file', words: m.deliver_picture_kind },
  'video-too-large': { field: 'file', words: m.deliver_picture_kind },
};

function tooLarge(): string {
  const size = m.guides_megabytes({ size: formatNumber(FILE_LIMIT / 1024 / 1024) });
  return m.guides_file_too_large({ size });
}

export const sayPictureProblem = (problem: PictureProblem): Problems => {
  const { field, words: say } = pictureWords[problem];
  return { [field]: say() };
};
