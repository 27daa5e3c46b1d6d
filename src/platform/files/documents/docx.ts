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

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const MAIN = `${DOCX}.main+xml`;

/** Parts that run, or hold a file of another program. */
const ACTIVE =
  /(^|\/)(vba[^/]*|activex\/.*|embeddings\/.*|webextensions\/.*|oleobject[^/]*|customui\d*\/.*|[^/]*\.(bin|exe|html?|mht|rtf|js|vbs))$/i;
/** Parts that are about somebody, or that only one machine can use. */
const PERSONAL =
  /^(docprops|customxml|_xmlsignatures|docmetadata|package)\/|^word\/(people\.xml|printersettings\/)|thumbnail/i;
const ACTIVE_RELATION =
  /\/(oleObject|control|activeXControlBinary|vbaProject|aFChunk|package|webextension\w*|attachedToolbars|ui\/\w+|hdphoto)$/;
/** Fields that fetch, start or join something by themselves. */
const ACTIVE_FIELD =
  /^\s*(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DATABASE|QUOTE|MACROBUTTON|AUTOTEXT)\b/i;
/** Elements that lead to a template, to data for a mailing, to another document, to a film. */
const LED_AWAY = [
  'attachedTemplate',
  'mailMerge',
  'subDoc',
  'altChunk',
  'saveThroughXslt',
  'webVideoPr',
  'sourceFileName',
];

/** Whether these entries are a Word document without macros; a refusal when they are one with them. */
export function looksLikeDocx(entries: readonly ZipEntry[]): boolean {
  const names = new Set(entries.map(({ name }) => name));
  return names.has('[Content_Types].xml') && names.has('word/document.xml');
}

/**
 * A Word document written anew: its text and pictures, without author, template, data from elsewhere or signature.
 * What runs is refused, not taken out: nobody would know what the document says without it.
 */
export function cleanDocx(entries: readonly ZipEntry[]): Buffer | UploadRefusal {
  if (entries.some(({ name }) => ACTIVE.test(name))) return 'document-active';
  const kept = new Map<string, Uint8Array>();
  const sources = new Map(entries.map((entry) => [entry.name, entry]));
  const types = readXml(sources.get('[Content_Types].xml')!.unpack());
  const overrides = listElements(types, 'Override');
  const main = overrides.find((one) => one.get('PartName')?.toLowerCase() === '/word/document.xml');
  if (main?.get('ContentType') !== MAIN) return 'document-active';
  if (/macroEnabled|vbaProject|activeX|oleObject/i.test(decodeXml(types))) return 'document-active';

  const isKept = (name: string) => sources.has(name) && !PERSONAL.test(name);
  for (const { name, unpack } of entries) {
    if (name === '[Content_Types].xml' || name.endsWith('.rels') || PERSONAL.test(name)) continue;
    if (/^word\/media\/[^/]+$/i.test(name)) {
      const picture = cleanEmbeddedPicture(name, unpack());
      if (!picture) return 'document-active';
      kept.set(name, picture);
    } else if (/^word\/fonts\/[^/]+\.odttf$/i.test(name)) kept.set(name, unpack());
    else if (/^word\/.+\.xml$/i.test(name)) {
      const xml = readXml(unpack());
      if (hasActiveField(xml)) return 'document-active';
      const relations = sources.get(relationsOf(name));
      const cut = relations ? cutRelations(name, readXml(relations.unpack()), isKept) : NOTHING_CUT;
      if (cut === null) return 'document-active';
      if (cut.xml) kept.set(relationsOf(name), Buffer.from(cut.xml));
      kept.set(name, Buffer.from(cleanPart(xml, cut.gone)));
    } else return 'document-active';
  }
  const root = sources.get('_rels/.rels');
  if (!root) return 'file-damaged';
  const cut = cutRelations('', readXml(root.unpack()), isKept);
  if (cut === null) return 'document-active';
  kept.set('_rels/.rels', Buffer.from(cut.xml));
  kept.set('[Content_Types].xml', Buffer.from(writeTypes(types, overrides, kept)));
  return writeZip(kept, ['[Content_Types].xml', '_rels/.rels']);
}

const NOTHING_CUT = { xml: '', gone: new Set<string>() };
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** `word/document.xml` → `word/_rels/document.xml.rels`. */
function relationsOf(part: string): string {
  const at = part.lastIndexOf('/') + 1;
  return `${part.slice(0, at)}_rels/${part.slice(at)}.rels`;
}

/** The relations that stay, written anew, and the ids of those that go; null: one of them runs something. */
function cutRelations(
  part: string,
  xml: string,
  isKept: (name: string) => boolean,
): { xml: string; gone: Set<string> } | null {
  const gone = new Set<string>();
  const lines: string[] = [];
  for (const one of listElements(xml, 'Relationship')) {
    const [id = '', type = '', target = ''] = ['Id', 'Type', 'Target'].map((name) => one.get(name));
    if (ACTIVE_RELATION.test(type)) return null;
    const external = one.get('TargetMode')?.toLowerCase() === 'external';
    const stays = external
      ? type.endsWith('/hyperlink') && isPlainLink(target)
      : isKept(resolve(part, target));
    if (
      !stays ||
      /\/(attachedTemplate|mailMerge\w*|subDocument|frame|transform|recipientData)$/.test(type)
    ) {
      gone.add(id);
      continue;
    }
    lines.push(
      `<Relationship Id="${escapeXml(id)}" Type="${escapeXml(type)}" Target="${escapeXml(target)}"${external ? ' TargetMode="External"' : ''}/>`,
    );
  }
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  return {
    xml: `${head}<Relationships xmlns="${RELATIONS}">${lines.join('')}</Relationships>`,
    gone,
  };
}

/** The part that a relation of `part` means, as a name of the zip. */
function resolve(part: string, target: string): string {
  const at = target.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const step of target.replace(/[#?].*$/, '').split('/')) {
    if (step === '..') at.pop();
    else if (step !== '' && step !== '.') at.push(step);
  }
  return at.join('/');
}

function cleanPart(xml: string, gone: ReadonlySet<string>): string {
  const plain = changeAttributes(
    dropElements(xml, LED_AWAY),
    ['author', 'initials', 'userId', 'providerId'],
    () => '',
  );
  if (gone.size === 0) return plain;
  return changeAttributes(plain, ['id', 'link', 'embed', 'href', 'pict'], (value) =>
    gone.has(value) ? null : value,
  );
}

/** Fields are written in pieces: all those of one part are put together before they are read. */
function hasActiveField(xml: string): boolean {
  const simple = listElements(xml, 'fldSimple').map((one) => one.get('instr') ?? '');
  const pieces = xml.matchAll(
    /<(?:[\w.-]+:)?(?:fldChar\b[^<>]*fldCharType\s*=\s*["'](begin|separate)|(?:instrText|delInstrText)\b[^<>]*>([^<]*))/g,
  );
  let written = '';
  for (const [, edge, words] of pieces) written += edge ? '\n' : decodeXml(words ?? '');
  return [...simple, ...written.split('\n')].some((field) => ACTIVE_FIELD.test(field));
}

function writeTypes(
  types: string,
  overrides: readonly Map<string, string>[],
  kept: ReadonlyMap<string, unknown>,
): string {
  const named = new Set([...kept.keys()].map((name) => `/${name}`.toLowerCase()));
  const line = (tag: string, attributes: Map<string, string>) =>
    `<${tag} ${[...attributes]
      .filter(([name]) => name !== 'xmlns')
      .map(([name, value]) => `${name}="${escapeXml(value)}"`)
      .join(' ')}/>`;
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  return `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${[
    ...listElements(types, 'Default').map((one) => line('Default', one)),
    ...overrides
      .filter((one) => named.has(one.get('PartName')?.toLowerCase() ?? ''))
      .map((one) => line('Override', one)),
  ].join('')}</Types>`;
}
