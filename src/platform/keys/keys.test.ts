import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openKeys } from './keys.ts';

const poll = '00000000-0000-4000-8000-000000000001';
let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'palabre-keys-')), 'keys');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

describe('keys of the ballot box', () => {
  it('makes each key once, readable by its owner alone', () => {
    const keys = openKeys(folder);
    expect(keys.rollKey()).toHaveLength(32);
    expect(keys.makeLinkKey(poll)).toEqual(keys.makeLinkKey(poll));
    expect(keys.readLinkKey(poll)).toEqual(keys.makeLinkKey(poll));
    expect(keys.factorKey()).toHaveLength(32);
    expect(keys.factorKey()).not.toEqual(keys.rollKey());
    keys.signingKey();
    expect(readdirSync(folder).sort()).toEqual([
      'factor.key',
      `link-${poll}.key`,
      'roll.key',
      'signing.pem',
    ]);
    for (const name of readdirSync(folder))
      expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('gives the raw public half of the signing key', () => {
    const keys = openKeys(folder);
    expect(Buffer.from(keys.verifyKey(), 'base64url')).toHaveLength(32);
  });

  it('destroys a link key for good, and bears being asked twice', () => {
    const keys = openKeys(folder);
    keys.makeLinkKey(poll);
    keys.destroyLinkKey(poll);
    keys.destroyLinkKey(poll);
    expect(keys.readLinkKey(poll)).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('refuses a poll id that could lead out of the folder', () => {
    expect(() => openKeys(folder).readLinkKey('../roll')).toThrow();
  });

  it('lets several processes that start together agree on one key', async () => {
    const script = `import { openKeys } from ${JSON.stringify(join(import.meta.dirname, 'keys.ts'))};
      console.log(openKeys(process.argv[1]).rollKey().toString('hex'));`;
    const run = () =>
      promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, folder]);
    const answers = await Promise.all(Array.from({ length: 6 }, run));
    expect(new Set(answers.map(({ stdout }) => stdout.trim())).size).toBe(1);
    expect(readFileSync(join(folder, 'roll.key')).toString('hex')).toBe(answers[0]!.stdout.trim());
    expect(readdirSync(folder)).toEqual(['roll.key']);
  });
});
