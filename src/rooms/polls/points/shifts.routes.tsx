import { get, post, type Route } from '../../../platform/http/route.ts';
import { page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { listNicknames, listRoleHolders } from '../../identity/index.ts';
import { actOf, loadPoint } from './office-points.routes.tsx';
import { listShifts } from './point.store.ts';
import { addShift, removeShift } from './shift.store.ts';
import { type Colleague, ShiftsPage, shiftProblems, shiftsTitle } from './shifts.page.tsx';

/** Who is at a point of vote, slot by slot (R55). */
export const shiftRoutes: readonly Route[] = [
  get(urls.adminVoteShifts, 'officer', (visit) => shiftsPage(visit, {})),

  post(urls.adminVoteShifts, 'officer', async (visit) => {
    const { edition, point } = await loadPoint(visit);
    const form = await visit.form();
    const at = { edition: edition.slug, point: point.id };
    const index = point.slots.findIndex(({ id }) => id === form.text('slot'));
    const slot = point.slots[index];
    if (!slot) return shiftsPage(visit, { form: shiftProblems['slot-gone']() });
    const leaving = form.text('retirer');
    if (leaving !== '') {
      const shifts = await listShifts(visit.db, visit.organisation.id, [point.id]);
      if (shifts.some(({ personId }) => personId === leaving))
        await removeShift(visit.db, actOf(visit), point, slot, leaving);
      return seeOther(visit, urls.adminVoteShifts(at), 'vote-shift-removed');
    }
    const field = `person-${index + 1}`;
    const person = form.text(field);
    if (person === '') return shiftsPage(visit, { [field]: shiftProblems['nobody-chosen']() });
    const holders = await listRoleHolders(visit.db, visit.organisation.id);
    if (!holders.includes(person))
      return shiftsPage(visit, { [field]: shiftProblems['no-role']() });
    const added = await addShift(visit.db, actOf(visit), point, slot, person);
    if (added.ok) return seeOther(visit, urls.adminVoteShifts(at), 'vote-shift-added');
    const where = added.refusal === 'slot-gone' ? 'form' : field;
    return shiftsPage(visit, { [where]: shiftProblems[added.refusal]() });
  }),
];

async function shiftsPage(visit: SignedInVisit<'edition' | 'point'>, problems: Problems) {
  const { db, organisation } = visit;
  const { edition, point } = await loadPoint(visit);
  const [shifts, holders] = await Promise.all([
    listShifts(db, organisation.id, [point.id]),
    listRoleHolders(db, organisation.id),
  ]);
  const ids = [...new Set([...holders, ...shifts.map(({ personId }) => personId)])];
  const nicknames = await listNicknames(db, organisation.id, ids);
  const colleagues: Colleague[] = [...nicknames]
    .map(([id, nickname]) => ({ id, nickname, active: holders.includes(id) }))
    .sort((a, b) => a.nickname.localeCompare(b.nickname, 'fr'));
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: shiftsTitle(point),
    section: 'admin',
    ...(faulty && { status: 422, faulty }),
    body: (
      <ShiftsPage
        edition={edition}
        point={point}
        shifts={shifts}
        colleagues={colleagues}
        problems={problems}
      />
    ),
  });
}
