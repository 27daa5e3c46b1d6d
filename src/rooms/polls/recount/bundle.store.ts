import { createHash, randomUUID } from 'node:crypto';
import { PassThrough, type Readable } from 'node:stream';
import type { FileStorage } from '@flystorage/file-storage';
import { Zip, ZipDeflate } from 'fflate';
import type { Db } from '../../../platform/database/database.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import { signText, writeCanonical } from '../box/box.crypto.ts';
import { countSealedBallots } from '../box/box.store.ts';
import { countHeads } from '../box/head.store.ts';
import { getManifest } from '../poll.store.ts';
import { type BundleFile, type BundleSource, listBundleFiles } from './bundle-files.store.ts';

/** Dates of the zip's entries: a bundle made twice is the same bytes, and years before 1980 have no form. */
const ENTRY_DATE = new Date(2000, 0, 1);

interface Tools {
  db: Db;
  storage: FileStorage;
  keysFolder: string;
}

const making = new Map<string, Promise<void>>();

/**
 * The public bundle of a published poll, made once and kept among the files; whoever asks first waits
 * for it. The caller has checked that the poll is published (R57, V15).
 */
export async function openBundle(
  tools: Tools,
  source: BundleSource,
): Promise<{ size: number; stream: Readable }> {
  const path = bundlePath(source.organisationId, source.poll.id);
  if (!(await tools.storage.fileExists(path))) {
    const made = making.get(path) ?? makeBundle(tools, source, path);
    making.set(path, made);
    try {
      await made;
    } finally {
      making.delete(path);
    }
  }
  const { size } = (await tools.storage.stat(path)) as { size?: number };
  return { size: size ?? 0, stream: await tools.storage.read(path) };
}

const bundlePath = (organisationId: string, pollId: string) =>
  `bundles/${organisationId}/${pollId}.zip`;

/** Written beside its place and moved there whole: a bundle cut short is never served. */
async function makeBundle(tools: Tools, source: BundleSource, path: string): Promise<void> {
  // nodes share the files, and processes in containers their numbers
  const part = `${path}.${randomUUID()}.part`;
  const stream = new PassThrough({ highWaterMark: 4 * 1024 * 1024 });
  try {
    await Promise.all([
      tools.storage.write(part, stream),
      writeBundle(tools, source, stream).catch((error) => {
        stream.destroy(error);
        throw error;
      }),
    ]);
    await tools.storage.moveFile(part, path);
  } catch (error) {
    await tools.storage.deleteFile(part).catch(() => {});
    throw error;
  }
}

async function writeBundle(tools: Tools, source: BundleSource, stream: PassThrough): Promise<void> {
  const zip = new Zip((error, bytes, final) => {
    if (error) throw error;
    stream.write(bytes);
    if (final) stream.end();
  });
  const files: Record<string, string> = {};
  for (const file of await listBundleFiles(tools.db, source))
    files[file.name] = await writeFile(zip, stream, file);
  const { poll, organisationId } = source;
  const { signature, hash } = await getManifest(tools.db, organisationId, poll.id);
  const index = writeCanonical({
    format: 'pb-bundle-v1',
    poll: poll.id,
    manifest: hash,
    ballots: await countSealedBallots(tools.db, poll.id),
    heads: await countHeads(tools.db, organisationId, poll.id),
    files,
  });
  const bundle = signText(openKeys(tools.keysFolder).signingKey(), 'pb-bundle-v1', index);
  await writeFile(zip, stream, { name: 'bundle.json', pieces: () => [index] });
  const signatures = writeCanonical({ manifest: signature, bundle });
  await writeFile(zip, stream, { name: 'signatures.json', pieces: () => [signatures] });
  zip.end();
}

/** Gives the SHA-256 of what was written. */
async function writeFile(zip: Zip, stream: PassThrough, file: BundleFile): Promise<string> {
  const entry = new ZipDeflate(file.name, { level: 6 });
  entry.mtime = ENTRY_DATE;
  zip.add(entry);
  const hash = createHash('sha256');
  for await (const piece of file.pieces()) {
    const bytes = Buffer.from(piece);
    hash.update(bytes);
    entry.push(bytes, false);
    // what a slow disk has not taken yet is waited for, and other requests have their turn
    if (stream.writableNeedDrain) await new Promise((resolve) => stream.once('drain', resolve));
    else await new Promise((resolve) => setImmediate(resolve));
  }
  entry.push(new Uint8Array(), true);
  return hash.digest('hex');
}
