import { randomUUID } from 'node:crypto';
import { findComment } from '../../src/rooms/comments/comment.store.ts';
import { type Alignment, type Comment, LONGEST } from '../../src/rooms/comments/comment.ts';
import { publishComment } from '../../src/rooms/comments/publishing.store.ts';
import type { TestSite } from '../site-client.ts';
import { makePerson } from './people.ts';

interface MadeComment {
  organisationId?: string;
  /** Somebody new unless said. */
  authorId?: string;
  body?: string;
  alignment?: Alignment | null;
  /** What it answers. */
  answers?: Comment | null;
  kind?: 'idea' | 'meeting';
  /** How deep replies go here. */
  deepest?: number;
}

let made = 0;

/** A published comment, through the room's own functions; under an idea unless told. */
export async function makeComment(
  site: TestSite,
  target: { id: string },
  {
    organisationId = site.organisationId,
    authorId,
    body,
    answers = null,
    alignment = answers ? null : 'neutral',
    kind = 'idea',
    deepest = 3,
  }: MadeComment = {},
): Promise<Comment> {
  made += 1;
  const author = authorId ?? (await makePerson(site)).id;
  const { comment } = await site.db.transaction().execute((tx) =>
    publishComment(
      tx,
      organisationId,
      { kind, id: target.id, spaceId: null },
      {
        authorId: author,
        body: body ?? `Une remarque de plus ${made}.`,
        lang: 'fr',
        alignment,
        formId: randomUUID(),
        answers,
        deepest,
      },
    ),
  );
  return comment;
}

/** The same as it is kept now. */
export const readAgain = async (site: TestSite, { id }: { id: string }): Promise<Comment> =>
  (await findComment(site.db, site.organisationId, id))!;

/** The form, as a browser sends it. */
export const commentFields = (changes: Record<string, string> = {}) => ({
  formulaire: randomUUID(),
  avis: 'sans-avis',
  texte: 'Il faudrait un point d’eau à côté.',
  ...changes,
});

export const TOO_LONG = 'a'.repeat(LONGEST + 1);
