import { readNow } from '../../platform/database/database.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { countIdeasByPlace, countParticipantsByAge } from '../ideas/index.ts';
import { listDepartments } from '../organisations/index.ts';
import type { PublishedTurnout } from '../polls/index.ts';
import { countPublishedDecisions, listDepartmentDelays } from '../review/index.ts';
import { shareGround } from '../spaces/index.routes.ts';
import {
  dayInParis,
  type Edition,
  findPhase,
  isInside,
  listEditions,
  type MapGround,
  matchDistrict,
} from '../spaces/index.ts';
import { findSurveyFigures, type SurveyFigures as SurveyAnswers } from '../surveys/index.ts';
import { describeEditionLines } from './edition-lines.routes.ts';
import {
  countAges,
  countDistricts,
  type DelayLine,
  type EditionFigures,
  type EditionLine,
  type FunnelStep,
  perHead,
  type SurveyFigures,
  shareBeside,
} from './figures.ts';
import { findPopulation } from './population.store.ts';
import type { EditionReport } from './report.ts';

/** Editions set beside each other: the newest. */
const COMPARED = 12;

/** What a report says, read once for all who ask at the same time: adding it all up is some work. */
export const shareFigures = (
  visit: Visit,
  edition: Edition,
  report: Pick<EditionReport, 'runningCost' | 'version'>,
): Promise<EditionFigures> =>
  visit.share(`report figures ${edition.id} ${report.version}`, () =>
    readFigures(visit, edition, report),
  );

/**
 * Everything that the report of an edition says, in a number of queries that does not grow with what it holds. The
 * same for the office and for everybody: nothing of a vote before its result is published (V15), no list before the
 * campaign, no decision before it is published, no small number of people.
 */
async function readFigures(
  visit: Visit,
  edition: Edition,
  report: Pick<EditionReport, 'runningCost'>,
): Promise<EditionFigures> {
  const { db, organisation } = visit;
  const { id } = organisation;
  const [now, opened, population] = await Promise.all([
    readNow(db),
    listEditions(db, id),
    findPopulation(db, id),
  ]);
  const compared = [
    edition,
    ...opened.filter((one) => one.id !== edition.id).slice(0, COMPARED - 1),
  ];
  const day = dayInParis(findPhase(edition, 'collection')?.startsAt ?? edition.openedAt ?? now);
  const inhabitants = population?.inhabitants ?? null;
  const [ages, placed, ground, decided, delays, departments, survey, lines] = await Promise.all([
    countParticipantsByAge(db, id, edition.id, day),
    countIdeasByPlace(db, id, edition.id),
    shareGround(visit),
    countPublishedDecisions(db, id, edition.id),
    listDepartmentDelays(db, id, edition.id),
    listDepartments(db, id),
    findSurveyFigures(db, id, edition.id),
    describeEditionLines(db, id, compared, inhabitants),
  ]);
  const { describe, turnouts, deliveries } = lines;

  const own = describe(edition);
  const turnout = turnouts.get(edition.id) ?? null;
  const delivery = deliveries.get(edition.id);
  const sum = (of: 'people' | 'authors' | 'supporters') =>
    ages.reduce((all, one) => all + one[of], 0);
  const participants = sum('people');
  const ageCounts = countAges(ages);
  const districts = countDistricts(placed, edition.districts, findDistrict(ground, edition));
  const used = turnout?.subject === 'projects' ? turnout.cost : null;
  const channels = Map.groupBy(placed, ({ channel }) => channel);
  return {
    ideas: own.ideas,
    authors: sum('authors'),
    supporters: sum('supporters'),
    participants,
    withoutAccount: placed.reduce((all, one) => all + one.withoutAccount, 0),
    voters: own.voters,
    ages: ageCounts,
    channels: ['web', 'paper', 'workshop', 'import'].map((key) => ({
      key,
      count: (channels.get(key) ?? []).reduce((all, one) => all + one.ideas, 0),
    })),
    districts,
    voteChannels:
      turnout && (turnout.online ?? turnout.paper) !== null
        ? [
            { key: 'online', count: turnout.online },
            { key: 'paper', count: turnout.paper },
          ]
        : [],
    ageShares: shareBeside(ageCounts, participants, { ...population?.ages }),
    districtShares: shareBeside(districts, own.ideas, { ...population?.districts }),
    funnel: listFunnel(own, decided, turnout, delivery?.delivered ?? null),
    reasons: decided.flatMap(({ reason, ideas }) => (reason ? [{ ...reason, ideas }] : [])),
    delays: delays
      .map(({ departmentId, ...line }): DelayLine => {
        const found = departments.find((one) => one.id === departmentId);
        return { department: found?.name ?? '', ...line };
      })
      .sort((a, b) => (b.median ?? -1) - (a.median ?? -1)),
    money: {
      envelope: edition.envelope,
      used,
      committed: delivery && delivery.withCommitted > 0 ? delivery.committed : null,
      spent: delivery && delivery.withSpent > 0 ? delivery.spent : null,
      perInhabitant: perHead(edition.envelope, inhabitants),
      perVoter: perHead(used, own.voters),
      running: report.runningCost,
      runningPerVoter: perHead(report.runningCost, own.voters),
    },
    editions: opened
      .filter((one) => compared.some(({ id: of }) => of === one.id))
      .map(describe)
      .reverse(),
    population,
    survey: survey && tellSurvey(survey),
  };
}

/** null: too few people answered. Texts are read by the office alone. */
function tellSurvey({ answers, questions }: SurveyAnswers): SurveyFigures | null {
  if (answers === null) return null;
  return {
    answers,
    questions: questions
      .filter(({ choices }) => choices.length > 0)
      .map(({ words, choices }) => ({
        words,
        answers: choices.map(({ key, words: said, row, people }) => ({
          key,
          words:
            row && said
              ? {
                  fr: `${row.fr}\u00a0: ${said.fr}`,
                  en: `${row.en || row.fr}: ${said.en || said.fr}`,
                }
              : said,
          count: people,
        })),
      })),
  };
}

function listFunnel(
  { ideas, projects }: EditionLine,
  decided: Awaited<ReturnType<typeof countPublishedDecisions>>,
  turnout: PublishedTurnout | null,
  delivered: number | null,
): FunnelStep[] {
  const all = decided.reduce((sum, one) => sum + one.ideas, 0);
  const inadmissible = decided
    .filter(({ reason }) => reason?.isInadmissible)
    .reduce((sum, one) => sum + one.ideas, 0);
  // people or questions put to the vote are no projects
  const vote = turnout?.subject === 'projects' ? turnout : null;
  return [
    { step: 'ideas', count: ideas },
    // told once every idea has its published answer: before, it would only say how far the study is
    { step: 'admissible', count: all > 0 && all === ideas ? all - inadmissible : null },
    { step: 'projects', count: projects },
    { step: 'voted', count: vote?.options ?? null },
    { step: 'winners', count: vote?.winners ?? null },
    { step: 'delivered', count: delivered },
  ];
}

/** Where an idea is: the outline that holds its point, or a place that names a district. */
function findDistrict({ shapes }: MapGround, { districts }: Edition) {
  const drawn = shapes.filter(({ kind }) => kind === 'district');
  return ({
    place,
    point,
  }: {
    place: string;
    point: { longitude: number; latitude: number } | null;
  }) => {
    const around = point && drawn.find(({ polygons }) => isInside(point, polygons));
    return matchDistrict(around?.name ?? place, districts);
  };
}
