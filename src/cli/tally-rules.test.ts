import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ruleNames } from '../rooms/tally/index.ts';
import { runTally } from './tally.ts';

const folder = mkdtempSync(join(tmpdir(), 'palabre-rules-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Four projects, two districts, three authors, 10.50 to spend, five ranked ballots of three. */
const ranked = `META
key;value
num_projects;4
num_votes;5
budget;10.50
vote_type;ordinal
max_length;3
PROJECTS
project_id;cost;name;district;author
1;6;Verger;Nord;Ana
2;5;Fontaine;Sud;Bob
3;4.5;Banc;Nord;Ana
4;4.5;Mur;Sud;Cid
VOTES
voter_id;vote
a;1,2
b;1,2,3
c;2,3
d;2,3,1
e;3,1
`;

const path = join(folder, 'ranked.pb');
writeFileSync(path, ranked);
const approved = join(folder, 'approved.pb');
writeFileSync(
  approved,
  ranked
    .replace('ordinal', 'approval')
    .replace('district', 'place')
    .replace('author', 'team')
    .replace('d;2,3,1', 'd;'),
);
const pointed = join(folder, 'pointed.pb');
writeFileSync(
  pointed,
  ranked
    .replace('ordinal', 'cumulative')
    .replace(/VOTES[\s\S]*/, 'VOTES\nvoter_id;vote;points\na;1,2;1,4\nb;2;1\nc;1;1\nd;3;3\ne;;\n'),
);

async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runTally(args, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { code, err, lines: out.length, text: out.join('\n') };
}

async function count(...args: string[]) {
  const { code, err, lines, text } = await run(...args, '--json');
  expect({ code, err, lines }).toEqual({ code: 0, err: [], lines: 1 });
  const { elapsedMs, ...counted } = JSON.parse(text);
  expect(elapsedMs).toEqual(expect.any(Number));
  return counted;
}

describe('palabre tally by every rule', () => {
  test.each(ruleNames)(
    'R58 %s counts the file of its ballots, or says in one line why not',
    async (rule) => {
      const file = { phragmen: approved, points: pointed }[rule as string] ?? path;
      const { code, err, text } = await run(
        file,
        '--rule',
        rule,
        ...(rule === 'stv' ? ['--seats', '2'] : []),
      );
      if (rule === 'majority-judgment' || rule === 'yes-no') {
        expect({ code, lines: err.length }).toEqual({ code: 2, lines: 1 });
        expect(err[0]).toContain('aucun fichier Pabulib ne porte de tels bulletins');
        return;
      }
      expect({ code, err }).toEqual({ code: 0, err: [] });
      expect(text).toContain(`Règle ${rule}`);
      expect(text).toContain('Égalités');
      expect(text).toContain('Projet sans soutien');
    },
  );

  test('R58 borda, points and seats: the keys of the answer are those of every rule', async () => {
    // K = 3: 2 has 2 + 2 + 3 + 3, 1 has 3 + 3 + 1 + 2, 3 has 1 + 2 + 2 + 3
    const keys = { rule: 'borda', winners: ['2', '3'], cost: '9.50', budget: '10.50' };
    expect(await count(path, '--rule', 'borda')).toEqual(keys);
    expect(await count(path, '--rule', 'borda', '--seats', '1')).toEqual({
      ...keys,
      winners: ['2'],
      cost: '5',
    });
    // 2 has 5 points, 3 has 3, 1 has 2: 1 at 6 does not fit any more
    expect(await count(pointed, '--rule', 'points')).toMatchObject({ winners: ['2', '3'] });
  });

  test('R57 the duels of Schulze and the rounds of a transferable vote are told', async () => {
    const duels = await run(path, '--rule', 'schulze');
    // 1 beats 2 by three to two, 2 beats 3, 3 beats 1: a circle, and paths of three both ways
    expect(duels.text).toMatch(/1 +2 +Fontaine +2 +1 +3 à 2 +3 à 3/);
    expect(duels.text).toContain('Personne ne gagne tous ses duels');
    expect(duels.text).toMatch(/Égalité\s?: 1, 2 \(plus petit identifiant\)/);
    const rounds = await run(path, '--rule', 'stv', '--seats', '2');
    expect(rounds.text).toMatch(/1 +1,67 +0 +1, 2/);
    expect(rounds.text).toMatch(/3 +Banc +1 +encore en lice/);
    expect(rounds.text).toContain('Classés par personne, hors du décompte : 4');
    expect((await count(path, '--rule', 'schulze')).winners).toEqual(['1']);
  });

  test('V13 a public draw: the lots of the seed, which anyone may draw again', async () => {
    const tied = join(folder, 'tied.pb');
    writeFileSync(
      tied,
      ranked.replace('ordinal', 'approval').replace(/a;1,2\n[\s\S]*/, 'a;1,2,3\nb;\nc;\nd;\ne;\n'),
    );
    for (const seed of ['Fleury', 'Fleury 2', 'autre']) {
      const lot = (id: string) => createHash('sha256').update(`${seed}:${id}`).digest('hex');
      const first = ['1', '2', '3'].sort((a, b) => (lot(a) < lot(b) ? -1 : 1))[0];
      const drawn = ['--tie-break', 'public-draw', '--seed', seed, '--seats', '1'];
      expect((await count(tied, '--rule', 'greedy', ...drawn)).winners).toEqual([first]);
    }
  });

  test.each([
    ['a rule of other ballots', ['APPROVED', '--rule', 'borda'], 'approval'],
    ['points on ranks', ['FILE', '--rule', 'points'], 'ordinal'],
    ['no seats', ['FILE', '--rule', 'stv'], '--seats'],
    ['seats that a rule does not take', ['FILE', '--rule', 'mes-cost', '--seats', '2'], '--seats'],
    ['no whole number', ['FILE', '--rule', 'borda', '--seats', '1.5'], '--seats'],
    ['a quorum of nobody', ['FILE', '--rule', 'borda', '--quorum', '0'], '--quorum'],
    ['less than nothing', ['FILE', '--rule', 'borda', '--minimum-votes=-3'], '--minimum-votes'],
    ['a whole part', ['FILE', '--rule', 'borda', '--part-funding', '100'], '--part-funding'],
    ['a draw without a seed', ['FILE', '--rule', 'borda', '--tie-break', 'public-draw'], '--seed'],
    ['a seed without a draw', ['FILE', '--rule', 'borda', '--seed', 'x'], '--seed'],
    ['one incompatible project', ['FILE', '--rule', 'borda', '--incompatible', '1'], 'incompat'],
    ['one twice', ['FILE', '--rule', 'borda', '--incompatible', '1,1'], 'incompat'],
    ['an unknown one', ['FILE', '--rule', 'borda', '--incompatible', '1,9'], '« 9 »'],
    ['no districts', ['APPROVED', '--rule', 'greedy', '--per-zone', '1'], 'district'],
    ['no holders', ['APPROVED', '--rule', 'greedy', '--per-holder', '1'], 'holder'],
    ['districts of people', ['FILE', '--rule', 'schulze', '--per-zone', '1'], '--per-zone'],
    [
      'fewer seats than guarantees',
      ['FILE', '--rule', 'borda', '--per-zone', '1', '--seats', '1'],
      '--seats',
    ],
  ])('V3 %s: exit code 2 and one line', async (_, args, says) => {
    const files: Record<string, string> = { FILE: path, APPROVED: approved };
    const { code, err, lines } = await run(...args.map((arg) => files[arg] ?? arg));
    expect({ code, lines, refusals: err.length }).toEqual({ code: 2, lines: 0, refusals: 1 });
    expect(err[0]).toContain(says);
    expect(err[0]).not.toContain('\n');
  });
});

describe('palabre tally with house rules', () => {
  test('R58 all of them: what they did stands beside the usual keys, and in words', async () => {
    const asked = ['--rule', 'borda', '--quorum', '5', '--per-zone', '1', '--part-funding', '50'];
    const more = ['--minimum-votes', '1', '--incompatible', '1,3', '--incompatible', '2,4'];
    // Nord: 1 for 6, 4.50 left; Sud: 2 costs 5, 4 is named by nobody. 3 goes with 1: out. 2 gets the rest
    expect(await count(path, ...asked, ...more)).toEqual({
      rule: 'borda',
      winners: ['1'],
      cost: '10.50',
      budget: '10.50',
      left: '0',
      quorum: { asked: 5, reached: true },
      guarantees: [
        { zone: 'Nord', projects: ['1'] },
        { zone: 'Sud', projects: [] },
      ],
      exclusions: [
        { project: '4', why: 'too-few-namings', because: null },
        { project: '3', why: 'incompatible', because: '1' },
      ],
      part: { project: '2', amount: '4.50' },
      satisfaction: {
        ballots: 5,
        satisfied: 4,
        zones: [
          { zone: 'Nord', ballots: 5, satisfied: 4 },
          { zone: 'Sud', ballots: 4, satisfied: 0 },
        ],
      },
    });
    const { text } = await run(path, ...asked, ...more);
    expect(text).toMatch(/Quorum\s: 5 bulletins demandés, 5 déposés\s: atteint/);
    expect(text).toMatch(/Garanti à Nord\s: 1 Verger/);
    expect(text).toMatch(/Écarté\s: 3 Banc \(incompatible avec 1, retenu avant lui\)/);
    expect(text).toMatch(/En partie\s: 2 Fontaine reçoit 4,50/);
    expect(text).toMatch(/1 projet retenu, 10,50\s; reste 0,00/);
    expect(text).toMatch(/choisi un projet retenu à Nord\s: 4 sur 5/);
  });

  test('R58 one winner for each author, where the file names them', async () => {
    const { winners, exclusions } = await count(path, '--rule', 'borda', '--per-holder', '1');
    expect({ winners, exclusions }).toEqual({ winners: ['2', '3'], exclusions: [] });
    const cheap = join(folder, 'cheap.pb');
    // 2 10, 1 9, 3 8: 3 is out; without it ranks move up, 1 has 11 and 2 still 10
    writeFileSync(cheap, ranked.replace('1;6;', '1;1;'));
    expect(await count(cheap, '--rule', 'borda', '--per-holder', '1')).toMatchObject({
      winners: ['1', '2'],
      exclusions: [{ project: '3', why: 'holder-has-enough' }],
    });
  });

  test('R58 a quorum that is missed: nothing wins, and the count is shown', async () => {
    const { text } = await run(path, '--rule', 'borda', '--quorum', '6');
    expect(text).toMatch(/6 bulletins demandés, 5 déposés\s: pas atteint, rien n’est retenu/);
    expect(text).toMatch(/2 +Fontaine +10 .*retenu/);
    expect(text).toMatch(/0 projet retenu, 0,00\s; reste 10,50/);
  });
});
