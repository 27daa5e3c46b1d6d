import { randomUUID } from 'node:crypto';
import type { Component } from '../../src/rooms/consultations/index.ts';
import type { Document, WrittenDocument } from '../../src/rooms/documents/document.ts';
import { depositDocument } from '../../src/rooms/documents/index.ts';
import type { TestSite } from '../site-client.ts';

/** A document as its form makes it: a text of a council, for members of its space. */
export async function makeDocument(
  site: Pick<TestSite, 'db' | 'organisationId'>,
  component: Pick<Component, 'id'>,
  author: { id: string },
  {
    text = 'Le conseil demande une tarification **sociale** de l’eau.',
    folderId = null,
    isTeam = false,
    ...written
  }: Partial<WrittenDocument> & { text?: string; folderId?: string | null; isTeam?: boolean } = {},
): Promise<Document> {
  const done = await depositDocument(
    site.db,
    { organisationId: site.organisationId, by: author.id, isTeam, isMember: true },
    { componentId: component.id, folderId },
    {
      type: 'wish',
      title: 'Vœu pour une eau publique',
      summary: '',
      reach: 'pole',
      assembly: '',
      level: null,
      adoptedOn: null,
      result: null,
      theme: '',
      tags: [],
      isTemplate: false,
      territory: '',
      beganOn: null,
      endedOn: null,
      place: '',
      point: null,
      contact: '',
      link: '',
      ...written,
    },
    { file: null, text, note: '' },
    randomUUID(),
  );
  if (!done.ok) throw new Error(done.refusal);
  return done.document;
}

/** The form of a document as a member fills it in. */
export const documentFields = (changes: Record<string, string | File> = {}) => ({
  formulaire: randomUUID(),
  type: 'wish',
  titre: 'Vœu pour une eau publique',
  resume: 'Adopté à l’unanimité.',
  texte: 'Le conseil demande une tarification **sociale** de l’eau.',
  portee: 'pole',
  assemblee: 'Conseil municipal de Fleury',
  niveau: 'municipal',
  'seance-day': '12',
  'seance-month': '3',
  'seance-year': '2026',
  resultat: 'adopted',
  theme: 'eau',
  etiquettes: 'Eau, régie publique',
  ...changes,
});
