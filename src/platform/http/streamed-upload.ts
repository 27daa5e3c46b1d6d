import { badRequest, Refused } from './refused.ts';

/** A file on its way in, too large to be held: its bytes pass once. */
export interface StreamedUpload {
  /** As its sender calls it. */
  name: string;
  bytes: AsyncIterable<Uint8Array>;
}

/** Bytes that the headings of a part may take. */
const LONGEST_HEADINGS = 16_384;

/**
 * The first file of a form, as it comes (RFC 7578); null: the form holds none. Over `limit` bytes the reading
 * ends with 413, whatever Content-Length claims (W9). `form()` of the visit must not have been asked.
 */
export async function receiveFile(request: Request, limit: number): Promise<StreamedUpload | null> {
  const parts = openParts(request, limit);
  for (;;) {
    const headings = await parts.next();
    if (headings === null) return null;
    const name = fileNameOf(headings);
    if (name) return { name, bytes: parts.content() };
  }
}

/** As the sender calls the file of a part; undefined: it is a field, or a file that nobody chose. */
export function fileNameOf(headings: string): string | undefined {
  return /;\s*filename="((?:[^"\\]|\\.|%22)*)"/i.exec(headings)?.[1]?.replaceAll('%22', '"');
}

/** The parts of a form's body, each to be read in its turn. */
export function openParts(request: Request, limit: number): Parts {
  const type = request.headers.get('content-type') ?? '';
  const boundary = /^multipart\/form-data\s*;.*?boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(
    type,
  );
  if (!boundary) throw new Refused(415, 'not-a-form');
  if (Number(request.headers.get('content-length') ?? 0) > limit)
    throw new Refused(413, 'too-large');
  if (!request.body) throw badRequest('unreadable-form');
  return new Parts(
    request.body as unknown as AsyncIterable<Uint8Array>,
    Buffer.from(`\r\n--${boundary[1] ?? boundary[2]}`),
    limit,
  );
}

class Parts {
  readonly #chunks: AsyncIterator<Uint8Array>;
  readonly #delimiter: Buffer;
  readonly #limit: number;
  // as if a line ended before the first delimiter
  #held: Buffer = Buffer.from('\r\n');
  #seen = 0;
  /** Something of a part, or of what comes before the first, is still to be read. */
  #open = true;

  constructor(body: AsyncIterable<Uint8Array>, delimiter: Buffer, limit: number) {
    this.#chunks = body[Symbol.asyncIterator]();
    this.#delimiter = delimiter;
    this.#limit = limit;
  }

  async #more(): Promise<void> {
    const { value, done } = await this.#chunks.next();
    if (done) throw badRequest('unreadable-form');
    this.#seen += value.byteLength;
    if (this.#seen > this.#limit) throw new Refused(413, 'too-large');
    this.#held = this.#held.length === 0 ? Buffer.from(value) : Buffer.concat([this.#held, value]);
  }

  /** Headings of the next part; null: there is none. */
  async next(): Promise<string | null> {
    if (this.#open) for await (const _ of this.content());
    while (this.#held.length < 2) await this.#more();
    if (this.#held.subarray(0, 2).toString() === '--') return null;
    for (;;) {
      const end = this.#held.indexOf('\r\n\r\n');
      if (end !== -1) {
        const headings = this.#held.subarray(0, end).toString();
        this.#held = this.#held.subarray(end + 4);
        this.#open = true;
        return headings;
      }
      if (this.#held.length > LONGEST_HEADINGS) throw badRequest('unreadable-form');
      await this.#more();
    }
  }

  /** What lies before the next delimiter, which is taken away too. */
  async *content(): AsyncGenerator<Uint8Array> {
    const { length } = this.#delimiter;
    for (;;) {
      const end = this.#held.indexOf(this.#delimiter);
      if (end !== -1) {
        const last = this.#held.subarray(0, end);
        this.#held = this.#held.subarray(end + length);
        this.#open = false;
        if (last.length > 0) yield last;
        return;
      }
      // the end of what is held may be the beginning of a delimiter
      const sure = this.#held.length - length;
      if (sure > 0) {
        const piece = this.#held.subarray(0, sure);
        this.#held = this.#held.subarray(sure);
        yield piece;
      }
      await this.#more();
    }
  }
}
