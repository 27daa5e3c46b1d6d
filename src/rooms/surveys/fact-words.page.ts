import * as m from '../../paraglide/messages.js';
import type { RecordedFact } from '../../platform/journal/journal.ts';

type Context = { editions: ReadonlyMap<string, { title: string }> };

const inEdition =
  (words: (inputs: { edition: string }) => string) =>
  ({ detail }: RecordedFact, { editions }: Context) =>
    words({
      edition:
        editions.get(typeof detail.editionId === 'string' ? detail.editionId : '')?.title ?? '',
    });

/** Sentences of every fact of this room: what the office did, never that somebody answered. */
export const surveyFactWords = {
  'survey.made': inEdition(m.survey_fact_made),
  'survey.changed': inEdition(m.survey_fact_changed),
  'survey.dated': inEdition(m.survey_fact_dated),
  'survey.closed': inEdition(m.survey_fact_closed),
  'survey.published': inEdition(m.survey_fact_published),
};
