import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docx } from '../../../tests/make/documents.ts';
import { mp4 } from '../../../tests/make/films.ts';
import { pdfThat } from '../../../tests/make/pdfs.ts';
import { readConfig } from '../config.ts';
import { cleanSpooled, cleanUpload } from './cleaning.ts';
import { scanUpload } from './scan.ts';
import { ACCEPTED_ATTACHMENTS } from './upload.ts';

/** What every scanner takes for a virus, written so that none finds it in this file. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(
  '',
);

let folder: string;
let scanner: { scanCommand: readonly string[] | null };

const scanWith = (command: string) =>
  readConfig({ PALABRE_SCAN_COMMAND: command, PALABRE_VAR: folder });

async function writeScript(name: string, body: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `#!/bin/sh\n${body}\n`);
  await chmod(path, 0o755);
  return `"${path}"`;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'palabre scan '));
  const script = await writeScript(
    'scan it.sh',
    'echo "$#:$1:$2:$(env | grep -c HOME)" > "$(dirname "$0")/asked"; if grep -q "EICAR-STANDARD-ANTIVIRUS"; then exit 1; fi; exit 0',
  );
  scanner = scanWith(`${script} --fdpass  -`);
});
afterAll(() => rm(folder, { recursive: true }));

describe('W7 R149 the operator’s program against viruses', () => {
  it('is asked without a shell and without our settings, and finds what it looks for', async () => {
    expect(await scanUpload(scanner, Buffer.from(EICAR))).toBe('infected');
    expect(await scanUpload(scanner, Buffer.from('Bonjour'))).toBe('clean');
    expect(await readFile(join(folder, 'asked'), 'utf8')).toBe('2:--fdpass:-:0\n');
    expect(await scanUpload({ scanCommand: null }, Buffer.from(EICAR))).toBe('off');
    const shell = scanWith(`/bin/echo $(touch${' '}${join(folder, 'x')}) ; exit 1`);
    expect(await scanUpload(shell, Buffer.from(EICAR))).toBe('clean');
    await expect(readFile(join(folder, 'x'))).rejects.toThrow();
  });

  it('an answer before the end of the file counts; nobody looked where it fails, is missing, or is too slow', async () => {
    const large = Buffer.alloc(5_000_000, 'a');
    expect(await scanUpload(scanWith('false'), large)).toBe('infected');
    expect(await scanUpload(scanWith(await writeScript('two.sh', 'exit 2')), large)).toBe(
      'not-looked-at',
    );
    expect(await scanUpload(scanWith('/nowhere/at/all'), large)).toBe('not-looked-at');
    expect(await scanUpload(scanWith(await writeScript('dies.sh', 'kill -9 $$')), large)).toBe(
      'not-looked-at',
    );
    const slow = scanWith(await writeScript('slow.sh', 'sleep 600 & sleep 600'));
    expect(await scanUpload(slow, large, 200)).toBe('not-looked-at');
    expect(await scanUpload(scanWith('true'), large)).toBe('clean');
  });

  it('a setting that cannot be read is refused at the start', () => {
    expect(() => scanWith('"unclosed')).toThrow(/PALABRE_SCAN_COMMAND/);
    expect(readConfig({}).scanCommand).toBeNull();
  });

  it('every kind of upload passes it: a picture, a PDF, a document, a film on the disk', async () => {
    const files = [
      new File([new Uint8Array(docx({ body: `<w:p>${EICAR}</w:p>` }))], 'a.docx'),
      new File([new Uint8Array(pdfThat('', EICAR.replace('(', '')))], 'a.pdf'),
      new File([EICAR], 'a.png'),
    ];
    // a document is packed: only a program that opens it can find what it holds
    const opens = scanWith(await writeScript('opens.sh', 'exit 1'));
    for (const file of files)
      expect(await cleanUpload(opens, file, ACCEPTED_ATTACHMENTS)).toEqual({
        ok: false,
        refusal: 'infected',
      });
    const failing = scanWith(await writeScript('fails.sh', 'exit 3'));
    for (const file of files)
      expect(await cleanUpload(failing, file, ACCEPTED_ATTACHMENTS)).toEqual({
        ok: false,
        refusal: 'scan-failed',
      });
    const path = join(folder, 'film');
    const film = mp4();
    await writeFile(path, film);
    const spooled = { name: 'film.mp4', path, bytes: film.length };
    expect(await cleanSpooled(opens, spooled, ACCEPTED_ATTACHMENTS, film.length)).toEqual({
      ok: false,
      refusal: 'infected',
    });
    expect(await readFile(path)).toEqual(film);
    const taken = await cleanSpooled(scanner, spooled, ACCEPTED_ATTACHMENTS, film.length);
    expect(taken.ok).toBe(true);
    const pdf = new File([new Uint8Array(pdfThat(''))], 'a.pdf');
    expect((await cleanUpload(scanner, pdf)).ok).toBe(true);
  });
});
