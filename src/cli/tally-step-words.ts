import type { BallotKind, BrokenTie, Decision } from '../rooms/tally/index.ts';
import { plain } from './pabulib-words.ts';
import { say, sayCriteria, whole } from './tally-figures.ts';

export const scoreWords: Record<BallotKind, string> = {
  approval: 'Voix',
  'choose-one': 'Voix',
  ordinal: 'Points',
  cumulative: 'Points',
  scoring: 'Points',
  judgment: 'Mention',
  'yes-no': 'Écart',
};

export const decisionWords: Record<Decision, string> = {
  funded: 'retenu',
  'over-budget': 'plus cher que tout ce qui était à répartir',
  'no-support': 'sans soutien',
  'does-not-fit': 'ne tient pas dans le reste',
  'after-stop': 'après l’arrêt',
  'seats-taken': 'toutes les places sont prises',
  rejected: 'rejeté : pas plus de oui que de non',
};

const widestName = 48;

export interface Words {
  money: (cents: bigint) => string;
  /** Names of projects by id. */
  names: ReadonlyMap<string, string>;
}

export interface Told {
  table: string[];
  remarks: string[];
}

export function describeTies(ties: readonly BrokenTie[]): string[] {
  const decisive = ties.filter((tie) => tie.decisive);
  return [
    ...decisive.map(
      ({ score, projects, by }) =>
        `Égalité décisive à ${score === null ? 'rapport égal' : whole.format(score)} : ${projects.map(plain).join(', ')} (${sayCriteria(by)})`,
    ),
    `${say(ties.length, 'égalité départagée')}, dont ${say(decisive.length, 'décisive')}`,
  ];
}

export function nameOf(id: string, { names }: Words): [string, string] {
  const letters = [...plain(names.get(id) ?? '')];
  const short =
    letters.length > widestName
      ? `${letters.slice(0, widestName - 1).join('')}…`
      : letters.join('');
  return [plain(id), short];
}
