/** Signs that every bank of the SEPA area takes (EPC217-08); the others are written with them as closely as may be. */
const SIGNS: Record<string, string> = {
  œ: 'oe',
  Œ: 'OE',
  æ: 'ae',
  Æ: 'AE',
  ß: 'ss',
  ẞ: 'SS',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  ł: 'l',
  Ł: 'L',
  þ: 'th',
  Þ: 'TH',
  ı: 'i',
  '€': 'EUR',
  '&': '+',
  '@': '(at)',
  '°': 'o',
  '’': "'",
  '‘': "'",
  '´': "'",
  '`': "'",
  '«': "'",
  '»': "'",
  '“': "'",
  '”': "'",
  '"': "'",
  '–': '-',
  '—': '-',
  '‑': '-',
  _: '-',
  ';': ',',
  '!': '.',
  '…': '...',
  '[': '(',
  ']': ')',
  '{': '(',
  '}': ')',
};

/** « Élan & Cie, n° 3 » as « Elan + Cie, no 3 », of so many signs at most; '' when nothing of it can be written. */
export function writeSepaText(text: string, length: number): string {
  return [...text.normalize('NFC')]
    .map((sign) => SIGNS[sign] ?? sign)
    .join('')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9/\-?:().,'+ ]/g, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/\/{2,}/g, '/')
    .replace(/^[/ ]+/, '')
    .slice(0, length)
    .replace(/[/ ]+$/, '');
}
