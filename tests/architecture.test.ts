import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The rules of the house (docs/decisions/001), held: who may import whom, and how files are named. */

const SRC = resolve('src');
/** Floors, from the highest: a room may use the doors of the rooms before it. */
const FLOORS = [
  'tally',
  'organisations',
  'identity',
  'profiles',
  'notifications',
  'moderation',
  'comments',
  'contact',
  'spaces',
  'consultations',
  'pages',
  'guides',
  'meetings',
  'groups',
  'ideas',
  'ambassadors',
  'review',
  'projects',
  'electorate',
  'polls',
  'delivery',
  'campaign',
  'surveys',
  'evaluation',
  'ledger',
  'funds',
  'actions',
  'spending',
  'payments',
  'compass',
  'circles',
  'mandates',
  'documents',
  'dossiers',
  'requests',
  'lists',
  'petitions',
  'assemblies',
  'following',
  'announcements',
  'news',
  'briefing',
  'insights',
  'open-data',
  'portal',
  'admin',
];
const files = walk(SRC).filter((file) => /\.tsx?$/.test(file) && !file.startsWith('paraglide/'));
const sources = files.filter((file) => !/\.test\.tsx?$/.test(file));

function walk(folder: string, under = folder): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? walk(join(folder, entry.name), under)
      : [relative(under, join(folder, entry.name))],
  );
}

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(SRC, file), 'utf8');
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\s+from\s+)?['"]([^'"]+)['"]|import\(['"]([^'"]+)['"]\)/g;
  return [...text.matchAll(pattern)].map((match) => {
    const name = (match[2] ?? match[3])!;
    const to = name.startsWith('.') ? relative(SRC, resolve(dirname(join(SRC, file)), name)) : name;
    return { from: file, to, typeOnly: Boolean(match[1]) };
  });
}

const imports = sources.flatMap(importsOf);
const roomOf = (file: string) => /^rooms\/([^/]+)\//.exec(file)?.[1] ?? null;
const isOurs = (to: string) =>
  /^(rooms|platform|ui|browser|site|verifier|paraglide|cli)\b|^[a-z-]+\.tsx?$/.test(to);

/** rules · store · page · routes · edge (mails, jobs, room) · door */
function kindOf(file: string): string {
  const name = file.split('/').at(-1)!;
  if (/^index\.page\.tsx?$/.test(name)) return 'page';
  if (/^index\.tsx?$/.test(name)) return 'door';
  if (/^room\.tsx?$/.test(name)) return 'edge';
  const infix = /\.([a-z]+)\.tsx?$/.exec(name)?.[1];
  switch (infix) {
    case 'store':
      return 'store';
    case 'page':
    // a document is a page on paper
    case 'pdf':
      return 'page';
    case 'routes':
      return 'routes';
    case 'mails':
    case 'jobs':
    case 'crypto':
    // libraries of geography, tiles and address searches
    case 'geo':
      return 'edge';
    default:
      return 'rules';
  }
}

const broken = (rule: (one: Import) => boolean) =>
  imports.filter(rule).map(({ from, to }) => `${from} → ${to}`);

describe('the architecture', () => {
  it('rules import rules only: nothing from npm, no node builtin, no clock', () => {
    const rules = sources.filter((file) => roomOf(file) && kindOf(file) === 'rules');
    expect(
      broken(({ from, to }) => {
        if (!rules.includes(from)) return false;
        if (!isOurs(to)) return true;
        return (
          !(roomOf(to) && ['rules', 'door'].includes(kindOf(to)) && roomOf(to) === roomOf(from)) &&
          !(roomOf(to) !== roomOf(from) && kindOf(to) === 'door')
        );
      }),
    ).toEqual([]);
    const clocks = rules.filter((file) =>
      /Date\.now\(|new Date\(\)|performance\.now|Math\.random/.test(
        readFileSync(join(SRC, file), 'utf8'),
      ),
    );
    expect(clocks).toEqual([]);
  });

  it('a page never sees a store, a route, nor the database', () => {
    expect(
      broken(
        ({ from, to, typeOnly }) =>
          kindOf(from) === 'page' &&
          roomOf(from) !== null &&
          !typeOnly &&
          (kindOf(to) === 'store' ||
            kindOf(to) === 'routes' ||
            kindOf(to) === 'edge' ||
            to.startsWith('platform/database') ||
            (kindOf(to) === 'door' && roomOf(to) !== null)),
      ),
    ).toEqual([]);
  });

  it('a store never sees a page or a route', () => {
    expect(
      broken(
        ({ from, to }) =>
          kindOf(from) === 'store' && ['page', 'routes'].includes(kindOf(to)) && isOurs(to),
      ),
    ).toEqual([]);
  });

  it('another room is entered by its door, and only from a lower floor', () => {
    expect(
      broken(({ from, to }) => {
        const [here, there] = [roomOf(from), roomOf(to)];
        if (!here || !there || here === there) return false;
        const door = /\/index(\.page|\.routes)?\.tsx?$/.test(to);
        // acts that answer a visit: for those that answer one
        if (/\/index\.routes\./.test(to) && kindOf(from) !== 'routes') return true;
        return !door || FLOORS.indexOf(there) >= FLOORS.indexOf(here);
      }),
    ).toEqual([]);
    expect(
      [...new Set(sources.map(roomOf))].filter((room) => room && !FLOORS.includes(room)),
    ).toEqual([]);
  });

  it('the door of a room opens without its pages and routes', () => {
    expect(
      broken(({ from, to }) => kindOf(from) === 'door' && ['page', 'routes'].includes(kindOf(to))),
    ).toEqual([]);
  });

  it('platform and ui know no room', () => {
    expect(
      broken(({ from, to }) => /^(platform|ui)\//.test(from) && /^(rooms|site)\b/.test(to)),
    ).toEqual([]);
    expect(broken(({ from, to }) => from.startsWith('ui/') && to.startsWith('platform/'))).toEqual(
      [],
    );
  });

  it('tally has no store, no HTTP, and imports nothing outside itself', () => {
    expect(broken(({ from, to }) => roomOf(from) === 'tally' && roomOf(to) !== 'tally')).toEqual(
      [],
    );
  });

  it('the verifier imports nothing of ours', () => {
    expect(
      broken(
        ({ from, to }) => from.startsWith('verifier/') && isOurs(to) && !to.startsWith('verifier/'),
      ),
    ).toEqual([]);
    // one library, to unzip; Node only where the command line asks for it, so that a browser runs the rest
    const beyond = imports.filter(
      ({ from, to }) => from.startsWith('verifier/') && !to.startsWith('verifier/'),
    );
    expect([...new Set(beyond.map(({ from, to }) => `${from} → ${to}`))].sort()).toEqual([
      'verifier/command.ts → node:fs/promises',
      'verifier/command.ts → node:util',
      'verifier/zip.ts → fflate',
    ]);
  });

  it('a page’s script knows the rules of a room, and nothing else of it', () => {
    expect(
      broken(
        ({ from, to, typeOnly }) =>
          from.startsWith('browser/') && roomOf(to) !== null && !typeOnly && kindOf(to) !== 'rules',
      ),
    ).toEqual([]);
  });

  it('a table is named in the stores of one room only', () => {
    const tables = [
      ...readFileSync('src/platform/database/tables.ts', 'utf8').matchAll(
        /^ {2}([a-z_]+): [A-Z]/gm,
      ),
    ].map((match) => match[1]!);
    const owners = new Map<string, Set<string>>();
    for (const file of sources) {
      const text = readFileSync(join(SRC, file), 'utf8');
      for (const [, called, quoted] of text.matchAll(
        /(?:selectFrom|insertInto|updateTable|deleteFrom|innerJoin|leftJoin|rightJoin|fullJoin)\(\s*\[?['"]([a-z_]+)|(?:\bfrom|\bjoin|\binto|\bupdate)\s+([a-z_]+)/g,
      )) {
        const table = called ?? quoted;
        if (!table || !tables.includes(table)) continue;
        const owner = roomOf(file) ?? file.split('/').slice(0, 2).join('/');
        owners.set(table, (owners.get(table) ?? new Set()).add(owner));
      }
    }
    const shared = [...owners]
      .filter(([, rooms]) => rooms.size > 1)
      .map(([table, rooms]) => `${table}: ${[...rooms].join(', ')}`);
    expect(shared).toEqual([]);
  });

  it('files stay small: none over 300 lines', () => {
    const long = files
      .filter((file) => !file.endsWith('database/tables.ts'))
      .map((file) => [file, readFileSync(join(SRC, file), 'utf8').split('\n').length] as const)
      .filter(([, lines]) => lines > 300);
    expect(long).toEqual([]);
  });

  it('nothing is called utils, helpers, manager, service, data or info', () => {
    expect(
      sources.filter((file) =>
        /(^|\/)(utils?|helpers?|managers?|services?|data|infos?)(\/|\.)/.test(file),
      ),
    ).toEqual([]);
  });

  it('each room says in a README what it is for', () => {
    const rooms = readdirSync(join(SRC, 'rooms')).filter((name) =>
      statSync(join(SRC, 'rooms', name)).isDirectory(),
    );
    const silent = rooms.filter(
      (room) => !readdirSync(join(SRC, 'rooms', room)).includes('README.md'),
    );
    expect(silent).toEqual([]);
  });
});
