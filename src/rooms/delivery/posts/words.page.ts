import * as m from '../../../paraglide/messages.js';
import type { Problems } from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import type { StateBadgeProps } from '../../../ui/tag.tsx';
import { LONGEST, type PostRefusal, type PostState, type PostText } from './post.ts';

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
