import { parse } from 'csv-parse/sync';
import readSpreadsheet from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import type { ColumnFact, Value } from './data-set.ts';
import { FORMATS, type Format, formatsOf, writeFile } from './formats.ts';

const columns: ColumnFact[] = [
  { key: 'texte', type: 'text', example: '', meaning: () => 'Texte' },
  { key: 'nombre', type: 'decimal', unit: 'euro', example: '1', meaning: () => 'Nombre' },
  { key: 'jour', type: 'day', example: '', meaning: () => 'Jour' },
  { key: 'instant', type: 'instant', example: '', meaning: () => 'Instant' },
  { key: 'oui', type: 'boolean', example: '', meaning: () => 'Oui' },
  { key: 'latitude', type: 'decimal', example: '', meaning: () => 'Latitude' },
  { key: 'longitude', type: 'decimal', example: '', meaning: () => 'Longitude' },
];
const row = (text: string, point = true): Value[] => [
  text,
  -12.5,
  { day: '2026-03-02' },
  new Date('2026-03-02T09:30:00Z'),
  true,
  point ? 47.9 : null,
  point ? 1.9 : null,
];
const DANGEROUS = [
  '=1+1',
  '+33',
  '-2',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '|cmd',
  '%0A=1',
  '＝1',
  ' =1',
  '"=1',
];

async function write(format: Format, rows: readonly Value[][]): Promise<Buffer> {
  const batches = (async function* () {
    yield [];
    for (const one of rows) yield [one];
  })();
  const pieces: Uint8Array[] = [];
  const terms = { title: 'Essai', columns, rows: batches, about: { licence: 'libre' } };
  for await (const piece of writeFile(format, terms)) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('R192 files of a data set', () => {
  it('W8 no text of any kind is a formula, in CSV and in XLSX; JSON holds it as it was written', async () => {
    const rows = DANGEROUS.map((text) => row(text));
    const csv = parse((await write('csv', rows)).toString(), {
      delimiter: ';',
      bom: true,
    }) as string[][];
    for (const [at, text] of DANGEROUS.entries()) {
      const cell = csv[at + 1]![0]!;
      expect(cell === text ? /^"/.test(text) : cell === `'${text}`).toBe(true);
      expect(cell).not.toMatch(/^[\s]*[=+\-@＝|%]/);
      // a number stays one, negative or not
      expect(csv[at + 1]![1]).toBe('-12.5');
    }
    const xlsx = await write('xlsx', rows);
    expect(xlsx.toString('latin1')).not.toContain('<f>');
    const [sheet, dictionary] = await readSpreadsheet(xlsx, { trim: false });
    expect(sheet!.data.slice(1, 5).map((cells) => cells[0])).toEqual(DANGEROUS.slice(0, 4));
    expect(dictionary!.data[2]).toEqual(['nombre', 'decimal', 'euro', '1', 'Nombre', 'Nombre']);
    const json = JSON.parse((await write('json', rows)).toString());
    expect(json.rows.map(({ texte }: { texte: string }) => texte)).toEqual(DANGEROUS);
  });

  it('dates are ISO 8601, yes and no are true and false, nothing is null; a place is a point', async () => {
    const rows = [row('un'), row('deux', false)];
    const csv = (await write('csv', rows)).toString().split('\r\n');
    expect(csv[1]).toBe('un;-12.5;2026-03-02;2026-03-02T09:30:00.000Z;true;47.9;1.9');
    expect(csv[2]).toBe('deux;-12.5;2026-03-02;2026-03-02T09:30:00.000Z;true;;');
    const json = JSON.parse((await write('json', rows)).toString());
    expect(json).toMatchObject({ title: 'Essai', licence: 'libre' });
    expect(json.columns[1]).toMatchObject({ name: 'nombre', type: 'decimal', unit: 'euro' });
    expect(json.rows[1]).toEqual({
      ...{ texte: 'deux', nombre: -12.5, jour: '2026-03-02', oui: true },
      ...{ instant: '2026-03-02T09:30:00.000Z', latitude: null, longitude: null },
    });
    const lines = (await write('jsonl', rows)).toString().trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(json.rows);
    const map = JSON.parse((await write('geojson', rows)).toString());
    expect(map.features.map(({ geometry }: { geometry: unknown }) => geometry)).toEqual([
      { type: 'Point', coordinates: [1.9, 47.9] },
      null,
    ]);
  });

  it('a set without rows is a file all the same, and one without places has no map', async () => {
    for (const format of FORMATS) {
      const file = await write(format, []);
      expect(file.length > 0 || format === 'jsonl').toBe(true);
      if (format === 'json' || format === 'geojson') JSON.parse(file.toString());
    }
    expect(formatsOf(columns.slice(0, 3))).toEqual(['csv', 'xlsx', 'json', 'jsonl']);
  });
});
