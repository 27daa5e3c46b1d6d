import { type FilmBytes, FilmDamaged } from './bytes.ts';
import { cleanMp4 } from './mp4.ts';
import { cleanWebm } from './webm.ts';

const VIDEO_TYPES = ['video/mp4', 'video/webm'] as const;
export type VideoType = (typeof VIDEO_TYPES)[number];

export const isVideo = (mediaType: string | undefined): mediaType is VideoType =>
  mediaType === 'video/mp4' || mediaType === 'video/webm';

/** Blanks in place what a film tells about who made it and where (W7); `false`: it cannot be followed to its end. */
export async function cleanVideo(film: FilmBytes, type: VideoType): Promise<boolean> {
  try {
    await (type === 'video/mp4' ? cleanMp4(film) : cleanWebm(film));
    return true;
  } catch (error) {
    if (error instanceof FilmDamaged || error instanceof RangeError) return false;
    throw error;
  }
}
