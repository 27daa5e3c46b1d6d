import { ActiveXml, readXml } from './xml.ts';

const starts = (bytes: Uint8Array, ...signs: number[]) =>
  signs.every((sign, at) => bytes[at] === sign);

/**
 * A picture inside a document, without where and by whom it was taken; null: it is not what its name says.
 * It is not drawn anew: the document says how large it stands.
 */
export function cleanEmbeddedPicture(name: string, bytes: Uint8Array): Uint8Array | null {
  switch (/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase()) {
    case 'jpg':
    case 'jpeg':
    case 'jfif':
      return starts(bytes, 0xff, 0xd8, 0xff) ? cleanJpeg(bytes) : null;
    case 'png':
      return starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) ? cleanPng(bytes) : null;
    case 'gif':
      return starts(bytes, 0x47, 0x49, 0x46, 0x38) ? bytes : null;
    case 'bmp':
      return starts(bytes, 0x42, 0x4d) ? bytes : null;
    case 'emf':
      return starts(bytes, 1, 0, 0, 0) && bytes[40] === 0x20 && bytes[41] === 0x45 ? bytes : null;
    case 'wmf':
      return starts(bytes, 0xd7, 0xcd, 0xc6, 0x9a) || starts(bytes, 1, 0, 9, 0) ? bytes : null;
    case 'svg':
      return cleanSvg(bytes);
    default:
      return null;
  }
}

/** Application segments but those of colour, and comments, are left out. */
function cleanJpeg(bytes: Uint8Array): Uint8Array | null {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1]!;
    // fillers
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = 2 + bytes[at + 2]! * 256 + bytes[at + 3]!;
    if (marker === 0xda) {
      kept.push(bytes.subarray(at));
      return Buffer.concat(kept);
    }
    const personal =
      (marker >= 0xe1 && marker <= 0xef && marker !== 0xe2 && marker !== 0xee) || marker === 0xfe;
    if (!personal) kept.push(bytes.subarray(at, at + length));
    at += length;
  }
  return null;
}

const PERSONAL_CHUNKS = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME'];

function cleanPng(bytes: Uint8Array): Uint8Array | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.readUInt32BE(at);
    const type = view.toString('latin1', at + 4, at + 8);
    if (end > bytes.length) return null;
    if (!PERSONAL_CHUNKS.includes(type)) kept.push(bytes.subarray(at, end));
    // what follows the end is no picture
    if (type === 'IEND') return Buffer.concat(kept);
    at = end;
  }
  return null;
}

function cleanSvg(bytes: Uint8Array): Uint8Array {
  const xml = readXml(bytes);
  if (
    /<(?:[\w.-]+:)?(script|foreignObject|iframe|handler)\b|\son[a-z]+\s*=|(?:java|vb)script:/i.test(
      xml,
    )
  )
    throw new ActiveXml('script in a drawing');
  return Buffer.from(xml);
}
