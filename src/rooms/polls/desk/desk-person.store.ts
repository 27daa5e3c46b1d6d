import type { Database } from '../../../platform/database/database.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import {
  declaredMark,
  type Entry,
  findEntry,
  type Mark,
  searchRegister,
  type WrittenMark,
  writeMark,
} from '../../electorate/index.ts';
import { refuseVoter } from '../box/eligibility.ts';
import { findElectorsByMark } from '../box/roll-at-point.store.ts';
import type { Poll } from '../poll.ts';
import { type RollState, readState } from './desk.ts';

/** Who stands at the desk: an entry of the register, or somebody on their word. */
export type Claimed = { entry: string } | { names: string; birthDate: string; address: string };

export interface DeskPerson {
  claimed: Claimed;
  names: string;
  /** `YYYY-MM-DD`; null: the register holds none. */
  birthDate: string | null;
  /** What tells this person from others of the same name. */
  address: string;
  number: string;
  marks: readonly WrittenMark[];
  state: RollState;
  tooYoung: boolean;
}

export interface DeskPoll {
  db: Database;
  keysFolder: string;
  organisationId: string;
  poll: Poll;
  /** The day in Paris, `YYYY-MM-DD`. */
  today: string;
}

/** Who of the register is meant, each with their state: two queries, however many are found. */
export async function searchPeople(
  desk: DeskPoll,
  by: string,
  search: { name: string; birthDate?: string },
): Promise<DeskPerson[]> {
  const act = { organisationId: desk.organisationId, by };
  const entries = await searchRegister(desk.db, act, desk.poll.editionId, search);
  return addStates(desk, entries.map(readEntry));
}

/** Those of the register born on a day whose name is near this one. */
export async function listNamesakes(
  desk: DeskPoll,
  by: string,
  search: { name: string; birthDate: string },
): Promise<Entry[]> {
  const act = { organisationId: desk.organisationId, by };
  return searchRegister(desk.db, act, desk.poll.editionId, search);
}

/** null: the entry is not there, or of another edition. */
export async function findDeskPerson(desk: DeskPoll, claimed: Claimed): Promise<DeskPerson | null> {
  if (!('entry' in claimed)) return (await addStates(desk, [readDeclared(claimed)]))[0]!;
  const entry = await findEntry(desk.db, desk.organisationId, desk.poll.editionId, claimed.entry);
  return entry ? (await addStates(desk, [readEntry(entry)]))[0]! : null;
}

type Unmarked = Omit<DeskPerson, 'marks' | 'state' | 'tooYoung'> & { mark: Mark };

function readEntry(entry: Entry): Unmarked {
  const { lastName, usedName, firstNames } = entry;
  const used = usedName && usedName !== lastName ? usedName : '';
  return {
    claimed: { entry: entry.id },
    names: `${firstNames} ${used || lastName}${used ? ` (${lastName})` : ''}`,
    birthDate: entry.birthDate,
    address: [entry.address, `${entry.postcode} ${entry.town}`.trim(), entry.district]
      .filter((part) => part !== '')
      .join(', '),
    number: entry.number,
    mark: { kind: 'entry', value: entry.id },
  };
}

function readDeclared(claimed: Exclude<Claimed, { entry: string }>): Unmarked {
  return {
    claimed,
    names: claimed.names,
    birthDate: claimed.birthDate,
    address: claimed.address,
    number: '',
    mark: declaredMark(claimed),
  };
}

async function addStates(
  { db, keysFolder, poll, today }: DeskPoll,
  people: readonly Unmarked[],
): Promise<DeskPerson[]> {
  const rollKey = openKeys(keysFolder).rollKey();
  const marked = people.map(({ mark, ...person }) => ({
    ...person,
    mark: writeMark(rollKey, poll.id, mark),
  }));
  const lines = await findElectorsByMark(
    db,
    poll.id,
    marked.map(({ mark }) => mark),
  );
  return marked.map(({ mark, ...person }) => ({
    ...person,
    marks: [mark],
    state: readState(lines.get(mark.mark) ?? null),
    tooYoung: isTooYoung(poll, person.birthDate, today),
  }));
}

/** Age on the day of the act (W17); the officer has seen who has no birth date on the list. */
function isTooYoung(poll: Poll, birthDate: string | null, today: string): boolean {
  const seen = { hasAccount: false, held: new Set(['desk'] as const), birthDate, livesHere: true };
  return refuseVoter(poll, seen, today) === 'too-young';
}
