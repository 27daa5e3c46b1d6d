import * as m from '../../paraglide/messages.js';
import { found, Refused } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import {
  type Answer,
  page,
  type SignedInVisit,
  seeOther,
  type Visit,
} from '../../platform/http/visit.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import type { Problems } from '../../ui/form.tsx';
import { urls } from '../../urls.ts';
import { loadComponentOf, loadSpace, showBeside } from '../consultations/index.routes.ts';
import { listNicknames, readEmail } from '../identity/index.ts';
import { DirectoryPage, EntryPage } from './directory.page.tsx';
import { countByLevel, listDirectory } from './directory.store.ts';
import { findEntries, saveEntry } from './entry.store.ts';
import { findMandates } from './mandate.store.ts';
import { type DirectoryFilter, isLevel } from './mandate.ts';
import { findTeam } from './team/team.store.ts';
import { nameTeam } from './team/team.ts';

/** The directory of a network: for who is inside, and what each member chooses to show there. */
export const directoryRoutes: readonly Route[] = [
  get(urls.directory, 'anyone', async (visit) => {
    const { db, organisation, visitor, url } = visit;
    const { space, component } = await loadDirectory(visit);
    const filter = readFilter((name) => url.searchParams.get(name));
    const [{ members, next }, counts, team, beside] = await Promise.all([
      listDirectory(db, organisation.id, space.id, filter),
      countByLevel(db, organisation.id, space.id),
      findTeam(db, organisation.id, space.id),
      showBeside(visit, space, component),
    ]);
    const ids = members.map(({ personId }) => personId);
    const [held, names, entries, own] = await Promise.all([
      findMandates(db, organisation.id, space.id, ids),
      listNicknames(db, organisation.id, [...ids, ...team.leads, ...team.members]),
      findEntries(db, organisation.id, space.id, ids),
      visitor ? findMandates(db, organisation.id, space.id, [visitor.id]) : new Map(),
    ]);
    const shown = ids.flatMap((id) => {
      const mandates = held.get(id);
      const address = entries.get(id)?.address ?? '';
      return mandates ? [{ name: names.get(id) ?? '', address, mandates }] : [];
    });
    return page({
      title: component.title,
      section: 'participation',
      body: (
        <DirectoryPage
          frame={{ space, ...beside }}
          component={component}
          filter={filter}
          members={shown}
          next={next}
          counts={counts}
          team={nameTeam(team, names)}
          isMember={own.size > 0}
        />
      ),
    });
  }),

  get(urls.directoryEntry, 'signed-in', async (visit) => {
    const { space, component } = await loadOwnEntry(visit);
    const { db, organisation, visitor } = visit;
    const entries = await findEntries(db, organisation.id, space.id, [visitor.id]);
    const { address = '', isPublic = false } = entries.get(visitor.id) ?? {};
    return entryPage(visit, component.title, { address, isPublic });
  }),

  post(urls.directoryEntry, 'signed-in', async (visit) => {
    const { space, component } = await loadOwnEntry(visit);
    const { db, organisation, visitor, params } = visit;
    const form = await visit.form();
    const typed = { address: form.text('courriel'), isPublic: form.text('public') === 'oui' };
    const email = typed.address === '' ? null : readEmail(typed.address);
    if (typeof email === 'string')
      return entryPage(visit, component.title, typed, { courriel: m.mandates_problem_address() });
    await saveEntry(db, organisation.id, space.id, {
      personId: visitor.id,
      address: email?.email ?? '',
      isPublic: typed.isPublic,
    });
    return seeOther(visit, urls.directory(params), 'directory-entry-saved');
  }),
];

async function loadDirectory(visit: Visit<'space' | 'component'>) {
  const space = await loadSpace(visit);
  const component = await loadComponentOf(visit, space);
  return {
    space,
    component: found(component.kind === 'directory' ? component : null, 'directory'),
  };
}

/** For whoever stands in the directory: the team and moderators read it, and have no entry of their own. */
async function loadOwnEntry(visit: SignedInVisit<'space' | 'component'>) {
  const loaded = await loadDirectory(visit);
  const { db, organisation, visitor } = visit;
  const held = await findMandates(db, organisation.id, loaded.space.id, [visitor.id]);
  if (held.size === 0) throw new Refused(403, 'mandate');
  return loaded;
}

function entryPage(
  { params }: SignedInVisit<'space' | 'component'>,
  title: string,
  typed: { address: string; isPublic: boolean },
  problems: Problems = {},
): Answer {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.mandates_entry_title(),
    section: 'participation',
    ...(faulty && { status: 422 as const, faulty }),
    body: <EntryPage at={params} title={title} typed={typed} problems={problems} />,
  });
}

function readFilter(read: (name: string) => string | null): DirectoryFilter {
  const level = read('strate') ?? '';
  const after = read('apres') ?? '';
  return {
    level: isLevel(level) ? level : null,
    words: (read('q') ?? '').slice(0, 200).trim(),
    after: isUuid(after) ? after : null,
  };
}
