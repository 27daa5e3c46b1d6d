/** XML of documents, read and changed as text: no reader that could be led to fetch or to unfold anything. */

/** Thrown for what no honest document holds. */
export class ActiveXml extends Error {}

/**
 * XML as UTF-8 text without comments, instructions and literal sections. A document type is refused: entities are
 * how an XML reads files, asks addresses and bursts (XXE).
 */
export function readXml(bytes: Uint8Array): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  let text: string;
  try {
    text = new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ActiveXml('no text');
  }
  const encoding = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1];
  if (encoding && !/^(utf-?8|utf-?16(le|be)?|us-ascii)$/i.test(encoding))
    throw new ActiveXml('encoding');
  if (/<!(DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i.test(text) || text.includes('\0'))
    throw new ActiveXml('doctype');
  const literal = replaceBetween(text, '<![CDATA[', ']]>', escapeXml);
  const body = replaceBetween(
    replaceBetween(literal, '<!--', '-->', () => ''),
    '<?',
    '?>',
    () => '',
  )
    .replace(/^\ufeff/, '')
    .trim();
  if (!body.startsWith('<') || body.includes('<!')) throw new ActiveXml('no element');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`;
}

/** Searched by hand: a pattern would read a text of openings without an end once for each of them. */
function replaceBetween(
  text: string,
  open: string,
  close: string,
  put: (inner: string) => string,
): string {
  let written = '';
  let at = 0;
  for (;;) {
    const from = text.indexOf(open, at);
    if (from === -1) return written + text.slice(at);
    const end = text.indexOf(close, from + open.length);
    if (end === -1) throw new ActiveXml('never closed');
    written += text.slice(at, from) + put(text.slice(from + open.length, end));
    at = end + close.length;
  }
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function decodeXml(text: string): string {
  return text.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]+));/gi,
    (whole, hex, decimal, name) => {
      if (name) return NAMED[name.toLowerCase()] ?? whole;
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}

const ATTRIBUTE = /([^\s=/<>"']{1,100})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)')/g;
/** Of a tag: no value holds the beginning of another. */
const ATTRIBUTES = `(?:\\s(?:[^<>"']|"[^"<]*"|'[^'<]*')*)?`;

/** The attributes of each element of a name, whatever prefix it stands under, by their own names. */
export function listElements(xml: string, local: string): Map<string, string>[] {
  const tag = new RegExp(`<(?:[\\w.-]+:)?${local}(${ATTRIBUTES})>`, 'g');
  return [...xml.matchAll(tag)].map(([, attributes]) => readAttributes(attributes ?? ''));
}

function readAttributes(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(ATTRIBUTE)].map(([, name, double, single]) => [
      name!.split(':').at(-1)!,
      decodeXml(double ?? single ?? ''),
    ]),
  );
}

/** Takes elements away with all that they hold. */
export function dropElements(xml: string, locals: readonly string[]): string {
  const opening = new RegExp(`<((?:[\\w.-]+:)?(?:${locals.join('|')}))(${ATTRIBUTES})>`, 'g');
  let written = '';
  let at = 0;
  for (const match of xml.matchAll(opening)) {
    if (match.index < at) continue;
    written += xml.slice(at, match.index);
    at = match.index + match[0].length;
    if (match[0].endsWith('/>')) continue;
    const closing = `</${match[1]}>`;
    const end = xml.indexOf(closing, at);
    if (end === -1) throw new ActiveXml('never closed');
    at = end + closing.length;
  }
  return written + xml.slice(at);
}

/** Changes attributes of the given own names; null takes them away. */
export function changeAttributes(
  xml: string,
  locals: readonly string[],
  change: (value: string, element: string) => string | null,
): string {
  const wanted = new RegExp(
    `\\s((?:[\\w.-]+:)?(?:${locals.join('|')}))\\s{0,9}=\\s{0,9}(?:"([^"]*)"|'([^']*)')`,
    'g',
  );
  return xml.replaceAll(
    new RegExp(`<([^\\s/<>!?]+)(${ATTRIBUTES})>`, 'g'),
    (whole, element: string, attributes: string) => {
      if (attributes === '') return whole;
      const changed = attributes.replaceAll(wanted, (kept, name, double, single) => {
        const before = decodeXml(double ?? single ?? '');
        const after = change(before, element.split(':').at(-1)!);
        if (after === before) return kept;
        return after === null ? '' : ` ${name}="${escapeXml(after)}"`;
      });
      return changed === attributes ? whole : `<${element}${changed}>`;
    },
  );
}

/** An address that a document may lead its reader to, once clicked. */
export const isPlainLink = (address: string): boolean =>
  /^(https?:\/\/|mailto:)[^\s"'<>\\]+$/i.test(address.trim());

/** One step through an XML: names without their prefix; an element without contents opens and closes. */
export type XmlStep =
  | { kind: 'open'; name: string; get(attribute: string): string | undefined }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string };

/** Walks through what `readXml` gave, in the order in which it stands. Each character is looked at once. */
export function* walkXml(xml: string): Generator<XmlStep> {
  const piece = new RegExp(`<(/?)([^\\s/<>!?]+)(${ATTRIBUTES})/?>|[^<]+|<`, 'g');
  for (const [whole, end, tag, attributes = ''] of xml.matchAll(piece)) {
    if (tag === undefined) {
      if (whole !== '<') yield { kind: 'text', text: decodeXml(whole) };
      continue;
    }
    const name = tag.split(':').at(-1)!;
    if (!end)
      yield { kind: 'open', name, get: (attribute) => readAttributes(attributes).get(attribute) };
    if (end || whole.endsWith('/>')) yield { kind: 'close', name };
  }
}
