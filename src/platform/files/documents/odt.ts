import type { UploadRefusal } from '../upload.ts';
import { cleanEmbeddedPicture } from './embedded.ts';
import {
  changeAttributes,
  decodeXml,
  dropElements,
  escapeXml,
  isPlainLink,
  listElements,
  readXml,
} from './xml.ts';
import { writeZip, type ZipEntry } from './zip.ts';

export const ODT = 'application/vnd.oasis.opendocument.text';

/** Macros, and files of other programs. */
const ACTIVE =
  /^(basic|scripts|dialogs|database)\/|^object [^/]*$|\.(bin|exe|html?|js|py|bsh|class|jar)$/i;
const PERSONAL =
  /^(meta\.xml|thumbnails\/|configurations2\/|manifest\.rdf|layout-cache|meta-inf\/(?!manifest\.xml$)|versionlist\.xml|versions\/)/i;
const ACTIVE_ELEMENT =
  /<(?:[\w.-]+:)?(?:object-ole|plugin|applet|floating-frame|dde-connection[\w-]*|dde-source|event-listener|script|database-\w[\w-]*|execute-macro)\b/;

export function looksLikeOdt(entries: readonly ZipEntry[]): boolean {
  const kind = entries.find(({ name }) => name === 'mimetype');
  return (
    kind !== undefined &&
    kind.size <= 100 &&
    Buffer.from(kind.unpack()).toString('latin1').trim() === ODT
  );
}

/** An OpenDocument text written anew: text, styles and pictures, without author, macros or anything from elsewhere. */
export function cleanOdt(entries: readonly ZipEntry[]): Buffer | UploadRefusal {
  if (entries.some(({ name }) => ACTIVE.test(name))) return 'document-active';
  const sources = new Map(entries.map((entry) => [entry.name, entry]));
  const manifest = sources.get('META-INF/manifest.xml');
  if (!manifest || !sources.has('content.xml')) return 'file-damaged';
  const listed = readXml(manifest.unpack());
  if (/<(?:[\w.-]+:)?encryption-data\b/.test(listed)) return 'document-locked';
  const kept = new Map<string, Uint8Array>([['mimetype', Buffer.from(ODT)]]);
  for (const { name, unpack } of entries) {
    if (name === 'mimetype' || name === 'META-INF/manifest.xml' || PERSONAL.test(name)) continue;
    if (/^(Object \d+\/)?(content|styles|settings|meta)\.xml$/.test(name)) {
      const xml = readXml(unpack());
      if (
        ACTIVE_ELEMENT.test(xml) ||
        /vnd\.sun\.star\.(script|expand)|macro:\/\//i.test(decodeXml(xml))
      )
        return 'document-active';
      kept.set(name, Buffer.from(cleanPart(xml)));
    } else if (/^Pictures\/[^/]+$|^media\/[^/]+$/i.test(name)) {
      const picture = cleanEmbeddedPicture(name, unpack());
      if (!picture) return 'document-active';
      kept.set(name, picture);
    } else if (/^Fonts\/[^/]+\.(ttf|otf)$/i.test(name)) kept.set(name, unpack());
    // a drawing that stands in for an object: made anew by whoever opens it
    else if (/^ObjectReplacements\//.test(name)) continue;
    else return 'document-active';
  }
  kept.set('META-INF/manifest.xml', Buffer.from(writeManifest(listed, kept)));
  return writeZip(kept, ['mimetype']);
}

function cleanPart(xml: string): string {
  const plain = dropElements(xml, [
    'creator',
    'initial-creator',
    'printed-by',
    'creator-initials',
    'sender-[a-z-]+',
    'author-name',
    'author-initials',
    'template',
    'scripts',
  ]);
  return changeAttributes(plain, ['href'], (address, element) => {
    if (element === 'a') return isPlainLink(address) || address.startsWith('#') ? address : '#';
    // inside the document only
    return /^(?:[a-z][a-z0-9+.-]*:|\/|\\|\.\.)/i.test(address.trim()) ? null : address;
  });
}

function writeManifest(listed: string, kept: ReadonlyMap<string, unknown>): string {
  const types = new Map(
    listElements(listed, 'file-entry').map((one) => [
      one.get('full-path') ?? '',
      one.get('media-type') ?? '',
    ]),
  );
  const lines = [...kept.keys()]
    .filter((name) => name !== 'mimetype')
    .map(
      (name) =>
        `<manifest:file-entry manifest:full-path="${escapeXml(name)}" manifest:media-type="${escapeXml(types.get(name) ?? (name.endsWith('.xml') ? 'text/xml' : ''))}"/>`,
    );
  const folders = [...types]
    .filter(
      ([path]) =>
        /^Object \d+\/$/.test(path) && [...kept.keys()].some((name) => name.startsWith(path)),
    )
    .map(
      ([path, type]) =>
        `<manifest:file-entry manifest:full-path="${escapeXml(path)}" manifest:media-type="${escapeXml(type)}"/>`,
    );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${ODT}"/>${[...folders, ...lines].join('')}</manifest:manifest>`;
}
