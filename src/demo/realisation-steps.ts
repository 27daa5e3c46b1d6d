import { beginRealisations, listRealisations, recordStep } from '../rooms/delivery/index.ts';
import type { PublishedResult } from '../rooms/polls/index.ts';
import type { Edition } from '../rooms/spaces/index.ts';
import type { StepText } from './content.ts';
import { inParis } from './edition.ts';
import type { Place } from './place.ts';
import { setFrench } from './typography.ts';

interface Told {
  /** The day of the announcement: `YYYY-MM-DD`. */
  from: string;
  steps: Readonly<Record<string, readonly StepText[]>>;
  /** What is done as soon as the realisations are there, before the first step. */
  begin?: () => Promise<void>;
}

/** Each winner is followed up, step by step, on the days when it happened. */
export async function tellSteps(
  place: Place,
  edition: Edition,
  result: PublishedResult,
  { from, steps: told, begin }: Told,
): Promise<void> {
  const { db, organisation } = place;
  await beginRealisations(
    db,
    organisation.id,
    edition.id,
    result.winners.map(({ projectId, cost }) => ({ projectId, cost })),
    from,
  );
  await begin?.();
  const realisations = await listRealisations(db, organisation.id, edition.id);
  for (const [title, steps] of Object.entries(told)) {
    const winner = result.winners.find((one) => one.label === setFrench(title));
    const realisation = realisations.find((one) => one.projectId === winner?.projectId);
    if (!realisation) throw new Error(`« ${title} » did not win.`);
    for (const step of steps) {
      place.travel(inParis(`${step.doneOn} 16:00`));
      await recordStep(db, organisation.id, realisation.id, {
        ...step,
        title: setFrench(step.title),
        description: setFrench(step.description),
      });
    }
  }
}
