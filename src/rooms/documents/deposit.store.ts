import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Db, readNow, type Tx, violatedConstraint } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import {
  findComponentById,
  findSpaceById,
  lockComponent,
  noteParticipation,
  type Space,
  stateOf,
} from '../consultations/index.ts';
import { isSuspended } from '../moderation/index.ts';
import { findDocument, lockDocument } from './document.store.ts';
import {
  type Document,
  isDocumentKind,
  isReadable,
  mayDeposit,
  TYPES_OF,
  type VersionFile,
  type WrittenDocument,
} from './document.ts';
import { asRow, lockNumbers, readable, tell } from './document-rows.store.ts';
import { withholdDocuments } from './hiding.store.ts';
import { type QuotaRefusal, refuseBytes } from './quota.ts';
import { queueReading } from './reading.store.ts';
import { countBytes, lockQuota } from './storage.store.ts';
import { takeUpload } from './upload.store.ts';

/** Who writes, and how they stand to the space. */
export interface Writer {
  organisationId: string;
  by: string;
  isTeam: boolean;
  isMember: boolean;
}

/** What a version is made of: a file that this person has sent, a written text, or both. */
export interface WrittenVersion {
  file: VersionFile | null;
  text: string;
  note: string;
}

export type DepositRefusal =
  | QuotaRefusal
  | 'not-open'
  | 'suspended'
  | 'not-found'
  | 'upload-gone'
  | 'too-many-texts';
export type Deposited = { ok: true; document: Document } | { ok: false; refusal: DepositRefusal };

/** What a document comes from, or proposes to change. */
export interface Lineage {
  copied?: { id: string; version: number };
  amends?: string;
}

/** Whether a text is seen at once (`published`) or read first. */
export type AdmitDocument = (
  tx: Tx,
  written: { id: string; title: string; text: string },
) => Promise<'published' | 'held' | 'too-many-texts'>;

/**
 * Adds a document to a component; the caller has checked its words. `madeFrom` names its form: sent twice, it makes one.
 */
export async function depositDocument(
  db: Db,
  writer: Writer,
  at: { componentId: string; folderId: string | null },
  written: WrittenDocument,
  first: WrittenVersion,
  madeFrom: string,
  { copied, amends }: Lineage = {},
  admit: AdmitDocument = async () => 'published',
): Promise<Deposited> {
  const { organisationId, by } = writer;
  try {
    return await inTransaction(db, async (tx): Promise<Deposited> => {
      const placed = await holdPlace(tx, writer, at.componentId, written);
      if (typeof placed === 'string') return { ok: false, refusal: placed };
      const taken = await takeFile(tx, writer, placed, first.file);
      if (taken) return { ok: false, refusal: taken };
      const id = randomUUID();
      const text = `${written.summary}\n${first.text}`.trim();
      const state = await admit(tx, { id, title: written.title, text });
      if (state === 'too-many-texts') throw new Undone(state);
      await lockNumbers(tx, organisationId);
      await tx
        .insertInto('document')
        .values({
          organisation_id: organisationId,
          id,
          number: sql<number>`(select coalesce(max(number), 0) + 1 from document where organisation_id = ${organisationId})`,
          component_id: at.componentId,
          folder_id: at.folderId,
          author_id: by,
          made_from: madeFrom,
          read_text: readable(first.text),
          copied_from: copied?.id ?? null,
          copied_version: copied?.version ?? null,
          amends: amends ?? null,
          amendment_state: amends ? 'proposed' : null,
          hidden_at: state === 'held' ? sql<Date>`palabre_now()` : null,
          held_at: state === 'held' ? sql<Date>`palabre_now()` : null,
          ...asRow(written),
        })
        .execute();
      await insertVersion(tx, writer, { id, number: 1 }, first, madeFrom);
      if (copied)
        await sql`update document set reuses = reuses + 1
          where organisation_id = ${organisationId} and id = ${copied.id}`.execute(tx);
      const document = (await findDocument(tx, organisationId, { id }))!;
      if (state === 'published') await announce(tx, writer, document, placed);
      return { ok: true, document };
    });
  } catch (error) {
    if (error instanceof Undone) return { ok: false, refusal: error.refusal };
    if (violatedConstraint(error) !== 'document_made_once') throw error;
    const made = await findDocument(db, organisationId, { madeFrom });
    if (made?.authorId !== by) throw error;
    return { ok: true, document: made };
  }
}

/** Counts its author in the space, and tells of it. */
async function announce(
  tx: Tx,
  { organisationId, by }: { organisationId: string; by: string },
  document: Document,
  space: Pick<Space, 'id'>,
): Promise<void> {
  await noteParticipation(tx, organisationId, space.id, by);
  await tell(tx, { organisationId, by }, 'document.deposited', document);
}

/** Adds a version to a document; the caller has checked who asks, and its words. */
export async function addVersion(
  db: Db,
  writer: Writer,
  document: Pick<Document, 'id' | 'componentId'>,
  written: WrittenVersion,
  madeFrom: string,
  admit: AdmitDocument = async () => 'published',
): Promise<Deposited> {
  const { organisationId } = writer;
  try {
    return await inTransaction(db, async (tx): Promise<Deposited> => {
      const space = await findSpaceOf(tx, organisationId, document.componentId);
      if (!space || space.closedAt) return { ok: false, refusal: 'not-open' };
      if (await isSuspended(tx, organisationId, writer.by))
        return { ok: false, refusal: 'suspended' };
      const taken = await takeFile(tx, writer, space, written.file);
      if (taken) return { ok: false, refusal: taken };
      const before = await lockDocument(tx, organisationId, document.id);
      if (!before || before.withdrawnAt) throw new Undone('not-found');
      const { title } = before;
      const state = await admit(tx, { id: document.id, title, text: written.text });
      if (state === 'too-many-texts') throw new Undone(state);
      if (state === 'held') await withholdDocuments(tx, organisationId, [document.id]);
      const number = before.latest + 1;
      await insertVersion(tx, writer, { id: document.id, number }, written, madeFrom);
      await sql`update document set latest = ${number}, changed_at = palabre_now(), read_text = ${readable(written.text)}
        where organisation_id = ${organisationId} and id = ${document.id}`.execute(tx);
      const after = (await findDocument(tx, organisationId, { id: document.id }))!;
      await tell(tx, writer, 'document.version-added', after, { version: number });
      return { ok: true, document: after };
    });
  } catch (error) {
    if (error instanceof Undone) return { ok: false, refusal: error.refusal };
    if (violatedConstraint(error) !== 'document_version_made_once') throw error;
    return { ok: true, document: (await findDocument(db, organisationId, { id: document.id }))! };
  }
}

/** A refusal that is known only once something was written: nothing of it stays. */
class Undone extends Error {
  readonly refusal: DepositRefusal;

  constructor(refusal: DepositRefusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

/** Held as it is until the document is there: whoever closes the component or its space waits. */
async function holdPlace(
  tx: Tx,
  { organisationId, by, isTeam, isMember }: Writer,
  componentId: string,
  { type }: Pick<WrittenDocument, 'type'>,
): Promise<Space | 'not-found' | 'not-open' | 'suspended'> {
  await lockComponent(tx, organisationId, componentId);
  const component = await findComponentById(tx, organisationId, componentId);
  const space = component && (await findSpaceById(tx, organisationId, component.spaceId));
  if (!space || !isDocumentKind(component.kind) || !TYPES_OF[component.kind].includes(type))
    return 'not-found';
  const isOpen = stateOf(component, space, await readNow(tx)) === 'open';
  if (space.closedAt || !mayDeposit({ isTeam, isMember, isOpen }, type)) return 'not-open';
  return (await isSuspended(tx, organisationId, by)) ? 'suspended' : space;
}

async function findSpaceOf(tx: Tx, organisationId: string, componentId: string) {
  await lockComponent(tx, organisationId, componentId);
  const component = await findComponentById(tx, organisationId, componentId);
  return component && (await findSpaceById(tx, organisationId, component.spaceId));
}

/** A file leaves its form for a version, and is counted; null: done, or there is none. */
async function takeFile(
  tx: Tx,
  { organisationId, by }: Writer,
  space: Pick<Space, 'id'>,
  file: VersionFile | null,
): Promise<QuotaRefusal | 'upload-gone' | null> {
  if (!file) return null;
  const refusal = refuseBytes(await lockQuota(tx, organisationId, space.id, by), file.bytes);
  if (refusal) return refusal;
  if (!(await takeUpload(tx, organisationId, by, file.fileId))) return 'upload-gone';
  await countBytes(tx, organisationId, space.id, by, file.bytes);
  return null;
}

async function insertVersion(
  tx: Tx,
  { organisationId, by }: Writer,
  { id, number }: { id: string; number: number },
  { file, text, note }: WrittenVersion,
  madeFrom: string,
): Promise<void> {
  await tx
    .insertInto('document_version')
    .values({
      organisation_id: organisationId,
      document_id: id,
      number,
      file_id: file?.fileId ?? null,
      bytes: file?.bytes ?? 0,
      text,
      note,
      written_by: by,
      made_from: madeFrom,
      read_text: readable(text),
      reading: file && isReadable(file) ? 'waiting' : 'none',
    })
    .execute();
  if (file && isReadable(file)) await queueReading(tx, { organisationId, documentId: id, number });
}
