import { readXml, walkXml } from '../documents/xml.ts';
import type { ZipEntry } from '../documents/zip.ts';
import { type Block, tidyWords } from './block.ts';
import { BlockStack } from './block-stack.ts';

/** What was taken out, what stood elsewhere before, what older programs are shown instead, and what fields ask for. */
const SKIPPED = new Set(['del', 'moveFrom', 'Fallback', 'instrText', 'pPrChange', 'rPrChange']);

interface Style {
  heading: number | null;
  isItem: boolean;
  basedOn: string | undefined;
}

/** The words of a Word document, then those of its notes; headers and footers are said on each page, so not at all. */
export function* readDocxBlocks(entries: readonly ZipEntry[]): Generator<Block> {
  const parts = new Map(entries.map((entry) => [entry.name, entry]));
  const styles = readStyles(parts.get('word/styles.xml'));
  for (const name of ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml']) {
    const part = parts.get(name);
    if (part) yield* readPart(readXml(part.unpack()), styles);
  }
}

function* readPart(xml: string, styles: ReadonlyMap<string, Style>): Generator<Block> {
  const stack = new BlockStack();
  let skipping = 0;
  let properties = 0;
  let inWords = false;
  for (const step of walkXml(xml)) {
    if (step.kind === 'text') {
      if (inWords && skipping === 0) stack.write(step.text.replaceAll('\n', ' '));
      continue;
    }
    const opens = step.kind === 'open';
    if (SKIPPED.has(step.name)) skipping += opens ? 1 : -1;
    if (skipping > 0) continue;
    switch (step.name) {
      case 'p':
        if (opens) stack.openParagraph();
        else stack.closeParagraph();
        break;
      case 'pPr':
        properties += opens ? 1 : -1;
        break;
      case 'pStyle':
        if (opens) setStyle(stack, styles, step.get('val'));
        break;
      case 'outlineLvl':
        if (opens) stack.setHeading(asLevel(step.get('val'), 1));
        break;
      case 'ilvl':
        if (opens) stack.setItem(asLevel(step.get('val'), 1) ?? 1);
        break;
      case 'numId':
        // 0 takes a paragraph out of the list of its style
        if (opens && step.get('val') === '0') stack.setItem(null);
        break;
      case 't':
        inWords = opens;
        break;
      case 'tab':
        // inside the properties it is a place, not a blank
        if (opens && properties === 0) stack.write(' ');
        break;
      case 'br':
      case 'cr':
        if (opens) stack.write('\n');
        break;
      case 'noBreakHyphen':
        if (opens) stack.write('‑');
        break;
      case 'tbl':
        stack.table(opens);
        break;
      case 'tr':
        stack.row(opens);
        break;
      case 'tc':
        stack.cell(opens);
        break;
    }
    yield* stack.take();
  }
}

function setStyle(
  stack: BlockStack,
  styles: ReadonlyMap<string, Style>,
  id: string | undefined,
): void {
  // styles stand on others; a ring of them is left where it closes
  const seen = new Set<string>();
  let at = id;
  while (at !== undefined && !seen.has(at)) {
    seen.add(at);
    const style = styles.get(at);
    if (style?.heading) stack.setHeading(style.heading);
    if (style?.isItem) stack.setItem(1);
    if (style?.heading || style?.isItem) return;
    at = style?.basedOn;
  }
}

/** Word names its own styles in English whatever its language: « heading 2 » is called Titre2 in a French document. */
function readStyles(part: ZipEntry | undefined): Map<string, Style> {
  const styles = new Map<string, Style>();
  if (!part) return styles;
  let style: Style | null = null;
  for (const step of walkXml(readXml(part.unpack()))) {
    if (step.kind === 'text') continue;
    if (step.name === 'style') {
      style = step.kind === 'open' ? { heading: null, isItem: false, basedOn: undefined } : null;
      const id = step.kind === 'open' ? step.get('styleId') : undefined;
      if (style && id) styles.set(id, style);
    } else if (style && step.kind === 'open') {
      if (step.name === 'name') style.heading ??= headingOf(tidyWords(step.get('val') ?? ''));
      else if (step.name === 'outlineLvl') style.heading ??= asLevel(step.get('val'), 1);
      else if (step.name === 'basedOn') style.basedOn = step.get('val');
      else if (step.name === 'numPr') style.isItem = true;
    }
  }
  return styles;
}

function headingOf(name: string): number | null {
  if (/^title$/i.test(name)) return 1;
  const level = /^heading ([1-9])$/i.exec(name)?.[1];
  return level ? Math.min(6, Number(level)) : null;
}

/** 1 to 6; null: it says none, as 9 does for words of the body. */
function asLevel(value: string | undefined, from: number): number | null {
  const level = Number(value) + from;
  return Number.isInteger(level) && level >= 1 && level <= 9 ? Math.min(6, level) : null;
}
