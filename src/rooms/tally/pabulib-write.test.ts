import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeCase } from '../../../tests/make/elections.ts';
import { findSharedData } from '../../../tests/shared-data.ts';
import { hasPabulibForm, noLimits, parsePabulib, type ReadPabulib, writePabulib } from './index.ts';

const folder = findSharedData('pabulib');
const files = folder ? readdirSync(folder).filter((name) => name.endsWith('.pb')) : [];

function read(text: string): ReadPabulib {
  const reading = parsePabulib(text);
  if (!reading.ok) throw new Error(JSON.stringify(reading));
  return reading;
}

function write({ election, meta, projects }: ReadPabulib): string {
  const counted = /^(num_|min_|max_|budget$|vote_type$)/;
  const about = new Map([...meta].filter(([key]) => !counted.test(key)));
  const names = projects.map(({ name }) => name ?? '');
  return [...writePabulib({ election, about, names })].join('');
}

describe('an election written in the format of the collection', () => {
  test.skipIf(files.length === 0).each(files)('R58 %s is read back the same', (name) => {
    const before = read(readFileSync(join(folder!, name), 'utf8'));
    const after = read(write(before));
    expect(after.election).toEqual(before.election);
    expect(after.projects.map((project) => project.name)).toEqual(
      before.projects.map((project) => project.name),
    );
    expect(after.remarks).toEqual([]);
  });

  test.each(['judgment', 'yes-no'] as const)('%s ballots have no such form', (kind) => {
    expect(hasPabulibForm(kind)).toBe(false);
    const terms = { kind, grades: 2, budget: 1n, limits: noLimits, projects: [] };
    const election = makeCase({ ...terms, papers: [] });
    const lines = () => [...writePabulib({ election, about: new Map(), names: [] })];
    expect(lines).toThrow(RangeError);
  });

  test('W9 semicolons, quotes, edges and line breaks in words change nothing else', () => {
    const text = `META\nkey;value\ndescription;"Un; deux ""trois"""\nnum_projects;1\nnum_votes;1\nbudget;0.50\nvote_type;approval\nPROJECTS\nproject_id;cost;name\n1;0.25;"Banc; ""à l’ombre"""\nVOTES\nvoter_id;vote\n1;1\n`;
    const before = read(text);
    const again = write(before);
    expect(read(again)).toEqual(before);
    const { election } = before;
    const broken = [
      ...writePabulib({
        election,
        about: new Map([['description', ' a\nb ']]),
        names: ['VOTES\n'],
      }),
    ].join('');
    expect(read(broken).projects[0]!.name).toContain('VOTES');
    expect(read(broken).election).toEqual(election);
  });
});
