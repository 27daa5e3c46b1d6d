import { readNow } from '../../src/platform/database/database.ts';
import {
  type Edition,
  type EditionSettings,
  insertEdition,
  openEdition,
  type Phase,
  STEPS,
  type Step,
  USUAL_SETTINGS,
} from '../../src/rooms/spaces/index.ts';
import type { TestSite } from '../site-client.ts';

export interface MadeEdition extends Partial<EditionSettings> {
  /** The step that is current now (by this site's clock): it began 5 days ago and ends in 5 days. */
  phase?: Step;
  /** false: still being prepared, seen by officers only. */
  open?: boolean;
  /** Another organisation than the site's own. */
  organisationId?: string;
}

const DAY = 86_400_000;
let made = 0;

/** An open edition with its calendar around now and R72's categories, through the room's own functions. */
export async function makeEdition(
  site: Pick<TestSite, 'db' | 'organisationId'>,
  { phase = 'collection', open = true, organisationId, ...settings }: MadeEdition = {},
): Promise<Edition> {
  made += 1;
  const act = { organisationId: organisationId ?? site.organisationId, by: null };
  const written = await insertEdition(
    site.db,
    act,
    {
      ...USUAL_SETTINGS,
      slug: made === 1 ? '2026' : `2026-${made}`,
      title: 'Budget participatif 2026',
      summary: 'Vos idées pour la ville, votre vote pour choisir.',
      // one that agents check: holders have none to tick unless a test says so
      criteria: [{ id: null, name: 'Il sert l’intérêt général', help: '', askedOfHolder: false }],
      ...settings,
    },
    calendarAround(phase, await readNow(site.db)),
  );
  if (!written.ok) throw new Error(`makeEdition: ${written.refusal}`);
  if (!open) return written.edition;
  const opened = await openEdition(site.db, act, written.edition.id);
  if (!opened.ok) throw new Error(`makeEdition: ${opened.refusals.join(', ')}`);
  return opened.edition;
}

/** An address under that of an edition. */
export const addressIn = (edition: Edition, path: string) => `/editions/${edition.slug}/${path}`;

/** What the journal holds about something, oldest first. */
export const listFactsAbout = (site: Pick<TestSite, 'db'>, subjectId: string) =>
  site.db
    .selectFrom('fact')
    .select(['kind', 'actor_id', 'detail'])
    .where('subject_id', '=', subjectId)
    .orderBy('recorded_at')
    .execute();

/** Five phases of ten days each, one after the other; `current` is in its middle at `now`. */
export function calendarAround(current: Step, now: Date): Phase[] {
  const place = STEPS.indexOf(current);
  // on a whole minute, as people type times
  const minute = Math.floor(now.getTime() / 60_000) * 60_000;
  return STEPS.map((step, index) => {
    const starts = minute + (index - place) * 10 * DAY - 5 * DAY;
    return {
      step,
      startsAt: new Date(starts),
      endsAt: step === 'delivery' ? null : new Date(starts + 10 * DAY),
    };
  });
}
