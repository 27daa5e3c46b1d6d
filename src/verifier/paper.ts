/** Ballots on paper: the signed batches, and the signatures of voters at each point. */
import { Findings, type Words } from './report.ts';
import { Shape, writeCanonical } from './shape.ts';
import type { PublicKey } from './signature.ts';
import type { PointTotals } from './totals.ts';

interface Batch {
  statement: Shape;
  /** Canonical JSON of the statement. */
  text: string;
  signature: string;
  point: string;
  name: string;
  /** Blank and void ones too. */
  ballots: number;
}

/** Throws `Malformed`. */
export function readPaper(value: unknown): Batch[] {
  return new Shape(value).shapes('batches', (one) => {
    const statement = one.shape('statement');
    return {
      statement,
      text: writeCanonical(one.get('statement')),
      signature: one.text('signature'),
      point: statement.text('point'),
      name: statement.text('batch'),
      ballots: statement.whole('ballots'),
    };
  });
}

/** What the record says of a point of vote. */
interface PointRecord {
  point: string;
  name: string;
  /** Voters who signed for a paper, less those whose envelope stayed closed. */
  expected: number;
  reason: string;
}

export interface PaperRecord {
  /** Blank and void papers of all points together: no ballots of the box. */
  apart: number;
  points: PointRecord[];
}

/** Throws `Malformed`. */
export function readPaperRecord(record: Shape): PaperRecord {
  const points = record.shapes('points', (point) => ({
    point: point.text('point'),
    name: point.textOrNull('name') ?? '?',
    expected: point.whole('signedIn') - point.whole('setAside'),
    reason: (point.textOrNull('reason') ?? '').trim(),
  }));
  return { apart: record.whole('blank') + record.whole('void'), points };
}

export interface PaperCheck {
  findings: Findings;
  /** Ballots of the box that came on paper, and voters who signed for one. */
  ballots: number;
  voters: number;
  notes: Words[];
}

/**
 * Each batch is signed, once, for this poll; and each point has as many ballots as signatures, blank and void
 * ones included, or the record says why not.
 */
export async function checkPaper(
  batches: readonly Batch[],
  record: PaperRecord,
  poll: { id: string; manifestHash: string; key: PublicKey },
  totals: readonly PointTotals[] = [],
): Promise<PaperCheck> {
  const { points } = record;
  const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);
  const findings = new Findings();
  const seen = new Set<string>();
  for (const { statement, text, signature, point, name } of batches) {
    if ((await poll.key.check('pb-batch-v1', text, signature)) === false)
      findings.add('batch-forged', name, {
        fr: 'sa signature est fausse',
        en: 'its signature is false',
      });
    else if (statement.get('poll') !== poll.id || statement.get('manifest') !== poll.manifestHash)
      findings.add('batch-forged', name, {
        fr: 'il est d’un autre scrutin',
        en: 'it belongs to another poll',
      });
    const place = writeCanonical([point, name]);
    if (seen.has(place)) findings.add('batch-twice', name);
    seen.add(place);
    if (!points.some((one) => one.point === point))
      findings.add('roll-and-box-differ', null, {
        fr: `le lot papier ${name} est d’un point que le procès-verbal ignore`,
        en: `paper batch ${name} is of a point that the record does not know`,
      });
  }
  const notes: Words[] = [];
  for (const { point, name, expected, reason } of points) {
    const held = batches.filter((batch) => batch.point === point);
    const byHand = totals.filter((one) => one.point === point);
    const found =
      sum(held.map(({ ballots }) => ballots)) +
      sum(byHand.map(({ valid, apart }) => valid + apart));
    if (found === expected) continue;
    const fr = `« ${name} » : ${expected} émargements papier, ${found} bulletins`;
    const en = `“${name}”: ${expected} signatures for paper, ${found} ballots`;
    if (reason === '') findings.add('roll-and-box-differ', null, { fr, en });
    else notes.push({ words: `${fr}. Motif : ${reason}`, words_en: `${en}. Reason: ${reason}` });
  }
  return {
    findings,
    // blank and void papers of a point counted by hand are in no batch
    ballots:
      sum(batches.map(({ ballots }) => ballots)) -
      (record.apart - sum(totals.map(({ apart }) => apart))),
    voters: sum(points.map(({ expected }) => expected)),
    notes,
  };
}
