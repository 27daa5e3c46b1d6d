import * as m from '../../../paraglide/messages.js';
import { openStorage, removeBytes } from '../../../platform/files/index.ts';
import { UPLOAD_LIMIT } from '../../../platform/http/form.ts';
import { countHit } from '../../../platform/http/limits.ts';
import { Refused } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import {
  type Answer,
  page,
  type SignedInVisit,
  seeOther,
  type VisitedOrganisation,
} from '../../../platform/http/visit.ts';
import { deriveBrand } from '../../../ui/brand.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { DATA_LICENCES, isDataLicence } from '../data-licence.ts';
import { findOrganisation } from '../organisation.store.ts';
import { checkOrganisationName, checkTagline, type OrganisationSettings } from '../organisation.ts';
import { cleanLogo, keepLogo } from './logo.store.ts';
import { logoWords } from './logo-words.page.ts';
import {
  LOGO_FIELD,
  OrganisationSettingsPage,
  SETTINGS_FIELDS,
  type TypedSettings,
} from './settings.page.tsx';
import { changeOrganisation, getSettings, markOrganisation, setLogo } from './settings.store.ts';

/** What an administrator changes of the organisation itself. */
export const settingsRoutes: readonly Route[] = [
  get(urls.adminOrganisation, 'administrator', (visit) => showSettings(visit)),

  post(urls.adminOrganisation, 'administrator', async (visit) => {
    const form = await visit.form();
    const typed = Object.fromEntries(
      Object.entries(SETTINGS_FIELDS).map(([field, name]) => [field, form.text(name)]),
    ) as TypedSettings;
    const mark = form.text('mark');
    const problems = refuse(typed);
    if (Object.keys(problems).length > 0) return showSettings(visit, { typed, mark, problems });
    const settings = { ...typed, colour: typed.colour.toUpperCase() } as OrganisationSettings;
    const written = await changeOrganisation(visit.db, actOf(visit), settings, mark);
    if (written.ok) return seeOther(visit, urls.adminOrganisation(), 'organisation-changed');
    // sent once more, it is what was typed here that counts
    return showSettings(visit, {
      typed,
      mark: markOrganisation(written.saved),
      problems: conflictWords(typed, written.saved),
      conflict: true,
    });
  }),

  post(
    urls.adminLogo,
    'administrator',
    async (visit) => {
      const { db, organisation, config } = visit;
      await countHit(db, { key: `logo:${organisation.id}`, hits: 60, seconds: 3600 });
      const file = await readLogo(visit);
      if (file === 'too-large') return refuseLogo(visit, m.access_logo_too_large());
      if (!file) return refuseLogo(visit, m.access_logo_missing());
      const cleaned = await cleanLogo(visit.config, file);
      if (!cleaned.ok) return refuseLogo(visit, logoWords[cleaned.refusal]());
      const storage = openStorage(config);
      const alt = m.access_logo_alt({ name: organisation.name });
      const { former } = await keepLogo(db, storage, actOf(visit), cleaned.logo, alt);
      if (former) await removeBytes(storage, former);
      return seeOther(visit, urls.adminOrganisation(), 'logo-changed');
    },
    { bodyLimit: UPLOAD_LIMIT },
  ),

  post(urls.adminRemoveLogo, 'administrator', async (visit) => {
    const former = await setLogo(visit.db, actOf(visit), null);
    if (former) await removeBytes(openStorage(visit.config), former.storageKey);
    return seeOther(visit, urls.adminOrganisation(), 'logo-removed');
  }),
];

const actOf = ({ organisation, visitor }: SignedInVisit) => ({
  organisationId: organisation.id,
  by: visitor.id,
});

function refuse(typed: TypedSettings): Problems {
  const brand = deriveBrand(typed.colour);
  const problems: Problems = {};
  const name = checkOrganisationName(typed.name);
  if (name) problems[SETTINGS_FIELDS.name] = m.access_refused_organisation_name();
  if (checkTagline(typed.tagline)) problems[SETTINGS_FIELDS.tagline] = m.access_refused_tagline();
  if (!EMAIL.test(typed.contactEmail))
    problems[SETTINGS_FIELDS.contactEmail] = m.access_refused_email();
  if (!/^#[0-9a-f]{6}$/i.test(typed.colour))
    problems[SETTINGS_FIELDS.colour] = m.access_colour_unreadable();
  else if (!brand.ok) problems[SETTINGS_FIELDS.colour] = m.access_colour_pale();
  if (typed.defaultLocale !== 'fr' && typed.defaultLocale !== 'en')
    problems[SETTINGS_FIELDS.defaultLocale] = m.access_refused_language();
  if (!isDataLicence(typed.dataLicence))
    problems[SETTINGS_FIELDS.dataLicence] = m.access_refused_licence();
  return problems;
}

/** One address on one line: it stands in headers of mails (W13). Accounts are on a higher floor, and read theirs closer. */
const EMAIL =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){1,8}$/;

async function readLogo(visit: SignedInVisit): Promise<File | undefined | 'too-large'> {
  try {
    return (await visit.form()).files(LOGO_FIELD)[0];
  } catch (error) {
    if (error instanceof Refused && error.status === 413) return 'too-large';
    throw error;
  }
}

const refuseLogo = (visit: SignedInVisit, words: string) =>
  showSettings(visit, { problems: { [LOGO_FIELD]: words } });

async function showSettings(
  visit: SignedInVisit,
  shown: {
    typed?: TypedSettings;
    mark?: string;
    problems?: Problems;
    conflict?: boolean;
  } = {},
): Promise<Answer> {
  const { db, organisation } = visit;
  const saved = await getSettings(db, organisation.id);
  const { typed = saved, mark = markOrganisation(saved), problems = {}, conflict = false } = shown;
  const faulty = Object.keys(problems).length > 0;
  const current = (await findOrganisation(db, organisation.id)) as VisitedOrganisation;
  return page({
    title: m.access_organisation_title(),
    section: 'admin',
    scripts: ['colour-preview.js'],
    ...(faulty && { status: conflict ? 409 : 422, faulty }),
    body: (
      <OrganisationSettingsPage
        organisation={current}
        typed={typed}
        mark={mark}
        problems={problems}
        conflict={conflict}
      />
    ),
  });
}

/** What somebody else saved while the form was open, beside each field that differs. */
function conflictWords(typed: TypedSettings, saved: OrganisationSettings): Problems {
  const problems = Object.fromEntries(
    (Object.keys(SETTINGS_FIELDS) as (keyof TypedSettings)[])
      .filter((field) => typed[field].toUpperCase() !== saved[field].toUpperCase())
      .map((field) => [
        SETTINGS_FIELDS[field],
        saved[field] === ''
          ? m.access_conflict_empty()
          : m.access_conflict_saved({ saved: nameOf(saved[field]) }),
      ]),
  );
  return Object.keys(problems).length > 0 ? problems : { form: m.access_conflict_same() };
}

const nameOf = (saved: string) => (isDataLicence(saved) ? DATA_LICENCES[saved].name : saved);
