import { describe, expect, it } from 'vitest';
import { listTurnout, type PointCount } from './minutes-turnout.ts';

describe('the turnout by channel and point', () => {
  const points = [
    { id: 'p1', name: 'École' },
    { id: 'p2', name: 'Mairie' },
    { id: 'p3', name: 'Stade' },
  ];
  const count = (
    channel: PointCount['channel'],
    point: string | null,
    voters: number,
    ballots = voters,
  ): PointCount => ({ channel, point, voters, ballots });
  const figures = (counts: readonly PointCount[], audience: 'office' | 'public') =>
    listTurnout(counts, points, audience).map((line) => [
      line.channel,
      line.point,
      line.voters,
      line.ballots,
    ]);

  it('R53 R57 leaves out small lines, and with them what a subtraction would tell', () => {
    const counts = [
      count('paper', 'p2', 31, 30),
      count('paper', 'p1', 4),
      count('online', null, 400),
      count('online', 'p2', 22),
    ];
    expect(figures(counts, 'office')).toEqual([
      ['online', null, 400, 400],
      ['paper', 'École', 4, 4],
      ['paper', 'Mairie', 31, 30],
      ['online', 'Mairie', 22, 22],
      ['paper', 'Stade', 0, 0],
    ]);
    // the sum of paper votes is public too: of two points, neither is told
    expect(figures(counts, 'public')).toEqual([
      ['online', null, 400, 400],
      ['paper', 'École', null, null],
      ['paper', 'Mairie', null, null],
      ['online', 'Mairie', 22, 22],
      ['paper', 'Stade', 0, 0],
    ]);
  });

  it('R57 hides both figures of a line where either is small', () => {
    const counts = [count('online', null, 400), count('paper', 'p1', 12, 3)];
    expect(figures(counts, 'public').slice(0, 2)).toEqual([
      ['online', null, null, null],
      ['paper', 'École', null, null],
    ]);
  });

  it('R57 loses nobody of a point that was removed: they stand with their channel', () => {
    const counts = [count('paper', 'gone', 12, 11), count('paper', null, 20)];
    expect(figures(counts, 'office')[0]).toEqual(['paper', null, 32, 31]);
  });
});
