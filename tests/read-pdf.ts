import { inflateSync } from 'node:zlib';

/** A PDF of ours read back by its bytes alone: what it says, and what it tells besides. */
export interface ReadPdf {
  /** The words in the order in which they are drawn, one run of letters after the other. */
  text: string;
  pages: number;
  /** Everything outside streams, and every stream unpacked: for looking for what must not be there. */
  everything: string;
  /** Every string under a key, wherever it stands: `Title`, `CreationDate`, `Alt`. */
  values(key: string): string[];
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
  return {
    text: heads
      .filter((head) => /\/Type \/Page\b/.test(head))
      .map((head) => readPage(head, pieces))
      .join('\n'),
    pages: heads.filter((head) => /\/Type \/Page\b/.test(head)).length,
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
function readPage(head: string, pieces: ReadonlyMap<number, Piece>): string {
  const resources = pieces.get(Number(/\/Resources (\d+) 0 R/.exec(head)?.[1]))?.head ?? head;
  const fonts = new Map(
    [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, number]) => {
      const map = /\/ToUnicode (\d+) 0 R/.exec(pieces.get(Number(number))!.head)?.[1];
      return [name!, readLetters(pieces.get(Number(map))!.stream!.toString('latin1'))];
    }),
  );
  const content = pieces.get(Number(/\/Contents (\d+) 0 R/.exec(head)?.[1]))!.stream!;
  let letters: string[] = [];
  const lines: string[] = [];
  for (const [, font, run] of content
    .toString('latin1')
    .matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font) letters = fonts.get(font)!;
    else
      lines.push(
        [...run!.matchAll(/<([0-9a-f]+)>/g)]
          .flatMap(([, hex]) => hex!.match(/.{4}/g)!)
          .map((glyph) => letters[Number.parseInt(glyph, 16)])
          .join(''),
      );
  }
  return lines.join('\n');
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
