import {
  type CleanUpload,
  cleanUpload,
  findFile,
  NOT_SCANNED,
  openStorage,
} from '../../platform/files/index.ts';
import { drawPage, readDocument } from '../../platform/files/reading/index.ts';
import type { Jobs } from '../../platform/jobs/worker.ts';
import type { JobTools } from '../../platform/room.ts';
import { findUnread, keepReading } from './reading.store.ts';

/** Pages of a PDF that are shown: whoever wants the rest downloads it. */
const SHOWN_PAGES = 5;
const PAGE_WIDTH = 1200;
/** Blocks that are shown of a long text. */
const SHOWN_BLOCKS = 3000;

/** What documents say is read once, by whoever has time: never on the way of a page (R149). */
export const readingJobs = ({ db, config }: JobTools): Jobs => ({
  'read-document': async (key: { organisationId: string; documentId: string; number: number }) => {
    const file = await findUnread(db, key);
    const kept = file && (await findFile(db, key.organisationId, file.fileId));
    if (!kept) return;
    const storage = openStorage(config);
    const bytes = await storage.readToUint8Array(kept.storageKey);
    const { mediaType } = kept;
    const read = await readDocument({ mediaType, bytes });
    const pictures =
      mediaType === 'application/pdf' ? await drawPages(bytes, read.ok ? read.pages : null) : [];
    await keepReading(
      db,
      storage,
      key,
      read.ok
        ? { text: read.text, blocks: read.blocks.slice(0, SHOWN_BLOCKS), pages: read.pages }
        : null,
      pictures,
    );
  },
});

async function drawPages(bytes: Uint8Array, pages: number | null): Promise<CleanUpload[]> {
  const drawn: CleanUpload[] = [];
  for (let page = 1; page <= Math.min(pages ?? SHOWN_PAGES, SHOWN_PAGES); page += 1) {
    const picture = await drawPage({ bytes, page, width: PAGE_WIDTH });
    if (!picture) break;
    // drawn here, so nobody's to look through; its size is measured, and a small one made
    const name = `page-${page}.webp`;
    const cleaned = await cleanUpload(NOT_SCANNED, new File([new Uint8Array(picture)], name));
    if (!cleaned.ok) break;
    drawn.push(cleaned.upload);
  }
  return drawn;
}
