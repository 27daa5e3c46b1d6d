import * as m from '../../paraglide/messages.js';
import { readDay } from '../../platform/clock/paris.ts';
import { readNow } from '../../platform/database/database.ts';
import {
  answerFile,
  cleanUpload,
  deleteFile,
  findFile,
  keepFile,
  openStorage,
  removeBytes,
} from '../../platform/files/index.ts';
import { UPLOAD_LIMIT } from '../../platform/http/form.ts';
import { countHit } from '../../platform/http/limits.ts';
import { found } from '../../platform/http/refused.ts';
import { get, mayIn, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import type { Problems } from '../../ui/form.tsx';
import { MAP_SCRIPT } from '../../ui/map.tsx';
import { sayScan } from '../../ui/scan-words.ts';
import { urls } from '../../urls.ts';
import { textProblems } from '../ideas/index.page.ts';
import { type PlacePart, readPlacePart, readText } from '../ideas/index.routes.ts';
import {
  checkPaper,
  enterIdea,
  findIdeaByNumber,
  findOrigins,
  type IdeaText,
} from '../ideas/index.ts';
import { readEmail, readTypedDate } from '../identity/index.ts';
import { queueLetter } from '../notifications/index.ts';
import { dayInParis, type Edition, readNumber } from '../spaces/index.ts';
import { loadEdition } from './collect.routes.tsx';
import { entryWords, paperProblems, placeWords } from './entry-words.page.ts';
import { writePaperReceipt } from './paper.mails.ts';
import { PaperPage, type TypedPaper } from './paper.page.tsx';

/** Ideas that one person types in an hour: a stack of sheets, not a robot. */
const ENTRIES_AN_HOUR = 120;

export const paperRoutes: readonly Route[] = [
  get(urls.collectPaper, 'ambassador', async (visit) => {
    const edition = await loadEdition(visit);
    const [year, month, day] = dayInParis(await readNow(visit.db)).split('-') as [
      string,
      string,
      string,
    ];
    const typed = { ...NOTHING, consentOn: { day, month, year } };
    return paperPage(edition, typed, NO_TEXT, await readPlacePart(visit, edition, null));
  }),

  post(
    urls.collectPaper,
    'ambassador',
    async (visit) => {
      const { db, organisation, visitor, config, origin } = visit;
      const edition = await loadEdition(visit);
      const form = await visit.form();
      const typed = readTyped(form);
      const text = readText(form, edition);
      const where = await readPlacePart(visit, edition, form);
      const sheet = form.files('sheet')[0];
      // an address looked for: the rest of the sheet may not be typed yet
      if (where.again === 'searched')
        return paperPage(edition, typed, text, where, sheet && { sheet: m.entry_sheet_again() });
      const email = readEmail(typed.email);
      const consentOn = readDay(typed.consentOn) ?? '';
      const refused = checkPaper(
        {
          name: typed.name,
          email: typed.email === '' ? 'none' : typeof email === 'string' ? 'unreadable' : 'read',
          phone: typed.phone,
          postalAddress: typed.postal,
          signature: typed.signature,
          consents: typed.consents,
          consentOn,
        },
        dayInParis(await readNow(db)),
      );
      const problems: Problems = { ...paperProblems(refused), ...placeWords(where) };
      const cleaned = sheet ? await cleanUpload(config, sheet) : null;
      if (cleaned && !cleaned.ok)
        problems.sheet = sayScan(cleaned.refusal) ?? m.entry_problem_sheet();
      if (Object.keys(problems).length > 0) {
        if (sheet) problems.sheet ??= m.entry_sheet_again();
        return paperPage(edition, typed, text, where, problems);
      }
      await countHit(db, { key: `entry:${visitor.id}`, hits: ENTRIES_AN_HOUR, seconds: 3600 });
      const kept = cleaned?.ok
        ? await keepFile(db, openStorage(config), organisation.id, cleaned.upload, {
            alt: '',
            uploadedBy: visitor.id,
          })
        : null;
      const address = typeof email === 'string' ? null : email;
      const entered = await db.transaction().execute(async (tx) => {
        const entry = await enterIdea(tx, {
          organisationId: organisation.id,
          editionId: edition.id,
          by: visitor.id,
          isOfficer: mayIn('officer', visitor, edition.id),
          ...text,
          place: where.place,
          signature:
            typed.signature || m.entry_signature_paper({}, { locale: organisation.defaultLocale }),
          origin: {
            channel: 'paper',
            name: typed.name,
            email: address?.email ?? '',
            mailbox: address?.mailbox ?? '',
            phone: typed.phone,
            postalAddress: typed.postal,
            locale: organisation.defaultLocale,
            consentOn,
            consentFileId: kept?.fileId ?? null,
          },
        });
        if (entry.ok && address)
          await queueLetter(
            tx,
            writePaperReceipt({
              organisation,
              origin,
              edition,
              idea: { id: entry.id, number: entry.number, title: text.title },
              name: typed.name,
              email: address.email,
            }),
          );
        return entry;
      });
      if (!entered.ok) {
        if (kept) await forgetSheet(visit, kept.fileId);
        return paperPage(edition, typed, text, where, {
          ...(sheet && { sheet: m.entry_sheet_again() }),
          ...textProblems(entered.text, edition),
          ...(entered.refusal !== 'text-refused' && {
            form: entryWords(entered.refusal, edition),
          }),
        });
      }
      const at = { edition: edition.slug };
      return seeOther(
        visit,
        form.text('next') === 'oui' ? urls.collectPaper(at) : urls.collectEdition(at),
        'idea-entered',
      );
    },
    { bodyLimit: UPLOAD_LIMIT },
  ),

  get(urls.originFile, 'officer', async (visit) => {
    const { db, organisation, config, request, params } = visit;
    const edition = await loadEdition(visit);
    const number = found(readNumber(params.idea), 'idea');
    const idea = found(await findIdeaByNumber(db, organisation.id, edition.id, number), 'idea');
    const origin = (await findOrigins(db, organisation.id, [idea.id])).get(idea.id);
    const file = found(
      origin?.consentFileId ? await findFile(db, organisation.id, origin.consentFileId) : null,
      'file',
    );
    return answerFile(request, openStorage(config), file, 'whole');
  }),
];

/** A sheet of an idea that was not kept. */
async function forgetSheet({ db, organisation, config }: SignedInVisit, fileId: string) {
  const gone = await deleteFile(db, organisation.id, fileId);
  if (gone) await removeBytes(openStorage(config), gone.storageKey);
}

const NO_TEXT: IdeaText = { title: '', body: '', categoryId: null, lang: 'fr' };
const NOTHING: Omit<TypedPaper, 'consentOn'> = {
  name: '',
  email: '',
  phone: '',
  postal: '',
  signature: '',
  consents: false,
};

function readTyped(form: { text(name: string): string }): TypedPaper {
  return {
    name: form.text('name'),
    email: form.text('email'),
    phone: form.text('phone'),
    postal: form.text('postal'),
    signature: form.text('signature'),
    consents: form.text('consent') === 'oui',
    consentOn: readTypedDate(form, 'day'),
  };
}

function paperPage(
  edition: Edition,
  typed: TypedPaper,
  text: IdeaText,
  { fields }: PlacePart,
  problems: Problems = {},
): Answer {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.entry_paper_title(),
    section: 'collect',
    scripts: [MAP_SCRIPT],
    ...(faulty && { status: 422, faulty }),
    body: (
      <PaperPage edition={edition} typed={typed} text={text} place={fields} problems={problems} />
    ),
  });
}
