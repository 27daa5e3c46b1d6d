import { randomUUID } from 'node:crypto';
import * as m from '../../../paraglide/messages.js';
import { keepFile, openStorage, removeBytes } from '../../../platform/files/index.ts';
import { UPLOAD_LIMIT } from '../../../platform/http/form.ts';
import { countHit } from '../../../platform/http/limits.ts';
import { found, Refused } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import type { Problems } from '../../../ui/form.tsx';
import { readAddress } from '../../../ui/prose.ts';
import { urls } from '../../../urls.ts';
import { logoWords } from '../../organisations/index.page.ts';
import { cleanLogo } from '../../organisations/index.ts';
import { readNumber } from '../../spaces/index.ts';
import { actOf } from '../act-of.routes.ts';
import { oneLine } from '../languages.ts';
import { readWay } from '../order.ts';
import {
  LOGO_FIELD,
  OfficePartnersPage,
  PARTNER_FIELDS,
  PartnerFormPage,
  sayPartnerProblems,
} from './office-partners.page.tsx';
import {
  addPartner,
  changePartner,
  findPartner,
  listPartners,
  movePartner,
  removePartner,
  setPartnerLogo,
} from './partner.store.ts';
import { checkPartner, type Partner, type PartnerTexts } from './partner.ts';
import { PartnersPage } from './partners.page.tsx';

/** The directory of partners (R177), and those who write it. */
export const partnersRoutes: readonly Route[] = [
  get(
    urls.partners,
    'anyone',
    async ({ db, organisation, locale }) =>
      page({
        title: m.pages_partners_title(),
        description: m.pages_partners_lead(),
        body: <PartnersPage partners={await listPartners(db, organisation.id)} locale={locale} />,
      }),
    { cached: true },
  ),

  get(urls.adminPartners, 'officer', async ({ db, organisation }) =>
    page({
      title: m.pages_partners_office_title(),
      section: 'admin',
      body: <OfficePartnersPage partners={await listPartners(db, organisation.id)} />,
    }),
  ),

  get(urls.adminNewPartner, 'officer', () =>
    formPage(null, { name: '', role: '', roleEn: '', address: '' }),
  ),
  post(urls.adminNewPartner, 'officer', (visit) => save(visit, null)),
  get(urls.adminPartner, 'officer', async (visit) => {
    const partner = await loadPartner(visit);
    return formPage(partner, partner);
  }),
  post(urls.adminPartner, 'officer', async (visit) => save(visit, await loadPartner(visit))),

  post(urls.adminPartnerMove, 'officer', async (visit) => {
    const partner = await loadPartner(visit);
    const way = readWay((await visit.form()).text('sens'));
    await movePartner(visit.db, actOf(visit), partner, way);
    return seeOther(visit, urls.adminPartners(), 'page-moved');
  }),

  post(
    urls.adminPartnerLogo,
    'officer',
    async (visit) => {
      const { db, organisation, config } = visit;
      const partner = await loadPartner(visit);
      await countHit(db, { key: `logo:${organisation.id}`, hits: 60, seconds: 3600 });
      const refuse = (words: string) => formPage(partner, partner, { [LOGO_FIELD]: words });
      const file = await readLogo(visit);
      if (file === 'too-large') return refuse(m.access_logo_too_large());
      if (!file) return refuse(m.access_logo_missing());
      const cleaned = await cleanLogo(visit.config, file);
      if (!cleaned.ok) return refuse(logoWords[cleaned.refusal]());
      const storage = openStorage(config);
      const { upload, width, height } = cleaned.logo;
      const by = { alt: partner.name, uploadedBy: visit.visitor.id };
      const former = await db.transaction().execute(async (tx) => {
        const { fileId } = await keepFile(tx, storage, organisation.id, upload, by);
        return setPartnerLogo(tx, actOf(visit), partner, { fileId, width, height });
      });
      if (former) await removeBytes(storage, former.storageKey);
      return seeOther(visit, urls.adminPartner({ partner: partner.id }), 'partner-changed');
    },
    { bodyLimit: UPLOAD_LIMIT },
  ),

  post(urls.adminPartnerLogoRemove, 'officer', async (visit) => {
    const partner = await loadPartner(visit);
    const former = await setPartnerLogo(visit.db, actOf(visit), partner, null);
    if (former) await removeBytes(openStorage(visit.config), former.storageKey);
    return seeOther(visit, urls.adminPartner({ partner: partner.id }), 'partner-changed');
  }),

  post(urls.adminPartnerRemove, 'officer', async (visit) => {
    const former = await removePartner(visit.db, actOf(visit), await loadPartner(visit));
    if (former) await removeBytes(openStorage(visit.config), former.storageKey);
    return seeOther(visit, urls.adminPartners(), 'partner-removed');
  }),
];

async function loadPartner(visit: SignedInVisit<'partner'>): Promise<Partner> {
  const { db, organisation, params } = visit;
  found(isUuid(params.partner) || null, 'partner');
  return found(await findPartner(db, organisation.id, params.partner), 'partner');
}

async function readLogo(visit: SignedInVisit): Promise<File | undefined | 'too-large'> {
  try {
    return (await visit.form()).files(LOGO_FIELD)[0];
  } catch (error) {
    if (error instanceof Refused && error.status === 413) return 'too-large';
    throw error;
  }
}

/** As a browser reads it, where it is of a site on the web over https; null: anything else (W2). */
function readSite(typed: string): string | null {
  const address = readAddress(typed);
  return address?.startsWith('https://') ? address : null;
}

async function save(visit: SignedInVisit, partner: Partner | null): Promise<Answer> {
  const form = await visit.form();
  const text = (field: keyof PartnerTexts) => oneLine(form.text(PARTNER_FIELDS[field]));
  const typed: PartnerTexts = {
    name: text('name'),
    role: text('role'),
    roleEn: text('roleEn'),
    address: text('address'),
  };
  const site = readSite(typed.address);
  const given = form.text('formulaire');
  const formId = isUuid(given) ? given : randomUUID();
  const version = readNumber(form.text('version')) ?? 0;
  const problems = sayPartnerProblems(checkPartner(typed, site !== null));
  if (Object.keys(problems).length > 0)
    return formPage(partner, typed, problems, { formId, version });
  const texts = { ...typed, address: site ?? '' };
  if (!partner) {
    const added = await addPartner(visit.db, actOf(visit), formId, texts);
    if (added.ok) return seeOther(visit, urls.adminPartner({ partner: added.id }), 'partner-added');
    return formPage(null, typed, { form: m.pages_problem_too_many() }, { formId });
  }
  const changed = await changePartner(visit.db, actOf(visit), { id: partner.id, version }, texts);
  if (changed.ok)
    return seeOther(visit, urls.adminPartner({ partner: partner.id }), 'partner-changed');
  // sent once more, it is what was typed here that counts
  return formPage(partner, typed, { form: m.pages_problem_meanwhile() }, { status: 409 });
}

function formPage(
  partner: Partner | null,
  typed: PartnerTexts,
  problems: Problems = {},
  shown: { formId?: string; version?: number; status?: 409 | 422 } = {},
): Answer {
  return page({
    title: partner?.name ?? m.pages_partner_new(),
    section: 'admin',
    ...(Object.keys(problems).length > 0 && { status: shown.status ?? 422, faulty: true }),
    body: (
      <PartnerFormPage
        partner={partner}
        typed={typed}
        problems={problems}
        version={shown.version ?? partner?.version ?? 0}
        formId={shown.formId ?? randomUUID()}
      />
    ),
  });
}
