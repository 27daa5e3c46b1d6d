import * as m from '../../../paraglide/messages.js';
import { cleanText } from '../../../platform/http/form.ts';
import { Refused } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { actOf, giveByAddress, readInvitee } from '../../identity/index.routes.ts';
import {
  changeDepartment,
  type Department,
  insertDepartment,
  listDepartments,
} from '../../organisations/index.ts';
import { findNamed, oddProblem } from '../access/invitations.routes.tsx';
import {
  LINES_LIMIT,
  MOST_LINES,
  type PastedLine,
  readLines,
  readTextFile,
} from '../access/pasted-lines.routes.ts';
import { departmentWords } from './department-words.page.ts';
import { readDepartmentEmail } from './departments.routes.tsx';
import { IMPORT_FIELDS, ImportDepartmentsPage, type ImportReport } from './import.page.tsx';

/** Services and their agents, many at a time (R36). */
export const importRoutes: readonly Route[] = [
  get(urls.adminImportDepartments, 'officer', () => showImport('', {})),

  post(
    urls.adminImportDepartments,
    'officer',
    async (visit) => {
      const text = await readSent(visit);
      if (text === null)
        return showImport('', { [IMPORT_FIELDS.file]: m.access_import_too_large() });
      const lines = readLines(text).filter((line, index) => index > 0 || !isHeading(line));
      if (lines.length === 0)
        return showImport(text, { [IMPORT_FIELDS.lines]: m.access_many_nothing() });
      if (lines.length > MOST_LINES)
        return showImport(text, {
          [IMPORT_FIELDS.lines]: m.access_many_too_many({ most: MOST_LINES }),
        });
      const report = await takeLines(visit, lines);
      const left = report.odd.map((one) => one.text).join('\n');
      return showImport(left, oddProblem(report.odd.length), report);
    },
    { bodyLimit: 2 * LINES_LIMIT },
  ),
];

/** What was pasted, then what the file holds; null: more than is read at once. */
async function readSent(visit: SignedInVisit): Promise<string | null> {
  try {
    const form = await visit.form();
    const [file] = form.files(IMPORT_FIELDS.file);
    const pasted = form.text(IMPORT_FIELDS.lines);
    return file ? `${pasted}\n${cleanText(await readTextFile(file))}`.trim() : pasted;
  } catch (error) {
    if (error instanceof Refused && error.status === 413) return null;
    throw error;
  }
}

/** « service ; courriel ; … »: the first line of a table says what its columns hold. */
const isHeading = ({ cells }: PastedLine): boolean =>
  /^(service|direction|department)s?$/i.test(cells[0] ?? '');

/** Each line apart: one that is odd holds up no other. */
async function takeLines(
  visit: SignedInVisit,
  lines: readonly PastedLine[],
): Promise<ImportReport> {
  const report = { granted: 0, invited: 0, there: 0 };
  const odd: ImportReport['odd'][number][] = [];
  const { db, organisation } = visit;
  // of two with one name, the one at work
  const departments = (await listDepartments(db, organisation.id, { closed: true })).sort(
    (a, b) => Number(a.closedAt !== null) - Number(b.closedAt !== null),
  );
  const known = departments.length;
  for (const line of lines) {
    const taken = await takeLine(visit, departments, line.cells);
    if (taken !== null && taken in report) report[taken as keyof typeof report] += 1;
    else if (taken !== null) odd.push({ line: line.line, text: line.text, words: taken });
  }
  return { ...report, declared: departments.length - known, odd };
}

/**
 * What came of a line's agent, or the words that say why nothing did: a line is looked through before anything is
 * written. null: a service was declared, without anybody. `departments` gains it.
 */
async function takeLine(
  visit: SignedInVisit,
  departments: Department[],
  cells: readonly string[],
): Promise<string | null> {
  const [name = '', departmentEmail = '', agentEmail = '', agentName = '', referent = ''] = cells;
  const known = findNamed(departments, name);
  if (known && known.closedAt !== null) return m.access_line_closed({ name: known.name });
  const email = readDepartmentEmail(departmentEmail);
  if (email === null) return m.access_line_department_email();
  if (known && known.email !== '' && email !== '' && known.email !== email)
    return m.access_line_other_email({ name: known.name, email: known.email });
  const isReferent = readYes(referent);
  if (isReferent === null) return m.access_line_referent();
  const invitee =
    agentEmail === '' ? null : readInvitee(visit, { email: agentEmail, name: agentName });
  if (invitee && !invitee.ok) return Object.values(invitee.problems)[0]!;
  if (!invitee && (agentName !== '' || referent !== '')) return m.access_line_no_agent();

  const declared = known ? null : await declare(visit, name, email);
  if (typeof declared === 'string') return declared;
  if (declared) departments.push(declared);
  const department = known ?? declared!;
  if (known && known.email === '' && email !== '') {
    await changeDepartment(visit.db, actOf(visit), known.id, { name: known.name, email });
    known.email = email;
  }
  if (!invitee?.ok) return declared ? null : 'there';
  const giving = await giveByAddress(visit, invitee.invitee, {
    role: 'agent',
    editionId: null,
    departmentId: department.id,
    isReferent,
    endsAt: null,
  });
  if (typeof giving === 'object') return giving.words;
  return giving === 'already-held' ? 'there' : giving;
}

async function declare(
  visit: SignedInVisit,
  name: string,
  email: string,
): Promise<Department | string> {
  const written = await insertDepartment(visit.db, actOf(visit), { name, email });
  return written.ok
    ? { id: written.id, name, email, closedAt: null }
    : departmentWords[written.refusal]();
}

function readYes(cell: string): boolean | null {
  if (/^(oui|o|x|1|yes|y|r[ée]f[ée]rente?)$/i.test(cell)) return true;
  return /^(non|n|0|no|)$/i.test(cell) ? false : null;
}

function showImport(lines: string, problems: Problems, report: ImportReport | null = null): Answer {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.access_import_title(),
    section: 'admin',
    ...(faulty && { status: 422, faulty }),
    body: <ImportDepartmentsPage lines={lines} problems={problems} report={report} />,
  });
}
