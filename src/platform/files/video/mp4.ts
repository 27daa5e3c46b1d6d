import { blank, type FilmBytes, FilmDamaged } from './bytes.ts';

interface Box {
  type: string;
  at: number;
  /** Where what it holds begins. */
  body: number;
  end: number;
}

/** What makes a film at the outermost floor; anything else there is blanked. */
const OUTERMOST = new Set('ftyp moov mdat moof mfra sidx styp ssix prft pdin'.split(' '));
const CONTAINERS = new Set('moov trak mdia minf edts mvex moof traf mfra dinf'.split(' '));
/** Who, where and with what it was filmed. */
const PERSONAL = new Set('udta meta uuid loci XMP_ skip free wide'.split(' '));
/** Tracks that are seen, heard or read; others (places by the second, sensors) are blanked with their samples. */
const KEPT_TRACKS = new Set(['vide', 'soun', 'text', 'sbtl', 'subt', 'clcp']);
const MOST_BOXES = 50_000;
const DEEPEST = 8;

/**
 * Blanks in place what an MP4 tells besides its pictures and sound (ISO 14496-12). A blanked box becomes `free` of
 * the same size: every offset into the film still holds.
 */
export async function cleanMp4(film: FilmBytes): Promise<void> {
  const walk = { boxes: 0 };
  const seen = new Set<string>();
  for await (const box of listBoxes(film, 0, film.size, walk)) {
    if (seen.size === 0 && box.type !== 'ftyp') throw new FilmDamaged();
    seen.add(box.type);
    if (!OUTERMOST.has(box.type)) await free(film, box);
    else if (CONTAINERS.has(box.type)) await cleanBoxes(film, box, walk, 1);
  }
  if (!seen.has('moov') || !(seen.has('mdat') || seen.has('moof'))) throw new FilmDamaged();
}

async function cleanBoxes(
  film: FilmBytes,
  parent: Box,
  walk: { boxes: number },
  depth: number,
): Promise<void> {
  if (depth > DEEPEST) throw new FilmDamaged();
  for await (const box of listBoxes(film, parent.body, parent.end, walk)) {
    if (PERSONAL.has(box.type)) await free(film, box);
    else if (box.type === 'trak' && !(await isKept(film, box, walk))) {
      await blankSamples(film, box, walk);
      await free(film, box);
    } else if (CONTAINERS.has(box.type)) await cleanBoxes(film, box, walk, depth + 1);
  }
}

async function* listBoxes(
  film: FilmBytes,
  from: number,
  end: number,
  walk: { boxes: number },
): AsyncGenerator<Box> {
  let at = from;
  while (at < end) {
    walk.boxes += 1;
    if (walk.boxes > MOST_BOXES) throw new FilmDamaged();
    // a list of user data may end with four zeros (QuickTime)
    if (end - at < 8) throw new FilmDamaged();
    const head = await film.read(at, Math.min(16, end - at));
    let size = head.readUInt32BE(0);
    let body = at + 8;
    if (size === 1) {
      if (head.length < 16) throw new FilmDamaged();
      size = Number(head.readBigUInt64BE(8));
      body = at + 16;
    } else if (size === 0) {
      if (end !== film.size) throw new FilmDamaged();
      size = end - at;
    }
    if (size < body - at || at + size > end) throw new FilmDamaged();
    yield { type: head.toString('latin1', 4, 8), at, body, end: at + size };
    at += size;
  }
}

async function free(film: FilmBytes, box: Box): Promise<void> {
  await film.write(box.at + 4, Buffer.from('free'));
  await blank(film, box.body, box.end - box.body);
}

async function find(
  film: FilmBytes,
  parent: Box,
  path: readonly string[],
  walk: { boxes: number },
): Promise<Box | null> {
  let inside = parent;
  for (const type of path) {
    let next: Box | null = null;
    for await (const box of listBoxes(film, inside.body, inside.end, walk))
      if (box.type === type) {
        next = box;
        break;
      }
    if (!next) return null;
    inside = next;
  }
  return inside;
}

async function isKept(film: FilmBytes, track: Box, walk: { boxes: number }): Promise<boolean> {
  const handler = await find(film, track, ['mdia', 'hdlr'], walk);
  if (!handler || handler.end - handler.body < 12) throw new FilmDamaged();
  return KEPT_TRACKS.has((await film.read(handler.body + 8, 4)).toString('latin1'));
}

const LARGEST_TABLE = 8 * 1024 * 1024;

async function readTable(
  film: FilmBytes,
  table: Box,
  type: string,
  walk: { boxes: number },
): Promise<Buffer | null> {
  const box = await find(film, table, [type], walk);
  if (!box) return null;
  if (box.end - box.body > LARGEST_TABLE || box.end - box.body < 8) throw new FilmDamaged();
  return film.read(box.body, box.end - box.body);
}

/** Zeros over the samples of a track, chunk by chunk. */
async function blankSamples(film: FilmBytes, track: Box, walk: { boxes: number }): Promise<void> {
  const table = await find(film, track, ['mdia', 'minf', 'stbl'], walk);
  if (!table) return;
  const narrow = await readTable(film, table, 'stco', walk);
  const offsets = narrow ?? (await readTable(film, table, 'co64', walk));
  const sizes = await readTable(film, table, 'stsz', walk);
  const runs = await readTable(film, table, 'stsc', walk);
  if (!offsets || !sizes || !runs) throw new FilmDamaged();
  try {
    const width = narrow ? 4 : 8;
    const same = sizes.readUInt32BE(4);
    let sample = 0;
    let run = 0;
    const chunks = offsets.readUInt32BE(4);
    const samples = sizes.readUInt32BE(8);
    for (let chunk = 0; chunk < chunks; chunk += 1) {
      while (run + 1 < runs.readUInt32BE(4) && runs.readUInt32BE(8 + (run + 1) * 12) <= chunk + 1)
        run += 1;
      const many = Math.min(runs.readUInt32BE(12 + run * 12), samples - sample);
      let length = 0;
      if (same) length = same * many;
      else
        for (let one = 0; one < many; one += 1)
          length += sizes.readUInt32BE(12 + (sample + one) * 4);
      sample += many;
      const at = 8 + chunk * width;
      const offset = width === 4 ? offsets.readUInt32BE(at) : Number(offsets.readBigUInt64BE(at));
      await blank(film, offset, length);
    }
  } catch (error) {
    throw error instanceof RangeError ? new FilmDamaged() : error;
  }
}
