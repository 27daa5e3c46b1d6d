import { Zip, ZipDeflate } from 'fflate';

export interface ZipEntry {
  name: string;
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** A zip written as it is sent: of any number of files only a piece is held. */
export async function* writeZip(entries: Iterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  let packed: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    packed.push(bytes);
  });
  for (const { name, bytes } of entries) {
    const entry = new ZipDeflate(name, { level: 6 });
    zip.add(entry);
    for await (const piece of bytes) {
      entry.push(piece, false);
      yield* packed;
      packed = [];
    }
    entry.push(new Uint8Array(), true);
  }
  zip.end();
  yield* packed;
}
