import { readXml, walkXml } from '../documents/xml.ts';
import type { ZipEntry } from '../documents/zip.ts';
import type { Block } from './block.ts';
import { BlockStack } from './block-stack.ts';

/** What was taken out, what somebody noted beside, and the numbers of notes. */
const SKIPPED = new Set(['tracked-changes', 'annotation', 'note-citation', 'forms', 'scripts']);
/** Blanks that one mark may stand for. */
const MOST_BLANKS = 100;

/** The words of an OpenDocument text; a note follows the paragraph that it belongs to. */
export function* readOdtBlocks(entries: readonly ZipEntry[]): Generator<Block> {
  const content = entries.find(({ name }) => name === 'content.xml');
  if (!content) throw new Error('no content');
  const stack = new BlockStack();
  let skipping = 0;
  let lists = 0;
  for (const step of walkXml(readXml(content.unpack()))) {
    if (step.kind === 'text') {
      if (skipping === 0) stack.write(step.text.replaceAll('\n', ' '));
      continue;
    }
    const opens = step.kind === 'open';
    if (SKIPPED.has(step.name)) skipping += opens ? 1 : -1;
    if (skipping > 0) continue;
    switch (step.name) {
      case 'h':
        if (step.kind === 'open') {
          const level = Number(step.get('outline-level') ?? 1);
          stack.openParagraph({ heading: level >= 1 ? Math.min(6, Math.trunc(level)) : 1 });
        } else stack.closeParagraph();
        break;
      case 'p':
        if (opens) stack.openParagraph({ item: lists > 0 ? Math.min(6, lists) : null });
        else stack.closeParagraph();
        break;
      case 'list':
        lists = Math.max(0, lists + (opens ? 1 : -1));
        break;
      case 's':
        if (step.kind === 'open')
          stack.write(' '.repeat(Math.min(MOST_BLANKS, Number(step.get('c')) || 1)));
        break;
      case 'tab':
        if (opens) stack.write(' ');
        break;
      case 'line-break':
        if (opens) stack.write('\n');
        break;
      case 'table':
        stack.table(opens);
        break;
      case 'table-row':
        stack.row(opens);
        break;
      case 'table-cell':
        stack.cell(opens);
        break;
    }
    yield* stack.take();
  }
}
