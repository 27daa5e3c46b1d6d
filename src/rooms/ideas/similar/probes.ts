/**
 * Which ideas are worth comparing with a text: those that hold its rarest words. What is read is capped before
 * anything is ranked, so that it costs the same among 1,000 ideas and among 100,000.
 */

/** A stem of a text, and how many ideas of the edition hold it. */
export interface HeldStem {
  stem: string;
  ideas: number;
}

/** Stems that an idea must all hold to be read, and what sharing them says. */
export interface Probe {
  stems: readonly string[];
  weight: number;
}

/** How many ideas may be read for one text, as far as the counts of its words tell. */
const READ_AT_MOST = 2000;
/** Rare words say enough: a long text has no need of all of its own. */
const SINGLE_PROBES = 16;
/** Commoner words are asked for two by two: this many of them make fifteen pairs. */
const PAIRED_STEMS = 6;
/** Words of one sentence come together more often than chance would have it: by this much, at least. */
const TOGETHER = 4;

/**
 * The rarest stems one by one while the ideas that hold them, counted together, stay under the cap; then, with
 * what is left of it, pairs of the next rarest, which few ideas hold together.
 */
export function chooseProbes(
  stems: readonly HeldStem[],
  total: number,
  most: number = READ_AT_MOST,
): Probe[] {
  const rarest = stems
    .filter(({ ideas }) => ideas > 0)
    .sort((a, b) => a.ideas - b.ideas || (a.stem < b.stem ? -1 : 1));
  const probes: Probe[] = [];
  let read = 0;
  let next = 0;
  for (; next < rarest.length && next < SINGLE_PROBES; next += 1) {
    const { stem, ideas } = rarest[next]!;
    if (read + ideas > most) break;
    read += ideas;
    probes.push({ stems: [stem], weight: weightOf(ideas, total) });
  }
  if (probes.length >= SINGLE_PROBES) return probes;
  const common = rarest.slice(next, next + PAIRED_STEMS);
  for (const [a, b] of pairsOf(common)) {
    const expected = Math.min(a.ideas, b.ideas, (TOGETHER * a.ideas * b.ideas) / total);
    if (read + expected > most) continue;
    read += expected;
    probes.push({
      stems: [a.stem, b.stem],
      weight: weightOf(a.ideas, total) + weightOf(b.ideas, total),
    });
  }
  return probes;
}

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
