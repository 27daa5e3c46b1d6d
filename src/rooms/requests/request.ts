/**
 * A help request (« demande d’aide »): what a member asks of those who know, in confidence unless they open it to their
 * space (R152).
 */

export const CATEGORIES = ['legal', 'technical'] as const;
export type Category = (typeof CATEGORIES)[number];
export const readCategory = (typed: string): Category | null =>
  CATEGORIES.find((one) => one === typed) ?? null;

export const LENGTHS = { title: 140, question: 6000, lessonAnswer: 6000 } as const;

export interface WrittenRequest {
  category: Category;
  title: string;
  question: string;
  /** `YYYY-MM-DD`; null: whenever. */
  deadline: string | null;
  lang: string;
}

export interface HelpRequest extends WrittenRequest {
  id: string;
  number: number;
  componentId: string;
  askedBy: string;
  askedAt: Date;
  /** null: seen by its helpers and the team of the space only. */
  sharedAt: Date | null;
  /** Id of the comment that helped. */
  acceptedComment: string | null;
  closedAt: Date | null;
  hiddenAt: Date | null;
  heldAt: Date | null;
  refusedAt: Date | null;
}

export type RequestState = 'open' | 'answered' | 'closed';

export function stateOf({
  acceptedComment,
  closedAt,
}: Pick<HelpRequest, 'acceptedComment' | 'closedAt'>): RequestState {
  if (closedAt) return 'closed';
  return acceptedComment ? 'answered' : 'open';
}

/** What decides whether somebody who reads the space sees a request in it. */
export interface Helping {
  /** null: nobody is signed in. */
  personId: string | null;
  /** Of the team of the space. */
  isTeam: boolean;
  /** Categories that they were confirmed for, in its component. */
  helps: readonly Category[];
}

/** In confidence: who asked, the team, and those who help in its category; everybody of the space once it is shared. */
export function seesRequest(
  request: Pick<HelpRequest, 'askedBy' | 'category' | 'sharedAt' | 'heldAt'>,
  { personId, isTeam, helps }: Helping,
): boolean {
  if (personId !== null && request.askedBy === personId) return true;
  if (request.heldAt) return false;
  return request.sharedAt !== null || isTeam || helps.includes(request.category);
}

/** Whether a lesson is written from it: once it is answered; in confidence still, by who asked alone. */
export function mayTeach(request: HelpRequest, { personId, isTeam, helps }: Helping): boolean {
  if (!request.acceptedComment || request.hiddenAt) return false;
  if (request.askedBy === personId) return true;
  return request.sharedAt !== null && (isTeam || helps.includes(request.category));
}

export type RequestRefusal =
  | 'category-missing'
  | 'title-missing'
  | 'title-too-long'
  | 'question-missing'
  | 'question-too-long'
  | 'deadline-wrong'
  | 'deadline-past';

/** What is wrong with each field. `today`: `YYYY-MM-DD` in Paris. */
export function checkRequest(
  { title, question, deadline }: Omit<WrittenRequest, 'category'>,
  category: Category | null,
  offered: readonly Category[],
  today: string,
): Partial<Record<'category' | 'title' | 'question' | 'deadline', RequestRefusal>> {
  const long = (text: string, most: number) => [...text].length > most;
  return {
    ...((category === null || !offered.includes(category)) && {
      category: 'category-missing' as const,
    }),
    ...(title === '' && { title: 'title-missing' as const }),
    ...(long(title, LENGTHS.title) && { title: 'title-too-long' as const }),
    ...(question === '' && { question: 'question-missing' as const }),
    ...(long(question, LENGTHS.question) && { question: 'question-too-long' as const }),
    ...(deadline !== null && deadline < today && { deadline: 'deadline-past' as const }),
  };
}

/** Days before its deadline at which helpers are reminded of a request, once. */
export const RECALL_DAYS = 2;

export interface Lesson {
  id: string;
  number: number;
  category: Category;
  question: string;
  answer: string;
  lang: string;
  writtenAt: Date;
}

export type LessonRefusal = 'text-missing' | 'title-too-long' | 'text-too-long';

export function checkLesson(
  question: string,
  answer: string,
): Partial<Record<'question' | 'answer', LessonRefusal>> {
  return {
    ...(question === '' && { question: 'text-missing' as const }),
    ...([...question].length > LENGTHS.title && { question: 'title-too-long' as const }),
    ...(answer === '' && { answer: 'text-missing' as const }),
    ...([...answer].length > LENGTHS.lessonAnswer && { answer: 'text-too-long' as const }),
  };
}

/** What of a component is listed, as its address says it. */
export interface RequestFilter {
  state: RequestState | null;
  category: Category | null;
  /** `mine`: what the reader asked; `waiting`: what they may answer, and nobody did. */
  part: 'all' | 'mine' | 'waiting';
  /** Number of the request after which the page begins. */
  after: number | null;
}

export const STATE_SLUGS: Record<RequestState, string> = {
  open: 'ouvertes',
  answered: 'resolues',
  closed: 'closes',
};
export const CATEGORY_SLUGS: Record<Category, string> = {
  legal: 'juridique',
  technical: 'technique',
};
const PART_SLUGS = { all: '', mine: 'miennes', waiting: 'a-repondre' } as const;

export function readRequestFilter(read: (name: string) => string | null): RequestFilter {
  const after = read('apres') ?? '';
  const states = Object.keys(STATE_SLUGS) as RequestState[];
  const parts = ['mine', 'waiting'] as const;
  return {
    state: states.find((one) => STATE_SLUGS[one] === read('etat')) ?? null,
    category: CATEGORIES.find((one) => CATEGORY_SLUGS[one] === read('categorie')) ?? null,
    part: parts.find((one) => PART_SLUGS[one] === read('vue')) ?? 'all',
    after: /^[1-9]\d{0,8}$/.test(after) ? Number(after) : null,
  };
}

/** The filter as an address says it. */
export function writeRequestFilter(filter: RequestFilter): Record<string, string | undefined> {
  return {
    etat: filter.state ? STATE_SLUGS[filter.state] : undefined,
    categorie: filter.category ? CATEGORY_SLUGS[filter.category] : undefined,
    vue: PART_SLUGS[filter.part] || undefined,
    apres: filter.after === null ? undefined : String(filter.after),
  };
}
