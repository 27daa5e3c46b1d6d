import { type TieBreaker, writeCents } from '../rooms/tally/index.ts';

export const whole = new Intl.NumberFormat('fr-FR');
/** Two decimals at most. */
export const fine = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 });

const tieBreakWords: Record<TieBreaker, string> = {
  'earlier-deposit': 'dépôt le plus ancien',
  'lower-cost': 'coût le plus bas',
  'public-draw': 'tirage public',
  'smaller-id': 'plus petit identifiant',
};

/** '1 projet retenu', '14 projets retenus'. */
export function say(count: number, noun: string): string {
  return `${whole.format(count)} ${count < 2 ? noun : noun.replace(/(?= |$)/g, 's')}`;
}

export function sayCriteria(criteria: readonly TieBreaker[]): string {
  return criteria.map((criterion) => tieBreakWords[criterion]).join(', puis ');
}

export function moneyWriter(currency = ''): (cents: bigint) => string {
  const format = new Intl.NumberFormat(
    'fr-FR',
    /^[A-Z]{3}$/.test(currency) ? { style: 'currency', currency } : { minimumFractionDigits: 2 },
  );
  // Given as a decimal string, the amount is formatted exactly.
  return (cents) => format.format(writeCents(cents) as `${number}`);
}

export function drawTable(
  heads: string[],
  rows: string[][],
  toTheRight: ReadonlySet<number>,
): string[] {
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
