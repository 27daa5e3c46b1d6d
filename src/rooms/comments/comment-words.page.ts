import * as m from '../../paraglide/messages.js';
import { formatNumber } from '../../ui/format.ts';
import { urls } from '../../urls.ts';
import type { Alignment, CommentRefusal, RatingRefusal, Sort } from './comment.ts';
import { LONGEST } from './comment.ts';
import type { Commented, Filter } from './shown-comment.page.ts';

export const alignmentWords: Record<Alignment, () => string> = {
  neutral: m.comments_neutral,
  pro: m.comments_pro,
  con: m.comments_con,
};

export const sortWords: Record<Sort, () => string> = {
  recent: m.comments_sort_recent,
  oldest: m.comments_sort_oldest,
  best: m.comments_sort_best,
};

/** As addresses and forms say them. */
export const ALIGNMENT_NAMES: Record<Alignment, string> = {
  neutral: 'sans-avis',
  pro: 'pour',
  con: 'contre',
};
export const SORT_NAMES: Record<Sort, string> = {
  recent: 'recents',
  oldest: 'anciens',
  best: 'mieux-notes',
};

export const refusalWords: Record<CommentRefusal, () => string> = {
  'text-missing': m.comments_refused_missing,
  'text-too-long': () => m.comments_refused_long({ most: formatNumber(LONGEST) }),
  'text-unreadable': m.comments_refused_unreadable,
  'alignment-unknown': m.comments_refused_alignment,
  closed: m.comments_refused_closed,
  'parent-gone': m.comments_refused_parent,
  'too-many-texts': m.comments_refused_new_account,
};

export const ratingRefusalWords: Record<RatingRefusal, () => string> = {
  'not-rated-here': m.comments_rating_refused_here,
  closed: m.comments_refused_closed,
  own: m.comments_rating_refused_own,
  hidden: m.comments_rating_refused_hidden,
};

export const sayCommenter = (nickname: string | null): string => nickname ?? m.comments_by_child();

/** Where it stands on its page. */
export const anchorOf = ({ number }: { number: number }) => `commentaire-${number}`;

export function readFilter(params: URLSearchParams): Filter {
  const named = <T extends string>(names: Record<T, string>, name: string) =>
    (Object.keys(names) as T[]).find((key) => names[key] === params.get(name)) ?? null;
  const after = params.get('apres') ?? '';
  return {
    alignment: named(ALIGNMENT_NAMES, 'avis'),
    sort: named(SORT_NAMES, 'tri') ?? 'recent',
    after: /^[1-9]\d{0,8}$/.test(after) ? Number(after) : null,
  };
}

export const listAddress = (
  { kind, id }: Pick<Commented, 'kind' | 'id'>,
  { alignment = null, sort = 'recent', after = null }: Partial<Filter> = {},
): string =>
  urls.comments(
    { kind, contribution: id },
    {
      avis: alignment ? ALIGNMENT_NAMES[alignment] : undefined,
      tri: sort === 'recent' ? undefined : SORT_NAMES[sort],
      apres: after ?? undefined,
    },
  );
