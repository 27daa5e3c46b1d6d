import * as m from '../../paraglide/messages.js';
import { formatNumber, formatPercent } from '../../ui/format.ts';
import { type Chapter, number, type Part, percent, told, toldShare } from './chapter.ts';
import type { EditionFigures, SharePair } from './figures.ts';
import type { AgeBand } from './population.ts';

/** As said in a sentence and at the head of a line. */
export const ageWords: Record<AgeBand, () => string> = {
  '0-17': m.evaluation_age_0_17,
  '18-25': m.evaluation_age_18_25,
  '26-39': m.evaluation_age_26_39,
  '40-59': m.evaluation_age_40_59,
  '60-74': m.evaluation_age_60_74,
  '75': m.evaluation_age_75,
};
const sayAge = (key: string) =>
  key === '' ? m.evaluation_age_unknown() : ageWords[key as AgeBand]();

/** Key of those whose age or district is not known. */
const UNKNOWN = 'non-connu';

const channelWords: Record<string, () => string> = {
  web: m.evaluation_channel_web,
  paper: m.evaluation_channel_paper,
  workshop: m.evaluation_channel_workshop,
  import: m.evaluation_channel_import,
};

export function describePeople(figures: EditionFigures): Chapter {
  const { ages, channels, districts, voteChannels } = figures;
  const parts: Part[] = [
    {
      id: 'participation-ensemble',
      title: m.evaluation_people_table(),
      look: 'facts',
      description: '',
      labelHead: m.evaluation_head_measure(),
      heads: [m.evaluation_head_count()],
      measures: ['nombre'],
      lines: [
        { key: 'idees', label: m.evaluation_people_ideas(), cells: [number(figures.ideas)] },
        { key: 'auteurs', label: m.evaluation_people_authors(), cells: [number(figures.authors)] },
        {
          key: 'soutiens',
          label: m.evaluation_people_supporters(),
          cells: [number(figures.supporters)],
        },
        {
          key: 'participants',
          label: m.evaluation_people_participants(),
          cells: [number(figures.participants)],
        },
        ...(figures.voters === null
          ? []
          : [
              {
                key: 'votants',
                label: m.evaluation_people_voters(),
                cells: [number(figures.voters)],
              },
            ]),
      ],
      ...(figures.withoutAccount > 0 && {
        note: m.evaluation_people_without_account({ number: formatNumber(figures.withoutAccount) }),
      }),
    },
  ];
  if (ages.length > 0)
    parts.push({
      id: 'participation-ages',
      title: m.evaluation_ages(),
      look: 'bars',
      description: m.evaluation_ages_description(),
      labelHead: m.evaluation_head_age(),
      heads: [m.evaluation_head_people()],
      measures: ['personnes'],
      lines: ages.map(({ key, count }) => ({
        key: key || UNKNOWN,
        label: sayAge(key),
        cells: [told(count)],
      })),
      note: m.evaluation_ages_note(),
    });
  parts.push({
    id: 'participation-canaux',
    title: m.evaluation_channels(),
    look: 'bars',
    description: m.evaluation_channels_description(),
    labelHead: m.evaluation_head_channel(),
    heads: [m.evaluation_head_ideas()],
    measures: ['idees'],
    lines: channels.map(({ key, count }) => ({
      key,
      label: channelWords[key]?.() ?? key,
      cells: [number(count)],
    })),
  });
  if (districts.length > 0)
    parts.push({
      id: 'participation-quartiers',
      title: m.evaluation_districts(),
      look: 'bars',
      description: m.evaluation_districts_description(),
      labelHead: m.evaluation_head_district(),
      heads: [m.evaluation_head_ideas()],
      measures: ['idees'],
      lines: districts.map(({ key, count }) => ({
        key: key || UNKNOWN,
        label: key || m.evaluation_district_unknown(),
        cells: [number(count)],
      })),
    });
  if (voteChannels.length > 0)
    parts.push({
      id: 'participation-vote',
      title: m.evaluation_vote_channels(),
      look: 'bars',
      description: m.evaluation_vote_channels_description(),
      labelHead: m.evaluation_head_channel(),
      heads: [m.evaluation_head_voters()],
      measures: ['votants'],
      lines: voteChannels.map(({ key, count }) => ({
        key,
        label: key === 'online' ? m.evaluation_vote_online() : m.evaluation_vote_paper(),
        cells: [told(count)],
      })),
    });
  return {
    id: 'participation',
    title: m.evaluation_people_title(),
    sentences: [
      figures.voters === null ? m.evaluation_people_before_result() : m.evaluation_people_lead(),
    ],
    parts,
  };
}

/** Sentences of a chapter: the widest gaps first, no more than these. */
const SENTENCES = 3;

/** Shares of those who took part beside those of the population: bars, and the widest gaps in a sentence (R88). */
export function describeRepresentativity(figures: EditionFigures): Chapter {
  const { population, ageShares, districtShares } = figures;
  const parts: Part[] = [];
  const pairs = (
    part: Pick<Part, 'id' | 'title' | 'labelHead'> & { head: string; measure: string },
    of: readonly SharePair[],
    say: (key: string) => string,
  ) => {
    const { head, measure, ...rest } = part;
    parts.push({
      ...rest,
      look: 'pairs',
      description: m.evaluation_pairs_description(),
      heads: [m.evaluation_head_population(), head],
      measures: ['population', measure],
      lines: of.map((pair) => ({
        key: pair.key || UNKNOWN,
        label: say(pair.key),
        cells: [percent(pair.population), toldShare(pair.participants)],
      })),
      ...(population && {
        note: m.evaluation_population_source({
          source: population.source,
          year: String(population.year),
        }),
      }),
    });
  };
  if (ageShares.length > 0)
    pairs(
      {
        id: 'representativite-ages',
        title: m.evaluation_share_ages(),
        labelHead: m.evaluation_head_age(),
        head: m.evaluation_head_participants(),
        measure: 'participants',
      },
      ageShares,
      sayAge,
    );
  if (districtShares.length > 0)
    pairs(
      {
        id: 'representativite-quartiers',
        title: m.evaluation_share_districts(),
        labelHead: m.evaluation_head_district(),
        head: m.evaluation_head_ideas(),
        measure: 'idees',
      },
      districtShares,
      (key) => key,
    );
  return {
    id: 'representativite',
    title: m.evaluation_share_title(),
    sentences:
      parts.length === 0
        ? [population ? m.evaluation_share_nobody() : m.evaluation_share_no_population()]
        : [
            ...widest(ageShares).map((pair) =>
              m.evaluation_share_age_sentence({
                ...sayShares(pair),
                band: ageWords[pair.key as AgeBand](),
              }),
            ),
            ...widest(districtShares)
              .slice(0, 1)
              .map((pair) =>
                m.evaluation_share_district_sentence({ ...sayShares(pair), district: pair.key }),
              ),
          ],
    parts,
  };
}

const sayShares = ({ population, participants }: SharePair) => ({
  population: formatPercent(Math.round(population * 100) / 100),
  participants: formatPercent(Math.round((participants ?? 0) * 100) / 100),
});

const widest = (pairs: readonly SharePair[]): SharePair[] =>
  pairs
    .filter(({ participants }) => participants !== null)
    .toSorted(
      (a, b) => Math.abs(b.participants! - b.population) - Math.abs(a.participants! - a.population),
    )
    .slice(0, SENTENCES);
