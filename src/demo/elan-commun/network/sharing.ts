/** What members of the network share: texts of councils, reports, methods, solutions, positions. */
import { randomUUID } from 'node:crypto';
import { depositDocument } from '../../../rooms/documents/index.ts';
import type { Member, Place } from '../../place.ts';
import { expectOk } from '../../story.ts';
import { setFrench } from '../../typography.ts';
import type { Components } from './poles.ts';
import * as words from './words.ts';

const BARE = {
  summary: '',
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
} as const;

export async function shareDocuments(
  { db, organisation }: Place,
  components: Components,
  seats: readonly Member[],
): Promise<void> {
  const deposit = async (
    kind: string,
    author: Member,
    {
      title,
      text,
      ...written
    }: { title: string; text: string } & Partial<Parameters<typeof depositDocument>[3]> &
      Pick<Parameters<typeof depositDocument>[3], 'type' | 'reach'>,
  ) => {
    const by = { organisationId: organisation.id, by: author.id, isTeam: false, isMember: true };
    const said = { ...BARE, ...written, title: setFrench(title) };
    const where = { componentId: components[kind]!.id, folderId: null };
    const content = { file: null, text: setFrench(text), note: '' };
    return expectOk(await depositDocument(db, by, where, said, content, randomUUID()), title);
  };
  const [eau, , cantine, bocage, canton, , nation] = seats as [
    Member,
    Member,
    Member,
    Member,
    Member,
    Member,
    Member,
  ];
  const council = { level: 'municipal', theme: 'eau', tags: ['eau', 'régie'] } as const;
  await deposit('library', eau, {
    ...words.wish,
    ...council,
    type: 'wish',
    reach: 'public',
    result: 'adopted',
    summary: setFrench(words.wish.summary),
    assembly: 'Conseil municipal des Lilas',
  });
  await deposit('library', bocage, {
    ...words.copy,
    ...council,
    type: 'wish',
    reach: 'network',
    level: 'intercommunal',
    assembly: 'Conseil communautaire du Bocage',
  });
  await deposit('reports', canton, {
    ...words.report,
    type: 'report',
    reach: 'public',
    territory: 'canton de Merlebec',
    level: 'departmental',
  });
  await deposit('methods', cantine, {
    ...words.method,
    type: 'method',
    reach: 'public',
    tags: ['conseil', 'débat'],
  });
  await deposit('solutions', cantine, {
    ...words.solution,
    type: 'solution',
    reach: 'public',
    tags: ['cantine', 'bio'],
    contact: cantine.nickname,
  });
  await deposit('positions', nation, {
    ...words.position,
    type: 'position',
    reach: 'network',
    level: 'national',
    theme: 'dotations',
  });
}
