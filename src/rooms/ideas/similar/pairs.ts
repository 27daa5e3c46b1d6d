/** Where a page of pairs ends, as its address carries it: what is found meanwhile neither repeats nor hides a pair. */
export interface PairCursor {
  score: number;
  low: string;
  high: string;
}

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

export const writePairCursor = ({ score, low, high }: PairCursor): string =>
  `${score}~${low}~${high}`;

/** null for anything that this list did not write itself: an address is often half copied. */
export function readPairCursor(text: string): PairCursor | null {
  const found = new RegExp(`^((?:0|1)(?:\\.\\d{1,4})?)~(${UUID})~(${UUID})$`).exec(text);
  return found ? { score: Number(found[1]), low: found[2]!, high: found[3]! } : null;
}
