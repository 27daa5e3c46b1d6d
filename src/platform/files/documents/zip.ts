import { inflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import type { UploadRefusal } from '../upload.ts';

/** Bounds of a document taken apart: what nobody writes by hand is a bomb (W7). */
const MOST_ENTRIES = 2000;
const UNPACKED_LIMIT = 60 * 1024 * 1024;
/** Packed better than this, beyond what a page of blanks explains, it was made to burst. */
const HIGHEST_RATIO = 200;
const RATIO_FROM = 2 * 1024 * 1024;
const LONGEST_NAME = 250;

export interface ZipEntry {
  name: string;
  /** As it unfolds. */
  size: number;
  unpack(): Uint8Array;
}

type Refused = Extract<
  UploadRefusal,
  'file-damaged' | 'document-locked' | 'document-too-complex' | 'document-active'
>;

/**
 * The entries of a zip by its directory, without unfolding anything: their sizes are held to what the directory
 * says when they are. Names that lead outside, links, entries twice or over each other, and passwords are refused.
 */
export function openZip(
  bytes: Uint8Array,
): { ok: true; entries: ZipEntry[] } | { ok: false; refusal: Refused } {
  const refuse = (refusal: Refused) => ({ ok: false as const, refusal });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return refuse('file-damaged');
  const count = view.getUint16(end + 10, true);
  const length = view.getUint32(end + 12, true);
  let at = view.getUint32(end + 16, true);
  // more than one disk, or a directory of 64 bits that no document needs
  if (view.getUint16(end + 4, true) !== 0 || count === 0xffff || at === 0xffffffff)
    return refuse('document-too-complex');
  if (at + length > end || count === 0) return refuse('file-damaged');
  if (count > MOST_ENTRIES) return refuse('document-too-complex');
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  const places: [number, number][] = [];
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return refuse('file-damaged');
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const packed = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    const skipped = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const mode = view.getUint32(at + 38, true) >>> 16;
    const start = view.getUint32(at + 42, true);
    const name = readName(bytes.subarray(at + 46, at + 46 + nameLength));
    at += 46 + nameLength + skipped;
    if ((flags & 0x2041) !== 0) return refuse('document-locked');
    if (name === null || (mode & 0xf000) === 0xa000) return refuse('document-active');
    if (method !== 0 && method !== 8) return refuse('document-too-complex');
    const folded = name.toLowerCase();
    if (names.has(folded)) return refuse('file-damaged');
    names.add(folded);
    total += size;
    if (total > UNPACKED_LIMIT) return refuse('document-too-complex');
    if (size > RATIO_FROM && size > packed * HIGHEST_RATIO) return refuse('document-too-complex');
    if (start + 30 > bytes.length || view.getUint32(start, true) !== 0x04034b50)
      return refuse('file-damaged');
    const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
    if (from + packed > bytes.length) return refuse('file-damaged');
    places.push([start, from + packed]);
    if (name.endsWith('/')) continue;
    const held = bytes.subarray(from, from + packed);
    entries.push({ name, size, unpack: () => unpack(held, method, size) });
  }
  places.sort((one, other) => one[0] - other[0]);
  if (places[0]![0] !== 0) return refuse('file-damaged');
  for (let index = 1; index < places.length; index += 1)
    if (places[index]![0] < places[index - 1]![1]) return refuse('document-too-complex');
  return { ok: true, entries };
}

/** Where the last record stands; only a comment may follow it. */
function findEnd(view: DataView): number | null {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at >= last - 0xffff; at -= 1)
    if (view.getUint32(at, true) === 0x06054b50 && view.getUint16(at + 20, true) === last - at)
      return at;
  return null;
}

/** null: it leads out of the folder it would be opened in, or is no name. */
function readName(bytes: Uint8Array): string | null {
  const name = new TextDecoder().decode(bytes);
  if (name === '' || name.length > LONGEST_NAME || /[\\\u0000-\u001f\u007f:\ufffd]/.test(name))
    return null;
  const parts = name.split('/');
  if (name.startsWith('/') || parts.some((part) => part === '..' || part === '.')) return null;
  return name;
}

/** Never more than its directory said: a size that lies is a damaged file. */
function unpack(held: Uint8Array, method: number, size: number): Uint8Array {
  const bytes = method === 0 ? held : inflateRawSync(held, { maxOutputLength: Math.max(1, size) });
  if (bytes.length !== size) throw new Error('a size that lies');
  return bytes;
}

/** Dates of entries say nothing about anybody. */
const ENTRY_DATE = new Date(1980, 0, 2);

/** A new zip; those named in `plain` stand first and as they are, as OpenDocument wants its kind. */
export function writeZip(
  parts: ReadonlyMap<string, Uint8Array>,
  plain: readonly string[] = [],
): Buffer {
  const names = [...plain, ...[...parts.keys()].filter((name) => !plain.includes(name))];
  return Buffer.from(
    zipSync(
      Object.fromEntries(
        names.map((name) => [
          name,
          [parts.get(name)!, { level: plain.includes(name) ? 0 : 6, mtime: ENTRY_DATE }],
        ]),
      ),
    ),
  );
}
