/** Papers of the demo: one page, a few lines, as a small shop or a bank prints them. */

/** A PDF of these lines, the first one large. */
export function writePaper(lines: readonly string[]): Uint8Array<ArrayBuffer> {
  const [title = '', ...rest] = lines.map(escape);
  const text = `BT /F 18 Tf 40 370 Td (${title}) Tj /F 11 Tf 0 -14 Td 18 TL ${rest
    .map((line) => `T* (${line}) Tj`)
    .join(' ')} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 298 420] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets: string[] = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(`${String(file.length).padStart(10, '0')} 00000 n \n`);
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`;
  const end = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file + table + end, 'latin1'));
}

/** Latin letters with accents are one byte each, as Helvetica draws them; an apostrophe is the plain one, the euro its code. */
const escape = (line: string): string =>
  line
    .replaceAll('’', "'")
    .replaceAll('€', '\u0080')
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .replaceAll(/[\\()]/g, '\\$&');
