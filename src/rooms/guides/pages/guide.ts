/** A training page: written by officers, read and acknowledged by whoever it is for (R37). */

export interface Guide {
  id: string;
  slug: string;
  /** Which starting page it was; null: written here. */
  starting: string | null;
  /** Of the newest version, which is the one shown. */
  version: number;
  /** Whoever has read this one, or a later one, is up to date. */
  askedVersion: number;
  /** null: seen by officers only. */
  publishedAt: Date | null;
  title: string;
  summary: string;
  body: string;
  lang: 'fr' | 'en';
  /** Roles; none: whoever holds one. */
  audience: readonly string[];
  writtenAt: Date;
}

/** What an officer writes. */
export type WrittenGuide = Pick<Guide, 'title' | 'summary' | 'body' | 'lang' | 'audience'>;

/** Characters. */
export const LONGEST = { title: 120, summary: 300, body: 40_000 };

export type GuideProblem =
  | 'title-missing'
  | 'title-too-long'
  | 'summary-too-long'
  | 'body-missing'
  | 'body-too-long';

export function checkGuide({
  title,
  summary,
  body,
}: Pick<WrittenGuide, 'title' | 'summary' | 'body'>): Partial<
  Record<'title' | 'summary' | 'body', GuideProblem>
> {
  return {
    ...(title === '' && { title: 'title-missing' as const }),
    ...(title.length > LONGEST.title && { title: 'title-too-long' as const }),
    ...(summary.length > LONGEST.summary && { summary: 'summary-too-long' as const }),
    ...(body === '' && { body: 'body-missing' as const }),
    ...(body.length > LONGEST.body && { body: 'body-too-long' as const }),
  };
}

/** Whether a page is for somebody who holds these roles. Nothing is for those who hold none. */
export function isFor({ audience }: Pick<Guide, 'audience'>, roles: readonly string[]): boolean {
  if (roles.length === 0) return false;
  return audience.length === 0 || audience.some((role) => roles.includes(role));
}

/** How a reader stands with a page. `read`: the newest version they acknowledged; null: none. */
export function readingState(
  { askedVersion }: Pick<Guide, 'askedVersion'>,
  read: number | null,
): 'unread' | 'read' | 'changed' {
  if (read === null) return 'unread';
  return read >= askedVersion ? 'read' : 'changed';
}
