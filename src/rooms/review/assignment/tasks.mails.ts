import * as m from '../../../paraglide/messages.js';
import type { Config } from '../../../platform/config.ts';
import { readNow, type Tx } from '../../../platform/database/database.ts';
import { originOf } from '../../../platform/http/origin.ts';
import { type Locale, withLocale } from '../../../platform/locale/locale.ts';
import { formatDate } from '../../../ui/format.ts';
import { urls } from '../../../urls.ts';
import { type Agent, listAgents, listPeopleInRoles } from '../../identity/index.ts';
import { type Letter, queueLetter } from '../../notifications/index.ts';
import { type Department, findOrganisation, listDepartments } from '../../organisations/index.ts';
import { dayInParis, findEditionById } from '../../spaces/index.ts';
import { daysLeft } from './assignment.ts';
import { findAssignment } from './opinion.store.ts';
import type { DueTask } from './round.store.ts';

/** As many ideas as a letter reads well with; the queue has them all. */
const NAMED = 20;

interface Reader {
  personId: string | null;
  email: string;
  locale: Locale;
}

/** Whom a department's work is sent to: its referents; else its agents; else its own address; else nobody. */
function listReaders(
  department: Pick<Department, 'id' | 'email'>,
  agents: readonly Agent[],
  locale: Locale,
): Reader[] {
  const own = agents.filter(({ departmentId }) => departmentId === department.id);
  const referents = own.filter(({ isReferent }) => isReferent);
  const people = referents.length > 0 ? referents : own;
  if (people.length > 0)
    return people.map(({ personId, email, locale: own }) => ({ personId, email, locale: own }));
  return department.email === '' ? [] : [{ personId: null, email: department.email, locale }];
}

/**
 * One letter to each reader of each department, whatever the number of ideas. `once`: what a second letter of the same
 * kind would repeat.
 */
export async function tellDepartments(
  tx: Tx,
  config: Pick<Config, 'port'>,
  organisationId: string,
  tasks: readonly DueTask[],
  { once, request = '' }: { once: string; request?: string },
): Promise<void> {
  if (tasks.length === 0) return;
  const organisation = await findOrganisation(tx, organisationId);
  if (!organisation) return;
  const today = dayInParis(await readNow(tx));
  const departments = await listDepartments(tx, organisationId, { closed: true });
  const groups = Map.groupBy(
    tasks,
    ({ departmentId, editionId }) => `${departmentId} ${editionId}`,
  );
  for (const [key, group] of groups) {
    const [departmentId = '', editionId = ''] = key.split(' ');
    const edition = await findEditionById(tx, organisationId, editionId);
    const department = departments.find(({ id }) => id === departmentId);
    if (!edition || !department) continue;
    const agents = await listAgents(tx, organisationId, [departmentId], editionId);
    for (const reader of listReaders(department, agents, organisation.defaultLocale)) {
      const written = withLocale(reader.locale, () =>
        write(group, {
          today,
          request,
          service: department.name,
          edition: edition.title,
          organisation: organisation.name,
          link: originOf(organisation.host, config) + urls.tasks(),
        }),
      );
      await queueLetter(tx, {
        ...letterTo(organisationId, reader, written),
        target: { kind: 'edition', id: editionId },
        onceKey: `${once}:${key}:${reader.email}`,
      });
    }
  }
}

const letterTo = (
  organisationId: string,
  { personId, email, locale }: Reader,
  written: { subject: string; text: string },
): Letter => ({
  organisationId,
  topic: 'tasks',
  personId,
  address: email,
  locale,
  ...written,
  target: null,
});

interface Shared {
  today: string;
  request: string;
  service: string;
  edition: string;
  organisation: string;
  link: string;
}

/** What is new, then what is soon due; the subject says the more pressing. */
function write(tasks: readonly DueTask[], shared: Shared): { subject: string; text: string } {
  const fresh = tasks.filter(({ days }) => days === 0);
  const due = tasks.filter(({ days }) => days !== 0);
  const parts = [
    m.assign_mail_hello({ service: shared.service }),
    ...(due.length > 0
      ? [`${m.assign_mail_due({ count: due.length })}\n${listLines(due, shared.today)}`]
      : []),
    ...(fresh.length > 0
      ? [
          `${m.assign_mail_new({ count: fresh.length, edition: shared.edition })}\n${listLines(fresh, shared.today)}`,
        ]
      : []),
    ...(shared.request ? [m.assign_mail_request({ request: shared.request })] : []),
    m.assign_mail_link({ link: shared.link }),
    m.assign_mail_return(),
    shared.organisation,
  ];
  const first = due[0];
  const subject =
    first === undefined
      ? m.assign_mail_new_subject({ count: fresh.length, edition: shared.edition })
      : daysLeft(first.dueOn, shared.today) <= 1
        ? m.assign_mail_due_soon_subject({ count: due.length })
        : m.assign_mail_due_subject({ count: due.length });
  return { subject: subject.replaceAll(/\s+/g, ' '), text: parts.join('\n\n') };
}

function listLines(tasks: readonly DueTask[], today: string): string {
  const lines = tasks.slice(0, NAMED).map(({ number, title, dueOn }) => {
    const date = formatDate(new Date(`${dueOn}T12:00:00Z`), 'weekday');
    const left = daysLeft(dueOn, today);
    const when =
      left === 0
        ? m.assign_mail_today()
        : left === 1
          ? m.assign_mail_tomorrow({ date })
          : m.assign_until({ date });
    return `– ${m.assign_mail_line({ number, title: title.replaceAll(/\s+/g, ' '), when })}`;
  });
  const more = tasks.length - NAMED;
  return [...lines, ...(more > 0 ? [`– ${m.assign_more({ count: more })}`] : [])].join('\n');
}

/** The office is written to when a department says « pas mon service »: an idea waits for somebody. */
export async function tellOfficeOfReturn(
  tx: Tx,
  config: Config,
  organisationId: string,
  opinionId: string,
): Promise<void> {
  const [organisation, opinion] = await Promise.all([
    findOrganisation(tx, organisationId),
    findAssignment(tx, organisationId, opinionId),
  ]);
  if (!organisation || !opinion) return;
  const edition = await findEditionById(tx, organisationId, opinion.editionId);
  const departments = await listDepartments(tx, organisationId, { closed: true });
  const nameOf = (id: string | null) => departments.find((one) => one.id === id)?.name ?? '';
  const officers = await listPeopleInRoles(tx, organisationId, ['officer'], opinion.editionId);
  const readers = officers.length
    ? officers
    : await listPeopleInRoles(tx, organisationId, ['administrator']);
  for (const { id, email, locale } of readers) {
    const suggested = nameOf(opinion.suggestedDepartmentId);
    const written = withLocale(locale, () => ({
      subject: m.assign_mail_returned_subject({
        service: nameOf(opinion.departmentId),
        number: opinion.number,
      }),
      text: [
        m.assign_mail_returned({
          service: nameOf(opinion.departmentId),
          number: opinion.number,
          title: opinion.title.replaceAll(/\s+/g, ' '),
          comment: opinion.returnComment,
        }),
        ...(suggested ? [m.assign_mail_returned_suggests({ service: suggested })] : []),
        m.assign_mail_returned_link({
          link:
            originOf(organisation.host, config) +
            urls.adminOpinion({ edition: edition?.slug ?? '', opinion: opinion.id }),
        }),
        organisation.name,
      ].join('\n\n'),
    }));
    await queueLetter(tx, {
      ...letterTo(organisationId, { personId: id, email, locale }, written),
      target: { kind: 'idea', id: opinion.ideaId },
      onceKey: `opinion-returned:${opinion.id}:${opinion.version}:${email}`,
    });
  }
}
