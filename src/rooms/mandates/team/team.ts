/** As a lead declares it for the parity of the pair, or not: known to the leads alone. */
export const GENDERS = ['woman', 'man', 'other'] as const;
export type Gender = (typeof GENDERS)[number];
export const isGender = (value: string): value is Gender => GENDERS.some((one) => one === value);

/** A network is led by two (R153). */
const LEADS = 2;
export const WORDS_LENGTH = 1000;

/** Who keeps a space alive, by id of person. */
export interface Team {
  leads: readonly string[];
  /** Without the leads. */
  members: readonly string[];
}

export interface TeamRequest {
  id: string;
  personId: string;
  words: string;
  askedAt: Date;
}

/** Roles that are held in a space as the team of it: who leads is not listed a second time among the others. */
export function teamOf(grants: readonly { personId: string; role: string }[]): Team {
  const holding = (role: string) => [
    ...new Set(grants.filter((one) => one.role === role).map(({ personId }) => personId)),
  ];
  const leads = holding('space-organiser');
  return { leads, members: holding('space-author').filter((id) => !leads.includes(id)) };
}

export const isOfTeam = ({ leads, members }: Team, personId: string): boolean =>
  leads.includes(personId) || members.includes(personId);

/** How many places of the pair nobody holds. */
export const vacanciesOf = ({ leads }: Team): number => Math.max(0, LEADS - leads.length);

/**
 * Whether the leads are to be told that their pair is not of two genders: a hint, and only where every one of them has
 * declared theirs. Who says nothing is taken for nothing.
 */
export function lacksParity({ leads }: Team, genders: ReadonlyMap<string, Gender>): boolean {
  if (leads.length < LEADS) return false;
  const declared = leads.flatMap((id) => genders.get(id) ?? []);
  return declared.length === leads.length && new Set(declared).size === 1;
}

export type AskRefusal = 'words-missing' | 'words-long' | 'in-team' | 'asked-already';

export function checkWords(words: string): AskRefusal | null {
  if (words === '') return 'words-missing';
  return [...words].length > WORDS_LENGTH ? 'words-long' : null;
}

export type LeaveRefusal = 'not-in-team' | 'last-lead';

/** Who leads alone hands it over first: a network is never left without anybody who can answer. */
export function refuseToLeave(team: Team, personId: string): LeaveRefusal | null {
  if (!isOfTeam(team, personId)) return 'not-in-team';
  return team.leads.length === 1 && team.leads[0] === personId ? 'last-lead' : null;
}

/** The team by what its people are called; who is not named is left out. */
export function nameTeam({ leads, members }: Team, names: ReadonlyMap<string, string>) {
  const named = (ids: readonly string[]) => ids.flatMap((id) => names.get(id) ?? []);
  return {
    leads: named(leads),
    members: named(members),
    vacancies: vacanciesOf({ leads, members }),
  };
}
