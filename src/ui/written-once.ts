import { randomBytes } from 'node:crypto';
import type { VNode } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';
import { renderToString } from 'preact-render-to-string';
import { getLocale } from '../paraglide/runtime.js';

interface Piece {
  html: string;
  bytes: Buffer;
}

const written = new WeakMap<object, Map<string, Piece>>();

/**
 * Elements that come out the same each time they are drawn from a thing that never changes: a pictogram, or
 * an idea as it was read for all readers of a list. They are written once, escaped like all others, and sent
 * as they are afterwards: drawing twenty cards costs more than all the rest of a page. `variant` tells
 * apart what is drawn differently from the same thing; languages are told apart here.
 */
export function writtenOnce(thing: object, variant: string, draw: () => VNode): VNode {
  const variants = written.get(thing) ?? new Map<string, Piece>();
  written.set(thing, variants);
  const key = `${getLocale()} ${variant}`;
  const piece = variants.get(key) ?? writeAlone(draw());
  variants.set(key, piece);
  return jsxTemplate([current && piece.bytes.length > LONG ? place(current, piece) : piece.html]);
}

/** From this size on, a piece is put into the document as the bytes that it is, and encoded no more. */
const LONG = 1000;

/** No reader can guess it, and `<` in anybody's words is escaped. */
const MARK = `<!--${randomBytes(12).toString('hex')}:`;
const MARKS = new RegExp(`${MARK}(\\d+)-->`);

/** Pieces of the document that is being written; rendering is synchronous. */
let current: Piece[] | null = null;

function place(pieces: Piece[], piece: Piece): string {
  return `${MARK}${pieces.push(piece) - 1}-->`;
}

function writeAlone(element: VNode): Piece {
  const around = current;
  current = null;
  try {
    const html = renderToString(element);
    return { html, bytes: Buffer.from(html) };
  } finally {
    current = around;
  }
}

/** An element as UTF-8, with its pieces put in their places. */
export function write(element: VNode): Buffer {
  const pieces: Piece[] = [];
  current = pieces;
  try {
    const parts = renderToString(element).split(MARKS);
    return Buffer.concat(
      parts.map((part, index) => (index % 2 ? pieces[Number(part)]!.bytes : Buffer.from(part))),
    );
  } finally {
    current = null;
  }
}
