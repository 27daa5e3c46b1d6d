import { inflateSync } from 'node:zlib';

/** A PDF of ours read back by its bytes alone: what it says, and what it tells besides. */
export interface ReadPdf {
  /** The words in the order in which they are drawn, one run of letters after the other. */
  text: string;
  pages: number;
  /** Where each run of letters begins: points from the left edge, and from the upper edge to its base line. */
  places: PlacedRun[];
  /** Everything outside streams, and every stream unpacked: for looking for what must not be there. */
  everything: string;
  /** Every string under a key, wherever it stands: `Title`, `CreationDate`, `Alt`. */
  values(key: string): string[];
}

interface PlacedRun {
  /** From 1. */
  page: number;
  text: string;
  x: number;
  y: number;
  size: number;
}

interface Piece {
  /** The object as written, without its stream. */
  head: string;
  stream: Buffer | null;
}

export function readPdf(file: Uint8Array): ReadPdf {
  const bytes = Buffer.from(file);
  const pieces = readPieces(bytes);
  const heads = [...pieces.values()].map(({ head }) => head);
  const trailer = bytes.subarray(bytes.lastIndexOf('trailer')).toString('latin1');
  const streams = [...pieces.values()].flatMap(({ stream }) => stream ?? []);
  const pages = heads.filter((head) => /\/Type \/Page\b/.test(head));
  const runs = pages.map((head) => readPage(head, pieces));
  return {
    text: runs.map((page) => page.map(({ text }) => text).join('\n')).join('\n'),
    places: runs.flatMap((page, at) => page.map((run) => ({ page: at + 1, ...run }))),
    pages: pages.length,
    everything: [...heads, trailer, ...streams.map((one) => one.toString('utf8'))].join('\n'),
    values(key) {
      const written = new RegExp(`/${key} (?:${STRING}|(\\d+) 0 R)`, 'gs');
      return heads.flatMap((head) =>
        [...head.matchAll(written)].flatMap(([, own, number]) => {
          const string = own ?? new RegExp(STRING, 's').exec(pieces.get(Number(number))!.head)?.[1];
          return string === undefined ? [] : [readString(string)];
        }),
      );
    },
  };
}

function readPieces(bytes: Buffer): Map<number, Piece> {
  const text = bytes.toString('latin1');
  const pieces = new Map<number, Piece>();
  for (const match of text.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, number, body] = match as unknown as [string, string, string];
    const at = body.indexOf('\nstream\n');
    const head = at < 0 ? body : body.slice(0, at);
    if (at < 0) {
      pieces.set(Number(number), { head, stream: null });
      continue;
    }
    const packed = Buffer.from(body.slice(at + 8, body.lastIndexOf('\nendstream')), 'latin1');
    const stream = head.includes('/FlateDecode') ? inflateSync(packed) : packed;
    pieces.set(Number(number), { head, stream });
  }
  return pieces;
}

/** Glyph numbers of each font, back into letters by the map that the font brings for readers. */
function readPage(head: string, pieces: ReadonlyMap<number, Piece>): Omit<PlacedRun, 'page'>[] {
  const resources = pieces.get(Number(/\/Resources (\d+) 0 R/.exec(head)?.[1]))?.head ?? head;
  const fonts = new Map(
    [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, number]) => {
      const map = /\/ToUnicode (\d+) 0 R/.exec(pieces.get(Number(number))!.head)?.[1];
      return [name!, readLetters(pieces.get(Number(map))!.stream!.toString('latin1'))];
    }),
  );
  const content = pieces.get(Number(/\/Contents (\d+) 0 R/.exec(head)?.[1]))!.stream!;
  const height = Number(/\/MediaBox \[0 0 [\d.]+ ([\d.]+)\]/.exec(head)?.[1]);
  let letters: string[] = [];
  let size = 0;
  let [x, y] = [0, 0];
  const runs: Omit<PlacedRun, 'page'>[] = [];
  for (const [, right, up, font, points, run] of content
    .toString('latin1')
    .matchAll(/1 0 0 1 (-?[\d.]+) (-?[\d.]+) Tm|\/(F\d+) ([\d.]+) Tf|\[([^\]]*)\] TJ/g)) {
    if (right) [x, y] = [Number(right), height - Number(up)];
    else if (font) [letters, size] = [fonts.get(font)!, Number(points)];
    else {
      const text = [...run!.matchAll(/<([0-9a-f]+)>/g)]
        .flatMap(([, hex]) => hex!.match(/.{4}/g)!)
        .map((glyph) => letters[Number.parseInt(glyph, 16)])
        .join('');
      runs.push({ text, x, y, size });
    }
  }
  return runs;
}

function readLetters(map: string): string[] {
  return [...map.matchAll(/\[((?:<[0-9a-f ]*> ?)+)\]/g)].flatMap(([, list]) =>
    [...list!.matchAll(/<([0-9a-f ]*)>/g)].map(([, hex]) =>
      Buffer.from(hex!.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
    ),
  );
}

const STRING = '\\(((?:\\\\.|[^\\\\)])*)\\)';

/** A string of a PDF: escapes undone, UTF-16 where its mark says so. */
function readString(written: string): string {
  const plain = Buffer.from(
    written.replaceAll(/\\([nrtbf()\\])/g, (_, sign: string) => ESCAPES[sign] ?? sign),
    'latin1',
  );
  const wide = plain[0] === 0xfe && plain[1] === 0xff;
  return wide ? plain.subarray(2).swap16().toString('utf16le') : plain.toString('latin1');
}

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
