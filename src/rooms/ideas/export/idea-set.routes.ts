import * as m from '../../../paraglide/messages.js';
import { toLocalTime } from '../../../platform/clock/paris.ts';
import { column, editionColumn, pageColumn, placeColumns } from '../../../platform/sets/columns.ts';
import { describeSet } from '../../../platform/sets/data-set.ts';
import { urls } from '../../../urls.ts';
import { ideaSegment } from '../idea-address.ts';
import { outcomeWords } from '../words.page.ts';
import { type IdeaRow, ideaRows } from './idea-rows.store.ts';

/** Published ideas, without their authors: nobody is named who did not choose to be in a file. */
export const ideaSet = describeSet<IdeaRow>({
  key: 'idees',
  title: m.opendata_ideas,
  meaning: m.opendata_ideas_meaning,
  source: ideaRows,
  columns: [
    editionColumn(),
    column('numero', 'integer', m.opendata_column_idea_number, '12', ({ number }) => number),
    column('titre', 'text', m.opendata_column_title, 'Un verger partagé', ({ title }) => title),
    column(
      'texte',
      'text',
      m.opendata_column_body,
      'Planter trente arbres fruitiers.',
      ({ body }) => body,
    ),
    column('langue', 'text', m.opendata_column_lang, 'fr', ({ lang }) => lang),
    column(
      'categorie',
      'text',
      m.opendata_column_category,
      'Nature en ville',
      (idea, { editions }) =>
        editions.get(idea.editionId)?.categories.find(({ id }) => id === idea.categoryId)?.name ??
        null,
    ),
    ...placeColumns<IdeaRow>(),
    column('soutiens', 'integer', m.opendata_column_supports, '34', ({ supports }) => supports),
    column('publiee_le', 'day', m.opendata_column_published, '2026-03-12', ({ publishedAt }) => ({
      day: toLocalTime(publishedAt).day,
    })),
    column('suite', 'text', m.opendata_column_outcome, 'À l’étude', ({ outcome }) =>
      outcomeWords[outcome].one(),
    ),
    column('regroupee', 'boolean', m.opendata_column_merged, 'false', ({ isMerged }) => isMerged),
    column(
      'motif',
      'text',
      m.opendata_column_reason,
      'Hors des compétences de la ville',
      ({ reason }) => reason,
    ),
    pageColumn(
      (idea, slug) => urls.idea({ edition: slug, idea: ideaSegment(idea) }),
      ({ editionId }) => editionId,
    ),
  ],
});
