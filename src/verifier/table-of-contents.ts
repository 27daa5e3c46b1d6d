/** The files of a bundle against its table of contents, bundle.json, and the signatures of both. */
import { Findings } from './report.ts';
import { sha256, toHex } from './sha256.ts';
import { isCanonical, Malformed, parseJson, Shape } from './shape.ts';
import type { OpenedZip } from './zip.ts';

/** Without these nothing can be checked; others may be there besides, if bundle.json announces them. */
const NEEDED = [
  'bundle.json',
  'signatures.json',
  'manifest.json',
  'labels.json',
  'ballots.jsonl',
  'leaves.txt',
  'heads.json',
  'record.json',
  'result.json',
];

/** Those that are written in canonical form, so that no key can stand twice. */
const CANONICAL = [
  'bundle.json',
  'manifest.json',
  'labels.json',
  'result.json',
  'paper.json',
  'totals.json',
];

export interface Contents {
  /** M as it is announced; null: unreadable. */
  manifest: string | null;
  poll: string | null;
  ballots: number | null;
  heads: number | null;
}

export class Bundle {
  readonly findings = new Findings();
  readonly contents: Contents;
  readonly #files: ReadonlyMap<string, Uint8Array>;
  readonly #values = new Map<string, unknown>();
  readonly #unreadable = new Set<string>();

  constructor({ files, twice }: OpenedZip, progress: (share: number) => void) {
    this.#files = files;
    for (const name of NEEDED) if (!files.has(name)) this.findings.add('file-missing', name);
    for (const name of twice) this.findings.add('file-twice', name);
    const table = this.read('bundle.json', (value) => new Shape(value));
    this.contents = {
      manifest: textIn(table, 'manifest'),
      poll: textIn(table, 'poll'),
      ballots: numberIn(table, 'ballots'),
      heads: numberIn(table, 'heads'),
    };
    const announced = table && this.read('bundle.json', (value) => new Shape(value).shape('files'));
    if (announced) this.#compare(announced, progress);
  }

  bytes(name: string): Uint8Array | null {
    return this.#files.get(name) ?? null;
  }

  text(name: string): string | null {
    const bytes = this.bytes(name);
    return bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  }

  /** A file as JSON, read by `read`; null and a fault when it cannot be. */
  read<T>(name: string, read: (value: unknown) => T): T | null {
    const bytes = this.bytes(name);
    if (!bytes) return null;
    try {
      if (!this.#values.has(name)) {
        const value = parseJson(bytes);
        this.#values.set(name, value);
        if (CANONICAL.includes(name) && !isCanonical(bytes, value))
          this.findings.add('file-unreadable', name, NOT_CANONICAL);
      }
      return read(this.#values.get(name));
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
      if (!this.#unreadable.has(name))
        this.findings.add('file-unreadable', name, { fr: error.message, en: error.words_en });
      this.#unreadable.add(name);
      return null;
    }
  }

  #compare(announced: Shape, progress: (share: number) => void): void {
    const names = new Set(announced.keys());
    let done = 0;
    for (const name of names) {
      const bytes = this.#files.get(name);
      if (bytes && toHex(sha256(bytes)) !== announced.get(name))
        this.findings.add('file-altered', name);
      if (!bytes && !NEEDED.includes(name)) this.findings.add('file-missing', name);
      progress(++done / names.size);
    }
    for (const name of this.#files.keys())
      if (!names.has(name) && name !== 'bundle.json' && name !== 'signatures.json')
        this.findings.add('file-unexpected', name);
  }
}

const NOT_CANONICAL = {
  fr: 'il n’est pas écrit sous sa forme canonique (une clé y figure peut-être deux fois)',
  en: 'it is not written in canonical form (a key may stand twice)',
};

function textIn(shape: Shape | null, key: string): string | null {
  const value = shape?.get(key);
  return typeof value === 'string' ? value : null;
}

function numberIn(shape: Shape | null, key: string): number | null {
  const value = shape?.get(key);
  return typeof value === 'number' ? value : null;
}
