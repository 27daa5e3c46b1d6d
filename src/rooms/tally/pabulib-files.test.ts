import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findSharedData } from '../../../tests/shared-data.ts';
import { canCount, countElection, parsePabulib, ruleNames, writeCents } from './index.ts';

const folder = findSharedData('pabulib');

interface Expected {
  distinctBallots: number;
  votes: number;
  projects: number;
  rules: Record<string, { winners: string[]; cost: string }>;
}

function readFolder(path: string) {
  const expected = JSON.parse(readFileSync(join(path, 'expected.json'), 'utf8'));
  return readdirSync(path)
    .filter((name) => name.endsWith('.pb'))
    .map((name) => ({
      name,
      expected: expected[name] as Expected,
      text: readFileSync(join(path, name), 'utf8'),
    }));
}

const files = folder ? readFolder(folder) : [];
/** Read once for all the rules that count it. */
const readings = new Map<string, ReturnType<typeof parsePabulib>>();
function readOnce(text: string) {
  const reading = readings.get(text) ?? parsePabulib(text);
  readings.set(text, reading);
  return reading;
}

describe.skipIf(files.length === 0)('the elections of the Pabulib collection', () => {
  test.each(files)('$name is read whole, without a remark', ({ text, expected }) => {
    const reading = parsePabulib(text);
    if (!reading.ok) throw new Error(JSON.stringify(reading));
    expect(reading.remarks).toEqual([]);
    expect(reading.projects.length).toBe(expected.projects);
    expect(reading.election.ballots.count).toBe(expected.votes);
    expect(reading.election.ballots.times.length).toBe(expected.distinctBallots);
    expect(reading.projects.every(({ name }) => name !== null && name !== '')).toBe(true);
  });

  const counts = files.flatMap((file) =>
    ruleNames.filter((rule) => rule in file.expected.rules).map((rule) => ({ ...file, rule })),
  );
  test.each(counts)(
    'R58 $name by $rule has the published winners, in order, and their cost',
    ({ text, expected, rule }) => {
      const reading = readOnce(text);
      if (!reading.ok) throw new Error(JSON.stringify(reading));
      const options = { rule, tieBreak: ['smaller-id'], fundUnsupported: false } as const;
      const result = countElection(reading.election, options);
      // the published winners of Phragmén stand in alphabetical order
      const winners = rule === 'phragmen' ? [...result.winners].sort() : result.winners;
      expect(winners).toEqual(expected.rules[rule]!.winners);
      expect(writeCents(result.cost)).toBe(expected.rules[rule]!.cost);
    },
  );

  test('every rule that has published winners is known, and counts that kind of ballot', () => {
    for (const { name, text, expected } of files) {
      const reading = parsePabulib(text);
      if (!reading.ok) throw new Error(JSON.stringify(reading));
      const rules: string[] = ruleNames.filter((rule) => canCount(rule, reading.election));
      const published = Object.keys(expected.rules).filter((rule) => rule !== 'bos');
      expect(
        published.filter((rule) => !rules.includes(rule)),
        name,
      ).toEqual([]);
    }
  });

  test('V3 a real file cut at any of a hundred places is refused, with a line', () => {
    const { text } = files.find(({ name }) => name === 'France_Toulouse_2019.pb')!;
    for (let part = 0; part < 100; part += 1) {
      const cut = Math.floor((text.trimEnd().length * part) / 100);
      const reading = parsePabulib(text.slice(0, cut));
      expect(reading).toMatchObject({ ok: false, line: expect.any(Number) });
    }
  });
});
