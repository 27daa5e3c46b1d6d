import type { TallyResult } from '../rooms/tally/index.ts';
import { drawTable, whole } from './tally-figures.ts';
import { decisionWords, describeTies, nameOf, type Told, type Words } from './tally-step-words.ts';

type ResultBy<Method> = Extract<TallyResult, { method: Method }>;

/** Grades are told by their number, 0 the worst: a result does not know the words of the ballot. */
export function describeJudgment(
  { judged, turns, ties, grades, defaultGrade }: ResultBy<'judgment'>,
  words: Words,
): Told {
  const rows = judged.map(({ project, rank, majorityGrade, profile, missing }, at) => [
    `${rank}`,
    ...nameOf(project, words),
    `${majorityGrade}`,
    profile.map((count) => whole.format(count)).join(' · '),
    whole.format(missing),
    words.money(turns[at]!.cost),
    words.money(turns[at]!.left),
    decisionWords[turns[at]!.decision],
  ]);
  const heads = ['Rang', 'Id', 'Projet', 'Mention', 'Profil', 'Dont non jugé', 'Coût'];
  return {
    table: drawTable([...heads, 'Reste avant', 'Décision'], rows, new Set([0, 3, 4, 5, 6, 7])),
    remarks: [
      `Mentions de 0 (la pire) à ${grades - 1} ; le profil dit combien de fois chacune a été donnée, la pire d’abord`,
      `Projet qu’un bulletin ne juge pas : compté à la mention ${defaultGrade}`,
      ...describeTies(ties),
    ],
  };
}

export function describeYesNo({ answers, turns, ties }: ResultBy<'yes-no'>, words: Words): Told {
  const rows = answers.map(({ project, yes, no, abstained }, at) => [
    `${at + 1}`,
    ...nameOf(project, words),
    whole.format(yes),
    whole.format(no),
    whole.format(abstained),
    words.money(turns[at]!.cost),
    words.money(turns[at]!.left),
    decisionWords[turns[at]!.decision],
  ]);
  const heads = ['Rang', 'Id', 'Projet', 'Oui', 'Non', 'Abstention', 'Coût', 'Reste avant'];
  return {
    table: drawTable([...heads, 'Décision'], rows, new Set([0, 3, 4, 5, 6, 7])),
    remarks: describeTies(ties),
  };
}
