import * as m from '../../paraglide/messages.js';
import { getLocale } from '../../paraglide/runtime.js';
import { type Lettering, openLettering } from '../../platform/pdf/lettering.ts';
import { openTagged } from '../../platform/pdf/tagged-document.ts';
import { excerptOf } from '../../platform/text/excerpt.ts';
import { deriveBrand } from '../../ui/brand.ts';
import { drawQr } from '../../ui/qr-code.tsx';
import { type Box, type Fitted, fitWords, keepLegible } from './fit.ts';
import type { KitTerms, LogoPicture } from './kit-terms.ts';
import { bareAddress, sayTitle, sayVote } from './kit-words.page.ts';
import { PIECES, type PrintedPiece } from './piece.ts';

/** Points of an A4 sheet, in which everything here is measured; the other sheets are the same, larger or smaller. */
const WIDTH = 595.28;
const WIDTHS = { A3: 841.89, A4: WIDTH, A5: 419.53 } as const;
const MARGIN = 40;
const INNER = WIDTH - 2 * MARGIN;
const BAND = 172;
const NUMBER = { x: 415, y: 34, width: 140, height: 104 };
const FOOT = { y: 606, height: 196, side: 160 };
/** Characters of a summary: more of them have no room on any sheet. */
const MOST_TOLD = 1200;
const INK = '#1D2321';
const SOFT = '#4C5652';

type Tag = 'H1' | 'P';
type Put = (tag: Tag, fitted: Fitted, at: { x: number; y: number } & Look) => number;
interface Look {
  colour: string;
  bold?: boolean;
  leading: number;
  /** Lines stand in the middle of so much width. */
  centred?: number;
}

/** A poster or a flyer of one project: whose vote, its number, its title, when and where to vote (R51). */
export async function writePoster(
  piece: PrintedPiece,
  terms: KitTerms,
  logo: LogoPicture | null,
): Promise<Buffer> {
  const { sheet } = PIECES[piece];
  const { organisation, edition, project } = terms;
  const lettering = openLettering(terms.root);
  const { pdf, body, written } = openTagged(
    {
      root: terms.root,
      lang: getLocale(),
      title: `${m.projects_number({ number: project.number })} – ${project.title} – ${edition.title}`,
      madeAt: terms.madeAt,
    },
    { size: sheet, margins: { left: 0, right: 0, top: 0, bottom: 0 } },
  );
  const scale = WIDTHS[sheet] / WIDTH;
  const decorate = (draw: () => void) => {
    pdf.markContent('Artifact', { type: 'Layout' });
    pdf.save().scale(scale);
    draw();
    pdf.restore();
    pdf.endMarkedContent();
  };
  const put: Put = (tag, { lines, size }, { x, y, colour, bold = false, leading, centred }) => {
    const draw = () => {
      pdf.font(bold ? 'strong' : 'text').fontSize(size * scale);
      for (const [at, line] of lines.entries()) {
        const free = centred === undefined ? 0 : centred - lettering.measure(line, size, bold);
        const place = { x: x + free / 2, y: y + at * size * leading };
        pdf.fillColor(colour).text(line, place.x * scale, place.y * scale, { lineBreak: false });
      }
    };
    body.add(pdf.struct(tag, {}, draw));
    return y + lines.length * size * leading;
  };
  const brand = deriveBrand(organisation.colour);
  const ground = brand.ok ? brand.light.soft : '#F2F2EE';

  decorate(() => {
    pdf.rect(0, 0, WIDTH, BAND).fill(organisation.colour);
    pdf.roundedRect(NUMBER.x, NUMBER.y, NUMBER.width, NUMBER.height, 10).fill('#FFFFFF');
    pdf.roundedRect(MARGIN - 14, FOOT.y, INNER + 28, FOOT.height, 12).fill(ground);
  });
  writeSender(terms, logo, lettering, put, decorate, pdf);
  writeNumber(project.number, organisation.colour, lettering, put);
  const titleEnd = put(
    'H1',
    layOut(
      sayTitle(project.title, project.number, lettering),
      { height: 216, largest: 58 },
      lettering,
      {
        smallest: 18,
        leading: 1.12,
        bold: true,
      },
    ),
    { x: MARGIN, y: BAND + 22, colour: INK, bold: true, leading: 1.12 },
  );
  writeAbout(terms, titleEnd, lettering, put);
  writeVote(terms, lettering, put);

  const { units, path } = drawQr(terms.address);
  const at = { x: MARGIN + INNER - FOOT.side, y: FOOT.y + 18 };
  const bbox = [at.x, at.y, at.x + FOOT.side, at.y + FOOT.side].map((one) => one * scale);
  const alt = m.campaign_qr_alt({ address: terms.address });
  body.add(
    pdf.struct('Figure', { alt, bbox: bbox as [number, number, number, number] }, () => {
      pdf.save().scale(scale).translate(at.x, at.y);
      pdf.rect(0, 0, FOOT.side, FOOT.side).fill('#FFFFFF');
      pdf
        .scale(FOOT.side / units)
        .path(path)
        .fill('#000000')
        .restore();
    }),
  );
  decorate(() => pdf.rect(0, WIDTH * Math.SQRT2 - 10, WIDTH, 10).fill(organisation.colour));
  body.end();
  pdf.end();
  return written;
}

function layOut(
  words: string,
  box: Pick<Box, 'height' | 'largest'>,
  lettering: Lettering,
  look: { smallest: number; leading: number; bold?: boolean; width?: number },
): Fitted {
  const { smallest, leading, bold = false, width = INNER } = look;
  return fitWords(words, { ...box, width, smallest, leading }, (part) =>
    lettering.measure(part, 1, bold),
  );
}

/** Whose vote it is: logo, name, edition. */
function writeSender(
  { organisation, edition }: KitTerms,
  logo: LogoPicture | null,
  lettering: Lettering,
  put: Put,
  decorate: (draw: () => void) => void,
  pdf: PDFKit.PDFDocument,
): void {
  const width = NUMBER.x - MARGIN - 24;
  if (logo) {
    const height = 44;
    const wide = Math.min((logo.width / logo.height) * height, width - 16);
    decorate(() => {
      pdf.roundedRect(MARGIN, 30, wide + 16, height + 16, 8).fill('#FFFFFF');
      pdf.image(logo.png, MARGIN + 8, 38, {
        fit: [wide, height],
        align: 'center',
        valign: 'center',
      });
    });
  }
  const white = { x: MARGIN, colour: '#FFFFFF', leading: 1.15 };
  const legible = (words: string) => keepLegible(words, lettering.knows) ?? '';
  const name = layOut(
    legible(organisation.name),
    { height: logo ? 30 : 64, largest: logo ? 22 : 32 },
    lettering,
    {
      smallest: 11,
      leading: 1.15,
      bold: true,
      width,
    },
  );
  const under = put('P', name, { ...white, y: logo ? 98 : 42, bold: true });
  const title = layOut(legible(edition.title), { height: 38, largest: 16 }, lettering, {
    smallest: 9,
    leading: 1.15,
    width,
  });
  put('P', title, { ...white, y: under + 2 });
}

function writeNumber(number: number, colour: string, lettering: Lettering, put: Put): void {
  const room = { smallest: 10, leading: 1.1, width: NUMBER.width - 20 };
  const place = { x: NUMBER.x + 10, colour, leading: 1.1, centred: NUMBER.width - 20 };
  const label = layOut(m.campaign_project(), { height: 20, largest: 16 }, lettering, room);
  put('P', label, { ...place, y: NUMBER.y + 10 });
  const bold = { ...room, bold: true };
  const figure = layOut(
    m.campaign_number({ number }),
    { height: 70, largest: 52 },
    lettering,
    bold,
  );
  // in the middle of what its label leaves
  const y = NUMBER.y + 30 + (70 - figure.size * 1.1 * figure.lines.length) / 2;
  put('P', figure, { ...place, y, bold: true });
}

/** Where it is, what it costs, who brought it, then what it is, as far as there is room. */
function writeAbout({ project }: KitTerms, top: number, lettering: Lettering, put: Put): void {
  const legible = (words: string) => keepLegible(words, lettering.knows) ?? '';
  const marks = [project.where, project.category, project.cost].map(legible);
  const facts = marks.filter((words) => words !== '').join(' · ');
  const names = legible(project.holders.join(', '));
  let y = top + 12;
  if (facts !== '') {
    const fitted = layOut(facts, { height: 44, largest: 17 }, lettering, {
      smallest: 12,
      leading: 1.2,
      bold: true,
    });
    y = put('P', fitted, { x: MARGIN, y, colour: INK, bold: true, leading: 1.2 }) + 4;
  }
  if (names !== '') {
    const words = m.campaign_brought_by({ name: names });
    const fitted = layOut(words, { height: 36, largest: 15 }, lettering, {
      smallest: 12,
      leading: 1.2,
    });
    y = put('P', fitted, { x: MARGIN, y, colour: SOFT, leading: 1.2 }) + 4;
  }
  const room = FOOT.y - 16 - (y + 6);
  const summary = legible(excerptOf(project.summary, MOST_TOLD));
  if (summary === '' || room < 40) return;
  const fitted = layOut(summary, { height: room, largest: 25 }, lettering, {
    smallest: 13.5,
    leading: 1.32,
  });
  put('P', fitted, { x: MARGIN, y: y + 6, colour: INK, leading: 1.32 });
}

function writeVote({ vote, address }: KitTerms, lettering: Lettering, put: Put): void {
  const width = INNER - FOOT.side - 24;
  const x = MARGIN;
  let y = FOOT.y + 20;
  const dates = sayVote(vote) || m.campaign_vote_soon();
  const said = layOut(dates, { height: 84, largest: 26 }, lettering, {
    smallest: 14,
    leading: 1.18,
    bold: true,
    width,
  });
  y = put('P', said, { x, y, colour: INK, bold: true, leading: 1.18 }) + 10;
  const look = { smallest: 8, leading: 1.2, width };
  const invite = layOut(m.campaign_scan(), { height: 40, largest: 15 }, lettering, look);
  y = put('P', invite, { x, y, colour: INK, leading: 1.2 }) + 4;
  const where = layOut(bareAddress(address), { height: 34, largest: 15 }, lettering, {
    ...look,
    bold: true,
  });
  put('P', where, { x, y, colour: INK, bold: true, leading: 1.2 });
}
