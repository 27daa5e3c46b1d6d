import { describe, expect, it } from 'vitest';
import { Refused } from './refused.ts';
import { receiveFile } from './streamed-upload.ts';

const send = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request('http://localhost/', {
    method: 'POST',
    body,
    headers,
    duplex: 'half',
  } as RequestInit);

/** A body that comes in pieces of so many bytes. */
async function inPieces(form: FormData, size: number): Promise<Request> {
  const whole = new Request('http://localhost/', { method: 'POST', body: form });
  const type = whole.headers.get('content-type')!;
  const bytes = new Uint8Array(await whole.arrayBuffer());
  let at = 0;
  const body = new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
  return send(body, { 'content-type': type });
}

async function readAll(request: Request, limit = 1_000_000) {
  const upload = await receiveFile(request, limit);
  if (!upload) return null;
  const pieces: Uint8Array[] = [];
  for await (const piece of upload.bytes) pieces.push(piece);
  return { name: upload.name, text: Buffer.concat(pieces).toString() };
}

/** Everything that looks like a delimiter and is none. */
const TRICKY = '\r\n--\r\n------\r\n--WebKit\r\n\r\nfin\r\n-';

describe('a file on its way in', () => {
  it('comes whole, however its bytes are cut', async () => {
    for (const size of [1, 2, 3, 7, 64, 100_000]) {
      const form = new FormData();
      form.append('mot', 'avant');
      form.append('fichier', new File([TRICKY], 'liste é.csv'));
      form.append('mot', 'après');
      const upload = await readAll(await inPieces(form, size));
      expect(upload, String(size)).toEqual({ name: 'liste é.csv', text: TRICKY });
    }
  });

  it('may be empty, or not there', async () => {
    const form = new FormData();
    form.append('fichier', new File([], 'vide.csv'));
    expect(await readAll(await inPieces(form, 5))).toEqual({ name: 'vide.csv', text: '' });
    const none = new FormData();
    none.append('fichier', new File([], ''));
    none.append('mot', 'seul');
    expect(await readAll(await inPieces(none, 5))).toBeNull();
  });

  it('W9 ends at its limit, whatever was announced', async () => {
    const form = new FormData();
    form.append('fichier', new File(['x'.repeat(5000)], 'grand.csv'));
    await expect(readAll(await inPieces(form, 500), 2000)).rejects.toMatchObject({ status: 413 });
  });

  it('is refused when it breaks off, or is no form', async () => {
    const type = 'multipart/form-data; boundary=b';
    const cut = '--b\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\nabc';
    await expect(readAll(send(cut, { 'content-type': type }))).rejects.toMatchObject({
      status: 400,
    });
    await expect(readAll(send('a=b', { 'content-type': 'text/plain' }))).rejects.toThrow(Refused);
    const endless = `--b\r\n${'x'.repeat(50_000)}`;
    await expect(readAll(send(endless, { 'content-type': type }))).rejects.toMatchObject({
      status: 400,
    });
  });
});
