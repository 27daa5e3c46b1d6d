/** Addresses that people can read out: `12-jardin-partage`. The number decides, the words are for readers. */

/** Small letters, digits and single hyphens, without accents, at most `length` long; '' when nothing is left. */
export function slugify(text: string, length = 60): string {
  return text
    .replaceAll(/[œŒ]/g, 'oe')
    .replaceAll(/[æÆ]/g, 'ae')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, length)
    .replaceAll(/^-+|-+$/g, '');
}

/** `jardins`, then `jardins-2`…: the first that nothing else is called by. */
export function nextFreeSlug(taken: ReadonlySet<string>, wanted: string): string {
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number += 1)
    if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`;
}

/** `12-jardin-partage`, or `12` when the words leave nothing that an address can hold. */
export function numberedSegment(number: number, words: string): string {
  const slug = slugify(words);
  return slug ? `${number}-${slug}` : String(number);
}

/** The number at the beginning of an address segment; null when there is none that could exist. */
export function readNumber(segment: string): number | null {
  const match = /^([1-9]\d{0,8})(?:-|$)/.exec(segment);
  return match ? Number(match[1]) : null;
}
