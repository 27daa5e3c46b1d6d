import * as m from '../../../paraglide/messages.js';
import type { Problems } from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import type { StateBadgeProps } from '../../../ui/tag.tsx';
import { languageName } from '../../spaces/index.page.ts';
import {
  type LetterField,
  type LetterRefusal,
  LONGEST,
  MOST_ITEMS,
  type Segment,
  type SendingState,
  type SendRefusal,
  writeSegment,
} from './newsletter.ts';
import type { HeldFor, PlanRefusal } from './plan.ts';

export const sendingLooks: Record<
  SendingState,
  { words: () => string; tone: NonNullable<StateBadgeProps['tone']> }
> = {
  draft: { words: m.news_state_draft, tone: 'neutral' },
  planned: { words: m.newsletter_state_planned, tone: 'info' },
  held: { words: m.newsletter_state_held, tone: 'warning' },
  going: { words: m.newsletter_state_going, tone: 'now' },
  sent: { words: m.newsletter_state_sent, tone: 'success' },
  stopped: { words: m.newsletter_state_stopped, tone: 'warning' },
};

/** Names of the fields in the form. */
export const LETTER_NAMES: Record<LetterField, string> = {
  subject: 'objet',
  words: 'mots',
  'subject-en': 'objet-en',
  'words-en': 'mots-en',
  items: 'actualite',
  segment: 'lecteurs',
};

const words: Record<LetterRefusal, (field: LetterField) => string> = {
  missing: m.news_refused_missing,
  'too-long': (field) =>
    m.news_refused_too_long({
      max: formatNumber(field.startsWith('subject') ? LONGEST.subject : LONGEST.words),
    }),
  'line-break': m.newsletter_refused_line_break,
  'says-nothing': m.newsletter_refused_nothing,
  'too-many': () => m.newsletter_refused_too_many({ max: MOST_ITEMS }),
  'segment-unknown': m.newsletter_refused_segment,
};

export const sayLetterProblems = (
  problems: Partial<Record<LetterField, LetterRefusal>>,
): Problems =>
  Object.fromEntries(
    Object.entries(problems).map(([field, refusal]) => [
      LETTER_NAMES[field as LetterField],
      words[refusal](field as LetterField),
    ]),
  );

/** `periode`: beside the reason; `form`: of the whole page. */
export const sendWords: Record<SendRefusal, { field: 'form' | 'periode'; words: () => string }> = {
  nobody: { field: 'form', words: m.newsletter_refused_nobody },
  'items-gone': { field: 'form', words: m.newsletter_refused_gone },
  'pause-unexplained': { field: 'periode', words: m.news_refused_pause },
  'changed-meanwhile': { field: 'form', words: m.newsletter_refused_changed },
  'sent-already': { field: 'form', words: m.newsletter_refused_sent },
};

/** Names of the fields of the form that chooses a date. */
export const PLAN_NAMES = { date: 'date', reason: 'periode-date' } as const;

export const planWords: Record<PlanRefusal, { field: string; words: () => string }> = {
  'date-unreadable': { field: PLAN_NAMES.date, words: m.news_refused_date },
  'date-past': { field: PLAN_NAMES.date, words: m.newsletter_refused_date_past },
  'date-far': { field: PLAN_NAMES.date, words: m.news_refused_date_far },
  'pause-unexplained': { field: PLAN_NAMES.reason, words: m.news_refused_pause },
};

export const heldWords: Record<HeldFor, () => string> = {
  pause: m.newsletter_held_pause,
  nobody: m.newsletter_held_nobody,
  'items-gone': m.newsletter_held_gone,
};

/** An edition with what its readers are told apart by. */
export interface SegmentEdition {
  id: string;
  title: string;
  categories: readonly { id: string; name: string }[];
  districts: readonly string[];
  /** Whether its result is published. */
  hasWinners: boolean;
}

export interface SegmentChoice {
  segment: Segment;
  value: string;
  label: string;
}

/** A space with its themes. */
export interface SegmentSpace {
  id: string;
  title: string;
  themes: readonly { id: string; title: string }[];
}

export function listSegments(
  editions: readonly SegmentEdition[],
  spaces: readonly SegmentSpace[],
): SegmentChoice[] {
  const choice = (segment: Segment, label: string) => ({
    segment,
    value: writeSegment(segment),
    label,
  });
  return [
    choice({ kind: 'all' }, m.newsletter_segment_all()),
    ...(['fr', 'en'] as const).map((language) =>
      choice(
        { kind: 'language', language },
        m.newsletter_segment_language({ language: languageName(language) }),
      ),
    ),
    ...spaces.flatMap(({ id: spaceId, title: space, themes }) => [
      choice({ kind: 'space', spaceId }, m.newsletter_segment_space({ space })),
      ...themes.map(({ id: themeId, title: theme }) =>
        choice({ kind: 'theme', themeId }, m.newsletter_segment_theme({ space, theme })),
      ),
    ]),
    ...editions.flatMap(({ id: editionId, title: edition, ...parts }) => [
      choice({ kind: 'edition', editionId }, m.newsletter_segment_edition({ edition })),
      ...(parts.hasWinners
        ? [choice({ kind: 'winners', editionId }, m.newsletter_segment_winners({ edition }))]
        : []),
      ...parts.categories.map(({ id, name }) =>
        choice(
          { kind: 'category', editionId, categoryId: id },
          m.newsletter_segment_category({ edition, category: name }),
        ),
      ),
      ...parts.districts.map((district) =>
        choice(
          { kind: 'district', editionId, district },
          m.newsletter_segment_district({ edition, district }),
        ),
      ),
    ]),
  ];
}
