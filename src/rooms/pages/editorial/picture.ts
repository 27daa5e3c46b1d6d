import type { PageTexts } from './editorial.ts';

/** A picture of a page: its text places it by its number (`[image 3]`), and so does no other page's. */
export interface PagePicture {
  number: number;
  fileId: string;
  mediaType: string;
  width: number;
  height: number;
  /** What it shows, in words; English where somebody wrote it. */
  alt: string;
  altEn: string;
}

/** Of one page. */
export const MOST_PICTURES = 12;
/** Days after which a picture that no text places is forgotten. */
export const UNPLACED_DAYS = 30;

/** The line that places one, as `ui/markup.ts` reads it. */
const mark = /^\s{0,3}\[image (\d{1,4})\]\s*$/;

/** Numbers that a page's text places, in either language. */
export const listPlaced = ({ body, bodyEn }: Pick<PageTexts, 'body' | 'bodyEn'>): Set<number> =>
  new Set(
    `${body}\n${bodyEn}`.split(/\r?\n/).flatMap((line) => {
      const [, number] = mark.exec(line) ?? [];
      return number === undefined ? [] : [Number(number)];
    }),
  );
