import { isDisposableEmailDomain } from 'disposable-email-domains-js';
import * as m from '../../../paraglide/messages.js';
import { dayInParis } from '../../../platform/clock/paris.ts';
import { readNow, type Tx } from '../../../platform/database/database.ts';
import { countHit } from '../../../platform/http/limits.ts';
import { badRequest } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import type { Space } from '../../consultations/index.ts';
import { readUsableEmail } from '../../identity/index.ts';
import { writeInvitationToken } from '../invitation.routes.tsx';
import { actOf, loadNetworkForTeam, senderOf } from '../load.routes.ts';
import { inviteHolders, tellHolder } from '../mandate.mails.ts';
import { findMandate } from '../mandate.store.ts';
import { FILE_FIELD, fileProblems, ImportPage, KEPT_FIELD, type Outlook } from './import.page.tsx';
import { type BroughtIn, bringIn, listThereAlready } from './import.store.ts';
import { keepLines, type ReadFile, readKeptLines, readMandateFile } from './mandate-file.store.ts';
import { LARGEST_FILE, readLines, type TypedLine } from './mandate-import.ts';

/** What carries the lines costs more than the lines. */
const BODY_LIMIT = 2 * LARGEST_FILE;
const FILES_AN_HOUR = 60;

/** Mandates that the team brings in from a file: nothing is kept between looking at it and doing it. */
export const importRoutes: readonly Route[] = [
  get(urls.adminMandateImport, 'space-organiser', async (visit) =>
    importPage(await loadNetworkForTeam(visit), null),
  ),

  post(
    urls.adminMandateImport,
    'space-organiser',
    async (visit) => {
      const space = await loadNetworkForTeam(visit);
      const key = `mandate-file:${visit.visitor.id}`;
      await countHit(visit.db, { key, hits: FILES_AN_HOUR, seconds: 3600 });
      const [file] = (await visit.form()).files(FILE_FIELD);
      const read = await readFile(file);
      if (!read.ok) return importPage(space, null, { [FILE_FIELD]: fileProblems[read.refusal]() });
      return importPage(space, await lookAt(visit, space, read.lines));
    },
    { bodyLimit: BODY_LIMIT },
  ),

  post(
    urls.adminMandateImportRun,
    'space-organiser',
    async (visit) => {
      const space = await loadNetworkForTeam(visit);
      const lines = readKeptLines((await visit.form()).raw(KEPT_FIELD));
      if (!lines) throw badRequest('unreadable-lines');
      // read once more: what stands in a form may have been changed
      const outlook = await lookAt(visit, space, lines);
      if (outlook.faulty.length > 0) return importPage(space, outlook);
      const done = await visit.db.transaction().execute(async (tx) => {
        const brought = await bringIn(tx, actOf(visit), space, outlook.mandates);
        if (brought.ok) await tellBroughtIn(tx, visit, space, brought.mandates);
        return brought;
      });
      if (!done.ok) return importPage(space, { ...outlook, faulty: done.faulty });
      const at = { space: space.slug };
      return seeOther(visit, urls.adminMandates(at, { etat: 'tous' }), 'mandates-imported');
    },
    { bodyLimit: BODY_LIMIT },
  ),
];

async function tellBroughtIn(
  tx: Tx,
  visit: SignedInVisit,
  space: Space,
  brought: readonly BroughtIn[],
): Promise<void> {
  const { organisation } = visit;
  for (const { id, personId } of brought) {
    const mandate = personId && (await findMandate(tx, organisation.id, space.id, id));
    if (mandate) await tellHolder(tx, senderOf(visit), space, mandate, 'verified', 'once');
  }
  const invited = brought.filter(({ personId }) => personId === null);
  await inviteHolders(
    tx,
    senderOf(visit),
    organisation.defaultLocale,
    space,
    invited.map(({ id, email, name }) => ({
      email,
      token: writeInvitationToken(visit, id),
      mandate: name,
    })),
  );
}

async function readFile(file: File | undefined): Promise<ReadFile> {
  if (!file) return { ok: false, refusal: 'file-missing' };
  if (file.size > LARGEST_FILE) return { ok: false, refusal: 'file-too-large' };
  return readMandateFile(Buffer.from(await file.arrayBuffer()));
}

async function lookAt(
  { db, organisation }: SignedInVisit,
  space: Space,
  lines: readonly TypedLine[],
): Promise<Outlook> {
  // a list of domains is long to go through, and many lines share a few
  const asked = new Map<string, boolean>();
  const isDisposable = (domain: string) => {
    const known = asked.get(domain) ?? isDisposableEmailDomain(domain);
    asked.set(domain, known);
    return known;
  };
  const today = dayInParis(await readNow(db));
  const { mandates, faulty } = readLines(lines, today, (typed) => {
    const read = readUsableEmail(typed, isDisposable);
    return typeof read === 'string' ? null : read;
  });
  const there = await listThereAlready(db, organisation.id, space.id, mandates);
  return {
    mandates,
    faulty: [...faulty, ...there].toSorted((one, other) => one.row - other.row),
    kept: keepLines(lines),
  };
}

function importPage(space: Space, outlook: Outlook | null, problems: Problems = {}): Answer {
  const lines = outlook?.faulty.length ?? 0;
  const said =
    lines > 0 ? { ...problems, [FILE_FIELD]: m.groups_import_faulty({ count: lines }) } : problems;
  const faulty = Object.keys(said).length > 0;
  return page({
    title: m.mandates_import_title(),
    section: 'admin',
    ...(faulty && { status: 422 as const, faulty }),
    body: <ImportPage space={space} outlook={outlook} problems={said} />,
  });
}
