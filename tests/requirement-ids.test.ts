import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Every requirement, scenario and fault that the work in hand cites stands in the name of a test. */
const cited = readFileSync('tests/cited-ids.txt', 'utf8')
  .replaceAll(/#.*/g, '')
  .split(/\s+/)
  .filter(Boolean);

function tests(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? tests(join(folder, entry.name))
      : /\.test\.tsx?$/.test(entry.name)
        ? [join(folder, entry.name)]
        : [],
  );
}

describe('requirement ids', () => {
  it('each cited id stands in the name of a test', () => {
    const names = [...tests('src'), ...tests('tests')]
      .flatMap((file) => [
        ...readFileSync(file, 'utf8').matchAll(
          /(?:\b(?:it|test|describe)(?:\.\w+)*|\])\)?\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g,
        ),
      ])
      .map((match) => match[2]!)
      .join('\n');
    const present = new Set(names.match(/\b(?:R|V|F|W|SC)\d+\b/g));
    expect(
      cited.filter((id) => !present.has(id)),
      'cited, but in no test name',
    ).toEqual([]);
  });
});
