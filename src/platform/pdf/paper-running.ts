import { type Sheet, setFont } from './sheet.ts';

/** What every sheet says again, for the eye: a screen reader hears it once, in the text. */
export interface Running {
  /** At the head, from the second sheet on. */
  head: string;
  foot: string;
  /** `page 2 / 4`. */
  numbered: (page: number, pages: number) => string;
  /** At the foot of a front whose back is written too. */
  overleaf?: string;
  /** Points. */
  size: number;
}

/** Heads and feet, once the number of sheets is known. */
export function writeRunning(
  { pdf, margin, inner, ink, decorate }: Sheet,
  { head, foot, numbered, overleaf, size }: Running,
): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = 1; page <= count; page += 1) {
    pdf.switchToPage(start + page - 1);
    const { margins, height } = pdf.page;
    const below = height - margin - size * 0.4;
    const write = (words: string, y: number, align: 'left' | 'right' | 'center') =>
      decorate(() => {
        const options = { width: inner, align, height: size * 1.5, ellipsis: true };
        setFont(pdf, size).fillColor(ink).text(words, margin, y, options);
      });
    // the foot stands in the white that words never reach
    const kept = margins.bottom;
    margins.bottom = 0;
    if (page > 1) write(head, margin - size * 0.8, 'left');
    write(foot, below, 'left');
    write(numbered(page, count), below, 'right');
    if (overleaf && page % 2 === 1 && page < count) write(overleaf, below, 'center');
    margins.bottom = kept;
  }
}
