/** One spelling of a name: what people hear as the same is the same here (W12). */

/** Letters that no decomposition takes apart. */
const APART: Record<string, string> = {
  ı: 'i',
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
};

/** The words of a name, folded: no case, no accents; hyphens and spaces part them, apostrophes do not. */
export function nameWords(name: string): string[] {
  // plain names are the most of any file
  const folded = /^[a-zA-Z -]*$/.test(name)
    ? name.toLowerCase()
    : name
        .normalize('NFKD')
        .toLowerCase()
        .normalize('NFKD')
        .replaceAll(/[\p{M}\p{Cf}'’ʼ`´]/gu, '')
        .replaceAll(/[ıœæßøłđðþ]/g, (letter) => APART[letter]!);
  return folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** The same without any space: « Le Goff », « Legoff » and « Le-Goff » are one. */
export function nameKey(name: string): string {
  return nameWords(name).join('');
}

/** A number of an elector or member, as typed in any way. */
export function numberKey(number: string): string {
  return number.toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
