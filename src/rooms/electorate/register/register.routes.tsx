import * as m from '../../../paraglide/messages.js';
import { readNow } from '../../../platform/database/database.ts';
import { openStorage } from '../../../platform/files/index.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { receiveFile } from '../../../platform/http/streamed-upload.ts';
import { page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { findOfficeVote } from '../../spaces/index.routes.ts';
import type { Edition } from '../../spaces/index.ts';
import { ErasePage } from './erase.page.tsx';
import { insertImport, listImports } from './import.store.ts';
import { refuseErasing } from './keeping.ts';
import { RegisterPage } from './register.page.tsx';
import { eraseRegister, findStanding } from './register.store.ts';
import { takeFile } from './upload.store.ts';
import { fileProblems } from './words.page.ts';

/** Bytes: two million lines. It is never held in memory. */
const LARGEST_FILE = 300 * 1024 * 1024;

/** The register of an edition: its standing, a file sent in, all of it erased. */
export const registerRoutes: readonly Route[] = [
  get(urls.adminRegister, 'officer', async (visit) =>
    registerPage(visit, await findOfficeVote(visit), {}),
  ),

  post(
    urls.adminRegister,
    'officer',
    async (visit) => {
      const edition = await findOfficeVote(visit);
      const upload = await receiveFile(visit.request, LARGEST_FILE);
      if (!upload) return registerPage(visit, edition, { fichier: m.register_file_missing() });
      const storage = openStorage(visit.config);
      const taken = await takeFile(storage, visit.organisation.id, upload);
      if (!taken.ok) {
        const words = fileProblems[taken.refusal]({ column: taken.column ?? '' });
        return registerPage(visit, edition, { fichier: words });
      }
      const { file } = taken;
      try {
        await insertImport(visit.db, actOf(visit), edition.id, file);
      } catch (error) {
        await storage.deleteFile(file.storageKey);
        throw error;
      }
      const at = { edition: edition.slug, import: file.id };
      return seeOther(visit, urls.adminRegisterImport(at));
    },
    { bodyLimit: LARGEST_FILE },
  ),

  get(urls.adminRegisterErase, 'officer', async (visit) => {
    const edition = await findOfficeVote(visit);
    return erasePage(visit, edition);
  }),

  post(urls.adminRegisterErase, 'officer', async (visit) => {
    const edition = await findOfficeVote(visit);
    const erased = await eraseRegister(visit.db, actOf(visit), edition);
    return erased.ok
      ? seeOther(visit, urls.adminRegister({ edition: edition.slug }), 'register-erased')
      : erasePage(visit, edition, 409);
  }),
];

export function actOf({ organisation, visitor }: SignedInVisit) {
  return { organisationId: organisation.id, by: visitor.id };
}

async function registerPage(visit: SignedInVisit, edition: Edition, problems: Problems) {
  const of = { organisationId: visit.organisation.id, editionId: edition.id };
  const [standing, imports] = await Promise.all([
    findStanding(visit.db, of),
    listImports(visit.db, of),
  ]);
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.register_title(),
    section: 'admin',
    ...(faulty && { status: 422, faulty }),
    body: <RegisterPage {...{ edition, standing, imports, problems }} />,
  });
}

async function erasePage(visit: SignedInVisit, edition: Edition, status: 200 | 409 = 200) {
  const of = { organisationId: visit.organisation.id, editionId: edition.id };
  const { entries, inUseUntil } = await findStanding(visit.db, of);
  const imports = await listImports(visit.db, of);
  const importing = imports.some(({ stage }) => stage === 'waiting' || stage === 'importing');
  const facts = { edition, entries, importing, inUseUntil };
  const refusal = refuseErasing(facts, await readNow(visit.db));
  return page({
    title: m.register_erase_question(),
    section: 'admin',
    status,
    body: <ErasePage edition={edition} entries={entries} refusal={refusal} />,
  });
}
