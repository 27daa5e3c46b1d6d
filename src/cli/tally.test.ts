import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runTally } from './tally.ts';

const folder = mkdtempSync(join(tmpdir(), 'palabre-tally-'));
afterAll(() => rmSync(folder, { recursive: true }));

const good = `META
key;value
description;Fleury
num_projects;3
num_votes;3
budget;10.50
vote_type;approval
currency;EUR
PROJECTS
project_id;cost;name
1;6;Verger
2;5;\u001b[31mFontaine
3;4.5;Banc
VOTES
voter_id;vote
a;1,2
b;1,2
c;1,3
`;

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runTally(args, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { code, out, err };
}

describe('palabre tally', () => {
  test('R58 prints one line of JSON: winners in order, exact amounts, the time of the count', async () => {
    const { code, out, err } = await run(write('good.pb', good), '--rule', 'greedy', '--json');
    expect({ code, err, lines: out.length }).toEqual({ code: 0, err: [], lines: 1 });
    expect(JSON.parse(out[0]!)).toEqual({
      rule: 'greedy',
      winners: ['1', '3'],
      cost: '10.50',
      budget: '10.50',
      elapsedMs: expect.any(Number),
    });
    const stopping = await run(write('good.pb', good), '--json', '--rule=greedy-noskip');
    expect(JSON.parse(stopping.out[0]!)).toMatchObject({ winners: ['1'], cost: '6' });
  });

  test('R57 prints a table that says why each project won or not', async () => {
    const { code, out } = await run(write('good.pb', good), '--rule', 'greedy');
    expect(code).toBe(0);
    const table = out.join('\n');
    expect(table).toMatch(/1 +1 +Verger +3 +6,00\s€ +10,50\s€ +retenu/);
    expect(table).toMatch(/Fontaine .*ne tient pas dans le reste/);
    expect(table).toMatch(/2 projets retenus, 10,50\s€\s; reste 0,00\s€/);
    expect(table).not.toContain('\u001b');
  });

  test.each([
    ['no argument', []],
    ['no rule', ['FILE']],
    ['no file', ['--rule', 'greedy']],
    ['two files', ['FILE', 'FILE', '--rule', 'greedy']],
    ['an unknown option', ['FILE', '--rule', 'greedy', '--fast']],
    ['an unknown rule', ['FILE', '--rule', 'lottery']],
    ['a rule named like a part of objects', ['FILE', '--rule', '__proto__']],
    ['an unknown tie-break', ['FILE', '--rule', 'greedy', '--tie-break', 'younger']],
    ['a file that does not exist', ['nowhere.pb', '--rule', 'greedy']],
    ['a folder', [folder, '--rule', 'greedy']],
  ])('V3 %s: exit code 2 and one line', async (_, args) => {
    const path = write('good.pb', good);
    const { code, out, err } = await run(...args.map((arg) => (arg === 'FILE' ? path : arg)));
    expect({ code, out, lines: err.length }).toEqual({ code: 2, out: [], lines: 1 });
    expect(err[0]).not.toContain('\n');
  });

  test('V3 a malformed file: exit code 2 and its line', async () => {
    const path = write('unknown.pb', good.replace('b;1,2', 'b;1,\u001b\u2028zz'));
    const { code, out, err } = await run(path, '--rule', 'greedy', '--json');
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(err).toHaveLength(1);
    expect(err[0]).toContain('ligne 17');
    expect(err[0]).toContain('unknown-project');
    expect(err[0]).not.toMatch(/[\u001b\n]/);
  });

  test('V3 a file that is not UTF-8: exit code 2 and its line', async () => {
    const path = write('latin1.pb', Buffer.from(good.replace('Verger', 'Forêt'), 'latin1'));
    const { code, err } = await run(path, '--rule', 'greedy');
    expect(code).toBe(2);
    expect(err[0]).toContain('ligne 11');
  });
});
