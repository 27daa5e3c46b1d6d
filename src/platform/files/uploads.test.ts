import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cleanUpload } from './cleaning.ts';
import { NOT_SCANNED } from './scan.ts';
import { checkAlt, readFileSegment, refusePicture, tidyFileName } from './upload.ts';

const file = (bytes: Uint8Array | string, name = 'fichier.jpg') =>
  new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name, {
    type: 'image/jpeg', // what the browser claims: never believed
  });

const drawing = (width = 40, height = 30) =>
  sharp({ create: { width, height, channels: 3, background: '#1b6b3a' } });

const refusalOf = async (one: File) => {
  const cleaned = await cleanUpload(NOT_SCANNED, one);
  return cleaned.ok ? 'taken' : cleaned.refusal;
};

/** A PNG of any size that weighs nothing: its header tells the size, its rows are zeros. */
function hugePng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc32(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

const pdf = (objects: string) => `%PDF-1.7\n${objects}\nxref\n0 1\ntrailer\n<<>>\n%%EOF\n`;

describe('W7 R74 pictures', () => {
  it('are drawn anew as WebP, upright, without what the file carried', async () => {
    const bytes = await drawing(400, 300)
      .withExif({
        IFD0: { Copyright: 'Camille Durand', Software: '<script>alert(1)</script>' },
        IFD3: { GPSLatitude: '48/1 50/1 0/1', GPSLatitudeRef: 'N' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(bytes).metadata()).exif).toBeDefined();
    const cleaned = await cleanUpload(NOT_SCANNED, file(bytes, 'IMG_1.JPG'));
    if (!cleaned.ok) throw new Error(cleaned.refusal);
    const { whole, small, ...upload } = cleaned.upload;
    expect(upload).toEqual({
      name: 'IMG_1.webp',
      mediaType: 'image/webp',
      width: 300,
      height: 400,
    });
    for (const made of [whole, small!]) {
      const metadata = await sharp(made).metadata();
      expect([metadata.exif, metadata.xmp, metadata.icc, metadata.iptc]).toEqual(
        Array(4).fill(undefined),
      );
      expect(made.includes('script')).toBe(false);
    }
  });

  it('every kind taken is told by its bytes', async () => {
    for (const bytes of [
      await drawing().jpeg().toBuffer(),
      await drawing().png().toBuffer(),
      await drawing().webp().toBuffer(),
    ])
      expect(await refusalOf(file(bytes, 'sans extension'))).toBe('taken');
  });

  it('a large one is made smaller, a bomb is refused before it is opened', async () => {
    const cleaned = await cleanUpload(
      NOT_SCANNED,
      file(await drawing(4000, 3000).jpeg().toBuffer()),
    );
    if (!cleaned.ok) throw new Error(cleaned.refusal);
    expect([cleaned.upload.width, cleaned.upload.height]).toEqual([1920, 1440]);
    const before = process.memoryUsage().rss;
    expect(await refusalOf(file(hugePng(50_000, 50_000)))).toBe('picture-too-large');
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  });

  it('a script behind a picture does not survive', async () => {
    const jpeg = await drawing().jpeg().toBuffer();
    const cleaned = await cleanUpload(
      NOT_SCANNED,
      file(
        Buffer.concat([jpeg, Buffer.from('<?php system($_GET[0]); ?><script>alert(1)</script>')]),
      ),
    );
    if (!cleaned.ok) throw new Error(cleaned.refusal);
    expect(cleaned.upload.whole.includes('<script')).toBe(false);
  });

  it.each([
    [
      'an SVG with a script',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    ],
    ['HTML called .jpg', '<!doctype html><script>alert(1)</script>'],
    ['a GIF that is also a script', 'GIF89a/*\x00\x00*/=1;alert(1)//'],
    ['text', 'bonjour'],
    ['a zip', 'PK\x03\x04\x14\x00\x00\x00'],
    ['a program', 'MZ\x90\x00\x03'],
    [
      'an XML with an entity',
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
    ],
  ])('%s is refused', async (_, bytes) => {
    expect(await refusalOf(file(bytes))).toBe('file-kind');
  });

  it('R81 where a picture is asked for, a document is of the wrong kind, and words are asked for', () => {
    expect(refusePicture('pdf-locked')).toBe('file-kind');
    expect(refusePicture('video-too-large')).toBe('file-kind');
    expect(refusePicture('file-damaged')).toBe('file-damaged');
    expect(checkAlt('')).toBe('alt-missing');
    expect(checkAlt('😀'.repeat(300))).toBeNull();
    expect(checkAlt('é'.repeat(301))).toBe('alt-too-long');
  });

  it('nothing, too much, or half of one is refused', async () => {
    expect(await refusalOf(file(''))).toBe('file-empty');
    expect(await refusalOf(file(new Uint8Array(10 * 1024 * 1024 + 1)))).toBe('file-too-large');
    const png = await drawing(300, 300).png().toBuffer();
    expect(await refusalOf(file(png.subarray(0, 60)))).toBe('file-damaged');
  });
});

describe('W7 documents', () => {
  const stream = (dictionary: string, content: Buffer) =>
    `1 0 obj\n<<${dictionary} /Length ${content.length}>>\nstream\n${content.toString('latin1')}\nendstream\nendobj`;

  it('a plain one is kept as it is', async () => {
    const plain = pdf(
      `1 0 obj\n<< /Type /Catalog /OpenAction [3 0 R /Fit] /URI (https://ville.fr) >>\nendobj\n${stream('/Filter /FlateDecode', deflateSync('BT (Bonjour /JS) Tj ET'))}`,
    );
    const cleaned = await cleanUpload(
      NOT_SCANNED,
      file(Buffer.from(plain, 'latin1'), 'Plan du parc.pdf'),
    );
    if (!cleaned.ok) throw new Error(cleaned.refusal);
    expect(cleaned.upload.name).toBe('Plan du parc.pdf');
    expect(cleaned.upload.whole.toString('latin1')).toBe(plain);
  });

  it.each([
    ['a script', '<< /S /JavaScript /JS (app.alert(1)) >>'],
    ['a script under an escaped name', '<< /S /J#61vaScript /J#53 (app.alert(1)) >>'],
    ['a script told short', '<< /Names << /JS 4 0 R >> >>'],
    ['a program to start', '<< /S /Launch /F (cmd.exe) >>'],
    ['a file inside', '<< /Names << /EmbeddedFiles 5 0 R >> >>'],
    ['a film', '<< /Subtype /RichMedia >>'],
    ['actions on opening pages', '<< /Type /Page /AA << /O 4 0 R >> >>'],
    [
      'a script in packed objects',
      stream(
        '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode',
        deflateSync('1 0 << /S /JavaScript >>'),
      ),
    ],
    [
      'objects packed in a way that hides them',
      stream('/Type /ObjStm /Filter [/ASCIIHexDecode /FlateDecode]', Buffer.from('78da>')),
    ],
    [
      'a bomb in packed objects',
      stream('/Type /ObjStm /Filter /FlateDecode', deflateSync(Buffer.alloc(64_000_000))),
    ],
  ])('%s is refused', async (_, objects) => {
    expect(await refusalOf(file(Buffer.from(pdf(objects), 'latin1')))).toBe('pdf-active');
  });

  it('one under a password, or cut short, is refused in other words', async () => {
    expect(await refusalOf(file(pdf('trailer << /Encrypt 9 0 R >>')))).toBe('pdf-locked');
    expect(await refusalOf(file('%PDF-1.7 et puis rien'))).toBe('file-damaged');
  });
});

describe('W7 W1 names of files', () => {
  it.each([
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\moi\\plan.docx.exe', 'plan.docx.pdf'],
    ['Été à l’école.PDF', 'Été à l’école.pdf'],
    ['e\u0301cole.pdf', 'école.pdf'],
    ['\u202Efdp.exe', 'fdp.pdf'],
    ['"><script>alert(1)</script>.pdf', 'script.pdf'],
    ['a\r\nSet-Cookie: x=1.pdf', 'a Set-Cookie x=1.pdf'],
    ['.htaccess', 'document.pdf'],
    ['....', 'document.pdf'],
    ['', 'document.pdf'],
    ['😀', 'document.pdf'],
    ['CON', 'CON.pdf'],
  ])('%s becomes %s', (name, expected) => {
    expect(tidyFileName(name, 'pdf')).toBe(expected);
  });

  it('300 characters are cut', () => {
    expect(tidyFileName(`${'é'.repeat(300)}.jpg`, 'webp')).toBe(`${'é'.repeat(80)}.webp`);
  });

  it('addresses of files are ids of ours and nothing else', () => {
    const id = '3f0e8c7a-1b2c-4d5e-8f90-123456789abc';
    expect(readFileSegment(`${id}-640.webp`)).toEqual({
      fileId: id,
      size: 'small',
      extension: 'webp',
    });
    for (const segment of [
      id,
      `${id}.svg`,
      `${id}-640.pdf`,
      `../${id}.webp`,
      `${id}.webp/..`,
      `${id.toUpperCase()}.webp`,
      '%2e%2e',
      '__proto__',
    ])
      expect(readFileSegment(segment)).toBeNull();
  });
});
