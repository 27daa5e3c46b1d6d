import * as m from '../../paraglide/messages.js';
import { getLocale } from '../../paraglide/runtime.js';
import { formatNumber } from '../../ui/format.ts';
import {
  type Chapter,
  days,
  type Line,
  money,
  number,
  type Part,
  percent,
  told,
} from './chapter.ts';
import type { EditionFigures, EditionLine, FunnelStep, SurveyFigures } from './figures.ts';
import { describePeople, describeRepresentativity } from './people-chapters.page.ts';

const funnelWords: Record<FunnelStep['step'], () => string> = {
  ideas: m.evaluation_funnel_ideas,
  admissible: m.evaluation_funnel_admissible,
  projects: m.evaluation_funnel_projects,
  voted: m.evaluation_funnel_voted,
  winners: m.evaluation_funnel_winners,
  delivered: m.evaluation_funnel_delivered,
};

/** Stable, for programs. */
const STEP_KEYS: Record<FunnelStep['step'], string> = {
  ideas: 'idees',
  admissible: 'recevables',
  projects: 'projets',
  voted: 'soumis-au-vote',
  winners: 'laureats',
  delivered: 'realises',
};

const inLocale = ({ fr, en }: { fr: string; en: string }) => (getLocale() === 'en' && en) || fr;

/** The whole report but the officer's own words, in the order in which it is read. */
export function describeChapters(figures: EditionFigures): Chapter[] {
  return [
    describePeople(figures),
    describeRepresentativity(figures),
    describeFunnel(figures),
    describeDelays(figures),
    describeMoney(figures),
    ...(figures.survey ? [describeSurvey(figures.survey)] : []),
    ...(figures.editions.length > 1 ? [describeEditions(figures.editions)] : []),
  ];
}

function describeFunnel({ funnel, reasons }: EditionFigures): Chapter {
  const parts: Part[] = [
    {
      id: 'parcours-etapes',
      title: m.evaluation_funnel_chart(),
      look: 'bars',
      description: m.evaluation_funnel_description(),
      labelHead: m.evaluation_head_step(),
      heads: [m.evaluation_head_count()],
      measures: ['nombre'],
      lines: funnel.map(({ step, count }) => ({
        key: STEP_KEYS[step],
        label: funnelWords[step](),
        cells: [number(count)],
      })),
      ...(funnel.some(({ count }) => count === null) && { note: m.evaluation_funnel_note() }),
    },
  ];
  if (reasons.length > 0)
    parts.push({
      id: 'parcours-raisons',
      title: m.evaluation_reasons(),
      look: 'bars',
      description: m.evaluation_reasons_description(),
      labelHead: m.evaluation_head_reason(),
      heads: [m.evaluation_head_ideas()],
      measures: ['idees'],
      lines: reasons.map(({ french, english, ideas }) => ({
        key: french,
        label: inLocale({ fr: french, en: english }),
        cells: [number(ideas)],
      })),
    });
  return {
    id: 'parcours',
    title: m.evaluation_funnel_title(),
    sentences: [m.evaluation_funnel_lead()],
    parts,
  };
}

function describeDelays({ delays }: EditionFigures): Chapter {
  return {
    id: 'delais',
    title: m.evaluation_delays_title(),
    sentences: [delays.length > 0 ? m.evaluation_delays_lead() : m.evaluation_delays_none()],
    parts:
      delays.length === 0
        ? []
        : [
            {
              id: 'delais-services',
              title: m.evaluation_delays_chart(),
              look: 'bars',
              description: m.evaluation_delays_description(),
              labelHead: m.evaluation_head_department(),
              heads: [
                m.evaluation_head_median(),
                m.evaluation_head_p90(),
                m.evaluation_head_asked(),
                m.evaluation_head_settled(),
                m.evaluation_head_late(),
              ],
              measures: ['mediane', 'neuf-sur-dix', 'demandes', 'rendus', 'en-retard'],
              lines: delays.map(({ department, median, p90, asked, settled, late }) => ({
                key: department,
                label: department,
                cells: [days(median), days(p90), number(asked), number(settled), number(late)],
              })),
            },
          ],
  };
}

function describeMoney({ money: known, population }: EditionFigures): Chapter {
  const lines: Line[] = [
    { key: 'enveloppe', label: m.evaluation_money_envelope(), cells: [money(known.envelope)] },
    { key: 'attribue', label: m.evaluation_money_used(), cells: [money(known.used)] },
    { key: 'engage', label: m.evaluation_money_committed(), cells: [money(known.committed)] },
    { key: 'depense', label: m.evaluation_money_spent(), cells: [money(known.spent)] },
    {
      key: 'par-habitant',
      label: m.evaluation_money_per_inhabitant(),
      cells: [money(known.perInhabitant)],
    },
    { key: 'par-votant', label: m.evaluation_money_per_voter(), cells: [money(known.perVoter)] },
  ];
  if (known.running !== null)
    lines.push(
      { key: 'fonctionnement', label: m.evaluation_money_running(), cells: [money(known.running)] },
      {
        key: 'fonctionnement-par-votant',
        label: m.evaluation_money_running_per_voter(),
        cells: [money(known.runningPerVoter)],
      },
    );
  const unknown = lines.some(({ cells }) => cells[0]?.value === null);
  const notes = [
    ...(unknown ? [m.evaluation_money_note()] : []),
    ...(population ? [] : [m.evaluation_money_no_population()]),
  ];
  return {
    id: 'argent',
    title: m.evaluation_money_title(),
    sentences: [m.evaluation_money_lead()],
    parts: [
      {
        id: 'argent-montants',
        title: m.evaluation_money_table(),
        look: 'table',
        description: '',
        labelHead: m.evaluation_head_measure(),
        heads: [m.evaluation_head_amount()],
        measures: ['montant'],
        lines,
        ...(notes.length > 0 && { note: notes.join(' ') }),
      },
    ],
  };
}

/** Answers of the questionnaire: nothing is drawn of one that nobody answered. */
function describeSurvey({ answers, questions }: SurveyFigures): Chapter {
  return {
    id: 'questionnaire',
    title: m.evaluation_survey_title(),
    sentences: [m.evaluation_survey_lead({ number: formatNumber(answers) })],
    parts: questions.map(({ words, answers: given }, at) => ({
      id: `questionnaire-${at + 1}`,
      title: inLocale(words),
      look: 'bars',
      description: inLocale(words),
      labelHead: m.evaluation_head_answer(),
      heads: [m.evaluation_head_people()],
      measures: ['personnes'],
      lines: given.map(({ key, words: said, count }) => ({
        key,
        label: said ? inLocale(said) : key,
        cells: [told(count)],
      })),
    })),
  };
}

function describeEditions(editions: readonly EditionLine[]): Chapter {
  const chart = (
    id: string,
    title: string,
    head: string,
    cellOf: (one: EditionLine) => Line['cells'][number],
  ): Part => ({
    id: `editions-${id}`,
    title,
    look: 'bars',
    description: m.evaluation_editions_description(),
    labelHead: m.evaluation_head_edition(),
    heads: [head],
    measures: [id],
    lines: editions.map((one) => ({
      key: one.slug,
      label: one.title,
      cells: [cellOf(one)],
      given: true,
    })),
  });
  return {
    id: 'editions',
    title: m.evaluation_editions_title(),
    sentences: [m.evaluation_editions_lead()],
    parts: [
      chart('idees', m.evaluation_editions_ideas(), m.evaluation_head_ideas(), (one) =>
        number(one.ideas),
      ),
      chart('votants', m.evaluation_editions_voters(), m.evaluation_head_voters(), (one) =>
        number(one.voters),
      ),
      {
        id: 'editions-tableau',
        title: m.evaluation_editions_table(),
        look: 'table',
        description: '',
        labelHead: m.evaluation_head_edition(),
        heads: [
          m.evaluation_head_ideas(),
          m.evaluation_head_authors(),
          m.evaluation_head_voters(),
          m.evaluation_head_turnout(),
          m.evaluation_head_projects(),
          m.evaluation_head_winners(),
          m.evaluation_head_envelope(),
          m.evaluation_head_delivered(),
          m.evaluation_head_median(),
        ],
        measures: [
          'idees',
          'auteurs',
          'votants',
          'participation',
          'projets',
          'laureats',
          'enveloppe',
          'realises',
          'delai-median',
        ],
        lines: editions.map((one) => ({
          key: one.slug,
          label: one.title,
          given: true,
          cells: [
            number(one.ideas),
            number(one.authors),
            number(one.voters),
            percent(one.turnout),
            number(one.projects),
            number(one.winners),
            money(one.envelope),
            percent(one.deliveredShare),
            days(one.medianDelay),
          ],
        })),
        note: m.evaluation_editions_note(),
      },
    ],
  };
}
