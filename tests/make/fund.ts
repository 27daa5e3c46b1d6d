import { randomUUID } from 'node:crypto';
import { dayInParis } from '../../src/platform/clock/paris.ts';
import { readNow } from '../../src/platform/database/database.ts';
import {
  createFund,
  type Fund,
  findFundById,
  moveEndowment,
  openFund,
  USUAL_STEPS,
  type WrittenFund,
} from '../../src/rooms/funds/index.ts';
import type { TestSite } from '../site-client.ts';
import { type MadePerson, makePerson } from './people.ts';

export interface MadeFund {
  fund: Fund;
  /** Who prepared and opened it, and who gave it its money. */
  officer: MadePerson;
  treasurer: MadePerson;
}

/**
 * A fund of a movement, endowed by its treasury and opened by its office. `endowed`: cents, 20 000 € unless said; 0: none.
 * `open`: false leaves it a draft; without money it stays one.
 */
export async function makeFund(
  site: TestSite,
  movement: { id: string; name: string; host: string },
  {
    endowed = 2_000_000,
    threshold = 5,
    open = true,
    treasurer: given,
    ...written
  }: Partial<WrittenFund> & {
    endowed?: number;
    threshold?: number;
    open?: boolean;
    /** Who gives the money: a person of the finance desk; left out, one more. */
    treasurer?: MadePerson;
  } = {},
): Promise<MadeFund> {
  const { db } = site;
  const officer = await makePerson(site, { organisation: movement, roles: ['officer'] });
  const treasurer =
    given ?? (await makePerson(site, { organisation: movement, roles: ['finance'] }));
  const act = { organisationId: movement.id, by: officer.id };
  const made = await createFund(
    db,
    act,
    {
      name: `Fonds ${randomUUID().slice(0, 8)}`,
      period: '2026',
      summary: 'Pour les actions des groupes.',
      presentation: 'Un fonds commun.',
      rules: 'Une action utile à tout le monde.',
      visibleTo: 'certified-groups',
      cap: 30_000,
      countProposer: false,
      allowRepeats: false,
      threshold,
      ...written,
    },
    { links: [], steps: USUAL_STEPS },
  );
  if (endowed > 0) await giveToFund(site, movement, made.id, treasurer, endowed);
  if (endowed > 0 && open) {
    const opened = await openFund(db, act, made.id);
    if (!opened.ok) throw new Error(opened.refusals.join());
  }
  return { fund: (await findFundById(db, movement.id, made.id))!, officer, treasurer };
}

/** Cents, out of the movement's own funds. */
export async function giveToFund(
  site: TestSite,
  movement: { id: string },
  fundId: string,
  treasurer: Pick<MadePerson, 'id'>,
  amount: number,
): Promise<void> {
  const countedOn = dayInParis(await readNow(site.db));
  const act = { organisationId: movement.id, by: treasurer.id };
  const given = { amount, words: 'Dotation votée', countedOn, once: randomUUID() };
  const done = await moveEndowment(site.db, act, fundId, 'endowed', given);
  if (!done.ok) throw new Error(done.refusal);
}
