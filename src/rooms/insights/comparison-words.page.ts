/** What the parts of a comparison say and need alike. */
import * as m from '../../paraglide/messages.js';
import type { CountedTerms } from '../polls/index.ts';
import type { Comparison, Standing } from './comparison.ts';

export interface ComparisonProps {
  comparison: Comparison;
  /** Of the ballots as they were filled in. */
  terms: CountedTerms;
  currency: string;
  /** Whether each table says once more that it is not the result: to the public, it must. */
  forEverybody: boolean;
}

/** Seconds that a rule has; the counting desk gives them. */
export const COUNT_SECONDS = 10;

/** The caption of a table or of a chart. */
export function captionOf(words: string, { forEverybody }: Pick<ComparisonProps, 'forEverybody'>) {
  return forEverybody ? m.insights_what_if_caption({ caption: words }) : words;
}

/** Why a column has no figures. */
export const standingWords: Record<Exclude<Standing['state'], 'counted'>, () => string> = {
  counting: m.insights_waiting_short,
  'too-long': m.insights_too_long_short,
  failed: m.insights_failed_short,
};

/** Whether amounts are at stake, or only places. */
export function hasMoney({ settings }: CountedTerms): boolean {
  return settings.subject === 'projects';
}
