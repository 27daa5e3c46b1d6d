import { type Block, tidyWords } from './block.ts';

interface OpenParagraph {
  pieces: string[];
  heading: number | null;
  item: number | null;
}

/**
 * What is open while a document is walked through. A paragraph inside another (a note, a frame) follows it; a table
 * inside a cell is words of that cell.
 */
export class BlockStack {
  private paragraphs: OpenParagraph[] = [];
  private inner: Block[] = [];
  private done: Block[] = [];
  private tables = 0;
  private cells: string[] = [];
  private words: string[] = [];

  openParagraph(as: { heading?: number | null; item?: number | null } = {}): void {
    this.paragraphs.push({ pieces: [], heading: as.heading ?? null, item: as.item ?? null });
  }

  setHeading(level: number | null): void {
    const at = this.paragraphs.at(-1);
    if (at) at.heading = level;
  }

  setItem(level: number | null): void {
    const at = this.paragraphs.at(-1);
    if (at) at.item = level;
  }

  /** Outside paragraphs nothing is said. */
  write(text: string): void {
    this.paragraphs.at(-1)?.pieces.push(text);
  }

  closeParagraph(): void {
    const closed = this.paragraphs.pop();
    if (!closed) return;
    const text = tidyWords(closed.pieces.join(''));
    if (this.tables > 0) {
      if (text) this.words.push(text);
      return;
    }
    const block: Block = closed.heading
      ? { kind: 'heading', level: closed.heading, text }
      : closed.item
        ? { kind: 'item', level: closed.item, text }
        : { kind: 'paragraph', text };
    if (this.paragraphs.length > 0) this.inner.push(block);
    else {
      this.done.push(block, ...this.inner);
      this.inner = [];
    }
  }

  table(opens: boolean): void {
    this.tables = Math.max(0, this.tables + (opens ? 1 : -1));
  }

  row(opens: boolean): void {
    if (this.tables !== 1) return;
    if (!opens && this.cells.some((cell) => cell !== ''))
      this.done.push({ kind: 'row', cells: this.cells });
    this.cells = [];
  }

  cell(opens: boolean): void {
    if (this.tables !== 1) return;
    if (!opens) this.cells.push(this.words.join(' '));
    this.words = [];
  }

  /** What is complete, once. */
  take(): Block[] {
    if (this.done.length === 0) return this.done;
    const { done } = this;
    this.done = [];
    return done;
  }
}
