/** A dossier (« dossier »): what some members of a network work on together (R151, R148). Pure. */

/** Its own members alone, or whoever is inside the space. Chosen once: what was said to few is never shown to more. */
export const REACHES = ['members', 'space'] as const;
export type Reach = (typeof REACHES)[number];

export interface WrittenDossier {
  title: string;
  /** Marked text (ui/markup.ts). */
  purpose: string;
}

export interface Dossier extends WrittenDossier {
  id: string;
  componentId: string;
  /** In its component. */
  number: number;
  reach: Reach;
  lang: string;
  version: number;
  createdAt: Date;
  createdBy: string | null;
  closedAt: Date | null;
  /** What came of it; '': not said. */
  result: string;
  isHidden: boolean;
}

/** How somebody stands with a dossier; null: not at all. */
export type Standing = 'lead' | 'member' | 'invited' | 'asked' | null;

export const LENGTHS = { title: 160, purpose: 8000, result: 8000, task: 300 } as const;
export const MOST_TASKS = 200;
export const MOST_MEMBERS = 200;
export const MOST_EVENTS = 50;
export const MOST_DOCUMENTS = 40;

export const isIn = (standing: Standing): boolean => standing === 'lead' || standing === 'member';

/** Whether somebody inside its space sees it. Who is invited does, to decide; who judges what is reported does too. */
export const seesDossier = (
  { reach, isHidden }: Pick<Dossier, 'reach' | 'isHidden'>,
  standing: Standing,
  isModerator: boolean,
): boolean => isModerator || (!isHidden && (reach === 'space' || standing !== null));

export type WordsRefusal = 'words-missing' | 'text-too-long';

/** What is wrong with the words of a dossier, by field. */
export function checkDossier({
  title,
  purpose,
}: WrittenDossier): Partial<Record<keyof WrittenDossier, WordsRefusal>> {
  const refusals: Partial<Record<keyof WrittenDossier, WordsRefusal>> = {};
  const titleWrong = checkWords(title, LENGTHS.title);
  const purposeWrong = checkWords(purpose, LENGTHS.purpose);
  if (titleWrong) refusals.title = titleWrong;
  if (purposeWrong) refusals.purpose = purposeWrong;
  return refusals;
}

export function checkWords(words: string, longest: number): WordsRefusal | null {
  if (words.trim() === '') return 'words-missing';
  return [...words].length > longest ? 'text-too-long' : null;
}

export type MemberRefusal = 'gone' | 'last-lead' | 'closed' | 'in-it-already' | 'too-many';

/** Whether somebody may stop leading, or leave: another leads still. */
export const refuseToEndLead = (
  personId: string,
  leads: readonly string[],
): MemberRefusal | null => (leads.includes(personId) && leads.length === 1 ? 'last-lead' : null);

export interface WrittenTask {
  words: string;
  assigneeId: string | null;
  /** `YYYY-MM-DD`, in Paris. */
  dueOn: string | null;
}

export interface Task extends WrittenTask {
  id: string;
  version: number;
  doneAt: Date | null;
  doneBy: string | null;
}

/** Whether a task is late on a day of Paris. */
export const isLate = ({ dueOn, doneAt }: Pick<Task, 'dueOn' | 'doneAt'>, today: string): boolean =>
  doneAt === null && dueOn !== null && dueOn < today;
