/** An address as French mail machines read it: NF Z 10-011, at most six lines of 38 characters. */

interface Addressee {
  lastName: string;
  usedName: string;
  firstNames: string;
  address: string;
  postcode: string;
  town: string;
}

const LINE_LENGTH = 38;
const MOST_LINES = 6;

/** Who, where, and the town at the end in capitals without punctuation. Empty lines are left out. */
export function listAddressLines(to: Addressee): string[] {
  const [first = ''] = to.firstNames.trim().split(/[\s,]+/);
  const who = `${first} ${to.usedName || to.lastName}`.trim();
  const where = to.address
    // « 12 bis, rue » is one line
    .replaceAll(/(\d(?:\s*(?:bis|ter|quater))?)\s*,\s*(?=\p{L})/giu, '$1 ')
    .split(/\r?\n|,/)
    .map(plainCapitals)
    .filter((line) => line !== '');
  const town = plainCapitals(`${to.postcode} ${to.town}`);
  const lines = [...fold(who), ...where.flatMap(fold)].slice(0, MOST_LINES - 1);
  return [...lines, town.slice(0, LINE_LENGTH)].filter((line) => line !== '');
}

/** The standard wants no sign of punctuation from the street on. */
function plainCapitals(text: string): string {
  return text
    .replaceAll(/[.;:"()/\\]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLocaleUpperCase('fr');
}

/** Cut between words; a word longer than a line is cut where the line ends. */
function fold(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > LINE_LENGTH) {
      lines.push(line);
      line = '';
    }
    line = (line === '' ? word : `${line} ${word}`).slice(0, LINE_LENGTH);
  }
  return line === '' ? lines : [...lines, line];
}
