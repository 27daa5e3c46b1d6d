/** What is published as files, in which order, and how files are named in addresses. Pure. */

/** In the order of a cycle; what another room adds follows. */
const ORDER =
  'editions idees decisions projets scrutins resultats realisations etapes nouvelles bilans questionnaires actualites rencontres services';

export function inOrder<Set extends { key: string }>(sets: readonly Set[]): Set[] {
  const keys = ORDER.split(' ');
  const place = ({ key }: Set) => (keys.includes(key) ? keys.indexOf(key) : keys.length);
  return [...sets].sort((one, other) => place(one) - place(other));
}

/** Files of sets that one reader may fetch in ten minutes; a zip of everything weighs as ten. */
export const READS = { hits: 120, seconds: 600, zipWeight: 10 } as const;

/** `idees.csv` → its set and format; null: neither could be one. */
export function readFileName(file: string): { key: string; extension: string } | null {
  const match = /^([a-z-]{1,40})\.([a-z]{1,10})$/.exec(file);
  return match ? { key: match[1]!, extension: match[2]! } : null;
}

/** Whether a reader holds this version already (RFC 9110, 13.1.2: compared weakly). */
export function holdsVersion(ifNoneMatch: string | null, tag: string): boolean {
  if (ifNoneMatch === null) return false;
  const bare = (one: string) => one.trim().replace(/^W\//, '');
  return ifNoneMatch.split(',').some((one) => one.trim() === '*' || bare(one) === bare(tag));
}
