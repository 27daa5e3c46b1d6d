import { dayInParis, readDay } from '../../../platform/clock/paris.ts';
import { readNow } from '../../../platform/database/database.ts';
import type { Form } from '../../../platform/http/form.ts';
import { found, Refused } from '../../../platform/http/refused.ts';
import { mayIn } from '../../../platform/http/route.ts';
import type { SignedInVisit } from '../../../platform/http/visit.ts';
import { listDepartments } from '../../organisations/index.ts';
import { findOfficeEdition, type OfficeVisit } from '../../spaces/index.routes.ts';
import type { Act, Edition } from '../../spaces/index.ts';
import type { TypedAsk } from './ask-fields.page.tsx';
import { usualDueDay } from './assignment.ts';
import { findRouting } from './routing.store.ts';
import { isStudyOver } from './study-list.store.ts';
import { typeDay } from './words.page.tsx';

/** An edition as somebody of the office looks at its study: their role may be of another edition only. */
export async function loadStudy(visit: OfficeVisit) {
  const { db, organisation, visitor } = visit;
  const edition = await findOfficeEdition(visit, 'reader');
  const [now, departments, isOver] = await Promise.all([
    readNow(db),
    listDepartments(db, organisation.id, { closed: true }),
    isStudyOver(db, organisation.id, edition.id),
  ]);
  const mayChange = edition.archivedAt === null && mayIn('officer', visitor, edition.id);
  const mayAct = mayChange && !isOver;
  return { edition, departments, mayChange, mayAct, isOver, today: dayInParis(now) };
}

/** The same for an act: nobody changes an archived edition, nor who studies what once the list is frozen. */
export async function loadStudyToAct(visit: OfficeVisit) {
  const loaded = await loadStudy(visit);
  found(loaded.mayChange ? loaded : null, 'edition');
  if (loaded.isOver) throw new Refused(409, 'list-frozen');
  return loaded;
}

export const actOf = ({ organisation, visitor }: SignedInVisit): Act => ({
  organisationId: organisation.id,
  by: visitor.id,
});

/** The day that a department is given today unless somebody says another. */
export async function findUsualDay(
  { db, organisation }: OfficeVisit,
  edition: Edition,
  today: string,
): Promise<string> {
  const { delayDays } = await findRouting(db, organisation.id, edition.id);
  return usualDueDay(edition, today, delayDays);
}

/** Fields of a question that were not typed yet. */
export const freshAsk = (day: string, service = ''): TypedAsk => ({
  service,
  ...typeDay(day),
  demande: '',
});

export const readTypedAsk = (form: Form): TypedAsk => ({
  service: form.text('confier'),
  ...readTypedDay(form, 'echeance'),
  demande: form.text('demande'),
});

export const readTypedDay = (form: Form, name: string) => ({
  day: form.text(`${name}-day`),
  month: form.text(`${name}-month`),
  year: form.text(`${name}-year`),
});

export const askedOf = (typed: TypedAsk) => ({
  departmentId: typed.service,
  dueOn: readDay(typed),
  request: typed.demande,
});
