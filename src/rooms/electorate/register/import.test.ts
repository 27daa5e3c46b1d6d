import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INVENTED_HEADINGS, inventPeople } from '../../../../bench/many-people.ts';
import { makeEdition } from '../../../../tests/make/editions.ts';
import { HEADINGS, importInto } from '../../../../tests/make/registers.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import type { Edition } from '../../spaces/index.ts';
import { ByteWatch, readShape } from './file-shape.ts';
import { listRefusals, type RegisterImport } from './import.store.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const refusalsOf = async (run: RegisterImport) =>
  (await listRefusals(site.db, run, 0, 1000)).map(({ line, refusal }) => `${line} ${refusal}`);
const namesOf = async (edition: Edition): Promise<string[]> => {
  const { rows } = await site.pool.query(
    'select last_name from register_entry where edition_id = $1 order by line',
    [edition.id],
  );
  return rows.map(({ last_name }) => last_name);
};

/** One byte a letter, as Windows writes French. */
const latin = (text: string) => Buffer.from(text, 'latin1');
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

describe('W8 a file is read as it was written', () => {
  const lines = [HEADINGS, 'Lefèvre;Zoé;01/02/1990', 'Müller;Noël;1985-12-31'];
  const writings: Record<string, string | Uint8Array> = {
    'UTF-8': lines.join('\n'),
    'UTF-8 with its mark': `\ufeff${lines.join('\r\n')}\r\n`,
    'Windows-1252': latin(lines.join('\r\n')),
    'UTF-16': utf16(lines.join('\r\n')),
    'UTF-16, big end first': utf16(lines.join('\n')).swap16(),
    'UTF-16 without its mark': Buffer.from(lines.join('\n'), 'utf16le'),
    'CR only': lines.join('\r'),
    commas: lines.join('\n').replaceAll(';', ','),
    tabs: lines.join('\n').replaceAll(';', '\t'),
    bars: lines.join('\n').replaceAll(';', '|'),
    'all in quotes': lines.join('\n').replaceAll(/[^;\n]+/g, '"$&"'),
  };
  for (const [name, content] of Object.entries(writings))
    it(name, async () => {
      const edition = await makeEdition(site);
      const run = await importInto(site, edition, content);
      expect(run).toMatchObject({ stage: 'done', added: 2, refused: 0 });
      expect(await namesOf(edition)).toEqual(['Lefèvre', 'Müller']);
    });

  it('an accent may come at the end of a long file only', async () => {
    const edition = await makeEdition(site);
    const many = Array.from(
      { length: 5000 },
      (_, at) => `Durand;Paul${'x'.repeat(1 + (at % 9))} ${at};01/02/1990`,
    );
    const run = await importInto(
      site,
      edition,
      latin([HEADINGS, ...many, 'Lefèvre;Zoé;1/2/1990'].join('\n')),
    );
    expect(run).toMatchObject({ added: 5001, refused: 0 });
    expect((await namesOf(edition)).at(-1)).toBe('Lefèvre');
  });

  it('separators, quotes and ends of lines stand in quotes', async () => {
    const edition = await makeEdition(site);
    const run = await importInto(
      site,
      edition,
      `${HEADINGS};Adresse\n"Le Goff";"Anne ""Nanou""";1/2/1990;"12; rue Bleue\nbât. B"\nRoy;Jean;2/2/1990;ici\n`,
    );
    expect(run).toMatchObject({ added: 2, refused: 0 });
    const { rows } = await site.pool.query(
      'select address, line from register_entry where edition_id = $1 order by line',
      [edition.id],
    );
    expect(rows).toEqual([
      { address: '12; rue Bleue bât. B', line: 2 },
      { address: 'ici', line: 4 },
    ]);
  });
});

describe('W8 each line that is not taken says why', () => {
  it('W12, W17 and the others are', async () => {
    const edition = await makeEdition(site);
    const run = await importInto(
      site,
      edition,
      Buffer.concat([
        Buffer.from(
          [
            HEADINGS,
            'Martin;Paul;01/02/1990',
            'Martin;Paul;31/02/1990',
            'Martin;Paul;23/11/2126',
            'Martin;Paul;01/01/1826',
            ';Paul;01/02/1990',
            'Martin;;01/02/1990',
            'Martin;Paul;',
            'Martin;Paul;bientôt',
            'Martin;Paul',
            Array.from({ length: 200 }, () => 'x').join(';'),
            'Mar\0tin;Paul;01/02/1990',
            'Мartin;Paul;01/02/1990',
            `${'x'.repeat(150)};Paul;01/02/1990`,
            'x'.repeat(1_000_000),
            'MARTIN;paul;1990-02-01',
            'Marti\u200bn;Paul;01/02/1990',
            '=cmd|calc!A1;Paul;31/02/1990',
            '',
            '"Ouvert;Paul;01/02/1990',
            '',
          ].join('\n'),
        ),
        latin('Lefèvre;Zoé;01/02/1990\n'),
        Buffer.from('Lefèvre;Zoé;01/02/1990\nNoël;Zoé;01/02/1990\nThéo;Zoé;01/02/1990\n'),
      ]),
    );
    expect(await refusalsOf(run)).toEqual([
      '3 birth-date-impossible',
      '4 not-born-yet',
      '5 too-old',
      '6 name-missing',
      '7 first-name-missing',
      '8 birth-date-missing',
      '9 birth-date-unreadable',
      '10 cell-count',
      '11 cell-count',
      '12 control-sign',
      '13 mixed-alphabets',
      '14 value-too-long',
      '15 line-too-long',
      '16 duplicate-in-file',
      '17 duplicate-in-file',
      '18 birth-date-impossible',
      '20 quote-never-closed',
      '21 unreadable',
    ]);
    expect(run).toMatchObject({ stage: 'done', added: 4, refused: 18, alreadyThere: 0 });
    expect(await namesOf(edition)).toEqual(['Martin', 'Lefèvre', 'Noël', 'Théo']);
  });

  it('W8 whatever signs a file is made of, it comes to its end', async () => {
    const edition = await makeEdition(site);
    const astral = '\u{1f600}'.repeat(300);
    const halves = Buffer.from(`\ufeff${HEADINGS}\nMart\ud83din;Paul;01/02/1990\n`, 'utf16le');
    expect(await refusalsOf(await importInto(site, edition, halves))).toEqual(['2 unreadable']);
    const run = await importInto(
      site,
      edition,
      `\0${HEADINGS}\0\n${astral};Paul;01/02/1990\na${astral};Paul;1/2/1990\n"${astral}\n`,
    );
    expect(run).toMatchObject({ stage: 'done', added: 0, refused: 3 });
  });

  it('one line in ten that is there twice is refused once, with the line that stands', async () => {
    const edition = await makeEdition(site);
    const people = [...inventPeople(4500)];
    const file = [INVENTED_HEADINGS, ...people, ...people.slice(0, 500)].join('\n');
    const run = await importInto(site, edition, file);
    expect(run).toMatchObject({ added: 4500, refused: 500, alreadyThere: 0 });
    const [first] = await listRefusals(site.db, run, 0, 1);
    expect(first).toEqual({ line: 4502, refusal: 'duplicate-in-file', value: '2' });
  });
});

describe('a whole file is refused', () => {
  const shapeOf = (content: string | Uint8Array) => {
    const watch = new ByteWatch();
    watch.see(Buffer.from(content as string));
    return readShape(watch.sample, watch.encoding);
  };

  it('when it holds national numbers, under any heading', () => {
    const nir = '1801275116001';
    for (const file of [
      `Nom;Prénom;NIR\nMartin;Paul;\n`,
      `Nom;Prénom;Numéro\nMartin;Paul;${nir}\nRoy;Anne;${nir}${97 - (Number(nir) % 97)}\n`,
      `Nom;Prénom;Numéro\nMartin;Paul;1 80 12 75 116 001\n`,
    ])
      expect(shapeOf(file), file).toMatchObject({ ok: false, refusal: 'national-numbers' });
  });

  it('when it is no list', () => {
    expect(shapeOf('')).toMatchObject({ refusal: 'file-empty' });
    expect(shapeOf('\ufeff \n')).toMatchObject({ refusal: 'file-empty' });
    expect(shapeOf('PK\u0003\u0004 un classeur')).toMatchObject({ refusal: 'file-spreadsheet' });
    expect(
      shapeOf(Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7) % 256))),
    ).toMatchObject({
      refusal: 'file-not-text',
    });
    expect(shapeOf('Martin\nRoy\n')).toMatchObject({ refusal: 'one-column' });
    expect(shapeOf(`${'a;'.repeat(150)}\n`)).toMatchObject({ refusal: 'too-many-columns' });
  });

  it('but one without headings is read from its first line', () => {
    expect(shapeOf('Martin;Paul;01/02/1990\nRoy;Anne;2/2/1990\n')).toMatchObject({
      ok: true,
      shape: { headed: false, columns: ['', '', ''] },
    });
  });
});
