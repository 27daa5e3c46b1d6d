import {
  type GreedyRule,
  isGreedyRule,
  type ReadPabulib,
  type RuleName,
  type TallyResult,
} from '../rooms/tally/index.ts';
import { describePabulibRemark, plain } from './pabulib-words.ts';
import { moneyWriter, say, sayCriteria, whole } from './tally-figures.ts';
import { describeTrace } from './tally-trace-words.ts';

const greedyWords: Record<GreedyRule, string> = {
  greedy: 'par score décroissant, on passe ce qui ne tient pas dans le reste',
  'greedy-noskip': 'par score décroissant, on s’arrête au premier qui ne tient pas',
  'greedy-per-cost': 'par score pour chaque euro, on passe ce qui ne tient pas dans le reste',
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
  if (rule === 'phragmen') return 'Phragmén, on s’arrête au premier qui ne tient pas';
  const [, utility, rest] = rule.split('-');
  const gain = utility === 'cost' ? 'gain compté en coût' : 'gain compté en projets';
  return `parts égales (${gain})${rest ? ` ; ${restWords[rest]}` : ''}`;
}

/** The result of a file as a table to read in a terminal. */
export function describeTally(
  { meta, projects, remarks }: ReadPabulib,
  result: TallyResult,
  elapsedMs: number,
): string[] {
  const money = moneyWriter(meta.get('currency'));
  const names = new Map(projects.map(({ id, name }) => [id, name ?? '']));
  const title = ['description', 'instance'].map((key) => plain(meta.get(key) ?? '')).join(' ');
  const trace = describeTrace(result, { money, names });
  return [
    title.trim(),
    `${say(result.ballots, 'bulletin')} (dont ${say(result.blank, 'blanc')}), ${say(projects.length, 'projet')}, enveloppe ${money(result.budget)}`,
    `Règle ${result.rule} : ${sayRule(result.rule)}`,
    `Égalités : ${sayCriteria(result.tieBreak)}`,
    `Projet sans soutien : ${result.fundUnsupported ? 'retenu s’il tient dans le reste' : 'jamais retenu'}`,
    '',
    ...trace.table,
    '',
    `${say(result.winners.length, 'projet retenu')}, ${money(result.cost)} ; reste ${money(result.left)}`,
    ...trace.remarks,
    ...remarks.map((remark) => `Remarque : ${describePabulibRemark(remark)}`),
    `Dépouillement : ${whole.format(elapsedMs)} ms`,
  ];
}
