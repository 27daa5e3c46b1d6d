import {
  type GreedyRule,
  type HouseCount,
  isGreedyRule,
  isSharesRule,
  type OtherRule,
  type ReadPabulib,
  type RuleName,
  type TallyResult,
} from '../rooms/tally/index.ts';
import { describePabulibRemark, plain } from './pabulib-words.ts';
import { moneyWriter, say, sayCriteria, whole } from './tally-figures.ts';
import { describeHouseRules } from './tally-house-words.ts';
import { describeTrace } from './tally-trace-words.ts';

const greedyWords: Record<GreedyRule, string> = {
  greedy: 'par score décroissant, on passe ce qui ne tient pas dans le reste',
  'greedy-noskip': 'par score décroissant, on s’arrête au premier qui ne tient pas',
  'greedy-per-cost': 'par score pour chaque euro, on passe ce qui ne tient pas dans le reste',
  points: 'par points décroissants, on passe ce qui ne tient pas dans le reste',
  borda: 'par points de rang (Borda) décroissants, on passe ce qui ne tient pas dans le reste',
};

const otherWords: Record<OtherRule, string> = {
  phragmen: 'Phragmén, on s’arrête au premier qui ne tient pas',
  'majority-judgment':
    'jugement majoritaire : par mention majoritaire, on passe ce qui ne tient pas dans le reste',
  'yes-no':
    'oui ou non : rejeté sans plus de oui que de non, les autres par écart, on passe ce qui ne tient pas dans le reste',
  schulze: 'Schulze, un seul gagnant, sans égard aux coûts ni à l’enveloppe',
  stv: 'vote transférable (Meek), sans égard aux coûts ni à l’enveloppe',
};

const restWords: Record<string, string> = {
  add1: 'une unité de plus par personne jusqu’au dernier décompte qui tient dans l’enveloppe',
  add1e: 'une unité de plus par personne jusqu’à ce que plus rien ne tienne',
  u: 'le reste par score',
  add1u: 'une unité de plus par personne, puis le reste par score',
  add1eu:
    'une unité de plus par personne jusqu’à ce que plus rien ne tienne, puis le reste par score',
};

function sayRule(rule: RuleName): string {
  if (isGreedyRule(rule)) return greedyWords[rule];
  if (!isSharesRule(rule)) return otherWords[rule];
  const [, utility, rest] = rule.split('-');
  const gain = utility === 'cost' ? 'gain compté en coût' : 'gain compté en projets';
  return `parts égales (${gain})${rest ? ` ; ${restWords[rest]}` : ''}`;
}

/** The result of a file as a table to read in a terminal. */
export function describeTally(
  { meta, projects, remarks, election }: Omit<ReadPabulib, 'ok'>,
  result: TallyResult,
  house: HouseCount | null,
  elapsedMs: number,
): string[] {
  const money = moneyWriter(meta.get('currency'));
  const names = new Map(projects.map(({ id, name }) => [id, name ?? '']));
  const title = ['description', 'instance'].map((key) => plain(meta.get(key) ?? '')).join(' ');
  const words = { money, names };
  const trace = describeTrace(result, words);
  const { ballots } = election;
  const { winners, cost, left } = house ?? result;
  return [
    title.trim(),
    `${say(ballots.count, 'bulletin')} (dont ${say(ballots.blank, 'blanc')}), ${say(projects.length, 'projet')}, enveloppe ${money(election.budget)}`,
    `Règle ${result.rule} : ${sayRule(result.rule)}`,
    `Égalités : ${sayCriteria(result.tieBreak)}`,
    `Projet sans soutien : ${result.fundUnsupported ? 'retenu s’il tient dans le reste' : 'jamais retenu'}`,
    ...(result.seats === undefined ? [] : [`Places : ${result.seats} au plus`]),
    '',
    ...trace.table,
    '',
    `${say(winners.length, 'projet retenu')}, ${money(cost)} ; reste ${money(left)}`,
    ...(house ? describeHouseRules(house, ballots.count, words) : []),
    ...trace.remarks,
    ...remarks.map((remark) => `Remarque : ${describePabulibRemark(remark)}`),
    `Dépouillement : ${whole.format(elapsedMs)} ms`,
  ];
}
