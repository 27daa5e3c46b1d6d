import * as m from '../../paraglide/messages.js';
import type { Lettering } from '../../platform/pdf/lettering.ts';
import { excerptOf } from '../../platform/text/excerpt.ts';
import { type Box, type Fitted, fitWords, keepLegible } from './fit.ts';
import type { KitTerms, LogoPicture, PhotoPicture } from './kit-terms.ts';
import { bareAddress, sayTitle, sayVote } from './kit-words.page.ts';

/** Points of an A4 sheet, in which everything of a poster is measured; the other sheets are larger or smaller. */
export const WIDTH = 595.28;
const MARGIN = 40;
const INNER = WIDTH - 2 * MARGIN;
const BAND = 172;
const NUMBER = { x: 415, y: 34, width: 140, height: 104 };
const FOOT = { y: 606, height: 196, side: 160 };
/** Where the code stands. */
export const CODE = { x: MARGIN + INNER - FOOT.side, y: FOOT.y + 18, side: FOOT.side } as const;
/** Characters of a summary: more of them have no room on any sheet. */
const MOST_TOLD = 1200;
const INK = '#1D2321';
const SOFT = '#4C5652';

/** What the parts of a poster are drawn on. */
export interface Board {
  pdf: PDFKit.PDFDocument;
  terms: KitTerms;
  lettering: Lettering;
  /** Draws for the eye only, in points of an A4 sheet. */
  decorate(draw: () => void): void;
  /** Sets lines of words; gives back where they end. */
  put(tag: 'H1' | 'P', fitted: Fitted, at: Place): number;
  /** A photo (JPEG), for whoever sees it and for whoever does not. */
  show(
    photo: Buffer,
    alt: string,
    at: { x: number; y: number; width: number; height: number },
  ): void;
}

interface Place {
  x: number;
  y: number;
  colour: string;
  bold?: boolean;
  leading: number;
  /** Lines stand in the middle of so much width. */
  centred?: number;
}

/** What words stand on: a band of the town's colour, the field of the number, the field of the vote. */
export function drawGround({ pdf, terms, decorate }: Board, soft: string): void {
  const { colour } = terms.organisation;
  decorate(() => {
    pdf.rect(0, 0, WIDTH, BAND).fill(colour);
    pdf.roundedRect(NUMBER.x, NUMBER.y, NUMBER.width, NUMBER.height, 10).fill('#FFFFFF');
    pdf.roundedRect(MARGIN - 14, FOOT.y, INNER + 28, FOOT.height, 12).fill(soft);
    pdf.rect(0, WIDTH * Math.SQRT2 - 10, WIDTH, 10).fill(colour);
  });
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
export function writeSender(
  { terms: { organisation, edition }, lettering, put, decorate, pdf }: Board,
  logo: LogoPicture | null,
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

export function writeNumber({ terms, lettering, put }: Board): void {
  const { number } = terms.project;
  const { colour } = terms.organisation;
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

/** The title, as large as it goes beside a photo or without one; gives back where it ends. */
export function writeTitle(
  { terms: { project }, lettering, put }: Board,
  hasPhoto: boolean,
): number {
  const title = sayTitle(project.title, project.number, lettering);
  const look = { smallest: 18, leading: 1.12, bold: true };
  const fitted = layOut(
    title,
    hasPhoto ? { height: 140, largest: 48 } : { height: 216, largest: 58 },
    lettering,
    look,
  );
  return put('H1', fitted, { ...look, x: MARGIN, y: BAND + 22, colour: INK });
}

/** Where it is, what it costs, who brought it; gives back where that ends. */
export function writeFacts({ terms: { project }, lettering, put }: Board, top: number): number {
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
  return y + 6;
}

/** Points between a photo and the words beside it. */
const GAP = 18;
/** Pixels of a point of an A4 sheet: 144 to the inch there, a hundred on A3, for whoever stands before it. */
const FINE = 2;

/** The photo, at the left of what the project is; gives back the width it takes, 0 where nothing of it is drawn. */
export async function writePhoto(
  { terms: { project }, lettering, show }: Board,
  top: number,
  photo: PhotoPicture,
): Promise<number> {
  const room = FOOT.y - 16 - top;
  if (room < 90) return 0;
  const isAlone = keepLegible(project.summary, lettering.knows) === null;
  const width = isAlone ? INNER : INNER / 2;
  const height = Math.min(room, width * 0.8);
  const frame = { width: Math.round(width * FINE), height: Math.round(height * FINE) };
  const bytes = await photo.read(frame);
  if (!bytes) return 0;
  show(bytes, photo.alt, { x: MARGIN, y: top, width, height });
  return width + GAP;
}

/** What it is, as far as there is room beside its photo. */
export function writeAbout(
  { terms: { project }, lettering, put }: Board,
  top: number,
  used: number,
): void {
  const room = FOOT.y - 16 - top;
  const width = INNER - used;
  const summary = keepLegible(excerptOf(project.summary, MOST_TOLD), lettering.knows) ?? '';
  if (summary === '' || room < 40 || width < 100) return;
  const fitted = layOut(summary, { height: room, largest: used > 0 ? 20 : 25 }, lettering, {
    smallest: 13.5,
    leading: 1.32,
    width,
  });
  put('P', fitted, { x: MARGIN + used, y: top, colour: INK, leading: 1.32 });
}

export function writeVote({ terms: { vote, address }, lettering, put }: Board): void {
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
