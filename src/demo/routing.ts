/** Which service an idea of each category goes to first. */
import { saveRouting } from '../rooms/review/index.ts';
import type { Edition } from '../rooms/spaces/index.ts';
import { actOf, type Place } from './place.ts';
import { expectOk } from './story.ts';
import type { ServiceKey, TownHall } from './town-hall.ts';

/** `automatic`: as soon as an idea comes in; else the office gives them when the collection is over. */
export async function declareServices(
  { place, edition, townHall }: { place: Place; edition: Edition; townHall: TownHall },
  routing: Readonly<Record<string, ServiceKey>>,
  { automatic }: { automatic: boolean },
): Promise<void> {
  const departments = new Map(
    edition.categories.flatMap(({ id, name }) => {
      const service = routing[name];
      return service ? [[id, townHall.services.get(service)!.departmentId] as const] : [];
    }),
  );
  const saved = { departments, automatic, delayDays: null, version: 0 };
  expectOk(await saveRouting(place.db, actOf(place, townHall.officer), edition, saved), 'routing');
}
