import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import { type Document, keepOwnDetails, type WrittenDocument } from './document.ts';

const MOST_READ = 200_000;
/** What a search finds of a text, however long it is. */
export const readable = (text: string): string => text.slice(0, MOST_READ);

/** Numbers follow each other: whoever adds a document waits for the other who does. */
export async function lockNumbers(tx: Tx, organisationId: string): Promise<void> {
  const key = `documents:${organisationId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
}

/** The row of what its form asks for: what its type has not is not kept. */
export function asRow(given: WrittenDocument) {
  const written = keepOwnDetails(given);
  return {
    type: written.type,
    title: written.title,
    summary: written.summary,
    reach: written.reach,
    assembly: written.assembly,
    level: written.level,
    adopted_on: written.adoptedOn,
    result: written.result,
    theme: written.theme,
    tags: [...written.tags],
    is_template: written.isTemplate,
    territory: written.territory,
    began_on: written.beganOn,
    ended_on: written.endedOn,
    place: written.place,
    latitude: written.point?.latitude ?? null,
    longitude: written.point?.longitude ?? null,
    contact: written.contact,
    link: written.link,
  };
}

/** A fact about a document. Its title is told where everybody reads it, and nowhere else. */
export async function tell(
  tx: Tx,
  { organisationId, by }: { organisationId: string; by: string | null },
  kind: `document.${string}`,
  document: Pick<Document, 'id' | 'number' | 'title' | 'reach' | 'componentId'>,
  detail: Record<string, string | number> = {},
): Promise<void> {
  await recordFact(tx, {
    organisationId,
    kind,
    actorId: by,
    subject: { kind: 'document', id: document.id },
    detail: {
      number: document.number,
      componentId: document.componentId,
      ...(document.reach === 'public' && { title: document.title }),
      ...detail,
    },
  });
}
