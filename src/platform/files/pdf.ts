import { constants, inflateSync } from 'node:zlib';
import type { UploadRefusal } from './upload.ts';

/** Names that make a document act: run a script, start a program, carry another file inside. */
const ACTIVE = /\/(JavaScript|Launch|RichMedia|EmbeddedFiles?|ImportData|GoToE|XFA)(?![A-Za-z0-9])/;
/** Too short to be looked for in compressed bytes, where chance would write it. */
const SHORT_ACTIVE = /\/(JS|AA)(?![A-Za-z0-9])/;

/** Bytes that the compressed parts of one document may unfold to, all in all. */
const UNFOLDED_LIMIT = 64 * 1024 * 1024;

/**
 * Whether a PDF may be kept: nothing in it acts, as far as can be told without being a reader. Looks at
 * its objects, also at those in compressed object streams, with escaped names spelled out (`/J#53`). A
 * document under a password cannot be looked into.
 */
export function checkPdf(bytes: Uint8Array): UploadRefusal | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (!text.startsWith('%PDF-') || !text.includes('%%EOF')) return 'file-damaged';
  if (ACTIVE.test(spellOut(text))) return 'pdf-active';
  let outside = '';
  let unfolded = 0;
  for (let at = 0; at < text.length; ) {
    const begin = text.indexOf('stream', at);
    if (begin < 0) {
      outside += text.slice(at);
      break;
    }
    outside += `${text.slice(at, begin)}\n`;
    const end = text.indexOf('endstream', begin);
    const stop = end < 0 ? text.length : end;
    const dictionary = text.slice(Math.max(at, text.lastIndexOf(' obj', begin)), begin);
    if (/\/ObjStm(?![A-Za-z0-9])/.test(spellOut(dictionary))) {
      const objects = unfold(dictionary, bytes.subarray(begin + 'stream'.length, stop));
      if (objects === null) return 'pdf-active';
      unfolded += objects.length;
      if (unfolded > UNFOLDED_LIMIT) return 'pdf-active';
      const spelled = spellOut(objects);
      if (ACTIVE.test(spelled) || SHORT_ACTIVE.test(spelled)) return 'pdf-active';
    }
    at = stop + 'endstream'.length;
  }
  const spelled = spellOut(outside);
  if (/\/Encrypt(?![A-Za-z0-9])/.test(spelled)) return 'pdf-locked';
  return SHORT_ACTIVE.test(spelled) ? 'pdf-active' : null;
}

/** `/J#61vaScript` is `/JavaScript`. */
function spellOut(text: string): string {
  return text.includes('#')
    ? text.replaceAll(/#([0-9a-fA-F]{2})/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : text;
}

/** The objects inside a compressed stream; null when it is packed in a way that cannot be looked into. */
function unfold(dictionary: string, packed: Uint8Array): string | null {
  const filters = spellOut(dictionary).match(/\/[A-Za-z0-9]+Decode/g) ?? [];
  const from = packed[0] === 13 ? (packed[1] === 10 ? 2 : 1) : packed[0] === 10 ? 1 : 0;
  const bytes = packed.subarray(from);
  if (filters.length === 0) return Buffer.from(bytes).toString('latin1');
  if (filters.length > 1 || filters[0] !== '/FlateDecode') return null;
  try {
    return inflateSync(bytes, {
      maxOutputLength: UNFOLDED_LIMIT / 4,
      finishFlush: constants.Z_SYNC_FLUSH,
    }).toString('latin1');
  } catch {
    return null;
  }
}
