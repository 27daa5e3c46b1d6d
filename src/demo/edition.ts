import { toInstant } from '../platform/clock/paris.ts';
import {
  type Edition,
  type EditionSettings,
  insertEdition,
  openEdition,
  type Phase,
  type Step,
  USUAL_SETTINGS,
} from '../rooms/spaces/index.ts';
import { actOf, type Member, type Place } from './place.ts';
import { expectOk } from './story.ts';
import { setFrench } from './typography.ts';

/** A day and a time as the clock in Paris shows them: `2020-11-20 09:00`. */
export function inParis(words: string): Date {
  const [day, time] = words.split(' ') as [string, string];
  const at = toInstant({ day, time });
  if (!at) throw new Error(`No such time: ${words}`);
  return at;
}

/** Begin and end of each step, as `inParis` reads them; delivery has no end. */
export type Calendar = Record<Step, readonly [starts: string, ends: string | null]>;

/** Makes an edition and opens it to the public some days later. */
export async function makeEdition(
  place: Place,
  officer: Member,
  edition: {
    settings: Partial<EditionSettings>;
    calendar: Calendar;
    madeAt: Date;
    openedAt: Date;
  },
): Promise<Edition> {
  const phases: Phase[] = Object.entries(edition.calendar).map(([step, [starts, ends]]) => ({
    step: step as Step,
    startsAt: inParis(starts),
    endsAt: ends === null ? null : inParis(ends),
  }));
  const settings = { ...USUAL_SETTINGS, ...edition.settings };
  for (const field of ['summary', 'rulesText', 'councilDecision'] as const)
    settings[field] = setFrench(settings[field]);
  place.travel(edition.madeAt);
  const act = actOf(place, officer);
  const made = expectOk(await insertEdition(place.db, act, settings, phases), settings.title);
  place.travel(edition.openedAt);
  const opened = await openEdition(place.db, act, made.edition.id);
  return expectOk(opened, settings.title).edition;
}
