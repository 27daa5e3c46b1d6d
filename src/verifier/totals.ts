/** Paper counted by hand: what its ballots say of each option altogether, signed, in no box. */
import type { Envelope, Manifest } from './manifest.ts';
import { Findings, type Words } from './report.ts';
import { Malformed, Shape, writeCanonical } from './shape.ts';
import type { PublicKey } from './signature.ts';

/** What some ballots say of an option: how many name it, what they give it; or each grade, the worst first. */
export interface OptionTotals {
  namings: number;
  score: number;
  /** null: the ballots give points, or nothing. */
  answers: readonly number[] | null;
}

export interface PointTotals {
  statement: Shape;
  text: string;
  signature: string;
  point: string;
  valid: number;
  /** Blank and void. */
  apart: number;
  /** By key of the envelope. */
  ballots: ReadonlyMap<string, number>;
  options: ReadonlyMap<string, OptionTotals>;
}

/** Throws `Malformed`. */
export function readTotals(value: unknown): PointTotals[] {
  return new Shape(value).shapes('totals', (one) => {
    const statement = one.shape('statement');
    const envelopes = statement.shape('envelopes');
    const lines = statement.shapes('lines', readLine);
    return {
      statement,
      text: writeCanonical(one.get('statement')),
      signature: one.text('signature'),
      point: statement.text('point'),
      valid: statement.whole('valid'),
      apart: statement.whole('blank') + statement.whole('void'),
      ballots: new Map(envelopes.keys().map((key) => [key, envelopes.whole(key)])),
      options: new Map(lines),
    };
  });
}

function readLine(line: Shape): [string, OptionTotals] {
  if (line.get('answers') == null)
    return [
      line.text('key'),
      { namings: line.whole('namings'), score: line.whole('score'), answers: null },
    ];
  const answers = line.list('answers', (value, where) => {
    if (Number.isSafeInteger(value) && (value as number) >= 0) return value as number;
    throw new Malformed(
      `${where} : un nombre entier est attendu`,
      `${where}: a whole number is expected`,
    );
  });
  return [line.text('key'), { namings: 0, score: 0, answers }];
}

/** Signed for this poll, once a point, of its options, and never more than the ballots can say. */
export async function checkTotals(
  totals: readonly PointTotals[],
  manifest: Manifest,
  poll: { manifestHash: string; key: PublicKey },
): Promise<{ findings: Findings; notes: Words[] }> {
  const findings = new Findings();
  const seen = new Set<string>();
  const forged = (point: string, fr: string, en: string) =>
    findings.add('totals-forged', point, { fr, en });
  for (const { statement, text, signature, point, valid, ballots, options } of totals) {
    if ((await poll.key.check('pb-totals-v1', text, signature)) === false)
      forged(point, 'leur signature est fausse', 'their signature is false');
    if (statement.get('poll') !== manifest.poll || statement.get('manifest') !== poll.manifestHash)
      forged(point, 'ils sont d’un autre scrutin', 'they belong to another poll');
    if (seen.has(point)) forged(point, 'ils figurent deux fois', 'they stand there twice');
    seen.add(point);
    const sound = manifest.options.every(({ key, envelope }) => {
      const cast = ballots.get(envelope);
      const line = options.get(key);
      if (cast === undefined || cast > valid || !line) return false;
      const said = line.answers?.reduce((sum, count) => sum + count, 0) ?? line.namings;
      return said <= cast && isOfKind(manifest, line);
    });
    if (!sound || options.size !== manifest.options.length)
      forged(point, 'ces bulletins ne peuvent pas les donner', 'these ballots cannot give them');
  }
  const known = totals.reduce((sum, { valid }) => sum + valid, 0);
  const notes: Words[] =
    known === 0
      ? []
      : [
          {
            words: `${known} bulletins papier ne sont connus que par leurs totaux : ils ne peuvent pas être vérifiés un par un.`,
            words_en: `${known} paper ballots are known by their totals only: they cannot be checked one by one.`,
          },
        ];
  return { findings, notes };
}

function isOfKind({ kind, grades }: Manifest, { answers }: OptionTotals): boolean {
  if (kind === 'judgment') return answers?.length === grades;
  if (kind === 'yes-no') return answers?.length === 2;
  return answers === null;
}

/** What all points say of one envelope. */
export interface EnvelopeTotals {
  ballots: number;
  options: ReadonlyMap<string, OptionTotals>;
}

export function sumTotals(
  totals: readonly PointTotals[],
  { key }: Envelope,
  keys: readonly string[],
): EnvelopeTotals | null {
  if (totals.length === 0) return null;
  const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);
  const options = keys.map((option): [string, OptionTotals] => {
    const lines = totals.flatMap((point) => point.options.get(option) ?? []);
    const answers = lines[0]?.answers ?? null;
    return [
      option,
      {
        namings: sum(lines.map(({ namings }) => namings)),
        score: sum(lines.map(({ score }) => score)),
        answers: answers?.map((_, at) => sum(lines.map((line) => line.answers?.[at] ?? 0))) ?? null,
      },
    ];
  });
  return {
    ballots: sum(totals.map(({ ballots }) => ballots.get(key) ?? 0)),
    options: new Map(options),
  };
}
