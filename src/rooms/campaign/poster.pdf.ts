import * as m from '../../paraglide/messages.js';
import { getLocale } from '../../paraglide/runtime.js';
import { openLettering } from '../../platform/pdf/lettering.ts';
import { openTagged } from '../../platform/pdf/tagged-document.ts';
import { deriveBrand } from '../../ui/brand.ts';
import { drawQr } from '../../ui/qr-code.tsx';
import type { KitTerms, LogoPicture, PhotoPicture } from './kit-terms.ts';
import { PIECES, type PrintedPiece } from './piece.ts';
import {
  type Board,
  CODE,
  drawGround,
  WIDTH,
  writeAbout,
  writeFacts,
  writeNumber,
  writePhoto,
  writeSender,
  writeTitle,
  writeVote,
} from './poster-parts.pdf.ts';

/** Points. */
const WIDTHS = { A3: 841.89, A4: WIDTH, A5: 419.53 } as const;

/** A poster or a flyer of one project: whose vote, its number, its title, when and where to vote (R51). */
export async function writePoster(
  piece: PrintedPiece,
  terms: KitTerms,
  logo: LogoPicture | null,
  photo: PhotoPicture | null,
): Promise<Buffer> {
  const { sheet } = PIECES[piece];
  const { edition, organisation, project } = terms;
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
  const board = openBoard(pdf, body, terms, scale);
  const brand = deriveBrand(organisation.colour);
  drawGround(board, brand.ok ? brand.light.soft : '#F2F2EE');
  writeSender(board, logo);
  writeNumber(board);
  const top = writeFacts(board, writeTitle(board, photo !== null));
  const used = photo ? await writePhoto(board, top, photo) : 0;
  writeAbout(board, top, used);
  writeVote(board);
  drawCode(pdf, body, terms.address, scale);
  body.end();
  pdf.end();
  return written;
}

function openBoard(
  pdf: PDFKit.PDFDocument,
  body: PDFKit.PDFStructureElement,
  terms: KitTerms,
  scale: number,
): Board {
  const lettering = openLettering(terms.root);
  return {
    pdf,
    terms,
    lettering,
    decorate(draw) {
      pdf.markContent('Artifact', { type: 'Layout' });
      pdf.save().scale(scale);
      draw();
      pdf.restore();
      pdf.endMarkedContent();
    },
    show(photo, alt, { x, y, width, height }) {
      const [left, top, wide, high] = [x, y, width, height].map((one) => one * scale) as [
        number,
        number,
        number,
        number,
      ];
      const bbox: [number, number, number, number] = [left, top, left + wide, top + high];
      const draw = () => pdf.image(photo, left, top, { width: wide, height: high });
      body.add(pdf.struct('Figure', { alt, bbox }, draw));
    },
    put(tag, { lines, size }, { x, y, colour, bold = false, leading, centred }) {
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
    },
  };
}

/** The code that leads to the project's page, on white, with the address in words for whoever does not see it. */
function drawCode(
  pdf: PDFKit.PDFDocument,
  body: PDFKit.PDFStructureElement,
  address: string,
  scale: number,
): void {
  const { units, path } = drawQr(address);
  const { x, y, side } = CODE;
  const bbox = [x, y, x + side, y + side].map((one) => one * scale);
  const alt = m.campaign_qr_alt({ address });
  body.add(
    pdf.struct('Figure', { alt, bbox: bbox as [number, number, number, number] }, () => {
      pdf.save().scale(scale).translate(x, y);
      pdf.rect(0, 0, side, side).fill('#FFFFFF');
      pdf
        .scale(side / units)
        .path(path)
        .fill('#000000')
        .restore();
    }),
  );
}
