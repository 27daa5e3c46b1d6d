import { describe, expect, it } from 'vitest';
import { makeBallotTerms, makeEnvelope } from '../../../../tests/make/terms.ts';
import { noHouseRules } from '../../tally/index.ts';
import { readText, readTotals, type TypedTotals, takesTotals } from './totals.ts';

const typed: TypedTotals = { valid: '10', blank: '1', void: '2', envelopes: {} };
const approval = { ...makeBallotTerms(), rule: 'greedy' as const };
const points = {
  ...makeBallotTerms({
    kind: 'cumulative',
    settings: { envelopes: [makeEnvelope({ limits: { maxSumPoints: 10, maxPoints: 5 } })] },
  }),
  rule: 'points' as const,
};
const judgment = {
  ...makeBallotTerms({
    kind: 'judgment',
    maximumChoices: 5,
    settings: { mentions: ['Très bien', 'Assez bien', 'Rejeté'] },
  }),
  rule: 'majority-judgment' as const,
};

const table = (head: string, rest: (number: number) => string) =>
  [head, ...[1, 2, 3, 4, 5].map((number) => `${number};${rest(number)}`)].join('\n');

/** « line column refusal » of each problem. */
function faults(poll: Parameters<typeof readTotals>[0], text: string, form = typed): string[] {
  const read = readTotals(poll, form, text);
  if (read.ok) throw new Error('Read.');
  return read.problems.map(({ line, column, refusal }) => `${line} ${column} ${refusal}`);
}

describe('R54 totals counted by hand', () => {
  it('R54 a table as spreadsheets write it: a mark of UTF-8, Windows-1252, quotes, line ends', () => {
    const plain = table('numero;bulletins', (number) => String(number));
    const read = readTotals(approval, typed, plain);
    expect(read).toMatchObject({
      ok: true,
      totals: { valid: 10, blank: 1, void: 2, envelopes: { A: 10 } },
    });
    expect(read.ok && read.totals.lines[2]).toEqual({ key: '03', namings: 3, score: 3 });
    const quoted = plain.replace('numero', '"Numéro"').replaceAll('\n', '\r\n');
    const utf8 = new TextEncoder().encode(`\uFEFF${quoted};\r\n`);
    const latin = Uint8Array.from([...quoted].map((letter) => letter.charCodeAt(0)));
    for (const bytes of [utf8, latin])
      expect(readTotals(approval, typed, readText(bytes))).toEqual(read);
    const judged = readTotals(
      judgment,
      typed,
      table('numero;tres bien;ASSEZ BIEN;Rejeté', () => '5;3;1'),
    );
    expect(judged.ok && judged.totals.lines[0]).toEqual({ key: '01', answers: [1, 3, 5] });
  });

  it('R54 each cell that does not hold is told, by line and column', () => {
    const head = 'numero;bulletins';
    expect(faults(approval, '')).toEqual(['1  file-empty']);
    expect(faults(approval, 'numero,bulletins\n1,3')).toEqual(['1  separator']);
    expect(faults(approval, 'numero;voix\n1;3')).toEqual(['1 bulletins column-missing']);
    expect(faults(approval, 'numero;bulletins;prix\n1;3;4')).toEqual(['1 prix column-unknown']);
    expect(faults(approval, `${head}\n1;-3\n2;x\n3;11\n9;1\n4\n1;1`)).toEqual([
      '6  cells-missing',
      '2 bulletins not-whole',
      '3 bulletins not-whole',
      '4 bulletins more-than-ballots',
      '5 numero option-unknown',
      '7 numero option-twice',
      ...['4', '5'].map(() => '8 numero option-missing'),
    ]);
    expect(
      faults(
        approval,
        table(head, () => '9'),
      ),
    ).toEqual(['0 file more-than-maximum']);
    expect(
      faults(
        approval,
        table(head, () => '1'),
        { ...typed, valid: '-1', blank: '' },
      ),
    ).toEqual(['0 valid not-whole', '0 blank not-whole']);
    const given = table(
      'numero;bulletins;points',
      (number) => ['2;11', '3;2', '1;1', '0;0', '0;0'][number - 1]!,
    );
    expect(faults(points, given)).toEqual([
      '2 points more-than-maximum',
      '3 points fewer-points-than-ballots',
    ]);
    const judged = table('numero;Très bien;Assez bien;Rejeté', (number) =>
      number === 2 ? '9;2;0' : '1;1;1',
    );
    expect(faults(judgment, judged)).toEqual(['3 Rejeté more-than-ballots']);
  });

  it('R54 only where the rule adds ballots up', () => {
    expect(takesTotals(approval)).toBe(true);
    expect(takesTotals({ ...approval, rule: 'mes-cost-add1u' })).toBe(false);
    const ranked = { ...makeBallotTerms({ kind: 'ordinal' }), rule: 'borda' as const };
    expect(takesTotals(ranked)).toBe(true);
    const houseRules = { ...noHouseRules, minimumNamings: 3 };
    expect(takesTotals({ ...ranked, settings: { ...ranked.settings, houseRules } })).toBe(false);
  });
});
