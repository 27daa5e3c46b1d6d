import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import { pdfAnswer } from '../../../platform/pdf/pdf-answer.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { findOfficeEdition } from '../../spaces/index.routes.ts';
import { type Edition, findPhase } from '../../spaces/index.ts';
import { countPeopleWithoutCode, listAddressees } from '../register/postal.store.ts';
import { actOf } from '../register/register.routes.tsx';
import { listAddressLines } from './addressee.ts';
import { BatchPage, RevokePage, SentPage } from './batch.page.tsx';
import { findBatch, insertBatch, listBatches, markBatchSent, revokeBatch } from './batch.store.ts';
import { LETTERS_A_FILE, readBatch, stateOf } from './batch.ts';
import { queueKeysEnd } from './codes.jobs.ts';
import { batchFields, batchProblems, CodesPage, type TypedBatch } from './codes.page.tsx';
import { listCodes } from './codes.store.ts';
import { writeLetters } from './letters.pdf.ts';

/** Personal codes as officers run them: made by batches, printed, sent, revoked. */
export const codesRoutes: readonly Route[] = [
  get(urls.adminCodes, 'officer', async (visit) =>
    codesPage(visit, await findOfficeEdition(visit), { kind: '', count: '', inPerson: '' }),
  ),

  post(urls.adminCodes, 'officer', async (visit) => {
    const edition = await findOfficeEdition(visit);
    const form = await visit.form();
    const typed = {
      kind: form.text(batchFields.kind),
      count: form.text(batchFields.count),
      inPerson: form.text(batchFields.inPerson),
    };
    const of = { organisationId: visit.organisation.id, editionId: edition.id };
    const reading = readBatch(typed, await countPeopleWithoutCode(visit.db, of));
    if (!reading.ok) {
      const problems = reading.refusals.map((refusal) => {
        const { field, words } = batchProblems[refusal];
        return [field, words()];
      });
      return codesPage(visit, edition, typed, Object.fromEntries(problems));
    }
    const id = await insertBatch(visit.db, actOf(visit), edition.id, reading.batch);
    await queueKeysEnd(visit.db, of, findPhase(edition, 'vote')?.endsAt ?? null);
    return seeOther(visit, urls.adminCodeBatch({ edition: edition.slug, batch: id }));
  }),

  get(urls.adminCodeBatch, 'officer', async (visit) => {
    const { edition, batch } = await loadBatch(visit);
    return page({
      title: m.codes_batch_title({ number: String(batch.number) }),
      section: 'admin',
      passing: stateOf(batch) === 'making',
      body: <BatchPage edition={edition} batch={batch} />,
    });
  }),

  get(urls.adminCodeLetters, 'officer', async (visit) => {
    const { edition, batch } = await loadBatch(visit);
    const from = /^\d{1,6}$/.test(visit.url.searchParams.get('de') ?? '')
      ? Number(visit.url.searchParams.get('de'))
      : 1;
    const keys = openKeys(visit.config.keysFolder);
    const range = { from, most: LETTERS_A_FILE };
    const codes = found(await listCodes(visit.db, keys, batch, range), 'code-letters');
    const entries = codes.flatMap(({ entryId }) => entryId ?? []);
    const people = await listAddressees(visit.db, batch, entries);
    const letters = codes.flatMap(({ number, code, entryId }) => {
      if (entryId === null) return [{ number, code, to: [] }];
      const to = people.get(entryId);
      // nobody to write to any more: no letter without its address leaves by mistake
      return to ? [{ number, code, to: listAddressLines(to) }] : [];
    });
    const [first] = letters;
    const last = found(letters.at(-1) ?? null, 'code-letters');
    const vote = findPhase(edition, 'vote');
    const file = await writeLetters(
      {
        root: visit.config.root,
        organisation: visit.organisation,
        edition,
        voteDates: vote?.endsAt ? { from: vote.startsAt, to: vote.endsAt } : null,
        batch,
        voteAddress: visit.origin + urls.vote({ edition: edition.slug }),
      },
      letters,
    );
    const name = [m.codes_file_letters(), batch.number, first!.number, last.number].join('-');
    return pdfAnswer(file, name);
  }),

  get(urls.adminCodesSent, 'officer', async (visit) => sentPage(await loadBatch(visit))),

  post(urls.adminCodesSent, 'officer', async (visit) => {
    const { edition, batch } = await loadBatch(visit);
    const keys = openKeys(visit.config.keysFolder);
    const sent = await markBatchSent(visit.db, keys, batch, visit.visitor.id);
    const here = urls.adminCodeBatch({ edition: edition.slug, batch: batch.id });
    return seeOther(visit, here, sent ? 'codes-sent' : undefined);
  }),

  get(urls.adminCodesRevoke, 'officer', async (visit) => {
    const { edition, batch } = await loadBatch(visit);
    return page({
      title: m.codes_revoke_question(),
      section: 'admin',
      body: <RevokePage edition={edition} batch={batch} />,
    });
  }),

  post(urls.adminCodesRevoke, 'officer', async (visit) => {
    const { edition, batch } = await loadBatch(visit);
    const keys = openKeys(visit.config.keysFolder);
    const revoked = await revokeBatch(visit.db, keys, batch, visit.visitor.id);
    const here = urls.adminCodeBatch({ edition: edition.slug, batch: batch.id });
    return seeOther(visit, here, revoked ? 'codes-revoked' : undefined);
  }),
];

async function loadBatch(visit: SignedInVisit<'edition' | 'batch'>) {
  const edition = await findOfficeEdition(visit);
  const of = { organisationId: visit.organisation.id, editionId: edition.id };
  return { edition, batch: found(await findBatch(visit.db, of, visit.params.batch), 'code-batch') };
}

function sentPage(shown: Awaited<ReturnType<typeof loadBatch>>) {
  return page({
    title: m.codes_sent_question(),
    section: 'admin',
    body: <SentPage {...shown} />,
  });
}

async function codesPage(
  visit: SignedInVisit,
  edition: Edition,
  typed: TypedBatch,
  problems: Problems = {},
) {
  const of = { organisationId: visit.organisation.id, editionId: edition.id };
  const [batches, people] = await Promise.all([
    listBatches(visit.db, of),
    countPeopleWithoutCode(visit.db, of),
  ]);
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.codes_title(),
    section: 'admin',
    ...(faulty && { status: 422, faulty }),
    body: <CodesPage {...{ edition, batches, people, typed, problems }} />,
  });
}
