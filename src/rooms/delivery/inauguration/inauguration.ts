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
/** Characters at most. */
const LONGEST_ALT = 300;

export type PhotoRefusal = 'alt-missing' | 'alt-too-long' | 'too-many-photos';

/** No photo without words for those who do not see it. `photos`: how many there are already. */
export function checkPhoto(photos: number, alt: string): PhotoRefusal | null {
  if (photos >= MOST_PHOTOS) return 'too-many-photos';
  if (alt === '') return 'alt-missing';
  return [...alt].length > LONGEST_ALT ? 'alt-too-long' : null;
}
