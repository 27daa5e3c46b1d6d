import { readNow } from '../../../platform/database/database.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { listThemes } from '../../consultations/index.ts';
import { listPublicNicknames } from '../../identity/index.ts';
import { listLabelsOf } from '../../profiles/index.ts';
import { announced, type Meeting } from '../meeting.ts';
import { findClosing } from './closing.store.ts';
import { mayClose } from './closing.ts';
import type { HostedProps } from './host-panel.page.tsx';
import { mayRun, type Placed } from './placed.routes.ts';

/** Where an event of a space stands and who runs it, as this visitor sees it. */
export async function showHosted(
  visit: Visit,
  meeting: Meeting,
  placed: Placed,
): Promise<HostedProps> {
  const { db, organisation, visitor } = visit;
  const { space, component } = placed;
  const hostId = meeting.hostId!;
  const [now, nicknames, labels, themes, closing] = await Promise.all([
    readNow(db),
    listPublicNicknames(db, organisation.id, [hostId]),
    listLabelsOf(db, organisation.id, announced([meeting])),
    meeting.categoryId === null ? [] : listThemes(db, organisation.id, space.id),
    findClosing(db, organisation.id, meeting.id),
  ]);
  const category = themes
    .flatMap(({ categories }) => categories)
    .find(({ id, isWhole }) => id === meeting.categoryId && !isWhole);
  return {
    space,
    component,
    host: nicknames.get(hostId) ?? null,
    official: labels.get(meeting.id) ?? null,
    category: category?.name ?? null,
    mayRun: mayRun(visit, meeting, placed),
    mayClose: mayClose(visitor, meeting, now),
    isClosed: closing !== null,
  };
}
