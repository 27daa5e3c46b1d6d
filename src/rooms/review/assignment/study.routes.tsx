import * as m from '../../../paraglide/messages.js';
import { get, type Route } from '../../../platform/http/route.ts';
import { page } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { readNumber } from '../../spaces/index.ts';
import { findUsualDay, loadStudy } from './office-visit.routes.ts';
import { listAssignments, listOpenReturns } from './opinion.store.ts';
import { listRuns } from './run.store.ts';
import { StudyListPage } from './study-list.page.tsx';
import {
  countByDepartment,
  countStudiedIdeas,
  countStudy,
  listStudiedIdeas,
} from './study-list.store.ts';
import { readStudyFilter, writeStudyFilter } from './study-list.ts';

/** The office's list of ideas under study (R43, R197). */
export const studyRoutes: readonly Route[] = [
  get(urls.adminStudy, 'reader', async (visit) => {
    const { db, organisation, url } = visit;
    const { edition, departments, mayAct, isOver, today } = await loadStudy(visit);
    const read = (name: string) => url.searchParams.get(name) ?? '';
    const filter = readStudyFilter(read, edition.categories);
    const of = [organisation.id, edition.id] as const;
    const [counts, matching, { ideas, next }, asked, returns, runs, usualDay] = await Promise.all([
      countStudy(db, ...of),
      countStudiedIdeas(db, ...of, filter),
      listStudiedIdeas(db, ...of, filter, readNumber(read('apres'))),
      countByDepartment(db, ...of),
      mayAct ? listOpenReturns(db, ...of) : [],
      mayAct ? listRuns(db, ...of) : [],
      findUsualDay(visit, edition, today),
    ]);
    const assignments = await listAssignments(
      db,
      organisation.id,
      ideas.map(({ id }) => id),
    );
    return page({
      title: m.assign_list_title(),
      section: 'admin',
      body: (
        <StudyListPage
          edition={edition}
          today={today}
          mayAct={mayAct}
          isOver={isOver}
          counts={counts}
          filter={filter}
          matching={matching}
          ideas={ideas}
          assignments={assignments}
          departments={departments}
          asked={asked}
          returns={returns}
          usualDay={usualDay}
          underWay={runs.find(({ endedAt }) => endedAt === null) ?? null}
          nextHref={
            next === null
              ? undefined
              : urls.adminStudy(
                  { edition: edition.slug },
                  { ...writeStudyFilter(filter, edition.categories), apres: next },
                )
          }
        />
      ),
    });
  }),
];
