import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type pg from 'pg';

/**
 * Tries to link people to ballots as someone would who holds the whole database: every table against
 * every other, by equal values and by order, system columns included (V7).
 */

export interface Row {
  /** Column → value as text; `row` is the place in the table, `xmin` and `ctid` where there are some. */
  [column: string]: string;
}
export type Tables = Map<string, Row[]>;

/** Every row of every table of ours, with what the server keeps beside it. */
export async function readTables(pool: pg.Pool): Promise<Tables> {
  const tables: Tables = new Map();
  for (const name of await listTables(pool)) {
    const { rows } = await pool.query({
      text: `select t.*, t.xmin::text as xmin, t.ctid::text as ctid from ${name} t`,
      types: { getTypeParser: () => (value: string) => value },
    });
    tables.set(
      name,
      rows.map((row, place) => ({ ...asText(row), row: String(place), ctid: placeOf(row.ctid) })),
    );
  }
  return tables;
}

/** The same from a dump: COPY of every table, read back from the files. */
export async function readDump(pool: pg.Pool): Promise<Tables> {
  const folder = mkdtempSync(join(tmpdir(), 'palabre-dump-'));
  chmodSync(folder, 0o777);
  try {
    for (const name of await listTables(pool))
      await pool.query(`copy ${name} to '${join(folder, `${name}.csv`)}' (format csv, header)`);
    const tables: Tables = new Map();
    for (const file of readdirSync(folder)) {
      const rows = parse(readFileSync(join(folder, file)), { columns: true }) as Row[];
      tables.set(
        file.replace(/\.csv$/, ''),
        rows.map((row, place) => ({ ...row, row: String(place) })),
      );
    }
    return tables;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function listTables(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query(`select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') order by 1`);
  return rows.map((row) => row.name as string);
}

function asText(row: Record<string, unknown>): Row {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, value === null ? '' : String(value)]),
  );
}

/** `(block,offset)` as a number that grows through the file. */
function placeOf(ctid: string): string {
  const [block, offset] = ctid.slice(1, -1).split(',').map(Number) as [number, number];
  return String(block * 10_000 + offset);
}

/** Rows that name one of several subjects by any of their marks: subject → its row. */
export function attributeRows(rows: readonly Row[], marks: readonly string[][]): Map<number, Row> {
  const owners = new Map(marks.flatMap((own, subject) => own.map((mark) => [mark, subject])));
  const found = new Map<number, Row>();
  for (const row of rows) {
    for (const value of Object.values(row)) {
      const subject =
        owners.get(value) ??
        (value.length > 36 && value.length < 10_000
          ? owners.get([...owners.keys()].find((mark) => value.includes(mark)) ?? '')
          : undefined);
      if (subject !== undefined && !found.has(subject)) found.set(subject, row);
    }
  }
  return found;
}

export interface Link {
  people: string;
  ballots: string;
  /** `equal`: true pairs joined beyond chance; `order`: rank correlation. */
  by: 'equal' | 'order';
  strength: number;
}

interface Subjects {
  /** What names each person, and what names each ballot: the same place is the same voter. */
  people: readonly string[][];
  ballots: readonly string[][];
}

/** Every way found to say whose a ballot is, better than by guessing. */
export function findLinks(tables: Tables, { people, ballots }: Subjects): Link[] {
  const voters = people.length;
  const personSide = sideOf(tables, people);
  const ballotSide = sideOf(tables, ballots);
  const links: Link[] = [];
  for (const one of personSide) {
    for (const other of ballotSide) {
      if (one.name === other.name && one.column === other.column) continue;
      const names = {
        people: `${one.name}.${one.column}`,
        ballots: `${other.name}.${other.column}`,
      };
      const surplus = joinSurplus(one.values, other.values);
      if (surplus > 0) links.push({ ...names, by: 'equal', strength: surplus });
      const both = [...one.values.keys()].filter((subject) => other.values.has(subject));
      if (both.length < voters / 4) continue;
      const correlation = rankCorrelation(
        both.map((subject) => one.values.get(subject)!),
        both.map((subject) => other.values.get(subject)!),
      );
      // five standard deviations: hundreds of pairs are tried
      if (Math.abs(correlation) > 5 / Math.sqrt(both.length))
        links.push({ ...names, by: 'order', strength: correlation });
    }
  }
  return links;
}

interface Side {
  name: string;
  column: string;
  /** Subject → value. */
  values: Map<number, string>;
}

/** Every column of every table with rows of several subjects, for those that say something. */
function sideOf(tables: Tables, marks: readonly string[][]): Side[] {
  const own = new Set(marks.flat());
  return [...tables].flatMap(([name, rows]) => {
    const found = attributeRows(rows, marks);
    if (found.size < 2) return [];
    return Object.keys(rows[0]!).flatMap((column) => {
      const values = new Map([...found].map(([subject, row]) => [subject, row[column]!]));
      const distinct = new Set(values.values());
      const isMark = [...distinct].every((value) => own.has(value));
      return distinct.size > 1 && !isMark ? [{ name, column, values }] : [];
    });
  });
}

/**
 * True pairs among those joined by equal values, beyond what chance gives: with as many guesses as pairs,
 * six standard deviations and a few more, since hundreds of columns are tried.
 */
function joinSurplus(one: Map<number, string>, other: Map<number, string>): number {
  const byValue = new Map<string, number[]>();
  for (const [subject, value] of other)
    if (value !== '') byValue.set(value, [...(byValue.get(value) ?? []), subject]);
  let joined = 0;
  let right = 0;
  for (const [subject, value] of one) {
    const met = byValue.get(value) ?? [];
    joined += met.length;
    if (met.includes(subject)) right += 1;
  }
  const guessed = joined / Math.max(one.size, other.size);
  return right - (guessed + 6 * Math.sqrt(guessed) + 3);
}

/** Spearman's, between −1 and 1; numbers by size, everything else by its text. */
function rankCorrelation(one: readonly string[], other: readonly string[]): number {
  const [a, b] = [ranksOf(one), ranksOf(other)];
  const mean = (a.length - 1) / 2;
  let product = 0;
  let squaresA = 0;
  let squaresB = 0;
  for (const [at, rank] of a.entries()) {
    product += (rank - mean) * (b[at]! - mean);
    squaresA += (rank - mean) ** 2;
    squaresB += (b[at]! - mean) ** 2;
  }
  return squaresA && squaresB ? product / Math.sqrt(squaresA * squaresB) : 0;
}

function ranksOf(values: readonly string[]): number[] {
  const numeric = values.every((value) => /^-?\d+(\.\d+)?$/.test(value));
  const compare = (a: string, b: string) =>
    numeric ? Number(a) - Number(b) : a < b ? -1 : a > b ? 1 : 0;
  const order = values.map((_, at) => at).sort((a, b) => compare(values[a]!, values[b]!));
  const ranks: number[] = new Array(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to + 1 < order.length && compare(values[order[from]!]!, values[order[to + 1]!]!) === 0)
      to += 1;
    // equal values share the middle of their ranks
    for (let at = from; at <= to; at += 1) ranks[order[at]!] = (from + to) / 2;
    from = to + 1;
  }
  return ranks;
}
