import type { Db } from '../../../platform/database/database.ts';
import { findFile, listFiles } from '../../../platform/files/index.ts';
import { fileSegment, showAs } from '../../../platform/files/upload.ts';
import { urls } from '../../../urls.ts';
import type { SpendingDocument } from '../proof.ts';
import type { Request } from '../request.ts';

/** Documents with where their files are read. */
export async function showDocuments(
  db: Db,
  organisationId: string,
  { number }: Pick<Request, 'number'>,
  documents: readonly SpendingDocument[],
) {
  const ids = documents.map(({ fileId }) => fileId);
  const files = new Map((await listFiles(db, organisationId, ids)).map((one) => [one.fileId, one]));
  return documents.flatMap((document) => {
    const file = files.get(document.fileId);
    if (!file) return [];
    const href = urls.requestFile({ request: String(number), file: fileSegment(file) });
    return [{ ...document, href, isPicture: showAs(file) === 'picture' }];
  });
}

/** Where the bank's paper is read; null: there is none. */
export async function findBankPaper(
  db: Db,
  organisationId: string,
  { number, bankDocumentId }: Pick<Request, 'number' | 'bankDocumentId'>,
): Promise<string | null> {
  const file = bankDocumentId ? await findFile(db, organisationId, bankDocumentId) : null;
  return file && urls.requestFile({ request: String(number), file: fileSegment(file) });
}
