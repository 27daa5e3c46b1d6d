import { blank, type FilmBytes, FilmDamaged } from './bytes.ts';

/** Ids of EBML elements, with their marker bits (RFC 8794, RFC 9559). */
const HEADER = 0x1a45dfa3;
const DOCUMENT_TYPE = 0x4282;
const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;
const INFO = 0x1549a966;
const TRACKS = 0x1654ae6b;
const VOID = 0xec;
const CHECKSUM = 0xbf;
/** Of a segment; Tags, Attachments, Chapters and all else is made void. `INFO` is kept in part. */
const KEPT = new Set([INFO, CLUSTER, TRACKS, 0x114d9b74 /* SeekHead */, 0x1c53bb6b /* Cues */]);
/** Title, day, names of files, and a checksum that would not hold any more. */
const PERSONAL_INFO = new Set([0x7ba9, 0x4461, 0x7384, 0x3c83ab, 0x3e83bb, CHECKSUM, VOID]);
/** Names of the programs that wrote it: they must be there, and say nothing. */
const PROGRAMS = new Set([0x4d80, 0x5741]);
const IN_CLUSTER = new Set([0xe7, 0xa3, 0xa0, 0xab, 0xa7, 0x5854, 0xaf, CHECKSUM, VOID]);
const MOST_ELEMENTS = 500_000;

interface Element {
  id: number;
  at: number;
  body: number;
  /** null: it says none, as what is recorded live does. */
  end: number | null;
}

/** Turns what a WebM tells besides pictures and sound into Void elements of the same size: every offset still holds. */
export async function cleanWebm(film: FilmBytes): Promise<void> {
  const walk = new Walk(film);
  const header = await walk.element(0, film.size);
  if (header.id !== HEADER || header.end === null) throw new FilmDamaged();
  let isWebm = false;
  for (let at = header.body; at < header.end; ) {
    const one = await walk.element(at, header.end);
    if (one.id === DOCUMENT_TYPE)
      isWebm = (await film.read(one.body, one.end! - one.body)).toString('latin1') === 'webm';
    at = one.end!;
  }
  const segment = await walk.element(header.end, film.size);
  if (!isWebm || segment.id !== SEGMENT || (segment.end ?? film.size) !== film.size)
    throw new FilmDamaged();
  let tracks = false;
  for (let at = segment.body; at < film.size; ) {
    const one = await walk.element(at, film.size);
    const end = one.end ?? (one.id === CLUSTER ? await walk.endOfCluster(one.body) : null);
    if (end === null) throw new FilmDamaged();
    if (!KEPT.has(one.id)) await makeVoid(film, one.at, end);
    if (one.id === INFO) await cleanInfo(walk, one.body, end);
    tracks ||= one.id === TRACKS;
    at = end;
  }
  if (!tracks) throw new FilmDamaged();
}

async function cleanInfo(walk: Walk, from: number, end: number): Promise<void> {
  for (let at = from; at < end; ) {
    const one = await walk.element(at, end);
    if (PERSONAL_INFO.has(one.id)) await makeVoid(walk.film, one.at, one.end!);
    if (PROGRAMS.has(one.id)) await blank(walk.film, one.body, one.end! - one.body);
    at = one.end!;
  }
}

/** One byte of id, a size that fills what is left, zeros. */
async function makeVoid(film: FilmBytes, at: number, end: number): Promise<void> {
  const length = end - at;
  const width = length >= 9 ? 8 : 1;
  const size = Buffer.alloc(width);
  if (width === 8) {
    size.writeBigUInt64BE(BigInt(length - 9));
    size[0] = 1;
  } else size[0] = 0x80 | (length - 2);
  if (length < 2) throw new FilmDamaged();
  await film.write(at, Buffer.concat([Buffer.from([VOID]), size]));
  await blank(film, at + 1 + width, length - 1 - width);
}

class Walk {
  readonly film: FilmBytes;
  #seen = 0;

  constructor(film: FilmBytes) {
    this.film = film;
  }

  async element(at: number, limit: number): Promise<Element> {
    this.#seen += 1;
    if (this.#seen > MOST_ELEMENTS || at >= limit) throw new FilmDamaged();
    const head = await this.film.read(at, Math.min(12, limit - at));
    const idWidth = widthOf(head[0]!, 4);
    const sizeWidth = widthOf(head[idWidth] ?? 0, 8);
    if (head.length < idWidth + sizeWidth) throw new FilmDamaged();
    const id = head.readUIntBE(0, idWidth);
    const body = at + idWidth + sizeWidth;
    let size = BigInt(head[idWidth]! & (0xff >> sizeWidth));
    for (let next = 1; next < sizeWidth; next += 1)
      size = (size << 8n) | BigInt(head[idWidth + next]!);
    if (size === (1n << BigInt(7 * sizeWidth)) - 1n) {
      if (id !== SEGMENT && id !== CLUSTER) throw new FilmDamaged();
      return { id, at, body, end: null };
    }
    const end = body + Number(size);
    if (end > limit) throw new FilmDamaged();
    return { id, at, body, end };
  }

  /** A cluster without a size ends where something begins that no cluster holds. */
  async endOfCluster(from: number): Promise<number> {
    let at = from;
    while (at < this.film.size) {
      const one = await this.element(at, this.film.size);
      if (!IN_CLUSTER.has(one.id)) return at;
      at = one.end!;
    }
    return at;
  }
}

/** Bytes of a number, by its first one. */
function widthOf(first: number, most: number): number {
  for (let width = 1; width <= most; width += 1) if (first & (0x80 >> (width - 1))) return width;
  throw new FilmDamaged();
}
