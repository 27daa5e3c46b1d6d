/** Fleury's staff area: the starting pages, published and read by some, and the kits of the current edition. */
import {
  acknowledgeGuide,
  addStartingGuides,
  insertKit,
  isFor,
  listGuides,
  showGuide,
} from '../rooms/guides/index.ts';
import { startingKits } from '../rooms/guides/kits/starting-kits.page.ts';
import { findEditionForOffice } from '../rooms/spaces/index.ts';
import { actOf, type Member, type Place } from './place.ts';
import { expectOk } from './story.ts';

const DAY = 86_400_000;

/** `edition`: its address. Read by those who work there, but for the last one, who came after. */
export async function liveStaffArea(
  place: Place,
  { officer, administrator }: { officer: Member; administrator: Member },
  edition: string,
  now: Date,
): Promise<void> {
  const { db, organisation } = place;
  const act = actOf(place, officer);
  place.travel(new Date(now.getTime() - 9 * DAY));
  await addStartingGuides(db, place.folders.root, act, 'fr');
  const guides = await listGuides(db, organisation.id);
  for (const guide of guides) await showGuide(db, act, guide, true);
  place.travel(new Date(now.getTime() - 6 * DAY));
  for (const guide of guides.filter((one) => isFor(one, ['officer'])))
    await acknowledgeGuide(db, organisation.id, officer.id, guide, 1);
  const [first] = guides.filter((one) => isFor(one, ['administrator']));
  if (first) await acknowledgeGuide(db, organisation.id, administrator.id, first, 1);
  const { id: editionId } = (await findEditionForOffice(db, organisation.id, edition))!;
  for (const { sheets, ...kit } of startingKits())
    expectOk(await insertKit(db, act, { editionId }, kit, sheets), kit.title);
  place.travel(now);
}
