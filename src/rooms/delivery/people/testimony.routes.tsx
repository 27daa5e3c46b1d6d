import * as m from '../../../paraglide/messages.js';
import {
  answerFile,
  cleanUpload,
  findFile,
  openStorage,
  readAlt,
  receivePictureForm,
} from '../../../platform/files/index.ts';
import { checkAlt, PICTURE_LIMITS, refusePicture } from '../../../platform/files/upload.ts';
import { UPLOAD_LIMIT } from '../../../platform/http/form.ts';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Page, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { sayPictureProblems } from '../../../ui/picture-fields.tsx';
import { urls } from '../../../urls.ts';
import { checkWords } from './help.ts';
import {
  isHolder,
  listOfficeReaders,
  loadPublic,
  type PublicAt,
  toldOf,
} from './load-people.routes.ts';
import { tellPeople } from './people.mails.ts';
import { TestimonyPage } from './testimony.page.tsx';
import { findTestimony } from './testimony.store.ts';
import { LONGEST_TESTIMONY, type Testimony, type WrittenTestimony } from './testimony.ts';
import { withdrawTestimony, writeTestimony } from './testimony-writing.store.ts';
import { sayWordsRefusal } from './words.page.ts';

type At = SignedInVisit<'edition' | 'project'>;

/** The holder of an idea says what became of it, in their words (R85). Nobody else finds these pages (404). */
export const testimonyRoutes: readonly Route[] = [
  get(urls.deliveryTestimony, 'signed-in', async (visit) => {
    const { at, own } = await loadOwn(visit);
    return showTestimony(at, own);
  }),

  post(
    urls.deliveryTestimony,
    'signed-in',
    async (visit) => {
      const { at, own } = await loadOwn(visit);
      const form = await receivePictureForm(visit);
      if (!form) {
        const problems = sayPictureProblems({ file: 'file-too-large' }, PICTURE_LIMITS);
        return showTestimony(at, own, { problems });
      }
      const version = Number(form.text('version')) || 0;
      const typed = { body: form.text('body'), alt: readAlt(form) };
      const [file] = form.files('file');
      const dropped = form.text('drop') !== '';
      const problems = checkTyped(typed, file !== undefined || (own?.picture != null && !dropped));
      const cleaned = file ? await cleanUpload(visit.config, file, PICTURE_LIMITS.types) : null;
      if (cleaned && !cleaned.ok) {
        const refusals = { file: refusePicture(cleaned.refusal) };
        Object.assign(problems, sayPictureProblems(refusals, PICTURE_LIMITS));
      }
      if (Object.keys(problems).length > 0)
        return showTestimony(at, own, { typed, version, problems });
      const { db, organisation, visitor, config } = visit;
      const readers = await listOfficeReaders(db, organisation.id, at.realisation);
      const saved = await writeTestimony(
        db,
        organisation.id,
        at.named,
        visitor.id,
        typed,
        { storage: openStorage(config), upload: cleaned?.ok ? cleaned.upload : null, dropped },
        version,
        (tx) => tellPeople(tx, toldOf(visit, at, 'deliveryTeam'), readers, { kind: 'testimony' }),
      );
      if (saved.ok) return seeOther(visit, addressOf(at), 'testimony-kept');
      return showTestimony(at, saved.testimony, { typed, conflict: true });
    },
    { bodyLimit: UPLOAD_LIMIT },
  ),

  // its author sees it before anybody else may
  get(urls.deliveryTestimonyPicture, 'signed-in', async (visit) => {
    const { own } = await loadOwn(visit);
    const { db, organisation, config, request } = visit;
    const fileId = found(own?.picture?.fileId, 'file');
    const file = found(await findFile(db, organisation.id, fileId), 'file');
    return answerFile(request, openStorage(config), file, 'small');
  }),

  post(urls.deliveryTestimonyWithdraw, 'signed-in', async (visit) => {
    const at = await loadPublic(visit);
    const { db, organisation, visitor, config } = visit;
    const storage = openStorage(config);
    // also by somebody who holds the idea no more: it is theirs
    const done = await withdrawTestimony(db, storage, organisation.id, at.named, visitor.id);
    return seeOther(
      visit,
      done ? urls.delivery({ edition: at.edition.slug, project: at.number }) : addressOf(at),
      done ? 'testimony-withdrawn' : undefined,
    );
  }),
];

const addressOf = ({ edition, number }: PublicAt): string =>
  urls.deliveryTestimony({ edition: edition.slug, project: number });

function checkTyped({ body, alt }: WrittenTestimony, withPicture: boolean): Problems {
  const problems: Problems = {};
  const words = checkWords(body, LONGEST_TESTIMONY.body);
  if (words) problems.body = sayWordsRefusal(words, LONGEST_TESTIMONY.body);
  const wrong = withPicture ? checkAlt(alt) : null;
  if (wrong) Object.assign(problems, sayPictureProblems({ alt: wrong }, PICTURE_LIMITS));
  return problems;
}

async function loadOwn(visit: At): Promise<{ at: PublicAt; own: Testimony | null }> {
  const { db, organisation, visitor } = visit;
  const at = await loadPublic(visit);
  const by = { realisationId: at.realisation.id, personId: visitor.id };
  const own = await findTestimony(db, organisation.id, by);
  found(own !== null || (await isHolder(visit, at, visitor.id)) || null, 'testimony');
  return { at, own };
}

function showTestimony(
  at: PublicAt,
  own: Testimony | null,
  shown: {
    typed?: WrittenTestimony;
    version?: number;
    problems?: Problems;
    conflict?: boolean;
  } = {},
): Page {
  const { problems = {}, conflict = false } = shown;
  const faulty = conflict || Object.keys(problems).length > 0;
  return page({
    title: m.together_testimony_title(),
    section: 'editions',
    ...(faulty && { status: conflict ? 409 : 422, faulty: true }),
    body: (
      <TestimonyPage
        at={{ edition: at.edition.slug, project: at.number }}
        project={at.title}
        own={own}
        typed={shown.typed ?? { body: own?.body ?? '', alt: own?.picture?.alt ?? '' }}
        version={shown.version ?? own?.version ?? 0}
        problems={problems}
        conflict={conflict}
      />
    ),
  });
}
