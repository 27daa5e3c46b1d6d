/** French spacing: narrow no-break spaces around high punctuation, no-break in numbers and before units. */
export function setFrench(text: string): string {
  return text
    .replaceAll(/ ([;:!?»%])/g, '\u202f$1')
    .replaceAll('« ', '«\u202f')
    .replaceAll(/(\d) (?=\d{3}(?!\d))/g, '$1\u00a0')
    .replaceAll(/(\d) (?=(?:€|°C|km|kg|m²|h|ans|minutes)(?![\p{L}]))/gu, '$1\u00a0')
    .replaceAll(/(\d\u00a0h) (?=\d)/g, '$1\u00a0');
}
