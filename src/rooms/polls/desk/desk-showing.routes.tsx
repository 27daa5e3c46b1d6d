/** The one screen of a desk, whatever was asked of it. */
import * as m from '../../../paraglide/messages.js';
import { type Page, page } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { countAtPoint } from '../box/roll-at-point.store.ts';
import { listKiosks } from '../kiosk/kiosk.store.ts';
import { listVotePoints } from '../points/point.store.ts';
import type { VotePoint } from '../points/point.ts';
import { DeskPage, type LastAct } from './desk.page.tsx';
import { takesDeclared } from './desk.ts';
import type { DeskPerson } from './desk-person.store.ts';
import { LAST, type Typed } from './desk-reading.routes.ts';
import type { AtDesk, Served } from './desk-visit.routes.tsx';

interface Found {
  people: readonly DeskPerson[];
  searched: boolean;
  /** Whether somebody else can be added: not where the person was already chosen. */
  mayAdd: boolean;
  declared: Typed | null;
  envelope: string;
}

export const nothingFound: Found = {
  people: [],
  searched: false,
  mayAdd: false,
  declared: null,
  envelope: '',
};

interface Shown {
  typed: { name: string; birthDate: string };
  last: LastAct | null;
  found: Found | null;
  problems: Problems;
}

export const nothingTyped: Shown = {
  typed: { name: '', birthDate: '' },
  last: null,
  found: null,
  problems: {},
};

export async function showDesk(visit: AtDesk, served: Served, shown: Shown): Promise<Page> {
  const { db, organisation } = visit;
  const { poll, point, at, until } = served;
  const [counts, kiosks, points] = await Promise.all([
    countAtPoint(db, poll.id, point.id),
    listKiosks(db, at),
    shown.found ? listVotePoints(db, organisation.id, poll.editionId) : [],
  ]);
  const { found, typed, problems } = shown;
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.desk_title(),
    section: 'admin',
    ...(faulty && { status: 422, faulty }),
    headers: { 'cache-control': 'no-store' },
    body: (
      <DeskPage
        point={point}
        until={until}
        counts={counts}
        kiosks={kiosks}
        typed={typed}
        last={shown.last}
        problems={problems}
        found={
          found && {
            point: point.id,
            rule: poll.settings.paper,
            profile: poll.profile,
            people: found.people,
            searched: found.searched,
            pointNames: new Map(points.map(({ id, name }) => [id, name])),
            hasKiosk: kiosks.length > 0,
            declared:
              found.mayAdd && takesDeclared(poll.settings.admission)
                ? {
                    names: found.declared?.names ?? typed.name,
                    birthDate: found.declared?.birthDate ?? typed.birthDate,
                    address: found.declared?.address ?? '',
                    residenceRequired: poll.residenceRequired,
                  }
                : null,
            envelope: found.envelope,
            problems,
          }
        }
      />
    ),
  });
}

export function forgetLast(visit: AtDesk, point: VotePoint): void {
  visit.cookies.clear(LAST, urls.desk({ point: point.id }));
}
