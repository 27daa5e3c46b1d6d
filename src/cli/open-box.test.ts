import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePerson } from '../../tests/make/people.ts';
import { castSealed, makeSealedPoll, type SealedPoll } from '../../tests/make/sealed.ts';
import { openTestSite, type TestSite } from '../../tests/site-client.ts';
import { sealPoll } from '../rooms/polls/index.ts';
import { runOpenBox } from './open-box.ts';

let site: TestSite;
let held: SealedPoll;
const folder = mkdtempSync(join(tmpdir(), 'palabre-parts-'));
const fileOf = (name: string) => join(folder, name);
beforeAll(async () => {
  site = await openTestSite();
  held = await makeSealedPoll(site);
  await castSealed(site, held.poll, (await makePerson(site)).id, [1, 2]);
  await castSealed(site, held.poll, (await makePerson(site)).id, '["rien"]');
  for (const [at, share] of held.key.shares.entries())
    writeFileSync(fileOf(`${at}.txt`), `Palabre : part ${at + 1} sur 3\n\n${share}\n`);
  writeFileSync(fileOf('noise.txt'), 'rien');
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await site.close();
});

async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const output = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
  return { code: await runOpenBox(args, site, output), out: out.join('\n'), err: err.join('\n') };
}

describe('palabre open-box', () => {
  it('V11 refuses in one line whatever does not open the box, and names the file, never what it holds', async () => {
    const { slug } = held.edition;
    const share = (name: string) => ['--share', fileOf(name)];
    const cases: [string[], RegExp][] = [
      [[], /usage/],
      [[slug, '--clef'], /usage/],
      [['nulle-part', ...share('0.txt')], /aucun scrutin/],
      [[slug, ...share('0.txt'), ...share('1.txt')], /pas encore scellée/],
    ];
    for (const [args, words] of cases) {
      const refused = await run(...args);
      expect(refused).toMatchObject({ code: 2, out: '' });
      expect(refused.err).toMatch(words);
    }
    site.travel('11 days');
    const by = { organisationId: site.organisationId, by: null };
    await sealPoll(site.db, site.config, by, held.poll.id);
    for (const [args, words] of [
      [share('0.txt'), /deux parts différentes/],
      [[...share('0.txt'), ...share('0.txt')], /0\.txt : c’est deux fois/],
      [[...share('0.txt'), ...share('noise.txt')], /noise\.txt : elle ne se lit pas/],
      [[...share('0.txt'), ...share('absent.txt')], /absent\.txt ne se lit pas/],
    ] as const) {
      const refused = await run(slug, ...args);
      expect(refused).toMatchObject({ code: 2, out: '' });
      expect(refused.err).toMatch(words);
      expect(refused.err.split('\n')).toHaveLength(1);
      for (const part of held.key.shares) expect(refused.err).not.toContain(part.slice(0, 9));
    }
    expect(await run(slug, ...share('0.txt'), ...share('2.txt'))).toEqual({
      code: 0,
      out: 'L’urne est ouverte. Bulletins : 2 ; nuls : 1.',
      err: '',
    });
    expect((await run(slug, ...share('0.txt'), ...share('2.txt'))).err).toContain('déjà ouverte');
  });
});
