import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { box, mp4, PLACE, webm } from '../../../tests/make/films.ts';
import { cleanSpooled, cleanUpload } from './cleaning.ts';
import { NOT_SCANNED } from './scan.ts';
import { ACCEPTED, ACCEPTED_ATTACHMENTS } from './upload.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'palabre-films-'));
});
afterAll(() => rm(folder, { recursive: true }));

const clean = (bytes: Uint8Array, name = 'film') =>
  cleanUpload(NOT_SCANNED, new File([new Uint8Array(bytes)], name), ACCEPTED_ATTACHMENTS);

describe('R74 W7 films', () => {
  it.each([
    ['MP4', mp4(), 'film.mp4', 'video/mp4'],
    [
      'MP4 with a page behind it',
      mp4({ more: [box('evil', '<script>alert(1)</script>')] }),
      'film.mp4',
      'video/mp4',
    ],
    ['WebM', webm(), 'film.webm', 'video/webm'],
    ['WebM as browsers record it', webm({ live: true }), 'film.webm', 'video/webm'],
  ])(
    '%s keeps every byte at its place, but for where, by whom and with what',
    async (_, bytes, name, mediaType) => {
      expect(bytes.toString('latin1')).toContain(PLACE);
      const cleaned = await clean(bytes, 'film.exe');
      if (!cleaned.ok) throw new Error(cleaned.refusal);
      const { whole } = cleaned.upload;
      expect(cleaned.upload).toMatchObject({ name, mediaType, small: null });
      expect(whole.length).toBe(bytes.length);
      const text = whole.toString('latin1');
      for (const gone of [PLACE, 'script', 'telephone', 'quicktime.location', 'Chez moi'])
        expect(text).not.toContain(gone);
      expect(text.indexOf('IMAGES')).toBe(bytes.toString('latin1').indexOf('IMAGES'));
      // cleaned again, nothing more is found
      const twice = await clean(whole);
      expect(twice.ok && twice.upload.whole.equals(whole)).toBe(true);
    },
  );

  it.each([
    ['an MP4 cut short', mp4().subarray(0, -3)],
    [
      'an MP4 with something that is no box behind',
      Buffer.concat([mp4(), Buffer.from('<script>alert(1)</script>')]),
    ],
    ['an MP4 without pictures', mp4().subarray(0, 28)],
    [
      'a box that is longer than its film',
      Buffer.concat([
        mp4().subarray(0, 28),
        Buffer.from([0x7f, 0xff, 0xff, 0xff]),
        Buffer.from('moov'),
      ]),
    ],
    [
      'boxes without end',
      Buffer.concat([mp4(), ...Array.from({ length: 60_000 }, () => box('free'))]),
    ],
    ['a WebM cut short', webm().subarray(0, -3)],
    ['a WebM with something behind', Buffer.concat([webm(), Buffer.from('<script>')])],
  ])('%s cannot be followed, and is refused', async (_, bytes) => {
    expect(await clean(bytes)).toEqual({ ok: false, refusal: 'file-damaged' });
  });

  it('other films, and films where scans are asked for, are refused', async () => {
    expect(await clean(webm({ kind: 'matroska' }))).toEqual({ ok: false, refusal: 'file-kind' });
    const scan = await cleanUpload(
      NOT_SCANNED,
      new File([new Uint8Array(mp4())], 'a.mp4'),
      ACCEPTED,
    );
    expect(scan).toEqual({ ok: false, refusal: 'file-kind' });
  });

  it('on the disk they are cleaned in place, up to their own limit', async () => {
    const path = join(folder, 'a');
    // pictures of 12 MB: more than any other file may weigh
    const film = Buffer.concat([mp4(), box('mdat', Buffer.alloc(12_000_000, 1))]);
    await writeFile(path, film);
    const spooled = { name: 'a.mp4', path, bytes: film.length };
    expect(await cleanSpooled(NOT_SCANNED, spooled, ACCEPTED_ATTACHMENTS, film.length - 1)).toEqual(
      {
        ok: false,
        refusal: 'video-too-large',
      },
    );
    const cleaned = await cleanSpooled(NOT_SCANNED, spooled, ACCEPTED_ATTACHMENTS, film.length);
    expect(cleaned).toMatchObject({ ok: true, upload: { path, bytes: film.length } });
    const kept = await readFile(path);
    expect(kept.length).toBe(film.length);
    expect(kept.includes(PLACE)).toBe(false);
    // what is no film has the limit of others
    await writeFile(path, Buffer.alloc(12_000_000, 32));
    const text = { name: 'a.txt', path, bytes: 12_000_000 };
    expect(await cleanSpooled(NOT_SCANNED, text, ACCEPTED_ATTACHMENTS, film.length)).toEqual({
      ok: false,
      refusal: 'file-too-large',
    });
  });
});
