import * as m from '../../paraglide/messages.js';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import {
  type Charter,
  type CharterDraft,
  type CharterRefusals,
  getCharter,
  listCharterVersions,
  publishCharter,
  readVersion,
  refuseCharter,
} from '../organisations/index.ts';
import {
  CHARTER_FIELDS,
  CharterOfficePage,
  CharterPreviewPage,
  NewCharterPage,
} from './charter-office.page.tsx';
import { listNicknames } from './person.store.ts';

/** The office publishes a charter anew: written from the one in force, seen with its differences, then for everyone. */
export const charterOfficeRoutes: readonly Route[] = [
  get(urls.adminCharter, 'administrator', async ({ db, organisation, url }) => {
    const before = readVersion(url.searchParams.get('avant') ?? '');
    const { versions, more } = await listCharterVersions(db, organisation.id, before);
    const authors = versions.flatMap(({ publishedBy }) => publishedBy ?? []);
    const last = versions.at(-1);
    const { version: inForce } = await getCharter(db, organisation.id);
    return page({
      title: m.charter_office_title(),
      section: 'admin',
      body: (
        <CharterOfficePage
          versions={versions}
          inForce={inForce}
          nicknames={await listNicknames(db, organisation.id, authors)}
          nextHref={more && last ? urls.adminCharter({ avant: last.version }) : undefined}
        />
      ),
    });
  }),

  get(urls.adminNewCharter, 'administrator', async ({ db, organisation }) => {
    const { body, version } = await getCharter(db, organisation.id);
    return showForm({ typed: { body, summary: '' }, base: version });
  }),

  post(
    urls.adminNewCharter,
    'administrator',
    async (visit) => {
      const form = await visit.form();
      const typed: CharterDraft = {
        body: form.text(CHARTER_FIELDS.body),
        summary: form.text(CHARTER_FIELDS.summary),
      };
      const act = form.text(CHARTER_FIELDS.act);
      const inForce = await getCharter(visit.db, visit.organisation.id);
      // sent before a newer version was accepted: nothing is published, and no word is lost
      const isCurrent = readVersion(form.text(CHARTER_FIELDS.base)) === inForce.version;
      if (!isCurrent || !visit.visitor.charterAccepted) return showMeanwhile(typed, inForce);
      if (act === 'corriger') return showForm({ typed, base: inForce.version });
      const refusals = refuseCharter(typed, inForce.body);
      if (refusals) return showForm({ typed, base: inForce.version, refusals });
      return act === 'publier' ? publish(visit, typed, inForce) : showPreview(typed, inForce);
    },
    { beforeCharter: true },
  ),
];

async function publish(
  visit: SignedInVisit,
  typed: CharterDraft,
  inForce: Charter,
): Promise<Answer> {
  const { db, organisation, visitor } = visit;
  const act = { organisationId: organisation.id, by: visitor.id };
  return (await publishCharter(db, act, typed, inForce.version))
    ? seeOther(visit, urls.adminCharter(), 'charter-published')
    : showMeanwhile(typed, await getCharter(db, organisation.id));
}

const showPreview = (typed: CharterDraft, inForce: Charter): Answer =>
  page({
    title: m.charter_preview_title(),
    section: 'admin',
    body: <CharterPreviewPage typed={typed} inForce={inForce} />,
  });

/** Somebody published a version meanwhile: what is typed is kept, and stands against theirs. */
const showMeanwhile = (typed: CharterDraft, inForce: Charter): Answer =>
  showForm({ typed, base: inForce.version, meanwhile: inForce.body });

function showForm(shown: {
  typed: CharterDraft;
  base: number;
  refusals?: CharterRefusals;
  meanwhile?: string;
}): Answer {
  const { refusals = {}, meanwhile = null } = shown;
  const faulty = meanwhile !== null || Object.keys(refusals).length > 0;
  return page({
    title: m.charter_new_title(),
    section: 'admin',
    ...(faulty && { status: 422, faulty }),
    body: <NewCharterPage {...shown} refusals={refusals} meanwhile={meanwhile} />,
  });
}
