import * as m from '../../../paraglide/messages.js';
import { dayInParis } from '../../../platform/clock/paris.ts';
import { readNow } from '../../../platform/database/database.ts';
import { get, type Route } from '../../../platform/http/route.ts';
import { page } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { listBallotProjects } from '../../projects/index.ts';
import { findEditionById } from '../../spaces/index.ts';
import { listRealisationsLedBy } from '../realisation.store.ts';
import { isBehind } from '../realisation.ts';
import { departmentsOf } from './load-delivery.routes.ts';
import { OwnDeliveriesPage, type OwnDelivery } from './own-deliveries.page.tsx';

/** What the departments of the reader lead, of every edition in which they work there. */
export const ownDeliveryRoutes: readonly Route[] = [
  get(urls.ownDeliveries, 'agent', async ({ db, organisation, visitor }) => {
    const [now, led] = await Promise.all([
      readNow(db),
      listRealisationsLedBy(
        db,
        organisation.id,
        visitor.held.flatMap(({ role, departmentId }) =>
          role === 'agent' && departmentId !== null ? [departmentId] : [],
        ),
      ),
    ]);
    const today = dayInParis(now);
    const editionIds = [...new Set(led.map(({ editionId }) => editionId))];
    const editions = await Promise.all(
      editionIds.map(async (id) => {
        const own = departmentsOf(visitor, id);
        const [edition, projects] = await Promise.all([
          findEditionById(db, organisation.id, id),
          listBallotProjects(db, organisation.id, id),
        ]);
        return led.flatMap((realisation): OwnDelivery[] => {
          const project = projects.find((one) => one.id === realisation.projectId);
          const isOwn = realisation.editionId === id && own.has(realisation.departmentId ?? '');
          if (!edition || !project || !isOwn) return [];
          const { number, title } = project;
          return [{ edition, number, title, realisation }];
        });
      }),
    );
    const [late, others] = [true, false].map((wanted) =>
      editions.flat().filter(({ realisation }) => isBehind(realisation, today) === wanted),
    );
    return page({
      title: m.deliver_own_title(),
      section: 'tasks',
      body: <OwnDeliveriesPage deliveries={[...(late ?? []), ...(others ?? [])]} today={today} />,
    });
  }),
];
