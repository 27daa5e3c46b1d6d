import type { Picture } from '../posts/post.ts';

/** « Le politique inaugure » (R63): the step, told with the meeting where it happened and its photos. */
export interface Inauguration {
  /** null: none was said. */
  meetingId: string | null;
  /** In order. */
  photos: readonly Picture[];
}

/** What a form says that was made from no meeting. */
export const NONE = 'aucune';

export const MOST_PHOTOS = 12;
/** Whether one more photo may be added to those there are. */
export const mayAddPhoto = (photos: number): boolean => photos < MOST_PHOTOS;
