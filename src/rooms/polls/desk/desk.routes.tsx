import * as m from '../../../paraglide/messages.js';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { page, seeOther } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { OpenDeskPage } from './desk.page.tsx';
import { closeDesk, forgetUndo, openDesk } from './desk.store.ts';
import { deskActRoutes } from './desk-acts.routes.tsx';
import { searchPeople } from './desk-person.store.ts';
import { readBirth, readLast, takesWords } from './desk-reading.routes.ts';
import { forgetLast, nothingFound, nothingTyped, showDesk } from './desk-showing.routes.tsx';
import { openedDesk, serve } from './desk-visit.routes.tsx';
import { refusalWords } from './desk-words.page.ts';
import { DesksPage } from './desks.page.tsx';
import { listPointsOfToday } from './serving.store.ts';

/**
 * « Bureau de vote ». Names are searched by POST, so that no address holds one; none of these requests is
 * logged, and none leaves more than the roll's own line, the officer's counts and the minute's (integrity 0.5).
 */
export const deskRoutes: readonly Route[] = [
  get(urls.desks, 'officer', async (visit) => {
    const { db, organisation, visitor } = visit;
    const points = await listPointsOfToday(db, organisation.id, visitor.id);
    return page({
      title: m.desk_list_title(),
      section: 'admin',
      body: <DesksPage points={points} />,
    });
  }),

  get(
    urls.desk,
    'officer',
    (visit) =>
      serve(visit, async (served) => {
        if (!served.desk) {
          return page({
            title: m.desk_title(),
            section: 'admin',
            body: <OpenDeskPage point={served.point} until={served.until} />,
          });
        }
        const last = await readLast(visit, served);
        return showDesk(visit, served, { ...nothingTyped, last });
      }),
    { unlogged: true },
  ),

  post(urls.deskOpen, 'officer', (visit) =>
    serve(visit, async ({ at, point }) => {
      await openDesk(visit.db, at, point.name);
      return seeOther(visit, urls.desk({ point: point.id }));
    }),
  ),

  post(urls.deskClose, 'officer', (visit) =>
    serve(visit, async ({ at, point }) => {
      await closeDesk(visit.db, at);
      forgetLast(visit, point);
      return seeOther(visit, urls.desks(), 'vote-desk-closed');
    }),
  ),

  post(
    urls.desk,
    'officer',
    (visit) =>
      serve(visit, async (served) => {
        const { at, people } = served;
        const desk = openedDesk(served);
        forgetLast(visit, served.point);
        await forgetUndo(visit.db, desk.id, at);
        const form = await visit.form();
        const typed = { name: form.text('nom'), birthDate: form.text('naissance') };
        const shown = { ...nothingTyped, typed };
        const birth = typed.birthDate === '' ? null : readBirth(typed.birthDate, people.today);
        if (birth && !birth.ok)
          return showDesk(visit, served, {
            ...shown,
            problems: { naissance: refusalWords(birth.refusal) },
          });
        if (!takesWords(typed.name))
          return showDesk(visit, served, {
            ...shown,
            problems: { nom: refusalWords('nothing-to-search') },
          });
        const found = await searchPeople(people, at.personId, {
          name: typed.name,
          ...(birth && { birthDate: birth.day }),
        });
        return showDesk(visit, served, {
          ...shown,
          found: { ...nothingFound, people: found, searched: true, mayAdd: true },
        });
      }),
    { unlogged: true },
  ),

  ...deskActRoutes,
];
