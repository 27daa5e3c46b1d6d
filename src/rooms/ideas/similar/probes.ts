/**
 * Which ideas are worth comparing with a text: those that hold its rarest words. What is read is capped before
 * anything is ranked, so that it costs the same among 1,000 ideas and among 100,000.
 */

/** A stem of a text, and how many ideas of the edition hold it. */
export interface HeldStem {
  stem: string;
  ideas: number;
  inTitle: boolean;
}

/** Stems that an idea must all hold to be read. */
export interface Probe {
  stems: readonly string[];
  /** The whole title, or the first words of a long one. */
  wholeTitle: boolean;
}

/** How many ideas may be read for one text, as far as the counts of its words tell. */
const READ_AT_MOST = 2000;
/** Rare words say enough: a long text has no need of all of its own. */
const SINGLE_PROBES = 20;
/** Commoner words are asked for two by two: this many of them make ten pairs. */
const PAIRED_STEMS = 5;
/** Words of one sentence come together more often than chance would have it: by this much, at least. */
const TOGETHER = 4;
/** Words of a title asked for together. */
const TITLE_STEMS = 8;

/**
 * The words of the title together; the rarest stems one by one while the ideas that hold them, counted together,
 * stay under the cap; then, with what is left of it, pairs of the next rarest, which few ideas hold together.
 */
export function chooseProbes(
  stems: readonly HeldStem[],
  total: number,
  most: number = READ_AT_MOST,
): Probe[] {
  const rarest = stems
    .filter(({ ideas }) => ideas > 0)
    .sort((a, b) => a.ideas - b.ideas || (a.stem < b.stem ? -1 : 1));
  const singles: Probe[] = [];
  let read = 0;
  for (const stem of rarest.slice(0, SINGLE_PROBES)) {
    if (read + stem.ideas > most) break;
    read += stem.ideas;
    singles.push(probeOf([stem]));
  }
  const pairs: Probe[] = [];
  const common = rarest.slice(singles.length, singles.length + PAIRED_STEMS);
  if (singles.length < SINGLE_PROBES) {
    for (const [a, b] of pairsOf(common)) {
      const expected = Math.min(a.ideas, b.ideas, (TOGETHER * a.ideas * b.ideas) / total);
      if (read + expected > most) continue;
      read += expected;
      pairs.push(probeOf([a, b]));
    }
  }
  const title = rarest.filter(({ inTitle }) => inTitle).slice(0, TITLE_STEMS);
  return [...(title.length > 1 ? [probeOf(title, true)] : []), ...singles, ...pairs];
}

const probeOf = (stems: readonly HeldStem[], wholeTitle = false): Probe => ({
  stems: stems.map(({ stem }) => stem),
  wholeTitle,
});

/** The pairs of rarest words first. */
function pairsOf(stems: readonly HeldStem[]): [HeldStem, HeldStem][] {
  return stems
    .flatMap((a, index) => stems.slice(index + 1).map((b): [HeldStem, HeldStem] => [a, b]))
    .sort(([a, b], [c, d]) => a.ideas * b.ideas - c.ideas * d.ideas);
}

/** A word in every second idea says little, one in a thousand says much. */
export function weightOf(ideas: number, total: number): number {
  const share = Math.min(0.9, Math.max(ideas / Math.max(total, 1), 0.0005));
  return Math.log(1 / share);
}

/** A probe as PostgreSQL's `tsquery` is written. */
export const writeProbe = ({ stems }: Pick<Probe, 'stems'>): string =>
  stems.map((stem) => `'${stem.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`).join(' & ');
