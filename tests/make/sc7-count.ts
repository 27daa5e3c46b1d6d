/** SC7 counted with a pencil: nothing here asks the product how. Grades by number, 3 the best; amounts in cents. */
import { takePart } from './sc7-paper.ts';
import { type Judged, PLACES, type Place, PROJECTS } from './sc7-town.ts';

/** The ballots that count, by the channel that the result tells apart. */
export interface Channels {
  online: readonly Judged[];
  paper: readonly Judged[];
  totals: readonly Judged[];
}

export const allOf = ({ online, paper, totals }: Channels): Judged[] => [
  ...online,
  ...paper,
  ...totals,
];

/** Every grade of a project, sorted; 0, the worst, from who took part in its envelope and left it alone. */
export function sortGrades(key: string, place: Place, ballots: readonly Judged[]): number[] {
  return takePart(place, ballots)
    .map((judged) => judged.find((one) => one[0] === key)?.[1] ?? 0)
    .sort((a, b) => a - b);
}

/** The one in the middle, and the lower of two. */
export const medianOf = (sorted: readonly number[]) => sorted[Math.floor((sorted.length - 1) / 2)]!;

/** Medians one after the other, each taken out before the next: the higher series wins. */
function peel(sorted: readonly number[]): number[] {
  const left = [...sorted];
  return Array.from(sorted, () => left.splice(Math.floor((left.length - 1) / 2), 1)[0]!);
}

function comparePeeled(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((grade, place) => grade !== other[place]);
  return at === -1 ? 0 : other[at]! - one[at]!;
}

/** Who wins in a place: down the judgments, whatever fits; of equals the cheaper, then the first of the list. */
export function chooseWinners(place: Place, ballots: readonly Judged[]): string[] {
  const ranked = place.projects
    .map((project) => ({ ...project, peeled: peel(sortGrades(project.key, place, ballots)) }))
    .sort((a, b) => comparePeeled(a.peeled, b.peeled) || a.cost - b.cost);
  return fill(ranked, place.amount);
}

function fill(ranked: readonly { key: string; cost: number }[], amount: number): string[] {
  let left = amount;
  return ranked.flatMap(({ key, cost }) => {
    if (cost > left) return [];
    left -= cost;
    return [key];
  });
}

/** How many ballots give a project one of the two upper mentions. */
export const countFavour = (key: string, ballots: readonly Judged[]) =>
  ballots.filter((judged) => judged.some(([one, grade]) => one === key && grade >= 2)).length;

/** The same ballots as others would have been: a score for each project, and who would have won. */
function convert(
  ballots: readonly Judged[],
  take: (
    preferred: readonly { key: string; grade: number; cost: number }[],
    place: Place,
  ) => Map<string, number>,
) {
  const scores = Object.fromEntries(PROJECTS.map(({ key }) => [key, 0]));
  const winners = PLACES.flatMap((place) => {
    for (const judged of ballots) {
      // the best first; a stable sort leaves equals in the order of the list
      const preferred = place.projects
        .map(({ key, cost }) => ({
          key,
          cost,
          grade: judged.find((one) => one[0] === key)?.[1] ?? 0,
        }))
        .sort((a, b) => b.grade - a.grade);
      for (const [key, points] of take(preferred, place)) scores[key]! += points;
    }
    const ranked = place.projects
      .filter(({ key }) => scores[key]! > 0)
      .sort((a, b) => scores[b.key]! - scores[a.key]! || a.cost - b.cost);
    return fill(ranked, place.amount);
  });
  return { scores, winners };
}

/** (a) three approvals, (b) a basket that fits, (c) three, two and one points. */
export const views = {
  three: (ballots: readonly Judged[]) =>
    convert(ballots, (preferred) => {
      const wanted = preferred.filter(({ grade }) => grade >= 2).slice(0, 3);
      return new Map(wanted.map(({ key }) => [key, 1]));
    }),
  knapsack: (ballots: readonly Judged[]) =>
    convert(ballots, (preferred, { amount }) => {
      const wanted = preferred.filter(({ grade }) => grade >= 2);
      return new Map(fill(wanted, amount).map((key) => [key, 1]));
    }),
  points: (ballots: readonly Judged[]) =>
    convert(ballots, (preferred) => {
      const wanted = preferred.filter(({ grade }) => grade > 0).slice(0, 3);
      return new Map(wanted.map(({ key }, rank) => [key, 3 - rank]));
    }),
};

/** As a page writes a whole number, its spaces made plain. */
export const spell = (number: number) => String(number).replace(/\B(?=(\d{3})+$)/g, ' ');
