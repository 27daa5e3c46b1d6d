import { strToU8, type Zippable, zipSync } from 'fflate';

/** Documents of office programs as a test needs them: honest ones, and each attack of W7 (CVE kinds in names). */

type Parts = Record<string, string | Uint8Array>;

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DOC = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const relation = (id: string, type: string, target: string, external = false) =>
  `<Relationship Id="${id}" Type="${type.includes('//') ? type : `${REL}/${type}`}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`;

const relations = (...lines: string[]) =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`;

/** What Word writes for a page with one paragraph; `body` and more relations as wanted. */
export function docxParts({
  body = '<w:p><w:r><w:t>Un verger pour tous</w:t></w:r></w:p>',
  links = [] as string[],
  main = `${DOC}.document.main+xml`,
  more = {} as Parts,
} = {}): Parts {
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${main}"/><Override PartName="/word/styles.xml" ContentType="${DOC}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/></Types>`,
    '_rels/.rels': relations(
      relation('rId1', 'officeDocument', 'word/document.xml'),
      relation('rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
    ),
    'docProps/core.xml': `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Camille Durand</dc:creator><cp:lastModifiedBy>Camille Durand</cp:lastModifiedBy></cp:coreProperties>`,
    'customXml/item1.xml': '<secret>12 rue des Lilas</secret>',
    'customXml/itemProps1.xml': '<props/>',
    'word/document.xml': `${HEAD}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${REL}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:o="urn:schemas-microsoft-com:office:office"><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relations(
      relation('rId1', 'styles', 'styles.xml'),
      relation('rId9', 'customXml', '../customXml/item1.xml'),
      ...links,
    ),
    'word/styles.xml': `${HEAD}<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>`,
    ...more,
  };
}

export function zip(parts: Parts, options: Zippable = {}): Uint8Array {
  const files = Object.fromEntries(
    Object.entries(parts).map(([name, held]) => [
      name,
      typeof held === 'string' ? strToU8(held) : held,
    ]),
  );
  return zipSync({ ...files, ...options });
}

export const docx = (options: Parameters<typeof docxParts>[0] = {}): Uint8Array =>
  zip(docxParts(options));

export function odtParts({
  body = '<text:p>Un verger pour tous</text:p>',
  more = {} as Parts,
} = {}): Parts {
  const spaces =
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0"';
  return {
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `${HEAD}<office:document-content ${spaces} office:version="1.3"><office:scripts/><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    'styles.xml': `${HEAD}<office:document-styles ${spaces} office:version="1.3"/>`,
    'meta.xml': `${HEAD}<office:document-meta ${spaces}><office:meta><meta:initial-creator>Camille Durand</meta:initial-creator></office:meta></office:document-meta>`,
    'Thumbnails/thumbnail.png': new Uint8Array([1, 2, 3]),
    'META-INF/manifest.xml': `${HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
    ...more,
  };
}

export function odt(options: Parameters<typeof odtParts>[0] = {}): Uint8Array {
  const { mimetype, ...parts } = odtParts(options);
  return zip({}, { mimetype: [strToU8(String(mimetype)), { level: 0 }], ...encode(parts) });
}

const encode = (parts: Parts): Zippable =>
  Object.fromEntries(
    Object.entries(parts).map(([name, held]) => [
      name,
      typeof held === 'string' ? strToU8(held) : held,
    ]),
  );

/** A part whose entry is a link of Unix: its text is where it leads. */
export const symlink = (to: string): Zippable[string] => [
  strToU8(to),
  { os: 3, attrs: (0o120777 << 16) >>> 0 },
];

/** The directory says that the entries are under a password. */
export function locked(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (let at = 0; at + 10 < copy.length; at += 1)
    if (copy[at] === 0x50 && copy[at + 1] === 0x4b && copy[at + 2] === 1 && copy[at + 3] === 2)
      copy[at + 8]! |= 1;
  return copy;
}

/** The directory says of every entry that it unfolds to `size` bytes. */
export function lyingAboutSizes(bytes: Uint8Array, size: number): Uint8Array {
  const copy = Buffer.from(bytes);
  for (let at = 0; at + 46 < copy.length; at += 1)
    if (copy.readUInt32LE(at) === 0x02014b50) copy.writeUInt32LE(size, at + 24);
  return copy;
}
