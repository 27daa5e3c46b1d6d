import type { TallyResult, TieBreaker } from '../rooms/tally/index.ts';
import { plain } from './pabulib-words.ts';
import { drawTable, fine, say, sayCriteria, whole } from './tally-figures.ts';
import { nameOf, type Told, type Words } from './tally-step-words.ts';

type ResultBy<Method> = Extract<TallyResult, { method: Method }>;

/** Duels won and lost by each, and how the winner stands against them, by a path if need be. */
export function describeSchulze(result: ResultBy<'schulze'>, words: Words): Told {
  const { candidates, preferences, strengths, winner, condorcetWinner, tie } = result;
  const first = winner === null ? -1 : candidates.indexOf(winner);
  const rows = result.ranks.flatMap((rank, at) =>
    rank.map((id) => {
      const row = candidates.indexOf(id);
      const duels = candidates.map(
        (_, other) => preferences[row]![other]! - preferences[other]![row]!,
      );
      const against = (matrix: ResultBy<'schulze'>['preferences']) =>
        first < 0 || first === row
          ? ''
          : `${whole.format(matrix[first]![row]!)} à ${whole.format(matrix[row]![first]!)}`;
      return [
        `${at + 1}`,
        ...nameOf(id, words),
        `${duels.filter((duel) => duel > 0).length}`,
        `${duels.filter((duel) => duel < 0).length}`,
        against(preferences),
        against(strengths),
      ];
    }),
  );
  const heads = ['Rang', 'Id', 'Projet', 'Duels gagnés', 'Perdus', 'Face au premier', 'Par chemin'];
  return {
    table: drawTable(heads, rows, new Set([0, 3, 4, 5, 6])),
    remarks: [
      ...(condorcetWinner === null
        ? ['Personne ne gagne tous ses duels : les chemins les plus forts décident']
        : [`${plain(condorcetWinner)} gagne tous ses duels`]),
      ...(tie ? [sayTie(tie.candidates, tie.by)] : ['Aucune égalité à départager']),
    ],
  };
}

const standingWords: Record<ResultBy<'stv'>['standings'][number]['standing'], string> = {
  hopeful: 'en lice',
  elected: 'élu',
  'elected-last': 'élu sans le quota, il restait une place',
  excluded: 'éliminé',
  'runner-up': 'encore en lice à la dernière place prise',
};

/** The rounds of a transferable vote, then how each candidate ended. */
export function describeStv(result: ResultBy<'stv'>, words: Words): Told {
  const { rounds, standings, seats, unsupported } = result;
  const turns = rounds.map(({ quota, exhausted, elected, excluded }, at) => [
    `${at + 1}`,
    sayVotes(quota),
    sayVotes(exhausted),
    elected.map(plain).join(', '),
    plain(excluded ?? ''),
  ]);
  const last = new Map(rounds.at(-1)?.tallies.map(({ candidate, votes }) => [candidate, votes]));
  const ends = standings.map(({ candidate, standing }) => [
    ...nameOf(candidate, words),
    sayVotes(last.get(candidate) ?? 0n),
    standingWords[standing],
  ]);
  return {
    table: [
      ...drawTable(['Tour', 'Quota', 'Sans suite', 'Élus', 'Éliminé'], turns, new Set([0, 1, 2])),
      '',
      ...drawTable(['Id', 'Projet', 'Voix au dernier tour', 'Sort'], ends, new Set([2])),
    ],
    remarks: [
      `${say(seats, 'place')} à pourvoir`,
      ...(unsupported.length > 0
        ? [`Classés par personne, hors du décompte : ${unsupported.map(plain).join(', ')}`]
        : []),
      ...rounds.flatMap(({ tie }) => (tie ? [sayTie(tie.candidates, tie.by)] : [])),
    ],
  };
}

/** Billionths of a vote. */
function sayVotes(billionths: bigint): string {
  const digits = `${billionths}`.padStart(10, '0');
  return fine.format(`${digits.slice(0, -9)}.${digits.slice(-9)}` as `${number}`);
}

function sayTie(ids: readonly string[], by: readonly TieBreaker[]): string {
  return `Égalité : ${ids.map(plain).join(', ')} (${sayCriteria(by)})`;
}
