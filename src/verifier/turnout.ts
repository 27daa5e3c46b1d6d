/** The record of the poll: when it closed in the end, and how many voters the roll holds. */
import { type PaperRecord, readPaperRecord } from './paper.ts';
import { Findings } from './report.ts';
import { readTime, Shape } from './shape.ts';

export interface PollRecord {
  /** Milliseconds UTC of the latest extension; null: none. */
  extendedTo: number | null;
  /** Voters that the roll says took part. */
  voters: number;
  /** Commitments of the ballots that left the box while it was open. */
  withdrawn: string[];
  /** Where one could vote on paper; null: nowhere. */
  paper: PaperRecord | null;
}

/** Throws `Malformed`. */
export function readRecord(value: unknown): PollRecord {
  const root = new Shape(value);
  const ends = root.shapes('extensions', (extension) => readTime(extension.text('to')));
  return {
    extendedTo: ends.reduce<number | null>((latest, end) => Math.max(latest ?? end, end), null),
    voters: root.shape('turnout').whole('voters'),
    withdrawn:
      root.get('withdrawn') !== undefined
        ? root.shapes('withdrawn', (one) => one.text('commitment'))
        : [],
    paper: root.get('paper') == null ? null : readPaperRecord(root.shape('paper')),
  };
}

/**
 * Nobody votes without being marked on the roll, and those who voted on paper do not make up for a ballot
 * cast online (`paper`: what the batches and the points say, null where there are none); and the result
 * says the same number as the record.
 */
export function checkTurnout(
  record: PollRecord,
  ballots: number,
  publishedVoters: unknown,
  paper: { ballots: number; voters: number } | null = null,
): Findings {
  const findings = new Findings();
  const { voters } = record;
  if (paper && voters - paper.voters < ballots - paper.ballots)
    findings.add('roll-and-box-differ', null, {
      fr: `${voters - paper.voters} votants émargés en ligne, ${ballots - paper.ballots} bulletins`,
      en: `${voters - paper.voters} voters online on the roll, ${ballots - paper.ballots} ballots`,
    });
  if (!paper && voters < ballots)
    findings.add('roll-and-box-differ', null, {
      fr: `${voters} votants émargés, ${ballots} bulletins`,
      en: `${voters} voters on the roll, ${ballots} ballots`,
    });
  if (typeof publishedVoters === 'number' && publishedVoters !== voters)
    findings.add('roll-and-box-differ', null, {
      fr: `${voters} votants d’après le procès-verbal, ${publishedVoters} d’après le résultat`,
      en: `${voters} voters by the record, ${publishedVoters} by the result`,
    });
  return findings;
}
