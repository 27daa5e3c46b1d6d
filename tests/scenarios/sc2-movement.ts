import type { BrowserSite } from '../browser.ts';
import { type LedGroup, makeLedGroups } from '../make/commitment.ts';
import { type MadeGroup, type MadeMovement, makeGroup, makeMovement } from '../make/group.ts';
import { type MadePerson, makePerson } from '../make/people.ts';

/** The people of SC2. */
export interface Cast {
  movement: MadeMovement;
  /** Who proposes. */
  lilas: MadeGroup;
  /** Six that commit. */
  committing: LedGroup[];
  /** Certified, not committed: it has the budget and the expense. */
  pantin: MadeGroup;
  /** Not certified. */
  young: MadeGroup;
  officer: MadePerson;
  reviewer: MadePerson;
  /** Of the finance desk. */
  desk: MadePerson;
}

export async function castMovement(site: BrowserSite): Promise<Cast> {
  const movement = await makeMovement(site);
  const person = (role: 'officer' | 'action-reviewer' | 'finance') =>
    makePerson(site, { organisation: movement, roles: [role] });
  return {
    movement,
    lilas: await makeGroup(site, movement, { certified: true, name: 'GA Les Lilas Solidaires' }),
    committing: await makeLedGroups(site, movement, 6),
    pantin: await makeGroup(site, movement, { certified: true, name: 'GA Pantin' }),
    young: await makeGroup(site, movement, { name: 'GA Bobigny' }),
    officer: await person('officer'),
    reviewer: await person('action-reviewer'),
    desk: await person('finance'),
  };
}
