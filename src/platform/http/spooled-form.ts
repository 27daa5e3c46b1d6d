import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { asForm, FORM_LIMIT, type Form, readForm } from './form.ts';
import { badRequest, Refused } from './refused.ts';
import { fileNameOf, openParts } from './streamed-upload.ts';

/** A file that was written to the disk as it came. */
export interface SpooledFile {
  /** As its sender calls it. */
  name: string;
  path: string;
  bytes: number;
}

export interface SpooledForm {
  form: Form;
  file: SpooledFile | null;
  /** Deletes the file: to be called whatever came of it. */
  discard(): Promise<void>;
}

/** Milliseconds after which a file that nobody discarded was left behind by a process that was killed. */
const FORGOTTEN = 24 * 3_600_000;

/** A form with one file that may be larger than memory: read as it comes, of `limit` bytes at most (413 beyond). */
export async function receiveSpooled(
  request: Request,
  config: Pick<Config, 'varFolder'>,
  limit: number,
): Promise<SpooledForm> {
  const type = request.headers.get('content-type') ?? '';
  if (/^application\/x-www-form-urlencoded/i.test(type))
    return { form: await readForm(request, FORM_LIMIT), file: null, discard: async () => {} };
  const parts = openParts(request, limit);
  const folder = join(config.varFolder, 'uploads');
  const path = join(folder, randomUUID());
  const fields = new FormData();
  let file: SpooledFile | null = null;
  const discard = () => rm(path, { force: true });
  try {
    for (;;) {
      const headings = await parts.next();
      if (headings === null) return { form: asForm(fields), file, discard };
      const name = fileNameOf(headings);
      if (name !== undefined) {
        if (name === '' || file) continue;
        await mkdir(folder, { recursive: true });
        await sweep(folder);
        const written = await open(path, 'wx', 0o600);
        let bytes = 0;
        try {
          for await (const piece of parts.content()) {
            await written.write(piece);
            bytes += piece.byteLength;
          }
        } finally {
          await written.close();
        }
        file = { name, path, bytes };
        continue;
      }
      const field = /;\s*name="([^"]{1,200})"/i.exec(headings)?.[1];
      if (!field) throw badRequest('unreadable-form');
      fields.append(field, await readField(parts.content()));
    }
  } catch (error) {
    await discard();
    throw error;
  }
}

async function readField(content: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of content) {
    size += piece.byteLength;
    if (size > FORM_LIMIT) throw new Refused(413, 'too-large');
    pieces.push(Buffer.from(piece));
  }
  return Buffer.concat(pieces).toString();
}

async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (Date.now() - mtimeMs > FORGOTTEN) await rm(path, { force: true });
  }
}
