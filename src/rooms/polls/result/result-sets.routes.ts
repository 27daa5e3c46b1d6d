import * as m from '../../../paraglide/messages.js';
import { column, editionColumn, euros, pageColumn } from '../../../platform/sets/columns.ts';
import { describeSet } from '../../../platform/sets/data-set.ts';
import { urls } from '../../../urls.ts';
import { ballotWords, ruleWords } from '../rule-words.page.ts';
import {
  type OptionRow,
  type PollRow,
  publishedOptions,
  publishedPolls,
} from './published-rows.store.ts';

/** Published polls: turnout, money, and where the ballots are, which are published once and not copied here. */
export const pollSet = describeSet<PollRow>({
  key: 'scrutins',
  title: m.opendata_polls,
  meaning: m.opendata_polls_meaning,
  source: publishedPolls,
  columns: [
    editionColumn(),
    column('titre', 'text', m.opendata_column_poll_title, 'Vote 2026', ({ title }) => title),
    column('bulletin', 'text', m.opendata_column_ballot_kind, 'Choisir', ({ kind, most }) =>
      ballotWords[kind]({ most }),
    ),
    column('regle', 'text', m.opendata_column_rule, 'Les plus choisis', ({ rule }) =>
      ruleWords[rule].name(),
    ),
    column(
      'ouvert_le',
      'instant',
      m.opendata_column_opens,
      '2026-09-07T06:00:00.000Z',
      ({ opensAt }) => opensAt,
    ),
    column(
      'clos_le',
      'instant',
      m.opendata_column_closes,
      '2026-09-27T18:00:00.000Z',
      ({ closesAt }) => closesAt,
    ),
    column('votants', 'integer', m.opendata_column_voters, '4210', ({ voters }) => voters),
    column('bulletins', 'integer', m.opendata_column_ballots, '4208', ({ ballots }) => ballots),
    column('blancs', 'integer', m.opendata_column_blank, '12', ({ blank }) => blank),
    euros('enveloppe_euros', m.opendata_column_envelope, '1000000', (poll) =>
      poll.subject === 'projects' ? poll.envelope : null,
    ),
    euros('engage_euros', m.opendata_column_won, '985000', (poll) =>
      poll.subject === 'projects' ? poll.cost : null,
    ),
    euros('reliquat_euros', m.opendata_column_left, '15000', (poll) =>
      poll.subject === 'projects' ? poll.left : null,
    ),
    column(
      'publie_le',
      'instant',
      m.opendata_column_result_published,
      '2026-09-28T08:00:00.000Z',
      (poll) => poll.publishedAt,
    ),
    column(
      'urne',
      'address',
      m.opendata_column_bundle,
      'https://…/editions/2026/resultats/urne.zip',
      (poll, around) => {
        const slug = around.editions.get(poll.editionId)?.slug;
        return slug === undefined ? null : around.origin + urls.resultBundle({ edition: slug });
      },
    ),
    pageColumn(
      (_, slug) => urls.results({ edition: slug }),
      ({ editionId }) => editionId,
    ),
  ],
});

/** What each project got, winners and others. */
export const resultSet = describeSet<OptionRow>({
  key: 'resultats',
  title: m.opendata_results,
  meaning: m.opendata_results_meaning,
  source: publishedOptions,
  columns: [
    editionColumn(),
    column(
      'part',
      'text',
      m.opendata_column_ballot_envelope,
      'Vieux-Pont',
      ({ envelope }) => envelope || null,
    ),
    column('numero', 'integer', m.opendata_column_project_number, '7', ({ number }) => number),
    column('titre', 'text', m.opendata_column_title, 'Un verger partagé', ({ label }) => label),
    euros('cout_euros', m.opendata_column_cost, '45000', (row) =>
      row.subject === 'projects' ? row.cost : null,
    ),
    column('voix', 'integer', m.opendata_column_votes, '812', ({ votes }) => votes),
    column('score', 'integer', m.opendata_column_score, '812', ({ score }) => score),
    column('laureat', 'boolean', m.opendata_column_wins, 'true', ({ wins }) => wins),
    pageColumn(
      (_, slug) => urls.results({ edition: slug }),
      ({ editionId }) => editionId,
    ),
  ],
});
