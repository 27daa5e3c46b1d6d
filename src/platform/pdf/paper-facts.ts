import { type Sheet, setFont } from './sheet.ts';

export interface Fact {
  term: string;
  detail: string;
}

/** Points between two lines, the rule in the middle. */
const BETWEEN = 12;
const GAP = 2;

/** Terms at the left, what they are at the right, a thin line above each. None is cut in two by the end of a sheet. */
export function drawFacts(sheet: Sheet, items: readonly Fact[], share = 0.4): void {
  const { pdf, body, margin, inner, ink, soft, size } = sheet;
  const halves = {
    Lbl: { at: margin, width: inner * (share - 0.02), align: 'left', bold: false, colour: soft },
    LBody: {
      at: margin + inner * share,
      width: inner * (1 - share),
      align: 'right',
      bold: true,
      colour: ink,
    },
  } as const;
  type Tag = keyof typeof halves;
  const heightOf = (tag: Tag, words: string) =>
    setFont(pdf, size, halves[tag].bold).heightOfString(words, {
      width: halves[tag].width,
      lineGap: GAP,
    });
  const list = pdf.struct('L');
  body.add(list);
  for (const { term, detail } of items) {
    sheet.makeRoom(BETWEEN + Math.max(heightOf('Lbl', term), heightOf('LBody', detail)));
    sheet.decorate(() =>
      pdf
        .moveTo(margin, pdf.y + BETWEEN / 2)
        .lineTo(margin + inner, pdf.y + BETWEEN / 2)
        .lineWidth(0.75)
        .stroke(sheet.line),
    );
    const top = pdf.y + BETWEEN;
    let bottom = top;
    const half = (tag: Tag, words: string) =>
      pdf.struct(tag, {}, () => {
        const { at, width, align, bold, colour } = halves[tag];
        setFont(pdf, size, bold)
          .fillColor(colour)
          .text(words, at, top, { width, align, lineGap: GAP });
        bottom = Math.max(bottom, pdf.y);
      });
    list.add(pdf.struct('LI', {}, [half('Lbl', term), half('LBody', detail)]));
    pdf.y = bottom;
  }
  list.end();
}
