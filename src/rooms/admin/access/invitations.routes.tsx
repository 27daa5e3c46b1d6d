import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { excerptOf } from '../../../platform/text/excerpt.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { actOf, giveByAddress, readInvitee, renew } from '../../identity/index.routes.ts';
import {
  findWaitingInvitation,
  INVITATION_DAYS,
  type Invitation,
  listInvitations,
  withdrawInvitation,
} from '../../identity/index.ts';
import type { Department } from '../../organisations/index.ts';
import { loadPlaces } from './access.routes.tsx';
import { type Ground, loadGround, readAskedRole, readTypedRole } from './asked-role.routes.ts';
import { InvitationsPage } from './invitations.page.tsx';
import { InviteManyPage, LINES_FIELD, type ManyReport } from './many.page.tsx';
import { MOST_LINES, type PastedLine, readLines } from './pasted-lines.routes.ts';
import { NOTHING_TYPED, roleProblemWords, type TypedRole } from './role-fields.page.tsx';

const SHOWN = 50;

/** People without an account who are asked to make one. */
export const invitationsRoutes: readonly Route[] = [
  get(urls.adminInvitations, 'administrator', (visit) => showInvitations(visit)),

  get(urls.adminInviteMany, 'administrator', (visit) =>
    showMany(visit, { ...NOTHING_TYPED, role: 'agent' }, ''),
  ),

  post(urls.adminInviteMany, 'administrator', async (visit) => {
    const form = await visit.form();
    const typed = { ...readTypedRole(form), department: '', referent: '' };
    const text = form.text(LINES_FIELD);
    const ground = await loadGround(visit);
    const lines = readLines(text);
    // a line says its own service: here it is only asked whether the rest can be given
    const common = readAskedRole(
      { ...typed, role: typed.role === 'agent' ? 'relay' : typed.role },
      ground,
    );
    const problems: Problems = {
      ...(lines.length === 0 && { [LINES_FIELD]: m.access_many_nothing() }),
      ...(lines.length > MOST_LINES && {
        [LINES_FIELD]: m.access_many_too_many({ most: MOST_LINES }),
      }),
      ...(!common.ok && roleProblemWords(common.problems)),
    };
    if (Object.keys(problems).length > 0) return showMany(visit, typed, text, problems);
    const report = await inviteLines(visit, typed, ground, lines);
    const left = report.odd.map((one) => one.text).join('\n');
    return showMany(visit, typed, left, oddProblem(report.odd.length), report);
  }),

  post(urls.adminRenewInvitation, 'administrator', async (visit) => {
    const { db, organisation, params } = visit;
    const waiting = found(
      await findWaitingInvitation(db, organisation.id, params.invitation),
      'invitation',
    );
    const renewed = await renew(visit, waiting);
    return typeof renewed === 'object'
      ? showInvitations(visit, renewed.words)
      : seeOther(visit, urls.adminInvitations(), 'access-renewed');
  }),

  post(urls.adminWithdrawInvitation, 'administrator', async (visit) => {
    const withdrawn = await withdrawInvitation(visit.db, actOf(visit), visit.params.invitation);
    found(withdrawn || null, 'invitation');
    return seeOther(visit, urls.adminInvitations(), 'access-withdrawn');
  }),
];

/** The odd lines are what is left in the field. */
export const oddProblem = (count: number): Problems =>
  count > 0 ? { [LINES_FIELD]: m.access_many_odd({ count }) } : {};

/** Each line apart: one that is odd holds up no other. */
async function inviteLines(
  visit: SignedInVisit,
  typed: TypedRole,
  ground: Ground,
  lines: readonly PastedLine[],
): Promise<ManyReport> {
  const counted = { invited: 0, granted: 0, 'already-held': 0 };
  const odd: ManyReport['odd'][number][] = [];
  for (const one of lines) {
    const [email = '', name = '', department = ''] = one.cells;
    const words = await giveLine(visit, typed, ground, { email, name, department });
    if (words in counted) counted[words as keyof typeof counted] += 1;
    else odd.push({ line: one.line, text: one.text, words });
  }
  const { invited, granted } = counted;
  return { invited, granted, alreadyHeld: counted['already-held'], odd };
}

/** What came of it, or the words that say why nothing did. */
async function giveLine(
  visit: SignedInVisit,
  typed: TypedRole,
  ground: Ground,
  cells: { email: string; name: string; department: string },
): Promise<string> {
  const invitee = readInvitee(visit, cells);
  if (!invitee.ok) return Object.values(invitee.problems)[0]!;
  const department = findNamed(ground.departments, cells.department);
  if (typed.role === 'agent' && !department)
    return cells.department === ''
      ? m.access_line_no_department()
      : m.access_line_unknown_department({ name: excerptOf(cells.department, 80) });
  if (typed.role !== 'agent' && cells.department !== '') return m.access_line_department();
  const read = readAskedRole({ ...typed, department: department?.id ?? '' }, ground);
  if (!read.ok) return Object.values(roleProblemWords(read.problems))[0]!;
  const giving = await giveByAddress(visit, invitee.invitee, read.asked);
  return typeof giving === 'object' ? giving.words : giving;
}

/** A service by its name, however it was spelled in capitals. */
export const findNamed = (
  departments: readonly Department[],
  name: string,
): Department | undefined => {
  const asked = name.normalize('NFC').toLocaleLowerCase('fr').replaceAll(/\s+/g, ' ').trim();
  return departments.find((one) => one.name.toLocaleLowerCase('fr') === asked);
};

async function showInvitations(visit: SignedInVisit, refused?: string): Promise<Answer> {
  const { db, organisation, url } = visit;
  const { searchParams } = url;
  const [id, time] = [
    searchParams.get('apres') ?? '',
    Number(searchParams.get('le') ?? Number.NaN),
  ];
  const after =
    isUuid(id) && Number.isSafeInteger(time) && time > 0 && time < 8e15
      ? { id, sentAt: new Date(time) }
      : undefined;
  const listed = await listInvitations(db, organisation.id, {
    ...(after && { after }),
    limit: SHOWN + 1,
  });
  const shown = listed.slice(0, SHOWN);
  const last: Invitation | undefined = listed.length > SHOWN ? shown.at(-1) : undefined;
  return page({
    title: m.access_invitations_title(),
    section: 'admin',
    ...(refused && { status: 429 }),
    body: (
      <InvitationsPage
        invitations={shown}
        places={await loadPlaces(visit)}
        days={INVITATION_DAYS}
        refused={refused}
        nextHref={
          last ? urls.adminInvitations({ apres: last.id, le: last.sentAt.getTime() }) : undefined
        }
      />
    ),
  });
}

async function showMany(
  visit: SignedInVisit,
  typed: TypedRole,
  lines: string,
  problems: Problems = {},
  report: ManyReport | null = null,
): Promise<Answer> {
  const { roles, editions } = await loadGround(visit);
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.access_many_title(),
    section: 'admin',
    ...(faulty && { status: 422, faulty }),
    body: (
      <InviteManyPage
        typed={typed}
        lines={lines}
        problems={problems}
        report={report}
        roles={roles}
        editions={editions}
      />
    ),
  });
}
