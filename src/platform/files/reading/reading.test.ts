import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import {
  docx,
  docxParts,
  locked,
  lyingAboutSizes,
  odt,
  odtParts,
  symlink,
  zip,
} from '../../../../tests/make/documents.ts';
import { pdfThat, writePdf } from '../../../../tests/make/pdfs.ts';
import { DOCX } from '../documents/docx.ts';
import { ODT } from '../documents/odt.ts';
import { drawPage, readDocument } from './index.ts';

const PDF = 'application/pdf';
const read = (mediaType: string, bytes: Uint8Array) => readDocument({ mediaType, bytes });
async function blocksOf(mediaType: string, bytes: Uint8Array) {
  const reading = await read(mediaType, bytes);
  if (!reading.ok) throw new Error(reading.why);
  return reading.blocks;
}
async function whyNot(mediaType: string, bytes: Uint8Array) {
  const reading = await read(mediaType, bytes);
  return reading.ok ? reading.text : reading.why;
}

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (text: string, properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${run(text)}</w:p>`;

describe('R149 words of a Word document', () => {
  it('headings by their style, lists, tables, notes; nothing that was taken out, no field, no tag', async () => {
    const bytes = docx({
      body: [
        paragraph('Vœu sur la régie de l’eau', '<w:pStyle w:val="Titre1"/>'),
        paragraph('Exposé', '<w:pStyle w:val="Maison"/>'),
        `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>${run('L’eau est un ')}${run('bien commun')}<w:del><w:r><w:delText>rayé</w:delText></w:r></w:del><w:moveFrom>${run('déplacé')}</w:moveFrom><w:r><w:instrText>DATE</w:instrText><w:tab/><w:t>&amp; non &lt;b&gt;une marchandise&lt;/b&gt;</w:t><w:br/><w:t>jamais</w:t></w:r></w:p>`,
        paragraph('un audit', '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>'),
        paragraph('hors liste', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'),
        `<w:tbl><w:tr><w:tc>${paragraph('Commune')}</w:tc><w:tc>${paragraph('Prix')}${paragraph('au m³')}</w:tc></w:tr><w:tr><w:tc><w:tbl><w:tr><w:tc>${paragraph('Fleury')}</w:tc></w:tr></w:tbl></w:tc><w:tc>${paragraph('4,10')}</w:tc></w:tr></w:tbl>`,
        `<w:p>${run('Encadré')}<mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph('dans le cadre')}</w:txbxContent></mc:Choice><mc:Fallback>${paragraph('dans le cadre')}</mc:Fallback></mc:AlternateContent></w:p>`,
      ].join(''),
      more: {
        'word/styles.xml':
          '<w:styles xmlns:w="x"><w:style w:styleId="Titre1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Maison"><w:name w:val="Maison"/><w:basedOn w:val="Anneau"/></w:style><w:style w:styleId="Anneau"><w:name w:val="Anneau"/><w:basedOn w:val="Maison"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style></w:styles>',
        'word/footnotes.xml': `<w:footnotes xmlns:w="x"><w:footnote>${paragraph('Source : rapport annuel')}</w:footnote></w:footnotes>`,
      },
    });
    expect(await blocksOf(DOCX, bytes)).toEqual([
      { kind: 'heading', level: 1, text: 'Vœu sur la régie de l’eau' },
      { kind: 'heading', level: 3, text: 'Exposé' },
      {
        kind: 'paragraph',
        text: 'L’eau est un bien commun & non <b>une marchandise</b>\njamais',
      },
      { kind: 'item', level: 2, text: 'un audit' },
      { kind: 'paragraph', text: 'hors liste' },
      { kind: 'row', cells: ['Commune', 'Prix au m³'] },
      { kind: 'row', cells: ['Fleury', '4,10'] },
      { kind: 'paragraph', text: 'Encadré' },
      { kind: 'paragraph', text: 'dans le cadre' },
      { kind: 'paragraph', text: 'Source : rapport annuel' },
    ]);
  });

  it('W12 controls, halves of characters and marks of direction are left out; accents are one piece', async () => {
    const [block] = await blocksOf(
      DOCX,
      docx({ body: paragraph('a&#1;\u202Efdp.exe\u2066 e\u0301te\u0301 \u00a0!&#xD800;') }),
    );
    expect(block).toEqual({ kind: 'paragraph', text: 'afdp.exe été \u00a0!�' });
  });

  it('two million characters are read of it, and that there was more is said', async () => {
    const reading = await read(
      DOCX,
      docx({
        body: Array.from({ length: 2500 }, (_, n) => paragraph(`${n} ${'mot '.repeat(250)}`)).join(
          '',
        ),
      }),
    );
    expect(reading).toMatchObject({ ok: true, cut: true, pages: null });
    expect(reading.ok && reading.text.length).toBeLessThanOrEqual(2_000_000);
    expect(reading.ok && reading.text.length).toBeGreaterThan(1_900_000);
  });
});

describe('R149 words of an OpenDocument text', () => {
  it('headings, lists, tables, notes behind their paragraph; no annotation, nothing that was taken out', async () => {
    const bytes = odt({
      body: '<text:tracked-changes><text:p>rayé</text:p></text:tracked-changes><text:h text:outline-level="2">Motion</text:h><text:p>Le  conseil<text:s text:c="3"/>demande<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Loi de 1992</text:p></text:note-body></text:note><office:annotation><text:p>à revoir</text:p></office:annotation> :<text:line-break/>ceci</text:p><text:list><text:list-item><text:p>un</text:p><text:list><text:list-item><text:p>deux</text:p></text:list-item></text:list></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell/><table:table-cell><text:p>c</text:p></table:table-cell></table:table-row></table:table>',
    });
    expect(await blocksOf(ODT, bytes)).toEqual([
      { kind: 'heading', level: 2, text: 'Motion' },
      { kind: 'paragraph', text: 'Le conseil demande :\nceci' },
      { kind: 'paragraph', text: 'Loi de 1992' },
      { kind: 'item', level: 1, text: 'un' },
      { kind: 'item', level: 2, text: 'deux' },
      { kind: 'row', cells: ['a', '', 'c'] },
    ]);
  });
});

describe('R149 words and pages of a PDF', () => {
  it('its paragraphs are put together again, page after page', async () => {
    const long =
      'La régie publique de l’eau est un service que nous rendons à tout le monde. '.repeat(4);
    const reading = await read(PDF, await writePdf([`${long}\n• un audit\n• un vote`, 'Fin']));
    expect(reading).toMatchObject({ ok: true, pages: 2, cut: false });
    expect(reading.ok && reading.blocks).toEqual([
      { kind: 'paragraph', text: long.trim() },
      { kind: 'item', level: 1, text: 'un audit' },
      { kind: 'item', level: 1, text: 'un vote' },
      { kind: 'paragraph', text: 'Fin' },
    ]);
  });

  it('W7 two thousand pages are read, or said to be cut, within the bounds', async () => {
    const bytes = await writePdf(Array.from({ length: 2000 }, (_, n) => `Délibération ${n}`));
    const reading = await read(PDF, bytes);
    expect(reading).toMatchObject({ ok: true, pages: 2000 });
    expect(reading.ok && (reading.cut || reading.text.endsWith('Délibération 1999'))).toBe(true);
  });

  it('a scan has no words, one under a password is locked', async () => {
    expect(await whyNot(PDF, await writePdf(['']))).toBe('no-text');
    expect(await whyNot(PDF, await writePdf(['Secret'], { userPassword: 'x' }))).toBe('locked');
  });

  it('a page is drawn as wide as asked and never wider than bearable; pages that are not there are not', async () => {
    const bytes = await writePdf(['Un', 'Deux']);
    const drawn = await drawPage({ bytes, page: 2, width: 640 });
    expect(await sharp(drawn!).metadata()).toMatchObject({ format: 'webp', width: 640 });
    const wide = await drawPage({ bytes, page: 1, width: 1_000_000 });
    expect((await sharp(wide!).metadata()).width).toBeLessThanOrEqual(2000);
    for (const page of [0, 3, -1, 1.5])
      expect(await drawPage({ bytes, page, width: 640 })).toBeNull();
    expect(await drawPage({ bytes: Buffer.from('non'), page: 1, width: 640 })).toBeNull();
  });

  it('W7 scripts, forms and acts of a PDF are neither run nor told', async () => {
    const acts = pdfThat(
      '/OpenAction << /S /JavaScript /JS (app.alert(1)) >> /AA << /WC << /S /Launch /F (x) >> >>',
    );
    expect(await whyNot(PDF, acts)).toBe('Bonjour');
    expect(await drawPage({ bytes: acts, page: 1, width: 300 })).not.toBeNull();
  });
});

describe('W7 what attacks whoever reads it', () => {
  const blanks = new Uint8Array(31_000_000);
  const xxe = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>';
  it.each([
    ['0 byte', DOCX, new Uint8Array(), 'damaged'],
    ['0 byte', PDF, new Uint8Array(), 'damaged'],
    ['garbage', PDF, Buffer.from('%PDF-1.7 '.padEnd(5000, 'x')), 'damaged'],
    ['garbage', ODT, Buffer.alloc(5000, 'PK\u0003\u0004'), 'damaged'],
    ['a bomb', DOCX, docx({ more: { 'word/a.xml': blanks } }), 'too-complex'],
    ['a bomb that lies', DOCX, lyingAboutSizes(docx(), 10), 'damaged'],
    ['zip-slip', DOCX, zip({ ...docxParts(), '../../etc/cron.d/x': 'x' }), 'damaged'],
    [
      'a symbolic link',
      DOCX,
      zip(docxParts(), { 'word/a.xml': symlink('/etc/passwd') }),
      'damaged',
    ],
    ['a name of 300 characters', DOCX, zip({ ...docxParts(), ['a'.repeat(300)]: 'x' }), 'damaged'],
    ['an entity (XXE)', DOCX, docx({ more: { 'word/document.xml': xxe } }), 'damaged'],
    ['an entity (XXE)', ODT, odt({ more: { 'content.xml': xxe } }), 'damaged'],
    ['a password', DOCX, locked(docx()), 'locked'],
    ['another kind', DOCX, odt(), 'damaged'],
    ['another kind', ODT, docx(), 'damaged'],
    ['a page before it', DOCX, Buffer.concat([Buffer.from('<script>'), docx()]), 'damaged'],
    ['no word', ODT, odt({ body: '<text:p/>' }), 'no-text'],
    ['no content', ODT, zip({ mimetype: String(odtParts().mimetype) }), 'damaged'],
    ['a kind that nobody reads', 'text/html', docx(), 'damaged'],
  ])('%s (%s)', async (_, mediaType, bytes, why) => {
    expect(await whyNot(mediaType, bytes)).toBe(why);
  });

  it('what takes too long or too much is ended, and the next document is read', async () => {
    const bytes = docx({ body: paragraph('ici') });
    const [late, large, next] = await Promise.all([
      readDocument({ mediaType: DOCX, bytes }, { time: 1, memory: 2 ** 40 }),
      readDocument(
        { mediaType: DOCX, bytes: docx({ body: '<w:p>'.repeat(3_000_000) }) },
        { time: 20_000, memory: 1 },
      ),
      read(DOCX, bytes),
    ]);
    expect(late).toEqual({ ok: false, why: 'too-complex' });
    expect(large).toEqual({ ok: false, why: 'too-complex' });
    expect(next).toMatchObject({ ok: true, text: 'ici' });
  });

  it('elements without an end, and a million of them, are looked at once each', async () => {
    const begun = performance.now();
    await whyNot(DOCX, docx({ body: '<w:p><w:r><w:t '.repeat(300_000) }));
    await whyNot(ODT, odt({ body: '<text:p>'.repeat(500_000) }));
    expect(performance.now() - begun).toBeLessThan(20_000);
  });
});
