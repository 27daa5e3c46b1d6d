/** What a desk's forms and its officer's browser bring: read, and checked against the vote. */
import type { Form } from '../../../platform/http/form.ts';
import { hashSecret } from '../../../platform/secrets/token.ts';
import { type BirthDateRefusal, nameWords, readBirthDate } from '../../electorate/index.ts';
import type { LastAct } from './desk.page.tsx';
import { checkDeclared, MOST_LETTERS, takesDeclared } from './desk.ts';
import {
  type Claimed,
  type DeskPerson,
  findDeskPerson,
  listNamesakes,
} from './desk-person.store.ts';
import type { AtDesk, Served } from './desk-visit.routes.tsx';
import { type DeskRefusal, refusalWords } from './desk-words.page.ts';

/** The last paper of this desk, in the officer's browser only, until the next person is searched. */
export const LAST = 'remise';

type Birth = { ok: true; day: string } | { ok: false; refusal: BirthDateRefusal };

export function readBirth(typed: string, today: string): Birth {
  return readBirthDate(typed, today);
}

/** Two letters at least: with one, half the register is meant. */
export function takesWords(name: string): boolean {
  return nameWords(name).join('').length >= 2 && name.length <= MOST_LETTERS.names;
}

export type Chosen =
  | { ok: true; person: DeskPerson }
  /** `typed`: what is shown again of somebody on their word. */
  | { ok: false; problems: Record<string, string>; typed: Typed | null };

export interface Typed {
  names: string;
  birthDate: string;
  address: string;
}

/** The person a form is about: an entry of this edition's register, or somebody on their word. */
export async function readPerson(served: Served, form: Form): Promise<Chosen> {
  const { people } = served;
  const entry = form.text('entree');
  if (entry !== '') {
    const person = await findDeskPerson(people, { entry });
    if (person) return { ok: true, person };
    return { ok: false, problems: { form: refusalWords('nobody-there') }, typed: null };
  }
  return readDeclared(served, form);
}

async function readDeclared(served: Served, form: Form): Promise<Chosen> {
  const { people, poll, at } = served;
  const typed = {
    names: form.text('noms'),
    birthDate: form.text('naissance-declaree'),
    address: form.text('adresse').slice(0, MOST_LETTERS.address),
  };
  if (!takesDeclared(poll.settings.admission))
    return { ok: false, problems: { form: refusalWords('nobody-there') }, typed: null };
  const birth = readBirth(typed.birthDate, people.today);
  const namesakes =
    birth.ok && takesWords(typed.names)
      ? await listNamesakes(people, at.personId, { name: typed.names, birthDate: birth.day })
      : [];
  const refusals: Record<string, DeskRefusal> = checkDeclared(typed, {
    namesakes,
    residenceRequired: poll.residenceRequired,
  });
  if (!birth.ok) refusals.naissance = typed.birthDate === '' ? 'birth-date-missing' : birth.refusal;
  if (!birth.ok || Object.keys(refusals).length > 0) {
    const problems = Object.entries(refusals).map(([field, one]) => [field, refusalWords(one)]);
    return { ok: false, problems: Object.fromEntries(problems), typed };
  }
  const claimed = { ...typed, birthDate: birth.day };
  const person = (await findDeskPerson(people, claimed))!;
  if (person.tooYoung)
    return { ok: false, problems: { 'naissance-declaree': refusalWords('too-young') }, typed };
  return { ok: true, person };
}

interface Kept {
  token: string;
  claimed: Claimed;
  withdrew: boolean;
  envelope: string | null;
}

/** What is kept of a paper just handed out; the desk's row holds only a hash of it. */
export function keepLast(visit: AtDesk, served: Served, kept: Kept): void {
  const path = urlOf(served);
  visit.cookies.set(LAST, JSON.stringify(kept), { path, maxAge: 15 * 60 });
}

const urlOf = ({ point }: Served) => `/bureau/${point.id}`;

export function hashUndo(token: string, person: DeskPerson): string {
  return hashSecret(token, ...person.marks.map(({ mark }) => mark));
}

/** The person and the secret that this browser keeps; null: nothing, or nothing that can be read. */
export async function readKept(
  visit: AtDesk,
  served: Served,
): Promise<{ person: DeskPerson; kept: Kept } | null> {
  const kept = parseKept(visit.cookies.get(LAST));
  if (!kept) return null;
  const person = await findDeskPerson(served.people, kept.claimed);
  return person ? { person, kept } : null;
}

export async function readLast(visit: AtDesk, served: Served): Promise<LastAct | null> {
  const last = await readKept(visit, served);
  if (!last) return null;
  const { withdrew, envelope } = last.kept;
  return { kind: 'paper', names: last.person.names, withdrew, envelope };
}

function parseKept(text: string | undefined): Kept | null {
  try {
    const kept = JSON.parse(text ?? 'null') as Kept | null;
    if (!kept || typeof kept.token !== 'string') return null;
    const { claimed } = kept;
    const ok =
      'entry' in claimed ? isText(claimed.entry) : [claimed.names, claimed.birthDate].every(isText);
    return ok ? kept : null;
  } catch {
    return null;
  }
}

const isText = (value: unknown): value is string => typeof value === 'string';
