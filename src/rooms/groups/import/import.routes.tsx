import { isDisposableEmailDomain } from 'disposable-email-domains-js';
import * as m from '../../../paraglide/messages.js';
import { countHit } from '../../../platform/http/limits.ts';
import { badRequest } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { readUsableEmail } from '../../identity/index.ts';
import { tellLeadsInvited } from '../group.mails.ts';
import { writeInvitationToken } from '../invitation.routes.tsx';
import { actOf, inMovements, senderOf } from '../load.routes.ts';
import { keepLines, type ReadFile, readGroupFile, readKeptLines } from './group-file.store.ts';
import { LARGEST_FILE, readLines, type TypedLine } from './group-import.ts';
import { FILE_FIELD, fileProblems, ImportPage, KEPT_FIELD, type Outlook } from './import.page.tsx';
import { bringIn, listThereAlready } from './import.store.ts';

/** What carries the lines costs more than the lines. */
const BODY_LIMIT = 2 * LARGEST_FILE;
const FILES_AN_HOUR = 60;

/** Groups that the office brings in from a file: nothing is kept between looking at it and doing it. */
export const importRoutes: readonly Route[] = inMovements([
  get(urls.adminGroupImport, 'officer', () => importPage(null)),

  post(
    urls.adminGroupImport,
    'officer',
    async (visit) => {
      const key = `group-file:${visit.visitor.id}`;
      await countHit(visit.db, { key, hits: FILES_AN_HOUR, seconds: 3600 });
      const [file] = (await visit.form()).files(FILE_FIELD);
      const read = await readFile(file);
      if (!read.ok) return importPage(null, { [FILE_FIELD]: fileProblems[read.refusal]() });
      return importPage(await lookAt(visit, read.lines));
    },
    { bodyLimit: BODY_LIMIT },
  ),

  post(
    urls.adminGroupImportRun,
    'officer',
    async (visit) => {
      const { db, organisation } = visit;
      const lines = readKeptLines((await visit.form()).raw(KEPT_FIELD));
      if (!lines) throw badRequest('unreadable-lines');
      // read once more: what stands in a form may have been changed
      const outlook = await lookAt(visit, lines);
      if (outlook.faulty.length > 0) return importPage(outlook);
      const done = await db.transaction().execute(async (tx) => {
        const brought = await bringIn(tx, actOf(visit), outlook.groups);
        if (!brought.ok) return brought;
        const invited = brought.groups.map(({ name, email, invitationId }) => ({
          group: name,
          email,
          token: writeInvitationToken(visit, invitationId),
        }));
        await tellLeadsInvited(tx, senderOf(visit), organisation.defaultLocale, invited);
        return brought;
      });
      if (!done.ok) return importPage({ ...outlook, faulty: done.faulty });
      return seeOther(visit, urls.adminGroups(), 'groups-imported');
    },
    { bodyLimit: BODY_LIMIT },
  ),
]);

async function readFile(file: File | undefined): Promise<ReadFile> {
  if (!file) return { ok: false, refusal: 'file-missing' };
  if (file.size > LARGEST_FILE) return { ok: false, refusal: 'file-too-large' };
  return readGroupFile(new Uint8Array(await file.arrayBuffer()));
}

async function lookAt(visit: SignedInVisit, lines: readonly TypedLine[]): Promise<Outlook> {
  const { db, organisation } = visit;
  // a list of domains is long to go through, and thousands of lines share a few
  const asked = new Map<string, boolean>();
  const isDisposable = (domain: string) => {
    const known = asked.get(domain) ?? isDisposableEmailDomain(domain);
    asked.set(domain, known);
    return known;
  };
  const { groups, faulty } = readLines(lines, (typed) => {
    const read = readUsableEmail(typed, isDisposable);
    return typeof read === 'string' ? null : read;
  });
  const there = await listThereAlready(db, organisation.id, groups);
  return {
    groups,
    faulty: [...faulty, ...there].toSorted((one, other) => one.row - other.row),
    kept: keepLines(lines),
  };
}

function importPage(outlook: Outlook | null, problems: Problems = {}): Answer {
  const lines = outlook?.faulty.length ?? 0;
  const said =
    lines > 0 ? { ...problems, [FILE_FIELD]: m.groups_import_faulty({ count: lines }) } : problems;
  const faulty = Object.keys(said).length > 0;
  return page({
    title: m.groups_import_title(),
    section: 'admin',
    ...(faulty && { status: 422 as const, faulty }),
    body: <ImportPage outlook={outlook} problems={said} />,
  });
}
