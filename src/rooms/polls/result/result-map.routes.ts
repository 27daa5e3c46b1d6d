import type { Visit } from '../../../platform/http/visit.ts';
import { isDrawable } from '../../../ui/map.tsx';
import { listBallotProjects } from '../../projects/index.ts';
import { drawnGround } from '../../spaces/index.page.ts';
import { shareGround } from '../../spaces/index.routes.ts';
import type { Poll } from '../poll.ts';
import type { KeptResult } from './result.store.ts';
import type { WinnerPlace, WinnersPlaced } from './result-map.page.tsx';

/** Where the winners of a published result are; null: there is nothing that a map would show. */
export async function findWinnersPlaced(
  visit: Visit,
  poll: Poll,
  { result }: KeptResult,
): Promise<WinnersPlaced | null> {
  if (poll.settings.subject !== 'projects') return null;
  const listed = await listBallotProjects(visit.db, visit.organisation.id, poll.editionId);
  const projects = new Map(listed.map((project) => [project.id, project]));
  const numbers = new Map(poll.options.map((option, at) => [option.key, at + 1]));
  const places = result.winners.flatMap((key): WinnerPlace[] => {
    const option = poll.options.find((one) => one.key === key);
    const project = projects.get(option?.targetId ?? '');
    if (!option || !project?.point) return [];
    const { label, cost } = option;
    const place = project.place || project.district;
    return [{ number: numbers.get(key)!, label, cost, place, ...project.point }];
  });
  if (places.length === 0) return null;
  const ground = drawnGround(await shareGround(visit));
  if (!isDrawable(ground, places)) return null;
  places.sort((a, b) => a.number - b.number);
  return { places, elsewhere: result.winners.length - places.length, ground };
}
