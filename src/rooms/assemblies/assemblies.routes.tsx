import { randomUUID } from 'node:crypto';
import * as m from '../../paraglide/messages.js';
import { readNow } from '../../platform/database/database.ts';
import type { Form } from '../../platform/http/form.ts';
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
import { formatDateTime } from '../../ui/format.ts';
import { urls } from '../../urls.ts';
import { showBeside } from '../consultations/index.routes.ts';
import { listComponents } from '../consultations/index.ts';
import { listMeetingsByIds, listMeetingsOf } from '../meetings/index.ts';
import { readNumber } from '../spaces/index.ts';
import { AssembliesPage } from './assemblies.page.tsx';
import { listAssemblies } from './assembly.store.ts';
import {
  type Assembly,
  checkAssembly,
  readColleges,
  readCount,
  typeColleges,
  type WrittenAssembly,
} from './assembly.ts';
import { AssemblyFormPage, type TypedAssembly } from './assembly-form.page.tsx';
import { sayRefusal } from './assembly-words.page.ts';
import { changeAssembly, createAssembly } from './assembly-writing.store.ts';
import {
  actOf,
  atOf,
  loadAssemblies,
  loadRunAssembly,
  loadToRun,
  type Placed,
} from './load.routes.ts';

/** Assemblies as they are listed and prepared. */
export const assembliesRoutes: readonly Route[] = [
  get(urls.assemblies, 'signed-in', async (visit) => {
    const { space, component, mayRun } = await loadAssemblies(visit);
    const { db, organisation, url } = visit;
    const after = url.searchParams.get('apres') ?? '';
    const { assemblies, next } = await listAssemblies(db, organisation.id, component.id, {
      withDrafts: mayRun,
      after: isUuid(after) ? after : null,
    });
    const meetings = await listMeetingsByIds(
      db,
      organisation.id,
      assemblies.map(({ meetingId }) => meetingId),
    );
    const byId = new Map(meetings.map((meeting) => [meeting.id, meeting]));
    return page({
      title: component.title,
      section: 'participation',
      body: (
        <AssembliesPage
          frame={{ space, ...(await showBeside(visit, space, component)) }}
          component={component}
          assemblies={assemblies.flatMap((assembly) => {
            const meeting = byId.get(assembly.meetingId);
            return meeting ? [{ assembly, meeting }] : [];
          })}
          next={next}
          mayRun={mayRun}
        />
      ),
    });
  }),

  get(urls.newAssembly, 'signed-in', async (visit) =>
    showForm(visit, await loadToRun(visit), null, EMPTY),
  ),

  post(urls.newAssembly, 'signed-in', async (visit) => {
    const placed = await loadToRun(visit);
    const form = await visit.form();
    const typed = readTyped(form);
    const given = form.text('formulaire');
    const formKey = isUuid(given) ? given : randomUUID();
    const read = await readAssembly(visit, placed, typed);
    if (!read.ok) return showForm(visit, placed, null, typed, { problems: read.problems, formKey });
    const { space, component } = placed;
    const made = await createAssembly(visit.db, actOf(visit), component, read.written, formKey);
    const at = { space: space.slug, component: component.slug, assembly: made.slug };
    return seeOther(visit, urls.assembly(at), 'assembly-prepared');
  }),

  get(urls.assemblySettings, 'signed-in', async (visit) => {
    const loaded = await loadRunAssembly(visit);
    return showForm(visit, loaded, loaded.assembly, typeAssembly(loaded.assembly));
  }),

  post(urls.assemblySettings, 'signed-in', async (visit) => {
    const loaded = await loadRunAssembly(visit);
    const { assembly } = loaded;
    const form = await visit.form();
    const typed = readTyped(form);
    const version = readNumber(form.text('version')) ?? 0;
    const read = await readAssembly(visit, loaded, typed);
    if (!read.ok)
      return showForm(visit, loaded, assembly, typed, { problems: read.problems, version });
    const of = { id: assembly.id, version };
    const done = await changeAssembly(visit.db, actOf(visit), of, read.written);
    if (done.ok) return seeOther(visit, urls.assembly(atOf(loaded)), 'assembly-changed');
    return showForm(visit, loaded, assembly, typed, {
      problems: { form: sayRefusal(done.refusal) },
      version: done.assembly.version,
      status: 409,
    });
  }),
];

const EMPTY: TypedAssembly = {
  titre: '',
  presentation: '',
  rencontre: '',
  quorum: '0',
  pouvoirs: '2',
  colleges: '',
};

const typeAssembly = (assembly: Assembly): TypedAssembly => ({
  titre: assembly.title,
  presentation: assembly.introduction,
  rencontre: assembly.meetingId,
  quorum: String(assembly.quorum),
  pouvoirs: String(assembly.mostProxies),
  colleges: typeColleges(assembly.colleges),
});

const readTyped = (form: Form): TypedAssembly => ({
  titre: form.text('titre').replaceAll(/\s+/g, ' '),
  presentation: form.text('presentation'),
  rencontre: form.text('rencontre'),
  quorum: form.text('quorum'),
  pouvoirs: form.text('pouvoirs'),
  colleges: form.text('colleges'),
});

const FIELDS = {
  title: 'titre',
  introduction: 'presentation',
  meetingId: 'rencontre',
  quorum: 'quorum',
  mostProxies: 'pouvoirs',
  colleges: 'colleges',
} as const;

async function readAssembly(
  visit: Visit,
  placed: Placed,
  typed: TypedAssembly,
): Promise<{ ok: true; written: WrittenAssembly } | { ok: false; problems: Problems }> {
  const meetings = await listHolding(visit, placed);
  const meeting = meetings.find(({ id }) => id === typed.rencontre);
  const written: WrittenAssembly = {
    title: typed.titre,
    introduction: typed.presentation,
    meetingId: meeting?.id ?? '',
    quorum: readCount(typed.quorum),
    mostProxies: readCount(typed.pouvoirs),
    colleges: readColleges(typed.colleges),
  };
  const problems: Problems = {};
  for (const [field, refusal] of Object.entries(checkAssembly(written)))
    problems[FIELDS[field as keyof typeof FIELDS]] = sayRefusal(refusal);
  return Object.keys(problems).length === 0 ? { ok: true, written } : { ok: false, problems };
}

/** Events of the space at which an assembly may be held: those to come, and the latest that are over. */
async function listHolding({ db, organisation }: Visit, { space }: Pick<Placed, 'space'>) {
  const components = await listComponents(db, organisation.id, space.id);
  const ids = components.filter(({ kind }) => kind === 'events').map(({ id }) => id);
  const now = await readNow(db);
  const [coming, past] = await Promise.all(
    (['coming', 'past'] as const).map((when) =>
      listMeetingsOf(db, organisation.id, { componentIds: ids, when, now, limit: 50 }),
    ),
  );
  return [...coming!.meetings, ...past!.meetings];
}

interface Shown {
  problems?: Problems;
  version?: number;
  formKey?: string;
  status?: 409 | 422;
}

async function showForm(
  visit: SignedInVisit,
  placed: Placed,
  assembly: Assembly | null,
  typed: TypedAssembly,
  shown: Shown = {},
): Promise<Answer> {
  const { problems = {}, version = assembly?.version ?? 0, formKey = randomUUID() } = shown;
  const { space, component } = placed;
  const meetings = await listHolding(visit, placed);
  const components = await listComponents(visit.db, visit.organisation.id, space.id);
  const events = components.find(({ kind, isHidden }) => kind === 'events' && !isHidden);
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: assembly ? m.assembly_settings() : m.assembly_new(),
    section: 'participation',
    ...(faulty && { status: shown.status ?? 422, faulty }),
    body: (
      <AssemblyFormPage
        at={{ space: space.slug, component: component.slug }}
        spaceTitle={space.title}
        componentTitle={component.title}
        assembly={assembly}
        meetings={meetings.map(({ id, title, startsAt }) => ({
          value: id,
          label: `${title} (${formatDateTime(startsAt)})`,
        }))}
        announceHref={
          events ? urls.spaceEvents({ space: space.slug, component: events.slug }) : null
        }
        typed={typed}
        problems={problems}
        formKey={formKey}
        version={version}
      />
    ),
  });
}
