import * as m from '../../paraglide/messages.js';
import { openStorage } from '../../platform/files/index.ts';
import { type Form, UPLOAD_LIMIT } from '../../platform/http/form.ts';
import { Refused } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, seeOther, type Visit } from '../../platform/http/visit.ts';
import { deriveBrand } from '../../ui/brand.ts';
import { urls } from '../../urls.ts';
import {
  checkOrganisationName,
  cleanLogo,
  DEFAULT_CHARTER,
  isInstallationOpen,
  makeSlug,
  ORGANISATION_KINDS,
  type OrganisationKind,
  readHost,
} from '../organisations/index.ts';
import { beginSession, limitAddress, showForm, showLinkSpent } from './browser.routes.tsx';
import { checkSignUp } from './enrolment.store.ts';
import { foundOrganisation } from './founding.store.ts';
import {
  type FirstLogoRefusal,
  INSTALLATION_FIELDS,
  INSTALLATION_LOGO,
  type InstallationField,
  InstallationPage,
  type InstallationRefusals,
  InstalledElsewherePage,
} from './installation.page.tsx';
import { readEmail } from './mailbox.ts';

const FIRST_COLOUR = '#1B6B3A';

/** The one-time link of an empty installation; it answers on any host name. */
export const installationRoutes: readonly Route[] = [
  get(
    urls.installation,
    'anyone',
    async (visit) => {
      await limitAddress(visit, 'installation');
      return (await isInstallationOpen(visit.db, visit.params.token))
        ? show(visit, suggested(visit))
        : showLinkSpent();
    },
    { anyHost: true },
  ),

  post(
    urls.installation,
    'anyone',
    async (visit) => {
      const { db, params } = visit;
      await limitAddress(visit, 'installation');
      if (!(await isInstallationOpen(db, params.token))) return showLinkSpent();
      const form = await readInstallation(visit);
      if (form === 'too-large') return show(visit, suggested(visit), {}, 'file-too-large');
      const typed = readTyped(form);
      const password = form.raw(INSTALLATION_FIELDS.password);
      const host = readHost(typed.host);
      const refusals = refuse(typed, password, host);
      const [picture] = form.files(INSTALLATION_LOGO);
      const cleaned = picture ? await cleanLogo(visit.config, picture) : null;
      const logoRefusal = cleaned && !cleaned.ok ? cleaned.refusal : null;
      const again = cleaned?.ok ? 'again' : logoRefusal;
      if (host === null || Object.values(refusals).some(Boolean) || logoRefusal)
        return show(visit, typed, refusals, again);
      const founded = await foundOrganisation(
        db,
        params.token,
        {
          slug: makeSlug(typed.organisation),
          name: typed.organisation,
          host,
          kind: typed.kind as OrganisationKind,
          colour: typed.colour.toUpperCase(),
          contactEmail: typed.contact,
          tagline: '',
          charter: DEFAULT_CHARTER,
        },
        { name: typed.name, nickname: typed.nickname, email: typed.email, password },
        cleaned?.ok
          ? {
              storage: openStorage(visit.config),
              picture: cleaned.logo,
              alt: m.access_logo_alt({ name: typed.organisation }),
            }
          : null,
      );
      if (!founded.ok) {
        return founded.refusal === 'link-spent'
          ? showLinkSpent()
          : show(visit, typed, { host: founded.refusal }, again);
      }
      return enter(visit, host, founded.organisationId, founded.administratorId);
    },
    { anyHost: true, bodyLimit: UPLOAD_LIMIT },
  ),
];

const suggested = (visit: Visit): Partial<Typed> => ({
  host: new URL(visit.origin).hostname,
  colour: FIRST_COLOUR,
  kind: 'town',
});

/** A body that no picture of a logo needs is not read at all. */
async function readInstallation(visit: Visit): Promise<Form | 'too-large'> {
  try {
    return await visit.form();
  } catch (error) {
    if (error instanceof Refused && error.status === 413) return 'too-large';
    throw error;
  }
}

type Typed = Record<Exclude<InstallationField, 'password'>, string>;

function readTyped(form: Form): Typed {
  const fields = Object.entries(INSTALLATION_FIELDS).filter(([field]) => field !== 'password');
  return Object.fromEntries(fields.map(([field, name]) => [field, form.text(name)])) as Typed;
}

function refuse(typed: Typed, password: string, host: string | null): InstallationRefusals {
  const brand = deriveBrand(typed.colour);
  const contact = readEmail(typed.contact);
  const acceptsCharter = typed.charter === 'oui';
  const signUp = checkSignUp({ ...typed, password, acceptsCharter }, typed.organisation);
  return {
    organisation: checkOrganisationName(typed.organisation) ?? undefined,
    host: host === null ? 'host-unreadable' : undefined,
    kind: ORGANISATION_KINDS.some((kind) => kind === typed.kind) ? undefined : 'kind-missing',
    colour: !/^#[0-9a-f]{6}$/i.test(typed.colour)
      ? 'colour-unreadable'
      : brand.ok
        ? undefined
        : 'colour-pale',
    contact: typeof contact === 'string' ? contact : undefined,
    ...(!signUp.ok && signUp.refusals),
  };
}

/** Signed in at once when the organisation answers right here. */
async function enter(
  visit: Visit,
  host: string,
  organisationId: string,
  administratorId: string,
): Promise<Answer> {
  const here = new URL(visit.origin);
  if (readHost(here.hostname) === host) {
    const person = { id: administratorId, locale: 'fr' as const };
    await beginSession(visit, visit.db, person, { ...visit.organisation, id: organisationId });
    // a role opens nothing without a second factor: it comes first
    return seeOther(visit, urls.accountFactors({ vers: urls.admin() }), 'identity-installed');
  }
  here.hostname = host;
  return page({
    title: m.identity_install_done_title(),
    body: <InstalledElsewherePage signInHref={here.origin + urls.signIn()} />,
  });
}

function show(
  visit: Visit<'token'>,
  values: Partial<Typed>,
  refusals: InstallationRefusals = {},
  logoRefusal: FirstLogoRefusal | null = null,
): Answer {
  const { token } = visit.params;
  return showForm(
    m.identity_install_title(),
    <InstallationPage
      token={token}
      values={values}
      refusals={refusals}
      logoRefusal={logoRefusal}
      charter={DEFAULT_CHARTER}
    />,
    { ...refusals, logo: logoRefusal },
  );
}
