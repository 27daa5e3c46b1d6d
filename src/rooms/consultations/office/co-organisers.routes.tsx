import * as m from '../../../paraglide/messages.js';
import { openStorage, receivePictureForm, removeBytes } from '../../../platform/files/index.ts';
import { type Form, UPLOAD_LIMIT } from '../../../platform/http/form.ts';
import { countHit } from '../../../platform/http/limits.ts';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { logoWords } from '../../organisations/index.page.ts';
import { type CleanLogo, cleanLogo } from '../../organisations/index.ts';
import { listCoOrganisers } from '../co-organiser.store.ts';
import {
  addCoOrganiser,
  changeCoOrganiser,
  keepCoOrganiserLogo,
  removeCoOrganiser,
} from '../co-organiser-writing.store.ts';
import { loadSpaceForTeam } from '../load.routes.ts';
import {
  type CoOrganiser,
  checkCoOrganiser,
  type Space,
  type WrittenCoOrganiser,
} from '../space.ts';
import { CoOrganiserPage, CoOrganisersPage, type TypedCoOrganiser } from './co-organisers.page.tsx';
import { actOf, answerForm } from './office.routes.ts';
import { problemsOf, sayRefusal } from './office-words.page.ts';

const EMPTY: TypedCoOrganiser = { nom: '', adresse: '', role: '' };
const LOGO = 'logo';

/** Who runs a space together, as its organisers say it (R93). */
export const coOrganisersRoutes: readonly Route[] = [
  get(urls.adminCoOrganisers, 'space-organiser', async (visit) =>
    showList(visit, await loadSpaceForTeam(visit), EMPTY, {}),
  ),

  post(
    urls.adminCoOrganisers,
    'space-organiser',
    async (visit) => {
      const space = await loadSpaceForTeam(visit);
      const read = await readCoOrganiser(visit);
      if (!read.ok) return showList(visit, space, read.typed, read.problems);
      const added = await addCoOrganiser(visit.db, actOf(visit), space.id, read.written);
      if (!added.ok) return showList(visit, space, read.typed, sayTaken(added.refusal));
      if (read.logo) await keepLogo(visit, space, { ...read.written, id: added.id }, read.logo);
      return seeOther(visit, urls.adminCoOrganisers({ space: space.slug }), 'co-organiser-added');
    },
    { bodyLimit: UPLOAD_LIMIT },
  ),

  get(urls.adminCoOrganiser, 'space-organiser', async (visit) => {
    const { space, coOrganiser } = await load(visit);
    return showOne(space, coOrganiser, typeOf(coOrganiser), {});
  }),

  post(
    urls.adminCoOrganiser,
    'space-organiser',
    async (visit) => {
      const { space, coOrganiser } = await load(visit);
      const read = await readCoOrganiser(visit);
      if (!read.ok) return showOne(space, coOrganiser, read.typed, read.problems);
      const { id } = coOrganiser;
      const changed = await changeCoOrganiser(visit.db, actOf(visit), space.id, id, read.written);
      if (!changed.ok) return showOne(space, coOrganiser, read.typed, sayTaken(changed.refusal));
      if (read.logo) await keepLogo(visit, space, { ...read.written, id }, read.logo);
      return seeOther(visit, urls.adminCoOrganisers({ space: space.slug }), 'co-organiser-changed');
    },
    { bodyLimit: UPLOAD_LIMIT },
  ),

  post(urls.adminCoOrganiserRemove, 'space-organiser', async (visit) => {
    const { space, coOrganiser } = await load(visit);
    const { db, config } = visit;
    const removed = await removeCoOrganiser(db, actOf(visit), space.id, coOrganiser.id);
    if (!removed.ok)
      return showOne(space, coOrganiser, typeOf(coOrganiser), {
        form: m.spaceoffice_refused_has_people(),
      });
    if (removed.former) await removeBytes(openStorage(config), removed.former);
    return seeOther(visit, urls.adminCoOrganisers({ space: space.slug }), 'co-organiser-removed');
  }),
];

async function load(
  visit: SignedInVisit<'space' | 'coOrganiser'>,
): Promise<{ space: Space; coOrganiser: CoOrganiser }> {
  const { db, organisation, params } = visit;
  const space = await loadSpaceForTeam(visit);
  const all = await listCoOrganisers(db, organisation.id, space.id);
  return {
    space,
    coOrganiser: found(
      all.find(({ id }) => id === params.coOrganiser),
      'co-organiser',
    ),
  };
}

const typeOf = ({ name, address, roleWords }: CoOrganiser): TypedCoOrganiser => ({
  nom: name,
  adresse: address,
  role: roleWords,
});

type Read =
  | { ok: true; typed: TypedCoOrganiser; written: WrittenCoOrganiser; logo: CleanLogo | null }
  | { ok: false; typed: TypedCoOrganiser; problems: Problems };

/** All that is wrong is told at once, since a file is to be sent again. */
async function readCoOrganiser(visit: SignedInVisit): Promise<Read> {
  const { db, organisation } = visit;
  await countHit(db, { key: `logo:${organisation.id}`, hits: 60, seconds: 3600 });
  const form = await receivePictureForm(visit);
  if (!form)
    return { ok: false, typed: EMPTY, problems: { [LOGO]: logoWords['file-too-large']() } };
  const typed = readTyped(form);
  const written = { name: typed.nom, address: typed.adresse, roleWords: typed.role };
  const names = { name: 'nom', address: 'adresse', roleWords: 'role' };
  const problems = problemsOf(checkCoOrganiser(written), names);
  const file = form.files(LOGO)[0];
  const cleaned = file && (await cleanLogo(visit.config, file));
  if (cleaned && !cleaned.ok) problems[LOGO] = logoWords[cleaned.refusal]();
  if (Object.keys(problems).length > 0) return { ok: false, typed, problems };
  return { ok: true, typed, written, logo: cleaned?.ok ? cleaned.logo : null };
}

function readTyped(form: Form): TypedCoOrganiser {
  const line = (name: string) => form.text(name).replaceAll(/\s+/g, ' ');
  return { nom: line('nom'), adresse: form.text('adresse'), role: line('role') };
}

const sayTaken = (refusal: 'name-taken' | 'too-many'): Problems => ({
  [refusal === 'name-taken' ? 'nom' : 'form']: sayRefusal(refusal),
});

async function keepLogo(
  visit: SignedInVisit,
  space: Space,
  one: Pick<CoOrganiser, 'id' | 'name'>,
  logo: CleanLogo,
): Promise<void> {
  const storage = openStorage(visit.config);
  const { former } = await keepCoOrganiserLogo(
    visit.db,
    storage,
    actOf(visit),
    space.id,
    one,
    logo,
  );
  if (former) await removeBytes(storage, former);
}

async function showList(
  { db, organisation }: SignedInVisit,
  space: Space,
  typed: TypedCoOrganiser,
  problems: Problems,
): Promise<Answer> {
  const coOrganisers = await listCoOrganisers(db, organisation.id, space.id);
  const shown = { space, coOrganisers, typed, problems };
  return answerForm(m.spaceoffice_co_organisers(), { problems }, <CoOrganisersPage {...shown} />);
}

const showOne = (
  space: Space,
  coOrganiser: CoOrganiser,
  typed: TypedCoOrganiser,
  problems: Problems,
): Answer =>
  answerForm(
    coOrganiser.name,
    { problems },
    <CoOrganiserPage space={space} coOrganiser={coOrganiser} typed={typed} problems={problems} />,
  );
