import * as m from '../../paraglide/messages.js';
import type { RecordedFact } from '../../platform/journal/journal.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

type Context = { editions: ReadonlyMap<string, { title: string }> };

/** Of an edition, or of a component of a space. */
const of =
  (words: (inputs: { edition: string }) => string) =>
  ({ detail }: RecordedFact, { editions }: Context) =>
    words({
      edition: editions.get(text(detail.editionId))?.title ?? text(detail.title),
    });

/** Sentences of every fact of this room: what the office did, never that somebody answered. */
export const surveyFactWords = {
  'survey.made': of(m.survey_fact_made),
  'survey.changed': of(m.survey_fact_changed),
  'survey.dated': of(m.survey_fact_dated),
  'survey.closed': of(m.survey_fact_closed),
  'survey.published': of(m.survey_fact_published),
};
