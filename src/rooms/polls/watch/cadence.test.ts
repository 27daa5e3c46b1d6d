import { describe, expect, it } from 'vitest';
import { findCadenceSignals, foldMinutes, type HourCount, isSteady } from './cadence.ts';

const HOUR = 3_600_000;
const start = Date.parse('2026-03-02T09:00:00Z');
const at = (minutes: number) => new Date(start + minutes * 60_000);

/** Votes at these minutes, from the start. */
const votesAt = (minutes: readonly number[], pointId: string | null = null): HourCount[] => {
  const counts = new Map<number, number>();
  for (const minute of minutes.map(Math.floor)) counts.set(minute, (counts.get(minute) ?? 0) + 1);
  return foldMinutes(
    [...counts].map(([minute, votes]) => ({
      channel: 'online' as const,
      pointId,
      minute: at(minute),
      votes,
    })),
  );
};

/** Reproducible: a small generator of numbers between 0 and 1. */
function drawFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

const signalsOf = (hours: readonly HourCount[], points = new Map()) =>
  findCadenceSignals(hours, points).map(({ kind }) => kind);

describe('the pace of votes', () => {
  it('Wrocław: 97 votes at a fixed interval are seen, whatever the interval', () => {
    for (const seconds of [20, 37, 40, 60, 100, 120]) {
      const minutes = Array.from({ length: 97 }, (_, one) => (one * seconds) / 60);
      expect(votesAt(minutes).some(isSteady), `every ${seconds} s`).toBe(true);
    }
  });

  it('people who come by chance are not taken for a machine', () => {
    let steady = 0;
    for (let seed = 1; seed <= 300; seed += 1) {
      const draw = drawFrom(seed);
      const votes = 20 + Math.floor(draw() * 150);
      const minutes = Array.from({ length: votes }, () => draw() * 60);
      steady += votesAt(minutes).filter(isSteady).length;
    }
    expect(steady).toBeLessThanOrEqual(3);
  });

  it('Besançon: ten thousand votes of robots in a night stand out from the hours around', () => {
    const draw = drawFrom(7);
    const usual = Array.from({ length: 12 * 30 }, () => draw() * 720);
    const robots = Array.from({ length: 10_000 }, () => 720 + draw() * 60);
    expect(signalsOf(votesAt([...usual, ...robots]))).toEqual(['busy-hour']);
    expect(signalsOf(votesAt(usual))).toEqual([]);
  });

  it('a burst of one minute is told beside the rest of its hour', () => {
    const minutes = [...Array.from({ length: 20 }, (_, one) => one * 2.7), ...Array(40).fill(31)];
    const [signal] = findCadenceSignals(votesAt(minutes), new Map());
    expect(signal).toMatchObject({ kind: 'busy-minute', usual: 0.3 });
  });

  it('votes at a point while it is closed are told', () => {
    const points = new Map([['p', [{ opensAt: at(60), closesAt: at(120) }]]]);
    expect(signalsOf(votesAt([61, 62, 119], 'p'), points)).toEqual([]);
    expect(signalsOf(votesAt([61, 130], 'p'), points)).toEqual(['outside-hours']);
    expect(signalsOf(votesAt([130]), points)).toEqual([]);
  });

  it('of an hour of fewer than ten votes nothing finer is kept', () => {
    const [few] = votesAt([1, 2, 3]);
    expect(few).toMatchObject({ votes: 3, minutes: null, squares: null, busiest: null });
    expect(few!.hour.getTime() % HOUR).toBe(0);
    const [enough] = votesAt([0, 0, 0, 4, 4, 5, 6, 7, 8, 9]);
    expect(enough).toMatchObject({ votes: 10, minutes: 10, squares: 18, busiest: 3 });
  });
});
