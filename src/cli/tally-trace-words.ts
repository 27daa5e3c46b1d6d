import {
  approximate,
  type BallotKind,
  type Fraction,
  type TallyResult,
  type Turn,
} from '../rooms/tally/index.ts';
import { plain } from './pabulib-words.ts';
import { drawTable, fine, say, sayCriteria, whole } from './tally-figures.ts';
import { describeJudgment, describeYesNo } from './tally-judged-words.ts';
import { describeSchulze, describeStv } from './tally-people-words.ts';
import {
  decisionWords,
  describeTies,
  nameOf,
  scoreWords,
  type Told,
  type Words,
} from './tally-step-words.ts';

/** How a count went, step by step, for a terminal. */
export function describeTrace(result: TallyResult, words: Words): Told {
  switch (result.method) {
    case 'greedy': {
      const table = drawTurns(result.turns, result.kind, words);
      return { table, remarks: describeTies(result.ties) };
    }
    case 'shares':
      return describeShares(result, words);
    case 'phragmen':
      return describePhragmen(result, words);
    case 'judgment':
      return describeJudgment(result, words);
    case 'yes-no':
      return describeYesNo(result, words);
    case 'schulze':
      return describeSchulze(result, words);
    case 'stv':
      return describeStv(result, words);
  }
}

function drawTurns(turns: readonly Turn[], kind: BallotKind, words: Words): string[] {
  const rows = turns.map((turn, at) => [
    `${at + 1}`,
    ...nameOf(turn.project, words),
    whole.format(turn.score),
    words.money(turn.cost),
    words.money(turn.left),
    decisionWords[turn.decision],
  ]);
  const heads = ['Rang', 'Id', 'Projet', scoreWords[kind], 'Coût', 'Reste avant', 'Décision'];
  return drawTable(heads, rows, new Set([0, 3, 4, 5]));
}

function describeShares(result: Extract<TallyResult, { method: 'shares' }>, words: Words): Told {
  const { rounds, losses, completion, kind } = result;
  const bought = rounds.map((round, at) => [
    `${at + 1}`,
    ...nameOf(round.project, words),
    whole.format(round.score),
    words.money(round.cost),
    sayShare(round.price),
    whole.format(round.payers),
    whole.format(round.exhausted),
  ]);
  const lost = losses
    .filter(({ money }) => money !== null)
    .map((loss) => [
      ...nameOf(loss.project, words),
      whole.format(loss.score),
      words.money(loss.cost),
      sayShare(loss.money!),
      `${loss.afterRounds}`,
    ]);
  const table = [
    ...drawTable(
      ['Tour', 'Id', 'Projet', scoreWords[kind], 'Coût', 'Chacun', 'Payent', 'À bout'],
      bought,
      new Set([0, 3, 4, 5, 6, 7]),
    ),
    '',
    'Ce que les soutiens ne pouvaient plus payer :',
    ...drawTable(
      ['Id', 'Projet', scoreWords[kind], 'Coût', 'Il leur restait', 'Après le tour'],
      lost,
      new Set([2, 3, 4, 5]),
    ),
  ];
  if (completion)
    table.push('', 'Le reste, par score :', ...drawTurns(completion.turns, kind, words));
  return {
    table,
    remarks: [
      `Part de chaque personne : ${sayShare(result.firstEndowment)} au départ, ${sayShare(result.endowment)} au décompte retenu (${say(result.runs, 'décompte')})`,
      ...rounds
        .filter(({ tied }) => tied.length > 0)
        .map(({ project, tied }) => `Égalité : ${[project, ...tied].map(plain).join(', ')}`),
      ...(completion ? describeTies(completion.ties) : []),
    ],
  };
}

function describePhragmen(
  { purchases, ties }: Extract<TallyResult, { method: 'phragmen' }>,
  words: Words,
): Told {
  const rows = purchases.map((purchase, at) => [
    `${at + 1}`,
    ...nameOf(purchase.project, words),
    whole.format(purchase.namings),
    words.money(purchase.cost),
    sayShare(purchase.time),
    words.money(purchase.left),
  ]);
  const heads = ['Tour', 'Id', 'Projet', 'Voix', 'Coût', 'Chacun a payé', 'Reste avant'];
  return {
    table: drawTable(heads, rows, new Set([0, 3, 4, 5, 6])),
    remarks: ties.map(({ projects, by }) => {
      return `Égalité : ${projects.map(plain).join(', ')} (${sayCriteria(by)})`;
    }),
  };
}

/** Units of currency to two decimals; the exact fraction is in the result. */
function sayShare(cents: Fraction): string {
  return fine.format(approximate(cents) / 100);
}
