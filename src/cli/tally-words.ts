import {
  type BallotKind,
  type Decision,
  type ReadPabulib,
  type RuleName,
  type TallyResult,
  type TieBreaker,
  writeCents,
} from '../rooms/tally/index.ts';
import { describePabulibRemark, plain } from './pabulib-words.ts';

const ruleWords: Record<RuleName, string> = {
  greedy: 'par score décroissant, on passe ce qui ne tient pas dans le reste',
  'greedy-noskip': 'par score décroissant, on s’arrête au premier qui ne tient pas',
};

const scoreWords: Record<BallotKind, string> = {
  approval: 'Voix',
  'choose-one': 'Voix',
  ordinal: 'Points',
  cumulative: 'Points',
  scoring: 'Points',
};

const decisionWords: Record<Decision, string> = {
  funded: 'retenu',
  'over-budget': 'plus cher que l’enveloppe entière',
  'no-support': 'sans soutien',
  'does-not-fit': 'ne tient pas dans le reste',
  'after-stop': 'après l’arrêt',
};

const tieBreakWords: Record<TieBreaker, string> = {
  'earlier-deposit': 'dépôt le plus ancien',
  'lower-cost': 'coût le plus bas',
  'smaller-id': 'plus petit identifiant',
};

const widestName = 48;
const whole = new Intl.NumberFormat('fr-FR');

/** The result of a file as a table to read in a terminal. */
export function describeTally(
  { meta, projects, remarks }: ReadPabulib,
  result: TallyResult,
  elapsedMs: number,
): string[] {
  const money = moneyWriter(meta.get('currency'));
  const names = new Map(projects.map(({ id, name }) => [id, name ?? '']));
  const title = ['description', 'instance'].map((key) => plain(meta.get(key) ?? '')).join(' ');
  const rows = result.turns.map((turn, at) => [
    `${at + 1}`,
    plain(turn.project),
    shorten(plain(names.get(turn.project) ?? '')),
    whole.format(turn.score),
    money(turn.cost),
    money(turn.left),
    decisionWords[turn.decision],
  ]);
  const decisive = result.ties.filter((tie) => tie.decisive);
  return [
    title.trim(),
    `${say(result.ballots, 'bulletin')} (dont ${say(result.blank, 'blanc')}), ${say(projects.length, 'projet')}, enveloppe ${money(result.budget)}`,
    `Règle ${result.rule} : ${ruleWords[result.rule]}`,
    `Égalités : ${sayCriteria(result.tieBreak)}`,
    `Projet sans soutien : ${result.fundUnsupported ? 'retenu s’il tient dans le reste' : 'jamais retenu'}`,
    '',
    ...drawTable(
      ['Rang', 'Id', 'Projet', scoreWords[result.kind], 'Coût', 'Reste avant', 'Décision'],
      rows,
      new Set([0, 3, 4, 5]),
    ),
    '',
    `${say(result.winners.length, 'projet retenu')}, ${money(result.cost)} ; reste ${money(result.left)}`,
    ...decisive.map(
      ({ score, projects: tied, by }) =>
        `Égalité décisive à ${whole.format(score)} : ${tied.map(plain).join(', ')} (${sayCriteria(by)})`,
    ),
    `${say(result.ties.length, 'égalité départagée')}, dont ${say(decisive.length, 'décisive')}`,
    ...remarks.map((remark) => `Remarque : ${describePabulibRemark(remark)}`),
    `Dépouillement : ${whole.format(elapsedMs)} ms`,
  ];
}

/** '1 projet retenu', '14 projets retenus'. */
function say(count: number, noun: string): string {
  return `${whole.format(count)} ${count < 2 ? noun : noun.replace(/(?= |$)/g, 's')}`;
}

function sayCriteria(criteria: readonly TieBreaker[]): string {
  return criteria.map((criterion) => tieBreakWords[criterion]).join(', puis ');
}

function moneyWriter(currency = ''): (cents: bigint) => string {
  const format = new Intl.NumberFormat(
    'fr-FR',
    /^[A-Z]{3}$/.test(currency) ? { style: 'currency', currency } : { minimumFractionDigits: 2 },
  );
  // Given as a decimal string, the amount is formatted exactly.
  return (cents) => format.format(writeCents(cents) as `${number}`);
}

function shorten(name: string): string {
  const letters = [...name];
  return letters.length > widestName ? `${letters.slice(0, widestName - 1).join('')}…` : name;
}

function drawTable(heads: string[], rows: string[][], toTheRight: ReadonlySet<number>): string[] {
  const widths = heads.map((head, at) =>
    Math.max(head.length, ...rows.map((row) => [...row[at]!].length)),
  );
  return [heads, ...rows].map((row) =>
    row
      .map((cell, at) => {
        const gap = ' '.repeat(widths[at]! - [...cell].length);
        return toTheRight.has(at) ? gap + cell : cell + gap;
      })
      .join('  ')
      .trimEnd(),
  );
}
