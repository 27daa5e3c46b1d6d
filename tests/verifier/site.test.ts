import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runImport } from '../../src/cli/import.ts';
import { urls } from '../../src/urls.ts';
import { listOverflows, listSmallTargets, listViolations } from '../accessibility/page-measures.ts';
import { type BrowserSite, hasChromium, openBrowserSite } from '../browser.ts';
import { watch } from '../journeys/watch.ts';
import { makePerson } from '../make/people.ts';
import { publish } from '../make/poll.ts';
import { castFor, makePoll } from '../make/polls.ts';
import { findSharedData } from '../shared-data.ts';
import { openTestSite, type TestSite } from '../site-client.ts';

/** A poll that the site held, sealed, counted and published itself: its bundle, its page, its verifier. */

const pabulib = findSharedData('pabulib');

interface Held {
  edition: string;
  /** A receipt of a voter whose ballot is in the box, as it was handed over. */
  receipt: string;
  bundle: Uint8Array;
}

async function holdPoll(site: TestSite): Promise<Held> {
  const { edition, poll } = await makePoll(site);
  const receipts: string[] = [];
  for (const ballot of [[1, 2], [2, 3], [2], [4], [1, 3, 5]]) {
    const cast = await castFor(site, poll, (await makePerson(site)).id, ballot);
    if (!cast.ok) throw new Error(cast.refusal);
    receipts.push(cast.receipt);
  }
  site.travel('11 days');
  await publish(site, { organisationId: site.organisationId, by: null }, poll.id);
  site.travel(null);
  const address = `http://localhost${urls.resultBundle({ edition: edition.slug })}`;
  const answer = await site.fetch(new Request(address));
  const bundle = new Uint8Array(await answer.arrayBuffer());
  return { edition: edition.slug, receipt: receipts[0]!, bundle };
}

/** One byte of a ballot's choices, as whoever keeps the file would change it. */
async function forge(bundle: Uint8Array): Promise<Buffer> {
  const { unzipSync, zipSync, strFromU8, strToU8 } = await import('fflate');
  const files = unzipSync(bundle);
  const text = strFromU8(files['ballots.jsonl']!);
  files['ballots.jsonl'] = strToU8(
    text.replace('"choices":["', '"choices":["05","').replace('"05","05"', '"05"'),
  );
  return Buffer.from(zipSync(files));
}

describe('V10 a poll of the site, verified with one file and nothing else', () => {
  let site: TestSite;
  let held: Held;
  const folder = mkdtempSync(join(tmpdir(), 'palabre-verify-'));
  beforeAll(async () => {
    site = await openTestSite();
    held = await holdPoll(site);
    // as people have it: the file of the site, alone in a folder
    const tool = await site.fetch(new Request(`http://localhost${urls.verifierFile()}`));
    writeFileSync(join(folder, 'verify.mjs'), Buffer.from(await tool.arrayBuffer()));
    writeFileSync(join(folder, 'urne.zip'), held.bundle);
    writeFileSync(join(folder, 'forged.zip'), await forge(held.bundle));
    writeFileSync(join(folder, 'noise.zip'), 'rien');
  }, 120_000);
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await site.close();
  });

  async function verify(...args: string[]) {
    const run = promisify(execFile)(process.execPath, ['verify.mjs', ...args], { cwd: folder });
    return run.then(
      ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
      (error: { code: number; stdout: string; stderr: string }) => ({
        code: error.code,
        out: error.stdout,
        err: error.stderr,
      }),
    );
  }

  it('V10 0: all is well, receipts and key included, in French and in English', async () => {
    const sound = await verify('urne.zip', '--receipt', held.receipt);
    expect(sound).toMatchObject({ code: 0, err: '' });
    expect(sound.out).toContain('✓ Le résultat publié est bien celui de ces bulletins');
    expect(sound.out).not.toMatch(/[✗?]/);
    const english = await verify('urne.zip', '--lang', 'en', '--full');
    expect(english.out).toContain('All is well');
    const { verdict, checks } = JSON.parse((await verify('urne.zip', '--json')).out);
    expect(verdict).toBe('sound');
    expect(checks.every(({ ok }: { ok: boolean }) => ok)).toBe(true);
  });

  it('V10 1: each fault is named', async () => {
    const forged = await verify('forged.zip');
    expect(forged.code).toBe(1);
    expect(forged.out).toMatch(/ {4}ballot-flipped [0-9a-f]{64}: Le bulletin/);
    expect(JSON.parse((await verify('forged.zip', '--json')).out).faults[0].id).toBe(
      'ballot-flipped',
    );
  });

  it('V10 2: asked wrongly, or nothing to check; one clear line', async () => {
    for (const args of [
      [],
      ['nulle-part.zip'],
      ['noise.zip'],
      ['urne.zip', 'forged.zip'],
      ['urne.zip', '--lang', 'de'],
      ['urne.zip', '--inconnu'],
      ['urne.zip', '--receipt', 'rien'],
    ]) {
      const refused = await verify(...args);
      expect(refused, args.join(' ')).toMatchObject({ code: 2, out: '' });
      expect(refused.err.trim().split('\n')).toHaveLength(1);
    }
  });

  it('the file is the built one, and runs without any other', async () => {
    expect(readFileSync(join(folder, 'verify.mjs'), 'utf8')).toBe(
      readFileSync('dist/verify.mjs', 'utf8'),
    );
    const imported = readFileSync(join(folder, 'verify.mjs'), 'utf8').matchAll(
      /import\("([^"]+)"\)/g,
    );
    expect([...imported].map(([, name]) => name)).toEqual(['node:fs/promises', 'node:util']);
  });

  it.skipIf(!pabulib)(
    'a vote held elsewhere, brought in as an archive, verifies as well',
    async () => {
      const output = { out() {}, err() {} };
      const path = join(pabulib!, 'Poland_Swiecie_2023.pb');
      expect(await runImport(['pabulib', path], site, output)).toBe(0);
      const { rows } = await site.pool.query(
        'select e.slug from edition e join poll p on p.edition_id = e.id where p.imported_sha256 is not null',
      );
      const edition = rows[0].slug as string;
      const address = `http://localhost${urls.resultBundle({ edition })}`;
      const answer = await site.fetch(new Request(address));
      writeFileSync(join(folder, 'archive.zip'), Buffer.from(await answer.arrayBuffer()));
      const { code, out } = await verify('archive.zip');
      expect(out).not.toContain('✗');
      expect(code).toBe(0);
    },
  );

  it('R57 V15 there is nothing to verify before the publication', async () => {
    const { edition } = await makePoll(site);
    const answer = await site.visitor().get(urls.verifyResult({ edition: edition.slug }));
    expect(answer.status).toBe(404);
  });
});

describe.skipIf(!hasChromium)('V10 in the browser of a reader', () => {
  let site: BrowserSite;
  let held: Held;
  beforeAll(async () => {
    site = await openBrowserSite();
    held = await holdPoll(site);
  }, 120_000);
  afterAll(() => site?.close());

  async function open(width: number, at: { locale?: string } = {}) {
    const context = await site.open({ viewport: { width, height: 900 } });
    const watched = watch(context, site.origin);
    const page = await context.newPage();
    if (at.locale) await page.goto(urls.language({ locale: at.locale }, { vers: '/' }));
    await page.goto(urls.verifyResult({ edition: held.edition }));
    return { page, watched };
  }

  async function measure(page: Page): Promise<string[]> {
    return [
      ...(await listViolations(page)),
      ...(await listSmallTargets(page)),
      ...(await listOverflows(page)),
    ];
  }

  it('W16 A1 A5 verifies the published box on a phone of 320 px; the report takes the focus', async () => {
    const { page, watched } = await open(320);
    expect(await measure(page)).toEqual([]);
    await page.getByLabel('Vos reçus ou codes de suivi').fill(held.receipt);
    await page.getByRole('button', { name: 'Recompter et vérifier' }).click();
    const title = page.getByRole('heading', { name: 'Ce qui a été trouvé' });
    await title.waitFor();
    expect(await title.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await page.getByText('Tout est juste').isVisible()).toBe(true);
    expect(await page.getByText('Vérification terminée.').isVisible()).toBe(true);
    expect(await page.locator('.checks > li').count()).toBe(12);
    expect(await page.locator('.checks .check-ok').count()).toBe(12);
    expect(await measure(page)).toEqual([]);
    expect(watched.complaints).toEqual([]);
    await page.context().close();
  });

  it('names the faults of a file that the reader chose, in English too, and says so of a file that is none', async () => {
    const { page, watched } = await open(360, { locale: 'en' });
    const choose = async (buffer: Buffer) => {
      await page
        .getByLabel('A box that you already have')
        .setInputFiles({ name: 'box.zip', mimeType: 'application/zip', buffer });
      await page.getByRole('button', { name: 'Count again and verify' }).click();
    };
    await choose(await forge(held.bundle));
    await page.getByText('Faults were found').waitFor();
    const fault = page.locator('.checks li', { hasText: 'ballot-flipped' }).first();
    expect(await fault.textContent()).toMatch(/Fault:.*Ballot [0-9a-f]{64} was changed/s);
    expect(await measure(page)).toEqual([]);
    await choose(Buffer.from('nothing'));
    await page.getByText('This file is not a zip archive.').waitFor();
    expect(await page.getByText('Faults were found').isVisible()).toBe(false);
    expect(watched.complaints).toEqual([]);
    await page.context().close();
  });

  it('A6 reads well without scripts: how to do it with the command, and where to take both files', async () => {
    const context = await site.open({
      javaScriptEnabled: false,
      viewport: { width: 320, height: 900 },
    });
    const page = await context.newPage();
    await page.goto(urls.verifyResult({ edition: held.edition }));
    expect(await page.getByRole('button', { name: 'Recompter et vérifier' }).count()).toBe(0);
    const text = (await page.locator('main').textContent())!;
    expect(text).toContain(`node verify.mjs urne-${held.edition}.zip`);
    for (const name of ['L’urne publiée (zip)', 'Le vérificateur (verify.mjs)']) {
      const href = await page.getByRole('link', { name }).getAttribute('href');
      expect((await page.request.get(href!)).status()).toBe(200);
    }
    await context.close();
  });
});
