import { readFileSync } from 'node:fs';
import { expect } from 'vitest';

/** The file read by other means than the import: no cell of it is quoted, which is checked. */
export function readPlainly(path: string): Record<string, string>[] {
  const [head, ...lines] = readFileSync(path, 'utf8')
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  const names = head!.split(';');
  return lines.map((line) => {
    const cells = splitLine(line);
    expect(cells).toHaveLength(names.length);
    return Object.fromEntries(names.map((name, at) => [name, cells[at]!]));
  });
}

const splitLine = (line: string): string[] =>
  [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(
    (match) => match[1]?.replaceAll('""', '"') ?? match[2] ?? '',
  );

export function countBy(rows: readonly Record<string, string>[], ...names: string[]) {
  const counts: Record<string, number> = {};
  for (const row of rows) {
    const key = names.map((name) => row[name]).join(' · ');
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

export const rename = (counts: Record<string, number>, names: Record<string, string>) => {
  const renamed: Record<string, number> = {};
  for (const [key, count] of Object.entries(counts)) {
    const parts = key.split(' · ').map((part) => names[part] ?? part);
    renamed[parts.join(' · ')] = (renamed[parts.join(' · ')] ?? 0) + count;
  }
  return renamed;
};

/** The report of an import, cell by cell; the apostrophe that holds a formula is not of its value. */
export function readPlainlyReport(path: string) {
  const [, ...lines] = readFileSync(path, 'utf8').split('\r\n').filter(Boolean);
  return lines.map((line) => {
    const [row, column, value, before, why, done] = splitLine(line);
    return {
      row,
      column,
      value: value?.replace(/^'/, ''),
      before: before?.replace(/^'/, ''),
      why,
      done,
    };
  });
}
