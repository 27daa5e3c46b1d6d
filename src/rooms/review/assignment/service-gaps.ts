/** What an edition's study would miss, were it to begin as things stand: said while it is prepared, never a refusal. */
import type { Department } from '../../organisations/index.ts';
import type { Category } from '../../spaces/index.ts';
import type { Routing } from './routing.ts';

export type ServiceGap =
  | { kind: 'no-department' }
  /** Departments there are, and no category goes to one. */
  | { kind: 'no-routing' }
  | { kind: 'category-without'; names: string[] }
  /** Ideas would go where nobody learns of them. */
  | { kind: 'nobody-told'; names: string[] };

export interface Services {
  categories: readonly Category[];
  /** Those at work; a closed one gets nothing new. */
  departments: readonly Department[];
  /** Ids of departments with an agent, or with somebody invited to be one. */
  staffed: ReadonlySet<string>;
  routing: Pick<Routing, 'departments'>;
}

/** Departments at work that some category goes to. */
export function listRouted({
  departments,
  routing,
}: Pick<Services, 'departments' | 'routing'>): Department[] {
  const routed = new Set(routing.departments.values());
  return departments.filter(({ id }) => routed.has(id));
}

/** Categories that go to no department at work. */
export function listUnrouted({
  categories,
  departments,
  routing,
}: Omit<Services, 'staffed'>): Category[] {
  const open = new Set(departments.map(({ id }) => id));
  return categories.filter(({ id }) => !open.has(routing.departments.get(id) ?? ''));
}

/** Departments that get ideas and cannot be told of them. */
export function listSilent(services: Omit<Services, 'categories'>): Department[] {
  return listRouted(services).filter(({ id, email }) => email === '' && !services.staffed.has(id));
}

export function listServiceGaps(services: Services): ServiceGap[] {
  if (services.departments.length === 0) return [{ kind: 'no-department' }];
  const unrouted = listUnrouted(services);
  if (unrouted.length === services.categories.length) return [{ kind: 'no-routing' }];
  const silent = listSilent(services);
  const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);
  return [
    ...(unrouted.length > 0 ? [{ kind: 'category-without', names: names(unrouted) } as const] : []),
    ...(silent.length > 0 ? [{ kind: 'nobody-told', names: names(silent) } as const] : []),
  ];
}

/** Whether somebody said who studies what: at least one category goes somewhere, or all are given by hand on purpose. */
export function isRoutingSettled(
  services: Omit<Services, 'staffed' | 'routing'> & { routing: Routing },
): boolean {
  if (services.departments.length === 0) return false;
  if (services.routing.version > 0 && !services.routing.automatic) return true;
  return listUnrouted(services).length < services.categories.length;
}
