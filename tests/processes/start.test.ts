import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { locatePostgres } from '../../src/platform/postgres/index.ts';
import { SiteClient } from '../site-client.ts';
import { run } from './server.ts';

const folder = mkdtempSync(join(tmpdir(), 'palabre-start-'));
const env = { PALABRE_VAR: folder, DATABASE_URL: undefined };
const READY = /Palabre est prêt : http:\/\/localhost:(\d+)/;

afterAll(async () => {
  const postgres = await locatePostgres(process.cwd(), folder);
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

const browse = (port: string) =>
  new SiteClient((request) => fetch(request), `http://localhost:${port}`);

describe('the server as a process', () => {
  it('F4 begins empty by a one-time link, refuses a second server, and keeps its data through a kill', async () => {
    const first = run('main', ['--port', '0', '--empty'], env);
    const port = (await first.says(READY))[1]!;
    const link = (await first.says(/http:\/\/localhost:\d+(\/installation\/\S+)/))[1]!;

    const client = browse(port);
    await client.get(link);
    expect(client.status).toBe(200);
    await client.post(link, {
      organisation: 'Évry-le-Bois',
      hote: 'localhost',
      genre: 'town',
      couleur: '#1f3a8a',
      contact: 'participation@evry.example',
      nom: 'Dominique Martin',
      surnom: 'Dominique',
      courriel: 'dominique@exemple.fr',
      'mot-de-passe': 'un platane devant la mairie',
      charte: 'oui',
    });
    expect([client.status, client.html.includes('Évry-le-Bois')]).toEqual([200, true]);

    const second = run('main', ['--port', '0', '--empty'], env);
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain('déjà');
    const command = run('cli', ['verify-journal'], env);
    expect([await command.ended, command.said().includes('journal intact')]).toEqual([0, true]);

    first.child.kill('SIGKILL');
    await first.ended;
    const again = run('main', ['--port', '0'], env);
    const nextPort = (await again.says(READY))[1]!;
    expect(again.said()).not.toContain('/installation/');
    const visitor = browse(nextPort);
    await visitor.get('/');
    expect(visitor.html).toContain('Évry-le-Bois');
    again.child.kill('SIGTERM');
    expect(await again.ended).toBe(0);
  }, 60_000);

  it('says in one line what it does not understand', () => {
    const ask = (...args: string[]) => {
      try {
        execFileSync(process.execPath, ['dist/cli.js', ...args], {
          stdio: 'pipe',
          env: { ...process.env, ...env, PALABRE_ROOT: process.cwd() },
        });
        return { code: 0, words: '' };
      } catch (error) {
        const { status, stderr } = error as { status: number; stderr: Buffer };
        return { code: status, words: stderr.toString() };
      }
    };
    for (const args of [
      ['nimporte'],
      ['tally'],
      ['tally', '/nulle/part.pb', '--rule', 'greedy'],
      ['import', 'autre', 'x'],
    ]) {
      const { code, words } = ask(...args);
      expect([args.join(' '), code]).toEqual([args.join(' '), 2]);
      expect(words.trim().split('\n').length, words).toBe(1);
    }
  });
});
