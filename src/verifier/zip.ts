/**
 * Opens a zip without trusting it: sizes are bounded before a byte is unpacked, folders in names are
 * ignored, nothing is written anywhere. Only what bundles use: stored or deflated entries, no ZIP64.
 * (PKWARE APPNOTE 6.3, parts 4.3.7, 4.3.12 and 4.3.16)
 */
import { Inflate } from 'fflate';

/** What stops everything: there is no bundle to check here. */
export class Unusable extends Error {
  readonly words_en: string;
  constructor(words: string, words_en: string) {
    super(words);
    this.name = 'Unusable';
    this.words_en = words_en;
  }
}

/** In bytes. A bundle of a million ballots holds about 400 MB. */
export const MOST = { archive: 512 * 2 ** 20, unpacked: 2 ** 30, files: 200 };

export interface OpenedZip {
  files: ReadonlyMap<string, Uint8Array>;
  /** Names that stand more than once; the first one was kept. */
  twice: readonly string[];
}

interface Entry {
  name: string;
  method: number;
  crc: number;
  packed: number;
  unpacked: number;
  /** Where its local header stands. */
  at: number;
}

export function openZip(archive: Uint8Array): OpenedZip {
  if (archive.length > MOST.archive)
    throw new Unusable('L’archive est trop grande.', 'The archive is too large.');
  const entries = listEntries(archive).filter(({ name }) => isFile(name));
  if (entries.length > MOST.files)
    throw new Unusable('L’archive contient trop de fichiers.', 'The archive holds too many files.');
  if (entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > MOST.unpacked)
    throw new Unusable(
      'L’archive est trop grande une fois dépliée.',
      'The archive is too large once unpacked.',
    );
  const files = new Map<string, Uint8Array>();
  const twice: string[] = [];
  for (const entry of entries) {
    const name = entry.name.split(/[/\\]/).at(-1)!;
    if (files.has(name)) twice.push(name);
    else files.set(name, unpack(archive, entry));
  }
  return { files, twice };
}

/** Folders, and what macOS adds to an archive it packs anew, are no files of a bundle. */
function isFile(name: string): boolean {
  return !name.endsWith('/') && !/(^|\/)(__MACOSX\/|\._|\.DS_Store$)/.test(name);
}

function listEntries(archive: Uint8Array): Entry[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.length);
  let end = archive.length - 22;
  const last = Math.max(0, end - 0xffff);
  while (end >= last && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < last || end < 0) throw notZip();
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  for (let read = 0; read < count; read += 1) {
    if (at + 46 > archive.length || view.getUint32(at, true) !== 0x02014b50) throw damaged();
    if ((view.getUint16(at + 8, true) & 1) === 1)
      throw new Unusable('L’archive est chiffrée.', 'The archive is encrypted.');
    const length = view.getUint16(at + 28, true);
    if (at + 46 + length > archive.length) throw damaged();
    entries.push({
      name: new TextDecoder().decode(archive.subarray(at + 46, at + 46 + length)),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function unpack(archive: Uint8Array, entry: Entry): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.length);
  const { at, packed, unpacked, method } = entry;
  if (at + 30 > archive.length || view.getUint32(at, true) !== 0x04034b50) throw damaged();
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (from + packed > archive.length) throw damaged();
  const held = archive.subarray(from, from + packed);
  let content: Uint8Array;
  if (method === 0 && packed === unpacked) content = held;
  else if (method === 8) content = inflate(held, unpacked);
  else throw damaged();
  // a bad download is told from a forgery: whoever forges also writes the right checksum
  if (crc32(content) !== entry.crc) throw damaged();
  return content;
}

/** Stops as soon as more comes out than was announced: a bomb never unfolds. */
function inflate(packed: Uint8Array, announced: number): Uint8Array {
  const content = new Uint8Array(announced);
  let filled = 0;
  let ended = false;
  const stream = new Inflate((chunk, final) => {
    if (filled + chunk.length > announced) throw damaged();
    content.set(chunk, filled);
    filled += chunk.length;
    ended = final;
  });
  const STEP = 1 << 16;
  try {
    for (let at = 0; at < packed.length && !ended; at += STEP)
      stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  } catch {
    throw damaged();
  }
  if (filled !== announced) throw damaged();
  return content;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

function crc32(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) rest = CRC_TABLE[(rest ^ byte) & 255]! ^ (rest >>> 8);
  return (rest ^ 0xffffffff) >>> 0;
}

function notZip(): Unusable {
  return new Unusable('Ce fichier n’est pas une archive zip.', 'This file is not a zip archive.');
}

function damaged(): Unusable {
  return new Unusable(
    'L’archive est abîmée ou incomplète : téléchargez-la de nouveau.',
    'The archive is damaged or incomplete: download it again.',
  );
}
