import * as m from '../paraglide/messages.js';
import { Field, FileField } from './field.tsx';
import type { Problems } from './form.tsx';
import { formatNumber } from './format.ts';

export interface PictureLimits {
  /** Kinds taken: "image/jpeg". */
  types: readonly string[];
  bytes: number;
  /** Of the description, at most. */
  characters: number;
}

export interface PictureFieldsProps {
  limits: PictureLimits;
  /** The description as it was typed, or as it is. */
  alt: string;
  problems: Problems;
  /** "Image" unless said. */
  label?: string;
  altHint?: string;
  required?: boolean;
}

/** A picture and its words for those who do not see it: they are asked together, and sent as `file` and `alt`. */
export function PictureFields(props: PictureFieldsProps) {
  const { limits, problems, required = false } = props;
  return (
    <>
      <FileField
        name="file"
        label={props.label ?? m.ui_picture()}
        hint={m.ui_picture_hint({ size: sayMegabytes(limits) })}
        accept={limits.types.join(',')}
        problems={problems}
        required={required}
      />
      <Field
        name="alt"
        label={m.ui_picture_alt()}
        hint={props.altHint ?? m.ui_picture_alt_hint()}
        value={props.alt}
        problems={problems}
        autocomplete="off"
        required={required}
      />
    </>
  );
}

type FileRefusal =
  | 'no-file'
  | 'file-empty'
  | 'file-too-large'
  | 'file-kind'
  | 'file-damaged'
  | 'picture-too-large'
  | 'infected'
  | 'scan-failed';
type AltRefusal = 'alt-missing' | 'alt-too-long';

const words: Record<FileRefusal | AltRefusal, (limits: PictureLimits) => string> = {
  'no-file': () => m.ui_picture_missing(),
  'file-empty': () => m.ui_picture_empty(),
  'file-too-large': (limits) => m.ui_picture_too_large({ size: sayMegabytes(limits) }),
  'file-kind': () => m.ui_picture_kind(),
  'file-damaged': () => m.ui_picture_damaged(),
  'picture-too-large': () => m.ui_picture_too_many_points(),
  infected: () => m.attachments_infected(),
  'scan-failed': () => m.attachments_scan_failed(),
  'alt-missing': () => m.ui_picture_alt_missing(),
  'alt-too-long': ({ characters }) => m.ui_picture_alt_too_long({ max: formatNumber(characters) }),
};

/** What is said beside each of the two fields. */
export function sayPictureProblems(
  { file, alt }: { file?: FileRefusal; alt?: AltRefusal },
  limits: PictureLimits,
): Problems {
  return {
    ...(file && { file: words[file](limits) }),
    ...(alt && { alt: words[alt](limits) }),
  };
}

const sayMegabytes = ({ bytes }: PictureLimits): string => formatNumber(bytes / 1024 / 1024);
