import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type SmsPeer, startSmsPeer } from '../../tests/make/sms-peer.ts';
import { readConfig } from '../platform/config.ts';
import { runSmsTest } from './sms-test.ts';

let peer: SmsPeer;
let folder: string;
const said: string[] = [];
beforeAll(async () => {
  peer = await startSmsPeer();
  folder = await mkdtemp(join(tmpdir(), 'palabre-sms-test-'));
});
afterAll(async () => {
  await peer.stop();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  said.length = 0;
});

const run = (args: string[], set: Record<string, string> = { PALABRE_SMS_URL: peer.url }) =>
  runSmsTest(args, readConfig({ PALABRE_VAR: folder, ...set }), {
    out: (line) => said.push(line),
    err: (line) => said.push(line),
  });

it('palabre sms-test sends one message and says who took it', async () => {
  expect(await run(['06', '12', '34', '56', '78'])).toBe(0);
  expect(JSON.parse(peer.asked[0]!.body)).toMatchObject({ to: '+33612345678', from: 'Palabre' });
  expect(said[0]).toMatch(/^SMS pris par 127\.0\.0\.1:\d+ pour 06 12 34 56 78/);
});

it('palabre sms-test says in words what went wrong', async () => {
  peer.next('fail');
  expect(await run(['0612345678'])).toBe(1);
  expect(await run(['0123456789'])).toBe(2);
  expect(await run([])).toBe(2);
  expect(said).toEqual([
    'SMS non parti : SMS gateway: status 500',
    'palabre sms-test : c’est un téléphone fixe',
    expect.stringContaining('usage'),
  ]);
  expect(await run(['0612345678'], {})).toBe(0);
  expect(said.at(-1)).toContain('var/outbox');
});
