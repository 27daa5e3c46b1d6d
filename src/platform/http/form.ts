import { badRequest, Refused } from './refused.ts';

/** A submitted form. Values come cleaned: NFC, line feeds only, no NUL, no invisible direction marks (W12, W14). */
export interface Form {
  /** The one value of a field, trimmed; '' when absent. A field sent twice is a bad request. */
  text(name: string): string;
  /** As typed, for passwords: neither trimmed nor normalised. */
  raw(name: string): string;
  /** Every value of a field that may repeat (checkboxes). */
  all(name: string): string[];
  has(name: string): boolean;
  /** Uploaded files with a size; empty file inputs are left out. */
  files(name: string): File[];
}

const KIB = 1024;
/** Bytes: ample for 1,500 characters of any script in a wizard. */
export const FORM_LIMIT = 256 * KIB;
export const UPLOAD_LIMIT = 26 * KIB * KIB;

/** Reads a form body of at most `limit` bytes. Anything else than a form is refused with 415. */
export async function readForm(request: Request, limit: number): Promise<Form> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded' && type !== 'multipart/form-data') {
    throw new Refused(415, 'not-a-form');
  }
  const body = await readBody(request, limit);
  if (type === 'application/x-www-form-urlencoded') {
    return asForm(new URLSearchParams(new TextDecoder().decode(body)));
  }
  try {
    const headers = { 'content-type': request.headers.get('content-type') ?? '' };
    return asForm(await new Response(body as BodyInit, { headers }).formData());
  } catch {
    throw badRequest('unreadable-form');
  }
}

/** The body as bytes; stops reading once it is over the limit, whatever Content-Length claims (W9). */
async function readBody(request: Request, limit: number): Promise<Uint8Array> {
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > limit) throw new Refused(413, 'too-large');
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limit) throw new Refused(413, 'too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A form of what was read. */
export function asForm(fields: FormData | URLSearchParams): Form {
  const values = new Map<string, (string | File)[]>();
  for (const [name, value] of fields as Iterable<[string, string | File]>) {
    const list = values.get(name);
    if (list) list.push(value);
    else values.set(name, [value]);
  }
  const strings = (name: string) =>
    (values.get(name) ?? []).filter((value): value is string => typeof value === 'string');
  const one = (name: string) => {
    const list = strings(name);
    if (list.length > 1) throw badRequest(`repeated-field: ${name}`);
    return list[0] ?? '';
  };
  return {
    text: (name) => cleanText(one(name)).trim(),
    raw: (name) => one(name),
    all: (name) => strings(name).map((value) => cleanText(value).trim()),
    has: (name) => values.has(name),
    files: (name) =>
      (values.get(name) ?? []).filter(
        (value): value is File =>
          typeof value !== 'string' && (value.size > 0 || value.name !== ''),
      ),
  };
}

/**
 * One spelling of a text: composed accents, line feeds, and none of the characters that nobody sees:
 * controls, zero-width spaces, direction overrides. The joiners that emoji and some scripts need stay.
 */
export function cleanText(value: string): string {
  return value
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]/g,
      '',
    )
    .replaceAll(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '');
}
