import { type Lettering, openLettering } from '../../platform/pdf/lettering.ts';
import { fitWords, keepLegible } from './fit.ts';
import type { LogoPicture, Sender } from './kit-terms.ts';
import { PIECES, type PicturePiece } from './piece.ts';

/** What a picture for networks says: of a project, or of a whole vote. */
export interface PictureTerms {
  /** Folder of the installation. */
  root: string;
  organisation: Sender;
  /** Over the number, and the number; of a whole vote there is none. */
  number: { label: string; figure: string } | null;
  kicker: string;
  title: string;
  foot: string;
}

/** The field of a photo, in pixels: the words give it room. */
export const PHOTO_FIELDS = {
  'picture-wide': { x: 340, y: 0, width: 860, height: 250 },
  'picture-square': { x: 0, y: 300, width: 1080, height: 330 },
} as const satisfies Record<PicturePiece, Place>;

const PAPER = '#FBF9F4';
const INK = '#1D2321';
/** What is still read where a network shows a picture 360 pixels wide: twelve pixels there. */
const SMALLEST = { 'picture-wide': 40, 'picture-square': 36 } as const;

interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where each thing stands, in pixels. */
const PLACES = {
  'picture-wide': {
    band: { x: 0, y: 0, width: 340, height: 630 },
    number: { x: 40, y: 52, width: 260, height: 250 },
    sender: { x: 40, y: 380, width: 260, height: 200 },
    kicker: { x: 388, y: 44, width: 764, height: 54 },
    title: { x: 388, y: 112, width: 764, height: 360 },
    foot: { x: 388, y: 488, width: 764, height: 104 },
  },
  'picture-square': {
    band: { x: 0, y: 0, width: 1080, height: 300 },
    number: { x: 60, y: 40, width: 440, height: 220 },
    sender: { x: 560, y: 60, width: 460, height: 180 },
    kicker: { x: 60, y: 336, width: 960, height: 52 },
    title: { x: 60, y: 404, width: 960, height: 480 },
    foot: { x: 60, y: 908, width: 960, height: 124 },
  },
} as const satisfies Record<PicturePiece, Record<string, Place>>;

/** The same beside a photo. */
const LOWER = {
  'picture-wide': {
    kicker: { x: 388, y: 272, width: 764, height: 50 },
    title: { x: 388, y: 328, width: 764, height: 182 },
    foot: { x: 388, y: 520, width: 764, height: 92 },
  },
  'picture-square': {
    kicker: { x: 60, y: 660, width: 960, height: 50 },
    title: { x: 60, y: 718, width: 960, height: 196 },
    foot: { x: 60, y: 926, width: 960, height: 116 },
  },
} as const satisfies Record<PicturePiece, Record<string, Place>>;

/** A drawing with letters as outlines, in the colour of the organisation, with its logo (R51, R41). */
export function drawSharePicture(
  piece: PicturePiece,
  terms: PictureTerms,
  logo: LogoPicture | null,
  /** JPEG of `PHOTO_FIELDS`. */
  photo: Buffer | null = null,
): string {
  const { organisation, number } = terms;
  const { width, height } = PIECES[piece];
  const places = { ...PLACES[piece], ...(photo && LOWER[piece]) };
  const write = writer(openLettering(terms.root), SMALLEST[piece]);
  const { band } = places;
  const field = PHOTO_FIELDS[piece];
  const white = '#FFFFFF';
  // without a number, the sender has the whole band
  const sender = number ? places.sender : { ...places.number, width: places.sender.width };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${PAPER}"/>`,
    `<rect x="${band.x}" y="${band.y}" width="${band.width}" height="${band.height}" fill="${organisation.colour}"/>`,
    ...(photo
      ? [
          `<image x="${field.x}" y="${field.y}" width="${field.width}" height="${field.height}" href="data:image/jpeg;base64,${photo.toString('base64')}"/>`,
        ]
      : []),
    ...(number
      ? [
          write(number.label, { ...places.number, height: 60 }, { largest: 54, colour: white }),
          write(
            number.figure,
            { ...places.number, y: places.number.y + 66, height: places.number.height - 66 },
            { largest: 170, colour: white, bold: true },
          ),
        ]
      : []),
    ...drawSender(organisation.name, logo, sender, write),
    write(terms.kicker, places.kicker, { largest: 42, colour: '#4C5652' }),
    write(terms.title, places.title, { largest: 92, colour: INK, bold: true, leading: 1.1 }),
    write(terms.foot, places.foot, { largest: 52, colour: organisation.colour, bold: true }),
    '</svg>',
  ].join('');
}

interface Look {
  largest: number;
  colour: string;
  bold?: boolean;
  leading?: number;
}
type Write = (words: string, place: Place, look: Look) => string;

function writer(lettering: Lettering, smallest: number): Write {
  return (words, place, { largest, colour, bold = false, leading = 1.15 }) => {
    const legible = keepLegible(words, lettering.knows);
    if (legible === null) return '';
    const box = { ...place, largest, smallest: Math.min(smallest, largest), leading };
    const { lines, size } = fitWords(legible, box, (part) => lettering.measure(part, 1, bold));
    const path = lines
      .map((line, at) =>
        lettering.outline(line, {
          x: place.x,
          y: place.y + size * (0.86 + at * leading),
          size,
          bold,
        }),
      )
      .join('');
    return `<path d="${path}" fill="${colour}"/>`;
  };
}

/** The logo on white, whatever its colours; the name where there is none. */
function drawSender(name: string, logo: LogoPicture | null, place: Place, write: Write): string[] {
  if (!logo) return [write(name, place, { largest: 52, colour: '#FFFFFF', bold: true })];
  const pad = 16;
  const room = { width: place.width - 2 * pad, height: place.height - 2 * pad };
  const scale = Math.min(room.width / logo.width, room.height / logo.height);
  const size = { width: logo.width * scale, height: logo.height * scale };
  const [x, y] = [place.x, place.y + place.height - size.height - 2 * pad];
  return [
    `<rect x="${x}" y="${y}" width="${size.width + 2 * pad}" height="${size.height + 2 * pad}" rx="16" fill="#FFFFFF"/>`,
    `<image x="${x + pad}" y="${y + pad}" width="${size.width}" height="${size.height}" href="data:image/png;base64,${logo.png.toString('base64')}"/>`,
  ];
}
