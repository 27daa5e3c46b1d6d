import type { Form } from '../../platform/http/form.ts';
import type { SignedInVisit } from '../../platform/http/visit.ts';
import { readEuros, writeEuros } from '../../platform/money/euros.ts';
import {
  type Attachment,
  type Idea,
  listIdeaTitles,
  type Point,
  readPoint,
} from '../ideas/index.ts';
import type { Edition } from '../spaces/index.ts';
import type { ProjectProblems } from './office-project.page.tsx';
import { checkProject, type NewProject, type Project } from './project.ts';
import { ANY_FILES, type TypedProject } from './project-fields.page.tsx';
import { holderOf } from './project-making.store.ts';
import { findIdeasByNumbers } from './project-sources.store.ts';

type OfficeVisit = SignedInVisit<'edition'>;

export function readTyped(form: Form): TypedProject {
  return {
    title: form.text('title').replaceAll(/\s+/g, ' '),
    summary: form.text('summary'),
    categoryId: form.text('categoryId'),
    cost: form.text('cost'),
    place: form.text('place').replaceAll(/\s+/g, ' '),
    district: form.text('district'),
    latitude: form.text('latitude'),
    longitude: form.text('longitude'),
    ideas: form.text('ideas'),
    files: readFiles(form),
  };
}

/** The first idea lends its title, category and holder; the texts follow each other. */
export function typeFromIdeas(ideas: readonly Idea[]): TypedProject {
  const [first] = ideas;
  const placed = ideas.find(({ place }) => place.point) ?? first;
  return {
    title: first?.title ?? '',
    summary: ideas.map((idea) => idea.body).join('\n\n'),
    categoryId: first?.categoryId ?? '',
    cost: '',
    place: placed?.place.words ?? '',
    district: '',
    ...typePoint(placed?.place.point ?? null),
    ideas: ideas.map((idea) => idea.number).join(', '),
    files: ANY_FILES,
  };
}

export async function typeProject(visit: OfficeVisit, project: Project): Promise<TypedProject> {
  const ideas = await listIdeaTitles(visit.db, visit.organisation.id, project.ideaIds);
  return {
    title: project.title,
    summary: project.summary,
    categoryId: project.categoryId ?? '',
    cost: writeEuros(project.cost),
    place: project.place,
    district: project.district,
    ...typePoint(project.point),
    ideas: ideas.map((idea) => idea.number).join(', '),
    files: project.fileIds.join(','),
  };
}

const typePoint = (point: Point | null) => ({
  latitude: point ? String(point.latitude) : '',
  longitude: point ? String(point.longitude) : '',
});

const MOST_IDEAS = 20;

/** « 12, 45 » or « n° 12 et 45 » → 12 and 45, each once. */
export function readIdeaNumbers(typed: string): number[] | 'not-numbers' | 'too-many-ideas' {
  const parts = typed.split(/[^\p{L}\p{N}]+/u).filter((part) => !/^(?:|n|no|et|and)$/i.test(part));
  if (parts.some((part) => !/^[1-9]\d{0,8}$/.test(part))) return 'not-numbers';
  const numbers = [...new Set(parts.map(Number))];
  return numbers.length > MOST_IDEAS ? 'too-many-ideas' : numbers;
}

export function sortNumbers(typed: string): string {
  const numbers = readIdeaNumbers(typed);
  return Array.isArray(numbers) ? numbers.sort((a, b) => a - b).join(', ') : typed;
}

export async function readProject(
  { db, organisation }: OfficeVisit,
  edition: Edition,
  typed: TypedProject,
  before: Project | null,
): Promise<{ project: NewProject; problems: ProjectProblems }> {
  const cost = readEuros(typed.cost);
  const numbers = readIdeaNumbers(typed.ideas);
  const { ideas, unknown } = await findIdeasByNumbers(
    db,
    organisation.id,
    edition.id,
    Array.isArray(numbers) ? numbers : [],
  );
  const point = readPoint(typed);
  const deposits = ideas.map((idea) => idea.publishedAt.getTime());
  const project: NewProject = {
    title: typed.title,
    summary: typed.summary,
    categoryId: typed.categoryId === '' ? null : typed.categoryId,
    cost: cost.ok ? cost.cents : 0,
    place: typed.place,
    district: typed.district,
    point: point === 'not-a-point' ? null : point,
    ideaIds: ideas.map((idea) => idea.id),
    // the first holder stays as long as one of the ideas is theirs
    holders: ideas
      .toSorted(
        (a, b) => Number(b.authorId === before?.holderId) - Number(a.authorId === before?.holderId),
      )
      .map(holderOf),
    ...(typed.files !== ANY_FILES && { fileIds: listFileIds(typed.files) }),
    depositedAt: deposits.length > 0 ? new Date(Math.min(...deposits)) : null,
  };
  const problems: ProjectProblems = checkProject(project, edition);
  if (!cost.ok) problems.cost = cost.refusal;
  if (point === 'not-a-point') problems.latitude = point;
  if (!Array.isArray(numbers)) problems.ideas = numbers;
  else if (unknown.length > 0) problems.ideas = 'idea-unknown';
  return { project, problems };
}

/** The pictures and documents of the ideas that were typed, those of the first idea first. */
export async function listTypedFiles(
  { db, organisation }: OfficeVisit,
  edition: Edition,
  typed: TypedProject,
): Promise<Attachment[]> {
  const numbers = readIdeaNumbers(typed.ideas);
  if (!Array.isArray(numbers)) return [];
  const { ideas } = await findIdeasByNumbers(db, organisation.id, edition.id, numbers);
  return ideas.toSorted((a, b) => a.number - b.number).flatMap(({ attachments }) => attachments);
}

/** Ids of the files that were ticked, in the order that was typed; all of them where none could be ticked. */
function readFiles(form: Form): string {
  if (!form.has('fichiers')) return ANY_FILES;
  const place = (id: string) => Number(form.text(`ordre-${id}`)) || Number.MAX_SAFE_INTEGER;
  return form
    .all('fichier')
    .filter((id) => /^[0-9a-f-]{36}$/.test(id))
    .toSorted((a, b) => place(a) - place(b))
    .join(',');
}

const listFileIds = (typed: string): string[] => typed.split(',').filter((id) => id !== '');
