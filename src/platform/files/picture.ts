import sharp from 'sharp';
import { PIXEL_LIMIT, SMALL_WIDTH, type UploadRefusal } from './upload.ts';

/** Longest side of a kept picture. */
const LARGEST_SIDE = 1920;

// Pictures are few and large: one at a time on one thread keeps memory bounded and other requests served.
sharp.concurrency(1);
sharp.cache(false);
let last: Promise<unknown> = Promise.resolve();

export interface CleanPicture {
  whole: Buffer;
  small: Buffer;
  width: number;
  height: number;
}

/**
 * A picture drawn anew as WebP: upright, at most 1920 pixels a side, without anything else that the file
 * carried (EXIF, place, comments, a script behind the picture). Only the header is read before its size
 * in pixels is known to be bearable.
 */
export async function cleanPicture(bytes: Uint8Array): Promise<CleanPicture | UploadRefusal> {
  return inTurn(() => draw(bytes));
}

/** A drawing of ours as PNG, for networks that show no SVG. Its letters are outlines: no font of the system is asked. */
export async function paintDrawing(svg: string): Promise<Buffer> {
  return inTurn(() =>
    sharp(Buffer.from(svg)).png({ compressionLevel: 9, palette: true }).toBuffer(),
  );
}

/** A kept picture as PNG, no larger than asked, for documents and drawings that hold no WebP. */
export async function readAsPng(bytes: Uint8Array, side: number): Promise<Buffer> {
  return inTurn(() =>
    sharp(bytes, { limitInputPixels: PIXEL_LIMIT })
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .png()
      .toBuffer(),
  );
}

/** A kept picture cut to such a frame, as JPEG: a photo in a document, where PNG would weigh ten times as much. */
export async function readAsPhoto(
  bytes: Uint8Array,
  frame: { width: number; height: number },
): Promise<Buffer> {
  return inTurn(() =>
    sharp(bytes, { limitInputPixels: PIXEL_LIMIT })
      .resize(frame.width, frame.height, { fit: 'cover' })
      .flatten({ background: '#FFFFFF' })
      .jpeg({ quality: 78 })
      .toBuffer(),
  );
}

/** A painted page as WebP, letters sharp enough to be read. */
export async function paintPage({
  data,
  width,
  height,
}: {
  data: Uint8Array;
  width: number;
  height: number;
}): Promise<Buffer> {
  return inTurn(() =>
    sharp(data, { raw: { width, height, channels: 4 } })
      .removeAlpha()
      .webp({ quality: 82 })
      .toBuffer(),
  );
}

async function inTurn<T>(paint: () => Promise<T>): Promise<T> {
  const turn = last.then(paint, paint);
  last = turn.catch(() => {});
  return turn;
}

async function draw(bytes: Uint8Array): Promise<CleanPicture | UploadRefusal> {
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > PIXEL_LIMIT) return 'picture-too-large';
    const upright = sharp(bytes, { limitInputPixels: PIXEL_LIMIT, failOn: 'error' })
      .timeout({ seconds: 30 })
      .autoOrient()
      .resize(LARGEST_SIDE, LARGEST_SIDE, { fit: 'inside', withoutEnlargement: true });
    const whole = await upright.webp({ quality: 80 }).toBuffer({ resolveWithObject: true });
    const small = await sharp(whole.data)
      .resize(SMALL_WIDTH, null, { withoutEnlargement: true })
      .webp({ quality: 75 })
      .toBuffer();
    return { whole: whole.data, small, width: whole.info.width, height: whole.info.height };
  } catch {
    return 'file-damaged';
  }
}
