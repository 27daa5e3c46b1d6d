import { afterEach, describe, expect, it, vi } from 'vitest';
import { CountingDesk } from './counting-desk.jobs.ts';
import type { Outcome } from './outcome.ts';

const outcome = (name: string): Outcome => ({
  winners: [name],
  parts: [],
  cost: 0,
  left: 0,
  quorumMissed: false,
  served: { ballots: 0, satisfied: 0 },
  places: [],
  hash: '',
});

/** Counts that end when they are told to. */
function openCounts() {
  const running: { name: string; end: () => void; fail: () => void; signal: AbortSignal }[] = [];
  const count = (name: string) => (signal: AbortSignal) =>
    new Promise<Outcome>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('given up')));
      running.push({
        name,
        signal,
        end: () => resolve(outcome(name)),
        fail: () => reject(new Error('broken')),
      });
    });
  return { running, count };
}

const LONG = 20_000;

describe('the counting desk', () => {
  afterEach(() => vi.restoreAllMocks());

  it('counts once what many ask for at the same time, and keeps it', async () => {
    const desk = new CountingDesk();
    const { running, count } = openCounts();
    for (let reader = 0; reader < 100; reader += 1)
      expect(desk.ask('a', count('a'))).toEqual({ state: 'counting' });
    expect(running).toHaveLength(1);
    const waited = desk.waitFor(['a'], LONG);
    running[0]!.end();
    await waited;
    expect(desk.ask('a', count('again'))).toEqual({ state: 'counted', outcome: outcome('a') });
    expect(running).toHaveLength(1);
  });

  it('runs a few at once, the others in turn, and takes no more than it may keep waiting', async () => {
    const desk = new CountingDesk({ atOnce: 2, waiting: 3 });
    const { running, count } = openCounts();
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    for (const name of names) desk.ask(name, count(name));
    const begun = () => running.map(({ name }) => name);
    expect(begun()).toEqual(['a', 'b']);
    const first = desk.waitFor(['a'], LONG);
    running[0]!.end();
    await first;
    expect(begun()).toEqual(['a', 'b', 'c']);
    for (const name of ['b', 'c', 'd', 'e']) {
      const waited = desk.waitFor([name], LONG);
      running.find((one) => one.name === name)!.end();
      await waited;
    }
    // f and g found no place: nothing of them began; asked for again, they are taken
    expect(begun()).toEqual(['a', 'b', 'c', 'd', 'e']);
    desk.ask('f', count('f'));
    expect(begun().at(-1)).toBe('f');
    running.at(-1)!.end();
    await desk.waitFor(['f'], LONG);
  });

  it('gives up a count that takes too long, and does not begin it again', async () => {
    const desk = new CountingDesk({ patience: 5 });
    const { running, count } = openCounts();
    desk.ask('slow', count('slow'));
    await desk.waitFor(['slow'], LONG);
    expect(running[0]!.signal.aborted).toBe(true);
    expect(desk.ask('slow', count('slow'))).toEqual({ state: 'too-long' });
    expect(running).toHaveLength(1);
  });

  it('says that a count failed, in the log too, and goes on with the next', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    const desk = new CountingDesk({ atOnce: 1 });
    const { running, count } = openCounts();
    desk.ask('a', count('a'));
    desk.ask('b', count('b'));
    const waited = desk.waitFor(['a'], LONG);
    running[0]!.fail();
    await waited;
    expect(desk.ask('a', count('a'))).toEqual({ state: 'failed' });
    expect(logged).toHaveBeenCalledOnce();
    expect(running.map(({ name }) => name)).toEqual(['a', 'b']);
    running[1]!.end();
    await desk.waitFor(['b'], LONG);
    expect(desk.ask('b', count('b'))).toMatchObject({ state: 'counted' });
  });

  it('keeps so many, the latest asked for', async () => {
    const desk = new CountingDesk({ kept: 2 });
    const done = (name: string) => async () => outcome(name);
    for (const name of ['a', 'b']) {
      desk.ask(name, done(name));
      await desk.waitFor([name], LONG);
    }
    expect(desk.ask('a', done('x'))).toMatchObject({ state: 'counted' });
    desk.ask('c', done('c'));
    await desk.waitFor(['c'], LONG);
    expect(desk.ask('a', done('x'))).toMatchObject({ outcome: { winners: ['a'] } });
    expect(desk.ask('b', done('b'))).toEqual({ state: 'counting' });
    await desk.waitFor(['b'], LONG);
  });

  it('lets a page go on without its counts', async () => {
    const desk = new CountingDesk();
    const { running, count } = openCounts();
    desk.ask('a', count('a'));
    await desk.waitFor(['a'], 1);
    expect(desk.ask('a', count('a'))).toEqual({ state: 'counting' });
    running[0]!.end();
    await desk.waitFor(['a'], LONG);
  });
});
