import { readNow } from '../../../platform/database/database.ts';
import { found, Refused } from '../../../platform/http/refused.ts';
import { mayIn, mayProveRight } from '../../../platform/http/route.ts';
import type { SignedInVisit, Visitor } from '../../../platform/http/visit.ts';
import { type Department, listDepartments } from '../../organisations/index.ts';
import { findProjectByNumber } from '../../projects/index.ts';
import { dayInParis, type Edition, findEditionForOffice, readNumber } from '../../spaces/index.ts';
import { findRealisation } from '../realisation.store.ts';
import type { Realisation } from '../realisation.ts';

/** Departments in which somebody works now, in this edition. */
export function departmentsOf({ held }: Visitor, editionId: string): Set<string> {
  return new Set(
    held.flatMap(({ role, departmentId, editionId: where }) =>
      role === 'agent' && departmentId !== null && (where === null || where === editionId)
        ? [departmentId]
        : [],
    ),
  );
}

/** An edition as an officer or an agent of it sees its realisations; to all others it is not there (404). */
export async function loadDeliveries(visit: SignedInVisit<'edition'>) {
  const { db, organisation, params, visitor } = visit;
  const edition = found(await findEditionForOffice(db, organisation.id, params.edition), 'edition');
  const isOfficer = mayIn('officer', visitor, edition.id);
  const own = departmentsOf(visitor, edition.id);
  if (!isOfficer && own.size === 0) throw refusalOf(visitor);
  const [now, departments] = await Promise.all([
    readNow(db),
    listDepartments(db, organisation.id, { closed: true }),
  ]);
  return {
    edition,
    isOfficer,
    own,
    now,
    today: dayInParis(now),
    departments: new Map(departments.map((one) => [one.id, one])),
  };
}

/** An officer who has yet to prove a second factor is told so; nobody else hears that something is here. */
const refusalOf = (visitor: Visitor): Refused =>
  mayProveRight('officer', visitor)
    ? new Refused(403, 'second-factor')
    : new Refused(404, 'not-found: edition');

export interface DeliveryAt {
  edition: Edition;
  number: number;
  project: { id: string; title: string; place: string; ideaIds: readonly string[] };
  realisation: Realisation;
  departments: ReadonlyMap<string, Department>;
  isOfficer: boolean;
  now: Date;
  /** `YYYY-MM-DD` in the organisation's time. */
  today: string;
  /** For the journal. */
  named: { realisationId: string; editionId: string; number: number; title: string };
}

/** The realisation that an address names, for officers and the agents of the department that leads it; else 404. */
export async function loadDelivery(
  visit: SignedInVisit<'edition' | 'project'>,
): Promise<DeliveryAt> {
  const { db, organisation, params } = visit;
  const { edition, isOfficer, own, now, today, departments } = await loadDeliveries(visit);
  const number = found(readNumber(params.project), 'project');
  const project = found(
    await findProjectByNumber(db, organisation.id, edition.id, number),
    'project',
  );
  const realisation = found(await findRealisation(db, organisation.id, project.id), 'realisation');
  found(isOfficer || own.has(realisation.departmentId ?? '') || null, 'realisation');
  const named = {
    realisationId: realisation.id,
    editionId: edition.id,
    number,
    title: project.title,
  };
  return { edition, number, project, realisation, departments, isOfficer, now, today, named };
}
