import { fileSegment, SMALL_WIDTH } from '../../platform/files/upload.ts';
import { Picture as Figure } from '../../ui/picture.tsx';
import { urls } from '../../urls.ts';
import type { Picture } from './posts/post.ts';

/** A published picture in two sizes; `captioned`: its words also under it. */
export function ShownPicture({
  picture,
  captioned = false,
}: {
  picture: Picture;
  captioned?: boolean;
}) {
  const { width, height, alt } = picture;
  if (width === null || height === null) return null;
  const whole = urls.file({ file: fileSegment(picture) });
  const small = urls.file({ file: fileSegment(picture, 'small') });
  return (
    <Figure
      src={whole}
      srcset={`${small} ${Math.min(width, SMALL_WIDTH)}w, ${whole} ${width}w`}
      sizes="(min-width: 60rem) 36rem, 100vw"
      alt={alt}
      width={width}
      height={height}
      {...(captioned && { caption: alt })}
    />
  );
}
