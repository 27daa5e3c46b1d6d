/** What was read out of a file, as a page shows it: items of a list together, rows of a table as lines. */

type Read =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'item'; level: number; text: string }
  | { kind: 'row'; cells: readonly string[] };

export type Group =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'items'; items: string[] };

export function groupBlocks(blocks: readonly Read[]): Group[] {
  const groups: Group[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.kind === 'heading') groups.push({ kind: 'heading', text: block.text });
    else if (block.kind === 'item' && last?.kind === 'items') last.items.push(block.text);
    else if (block.kind === 'item') groups.push({ kind: 'items', items: [block.text] });
    else if (block.kind === 'row')
      groups.push({
        kind: 'paragraph',
        text: block.cells.filter((cell) => cell !== '').join(' · '),
      });
    else groups.push({ kind: 'paragraph', text: block.text });
  }
  return groups;
}
