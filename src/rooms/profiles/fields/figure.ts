/** How many gave each answer, as it may be told (R95). Pure. */

/** Fewer people than this are not told, and no number moves by fewer. */
export const FEWEST = 5;

/**
 * What is told of one answer now, after what was told before: a number that stands for fewer than five is none, and it
 * moves only once five people at least have come or gone. So neither a number, nor a sum of numbers, nor the difference
 * between two days stands for fewer than five people. No total is told but the sum of what is.
 */
export function tellPeople(told: number, counted: number): number {
  if (Math.abs(counted - told) < FEWEST) return told;
  return counted < FEWEST ? 0 : counted;
}

export interface Figure {
  fieldId: string;
  choice: number;
  people: number;
}

const keyOf = ({ fieldId, choice }: Omit<Figure, 'people'>) => `${fieldId} ${choice}`;

/** Numbers that move, with what they become. */
export function moveFigures(told: readonly Figure[], counted: readonly Figure[]): Figure[] {
  const now = new Map(counted.map((figure) => [keyOf(figure), figure.people]));
  const known = new Set(told.map(keyOf));
  const all = [
    ...told,
    ...counted.filter((one) => !known.has(keyOf(one))).map((one) => ({ ...one, people: 0 })),
  ];
  return all.flatMap((figure) => {
    const people = tellPeople(figure.people, now.get(keyOf(figure)) ?? 0);
    return people === figure.people ? [] : [{ ...figure, people }];
  });
}
