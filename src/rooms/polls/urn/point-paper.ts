/** The paper of a point of vote: whether its ballots are as many as its signatures on the roll (V14). */

import { findAct, type Poll } from '../poll.ts';

export interface PointPaper {
  pointId: string;
  /** null: the point is no longer in the list. */
  name: string | null;
  /** Who was marked on the roll as given a paper here, those included whose envelope stays closed. */
  signedIn: number;
  /** Outer envelopes that stay closed: their voters voted online, and online wins. */
  setAside: number;
  /** Of signed batches; `totals`: ballots that are known by signed totals only, in no box. */
  valid: number;
  totals: number;
  /** Of both. */
  blank: number;
  void: number;
  /** Batches and totals that are not signed yet. */
  openBatches: number;
  /** Why it was closed with another number of ballots; null: it was not. */
  reason: string | null;
}

export const REASON_LENGTH = 500;

/** Ballots that the roll lets one expect. */
export function expectedBallots({ signedIn, setAside }: PointPaper): number {
  return signedIn - setAside;
}

export function foundBallots(
  point: Pick<PointPaper, 'valid' | 'totals' | 'blank' | 'void'>,
): number {
  return point.valid + point.totals + point.blank + point.void;
}

/** Every batch signed, and as many ballots as signatures, or a reason why not. */
export function isSettled(point: PointPaper): boolean {
  if (point.openBatches > 0) return false;
  return point.reason !== null || foundBallots(point) === expectedBallots(point);
}

export type ClosingRefusal =
  | 'keying-not-open'
  | 'reason-missing'
  | 'reason-too-long'
  | 'batches-open'
  | 'nothing-differs';

export function checkClosing(point: PointPaper, reason: string): ClosingRefusal | null {
  if (point.openBatches > 0) return 'batches-open';
  if (foundBallots(point) === expectedBallots(point)) return 'nothing-differs';
  if (reason === '') return 'reason-missing';
  return [...reason].length > REASON_LENGTH ? 'reason-too-long' : null;
}

/** The points as the sealing found them and wrote them into the record; none where there was no paper. */
export function readSettlement(poll: Pick<Poll, 'acts'>): readonly PointPaper[] {
  const points = findAct(poll, 'reconciled')?.detail.points;
  return Array.isArray(points) ? (points as readonly PointPaper[]) : [];
}
