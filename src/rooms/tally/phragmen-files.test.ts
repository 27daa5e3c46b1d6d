import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findSharedData } from '../../../tests/shared-data.ts';
import { parsePabulib, writeCents } from './index.ts';
import { countPhragmen } from './phragmen.ts';

const folder = findSharedData('pabulib');

interface Published {
  winners: string[];
  cost: string;
}

/** The files whose winners by Phragmén are published: those of approval and choose-one ballots. */
function readFolder(path: string) {
  const expected = JSON.parse(readFileSync(join(path, 'expected.json'), 'utf8'));
  return readdirSync(path)
    .filter((name) => name.endsWith('.pb') && expected[name].rules.phragmen)
    .map((name) => ({
      name,
      published: expected[name].rules.phragmen as Published,
      text: readFileSync(join(path, name), 'utf8'),
    }));
}

const files = folder ? readFolder(folder) : [];

describe.skipIf(files.length === 0)('the elections of the Pabulib collection', () => {
  test.each(files)('R58 $name by Phragmén has the published winners and their cost', (file) => {
    const reading = parsePabulib(file.text);
    if (!reading.ok) throw new Error(JSON.stringify(reading));
    const result = countPhragmen(reading.election, { tieBreak: ['smaller-id'], atMisfit: 'stop' });
    expect([...result.winners].sort()).toEqual([...file.published.winners].sort());
    expect(writeCents(result.cost)).toBe(file.published.cost);
  });
});
