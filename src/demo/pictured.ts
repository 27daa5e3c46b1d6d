/** An idea with a picture, made as on the site: a draft, what is attached to it, then its publication. */
import { randomUUID } from 'node:crypto';
import { openStorage } from '../platform/files/index.ts';
import {
  attachFile,
  findIdea,
  type IdeaPlace,
  publishDraft,
  saveDraft,
  saveDraftPlace,
  tickCriteria,
} from '../rooms/ideas/index.ts';
import type { Edition } from '../rooms/spaces/index.ts';
import { type Scene, scenes, takePicture } from './pictures/index.ts';
import type { Place } from './place.ts';
import { expectOk } from './story.ts';
import { setFrench } from './typography.ts';

interface Pictured {
  organisationId: string;
  authorId: string;
  title: string;
  body: string;
  categoryId: string;
  lang: 'fr';
  place?: Pick<IdeaPlace, 'words' | 'point'>;
}

export async function depositPictured(
  { db, folders }: Place,
  { id: editionId, criteria }: Pick<Edition, 'id' | 'criteria'>,
  { organisationId, authorId, place, ...text }: Pictured,
  scene: Scene,
): Promise<{ id: string; number: number }> {
  const id = randomUUID();
  const holder = { personId: authorId, tokenHash: null };
  expectOk(await saveDraft(db, organisationId, { id, editionId }, holder, text), text.title);
  const ticked = criteria.map((criterion) => criterion.id);
  await tickCriteria(db, organisationId, id, holder, ticked);
  if (place) await saveDraftPlace(db, organisationId, id, place);
  const added = { upload: await takePicture(scene), alt: setFrench(scenes[scene].alt) };
  const storage = openStorage(folders);
  expectOk(await attachFile(db, storage, organisationId, id, holder, added), text.title);
  const published = expectOk(
    await publishDraft(db, organisationId, id, authorId, { writeReceipt: null }),
    text.title,
  );
  const { id: ideaId, number } = (await findIdea(db, organisationId, published.ideaId!))!;
  return { id: ideaId, number };
}
