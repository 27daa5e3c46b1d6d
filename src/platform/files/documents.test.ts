import { strFromU8, unzipSync } from 'fflate';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import {
  docx,
  docxParts,
  locked,
  lyingAboutSizes,
  odt,
  odtParts,
  relation,
  symlink,
  zip,
} from '../../../tests/make/documents.ts';
import { cleanUpload } from './cleaning.ts';
import { NOT_SCANNED } from './scan.ts';
import { ACCEPTED_ATTACHMENTS } from './upload.ts';

const clean = (bytes: Uint8Array | string, name = 'projet.docx') =>
  cleanUpload(
    NOT_SCANNED,
    new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name),
    ACCEPTED_ATTACHMENTS,
  );

const refusalOf = async (bytes: Uint8Array | string) => {
  const cleaned = await clean(bytes);
  return cleaned.ok ? 'taken' : cleaned.refusal;
};

/** The parts of what was kept, as text. */
async function kept(bytes: Uint8Array, name?: string): Promise<Record<string, string>> {
  const cleaned = await clean(bytes, name);
  if (!cleaned.ok) throw new Error(cleaned.refusal);
  const parts = unzipSync(new Uint8Array(cleaned.upload.whole));
  return Object.fromEntries(Object.entries(parts).map(([at, held]) => [at, strFromU8(held, true)]));
}

const TEMPLATE = 'https://pirate.example/modele.dotm';
const remote = [
  relation('rId20', 'image', 'https://pirate.example/pixel.png', true),
  relation('rId21', 'hyperlink', 'https://ville.example/parc', true),
  relation('rId22', 'hyperlink', 'javascript:alert(1)', true),
  relation('rId23', 'attachedTemplate', TEMPLATE, true),
];
const field = (...pieces: string[]) =>
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${pieces.map((piece) => `<w:r><w:instrText>${piece}</w:instrText></w:r>`).join('')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;

describe('R74 W7 documents of Word', () => {
  it('are told by what they hold, and written anew without author, template and what lies elsewhere', async () => {
    const parts = await kept(
      docx({
        body: '<w:p><w:hyperlink r:id="rId21"><w:r><w:t>Le parc</w:t></w:r></w:hyperlink><a:blip r:link="rId20"/><w:ins w:author="Camille Durand" w:id="1"/></w:p>',
        links: remote,
        more: {
          'word/settings.xml': `<w:settings xmlns:w="w" xmlns:r="r"><w:attachedTemplate r:id="rId1"/><w:zoom w:percent="100"/></w:settings>`,
          'word/_rels/settings.xml.rels': `<Relationships xmlns="x">${relation('rId1', 'attachedTemplate', TEMPLATE, true)}</Relationships>`,
        },
      }),
    );
    const all = JSON.stringify(parts);
    for (const gone of [
      'Camille',
      'Lilas',
      'pirate',
      'javascript',
      'attachedTemplate',
      'customXml',
    ])
      expect(all, gone).not.toContain(gone);
    expect(Object.keys(parts).sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'word/_rels/document.xml.rels',
      'word/_rels/settings.xml.rels',
      'word/document.xml',
      'word/settings.xml',
      'word/styles.xml',
    ]);
    expect(parts['word/document.xml']).toContain('<w:hyperlink r:id="rId21">');
    expect(parts['word/document.xml']).toContain('<a:blip/>');
    expect(parts['word/settings.xml']).toContain('<w:zoom w:percent="100"/>');
    expect(parts['word/_rels/document.xml.rels']).toContain('https://ville.example/parc');
    // every part is of a known kind, every relation leads to a part
    expect(parts['[Content_Types].xml']).not.toContain('docProps');
    expect(parts['_rels/.rels']).toContain('word/document.xml');
  });

  it('pictures inside keep their points and lose where they were taken', async () => {
    const photo = await sharp({
      create: { width: 8, height: 8, channels: 3, background: 'red' },
    })
      .withExif({ IFD0: { Copyright: 'Camille Durand' }, IFD3: { GPSLatitude: '48/1 50/1 0/1' } })
      .jpeg()
      .toBuffer();
    expect(photo.includes('Camille')).toBe(true);
    const parts = unzipSync(
      new Uint8Array(
        (
          (await clean(docx({ more: { 'word/media/image1.jpeg': new Uint8Array(photo) } }))) as {
            upload: { whole: Buffer };
          }
        ).upload.whole,
      ),
    );
    const inside = Buffer.from(parts['word/media/image1.jpeg']!);
    expect(inside.includes('Camille')).toBe(false);
    expect(await sharp(inside).metadata()).toMatchObject({ width: 8, height: 8 });
    expect((await sharp(inside).metadata()).exif).toBeUndefined();
  });

  it('cleaned twice is the same, and its name has the ending of what it is', async () => {
    const once = await clean(docx(), '../..\\\u202Eprojet.exe.odt');
    if (!once.ok) throw new Error(once.refusal);
    expect(once.upload.name).toBe('projet.exe.docx');
    const twice = await clean(new Uint8Array(once.upload.whole));
    expect(twice.ok && twice.upload.whole.equals(once.upload.whole)).toBe(true);
    const long = await clean(docx(), `${'é'.repeat(300)}.docx`);
    expect(long.ok && [...long.upload.name].length).toBe(85);
  });

  it.each([
    [
      'a document with macros',
      docx({ main: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
    ],
    ['a macro in a plain document', docx({ more: { 'word/vbaProject.bin': 'x' } })],
    ['an ActiveX control', docx({ more: { 'word/activeX/activeX1.xml': '<x/>' } })],
    ['an embedded program', docx({ more: { 'word/embeddings/oleObject1.bin': 'x' } })],
    [
      'an OLE link',
      docx({ links: [relation('rId5', 'oleObject', 'https://pirate.example/', true)] }),
    ],
    ['another kind of text inside', docx({ links: [relation('rId5', 'aFChunk', 'a.html')] })],
    [
      'an entity (XXE)',
      docx({
        more: {
          'word/footer1.xml': '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
        },
      }),
    ],
    [
      'an entity in UTF-16 (XXE)',
      docx({
        more: {
          'word/footer1.xml': new Uint8Array(Buffer.from('\ufeff<!DOCTYPE x><x/>', 'utf16le')),
        },
      }),
    ],
    [
      'an entity in its relations (XXE)',
      docx({ more: { 'word/_rels/document.xml.rels': '<!DOCTYPE x><Relationships/>' } }),
    ],
    [
      'a text in UTF-7',
      docx({ more: { 'word/footer1.xml': '<?xml version="1.0" encoding="UTF-7"?><x/>' } }),
    ],
    ['a field that starts a program', docx({ body: field('DDEAUTO c:\\\\windows\\\\cmd.exe') })],
    ['the same in pieces', docx({ body: field('DD', 'EAU', 'TO cmd') })],
    ['the same spelled out', docx({ body: field('D&#68;EAUTO cmd') })],
    ['the same in a literal section', docx({ body: field('<![CDATA[DDEAUTO cmd]]>') })],
    [
      'a field that fetches',
      docx({
        body: '<w:fldSimple w:instr=" INCLUDEPICTURE &quot;https://pirate.example&quot; "/>',
      }),
    ],
    [
      'HTML called a picture',
      docx({ more: { 'word/media/image1.png': '<script>alert(1)</script>' } }),
    ],
    [
      'a script in a drawing',
      docx({ more: { 'word/media/image1.svg': '<svg onload="alert(1)"/>' } }),
    ],
    ['a program beside it', docx({ more: { 'word/a.exe': 'MZ' } })],
    [
      'a comment without an end',
      docx({ more: { 'word/footer1.xml': `<x>${'<!-- '.repeat(200_000)}</x>` } }),
    ],
    ['an element without an end', docx({ body: '<w:subDoc>'.repeat(200_000) })],
    ['zip-slip', zip({ ...docxParts(), '../../etc/cron.d/x': 'x' })],
    ['zip-slip of Windows', zip({ ...docxParts(), 'word\\..\\..\\x.xml': '<x/>' })],
    ['an absolute name', zip({ ...docxParts(), '/etc/passwd': 'x' })],
    ['a symbolic link', zip(docxParts(), { 'word/header1.xml': symlink('/etc/passwd') })],
  ])('%s is refused', async (_, bytes) => {
    expect(await refusalOf(bytes)).toBe('document-active');
  });

  it('a bomb is refused before it unfolds, also one that lies about its size', async () => {
    const blanks = new Uint8Array(31_000_000);
    const before = process.memoryUsage().rss;
    const bomb = docx({ more: { 'word/footer1.xml': blanks, 'word/footer2.xml': blanks } });
    expect(await refusalOf(bomb)).toBe('document-too-complex');
    expect(await refusalOf(docx({ more: { 'word/footer1.xml': blanks } }))).toBe(
      'document-too-complex',
    );
    expect(await refusalOf(lyingAboutSizes(bomb, 1000))).toBe('file-damaged');
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
    const many = Object.fromEntries(
      Array.from({ length: 2100 }, (_, at) => [`word/f${at}.xml`, '<x/>']),
    );
    expect(await refusalOf(docx({ more: many }))).toBe('document-too-complex');
  });

  it('one under a password, one cut short and other zips are refused in their own words', async () => {
    expect(await refusalOf(locked(docx()))).toBe('document-locked');
    expect(await refusalOf(docx().subarray(0, 900))).toBe('file-damaged');
    expect(await refusalOf(zip({ 'a.txt': 'bonjour' }))).toBe('file-kind');
    expect(
      await refusalOf(zip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<x/>' })),
    ).toBe('file-kind');
    expect(await refusalOf('')).toBe('file-empty');
    expect(await refusalOf('<!doctype html><script>alert(1)</script>')).toBe('file-kind');
    // a polyglot: something else comes before
    expect(await refusalOf(Buffer.concat([Buffer.from('<script>'), docx()]))).toBe('file-kind');
  });

  it('what stands behind, or between, does not survive', async () => {
    const cleaned = await clean(docx());
    const followed = Buffer.concat([Buffer.from(docx())]);
    followed.writeUInt16LE(8, followed.length - 2);
    const behind = await clean(Buffer.concat([followed, Buffer.from('<script>')]));
    expect(behind.ok && cleaned.ok && behind.upload.whole.equals(cleaned.upload.whole)).toBe(true);
  });

  it('where only scans are asked for, no document is taken', async () => {
    const scan = await cleanUpload(NOT_SCANNED, new File([new Uint8Array(docx())], 'a.docx'));
    expect(scan).toEqual({ ok: false, refusal: 'file-kind' });
  });
});

describe('R74 W7 documents of LibreOffice', () => {
  it('are written anew: their kind first, no author, nothing from elsewhere', async () => {
    const cleaned = await clean(
      odt({
        body: '<text:p><text:a xlink:href="https://ville.example">ici</text:a><text:a xlink:href="javascript:alert(1)">là</text:a><draw:image xlink:href="https://pirate.example/pixel.png"/><draw:image xlink:href="Pictures/1.png"/></text:p><office:annotation><dc:creator>Camille Durand</dc:creator></office:annotation>',
      }),
      'projet.odt',
    );
    if (!cleaned.ok) throw new Error(cleaned.refusal);
    expect(cleaned.upload).toMatchObject({ name: 'projet.odt', mediaType: odtParts().mimetype });
    const { whole } = cleaned.upload;
    // the kind is read at byte 38 by whoever opens it
    expect(whole.toString('latin1', 30, 38 + 39)).toBe(`mimetype${odtParts().mimetype}`);
    const parts = await kept(odt(), 'a.odt');
    expect(Object.keys(parts).sort()).toEqual([
      'META-INF/manifest.xml',
      'content.xml',
      'mimetype',
      'styles.xml',
    ]);
    expect(parts['META-INF/manifest.xml']).not.toContain('meta.xml"');
    const content = strFromU8(unzipSync(new Uint8Array(whole))['content.xml']!);
    expect(content).toContain('xlink:href="https://ville.example"');
    expect(content).toContain('xlink:href="Pictures/1.png"');
    for (const gone of ['pirate', 'javascript', 'Camille']) expect(content).not.toContain(gone);
  });

  it.each([
    ['macros', odt({ more: { 'Basic/Standard/Module1.xml': '<x/>' } })],
    ['a script', odt({ more: { 'Scripts/python/a.py': 'import os' } })],
    [
      'an act on opening',
      odt({
        body: '<office:event-listeners><script:event-listener xlink:href="vnd.sun.star.script:a"/></office:event-listeners>',
      }),
    ],
    [
      'a link to a macro',
      odt({ body: '<text:a xlink:href="vnd.sun.star.script:a?language=Basic">x</text:a>' }),
    ],
    [
      'an OLE object',
      odt({ body: '<draw:object-ole xlink:href="./Object 1"/>', more: { 'Object 1': 'x' } }),
    ],
    [
      'a page in a frame',
      odt({ body: '<draw:floating-frame xlink:href="https://pirate.example"/>' }),
    ],
    ['an entity (XXE)', odt({ more: { 'styles.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x/>' } })],
    ['zip-slip', odt({ more: { '../x': 'x' } })],
  ])('%s is refused', async (_, bytes) => {
    expect(await refusalOf(bytes)).toBe('document-active');
  });

  it('one under a password is refused in its own words', async () => {
    const manifest = String(odtParts()['META-INF/manifest.xml']).replace(
      '</manifest:manifest>',
      '<manifest:encryption-data/></manifest:manifest>',
    );
    expect(await refusalOf(odt({ more: { 'META-INF/manifest.xml': manifest } }))).toBe(
      'document-locked',
    );
  });
});
