import * as m from '../../paraglide/messages.js';
import { ROLES } from '../../platform/http/roles.ts';
import type { RecordedFact } from '../../platform/journal/journal.ts';
import { formatDate } from '../../ui/format.ts';
import { roleWords } from '../identity/index.page.ts';

/** Sentences of the journal about people, services and the organisation itself. */
type Tell = (fact: RecordedFact, context: { nicknames: ReadonlyMap<string, string> }) => string;

const roleName = ({ detail }: RecordedFact): string => {
  const role = ROLES.find((one) => one === detail.role);
  return role ? roleWords[role].name() : String(detail.role ?? '');
};

const role: (words: (inputs: { role: string; nickname: string }) => string) => Tell =
  (words) =>
  (fact, { nicknames }) =>
    words({
      role: roleName(fact),
      nickname: nicknames.get(fact.subject.id ?? '') ?? m.admin_someone(),
    });

const named: (words: (inputs: { name: string }) => string) => Tell =
  (words) =>
  ({ detail }) =>
    words({ name: typeof detail.name === 'string' ? detail.name : '' });

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const sayDay = (value: unknown): string => formatDate(new Date(`${text(value)}T12:00:00Z`), 'day');

const numbered: (words: (inputs: { number: string }) => string) => Tell =
  (words) =>
  ({ detail }) =>
    words({ number: String(detail.number ?? '') });

export const accessSentences: Record<string, Tell> = {
  'role.granted': role(m.access_fact_granted),
  'role.revoked': role(m.access_fact_revoked),
  'role.changed': role(m.access_fact_changed),
  'invitation.sent': (fact) => m.access_fact_invited({ role: roleName(fact) }),
  'invitation.renewed': () => m.access_fact_renewed(),
  'invitation.withdrawn': () => m.access_fact_withdrawn(),
  'invitation.accepted': () => m.access_fact_accepted(),
  'department.declared': named(m.access_fact_department_declared),
  'department.changed': named(m.access_fact_department_changed),
  'department.closed': named(m.access_fact_department_closed),
  'department.reopened': named(m.access_fact_department_reopened),
  'organisation.changed': () => m.access_fact_organisation(),
  'organisation.logo-changed': () => m.access_fact_logo(),
  'organisation.logo-removed': () => m.access_fact_logo_removed(),
  'promotion-pause.declared': ({ detail }) =>
    m.pauses_fact_declared({
      from: sayDay(detail.from),
      until: sayDay(detail.until),
      reason: text(detail.reason),
    }),
  'promotion-pause.lifted': ({ detail }) => m.pauses_fact_lifted({ reason: text(detail.reason) }),
  'message.received': numbered(m.contact_fact_received),
  'message.answered': numbered(m.contact_fact_answered),
  'message.closed': numbered(m.contact_fact_closed),
  'message.reopened': numbered(m.contact_fact_reopened),
};
