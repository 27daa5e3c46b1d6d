import * as m from '../../paraglide/messages.js';
import type { Form } from '../../platform/http/form.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import type { Problems } from '../../ui/form.tsx';
import { urls } from '../../urls.ts';
import { listNicknames } from '../identity/index.ts';
import { readNumber } from '../spaces/index.ts';
import { listVoters } from './assembly.store.ts';
import {
  ASSEMBLY_LENGTHS,
  checkItem,
  type Item,
  MOST_VOTES,
  type WrittenItem,
} from './assembly.ts';
import { sayRefusal } from './assembly-words.page.ts';
import { addItem, changeItem, moveItem, removeItem } from './item.store.ts';
import { ItemFormPage, type TypedItem } from './item-form.page.tsx';
import { actOf, atOf, type LoadedAssembly, loadItem, loadRunAssembly } from './load.routes.ts';
import { RollPage } from './roll.page.tsx';
import { changeRoll, completeRoll } from './roll.store.ts';
import { listVotes } from './vote-rows.store.ts';

/** What whoever runs an assembly does: its roll and its agenda. */
export const runRoutes: readonly Route[] = [
  get(urls.assemblyRoll, 'signed-in', async (visit) =>
    showRoll(visit, await loadRunAssembly(visit)),
  ),

  post(urls.assemblyRoll, 'signed-in', async (visit) => {
    const loaded = await loadRunAssembly(visit);
    const { assembly } = loaded;
    const form = await visit.form();
    const here = urls.assemblyRoll(atOf(loaded));
    if (form.text('geste') === 'completer') {
      const added = await completeRoll(visit.db, actOf(visit), assembly);
      return seeOther(
        visit,
        here,
        added > 0 ? 'assembly-roll-completed' : 'assembly-roll-complete',
      );
    }
    const read = await readRoll(visit, loaded, form);
    if (!read.ok) return showRoll(visit, loaded, read);
    const changed = await changeRoll(visit.db, actOf(visit), assembly, read.lines);
    return seeOther(visit, here, changed ? 'assembly-roll-saved' : 'assembly-roll-voted');
  }),

  get(urls.newAssemblyItem, 'signed-in', async (visit) =>
    showItem(await loadRunAssembly(visit), null, EMPTY),
  ),

  post(urls.newAssemblyItem, 'signed-in', async (visit) => {
    const loaded = await loadRunAssembly(visit);
    const typed = readTyped(await visit.form());
    const read = readItem(typed);
    if (!read.ok) return showItem(loaded, null, typed, read.problems);
    const done = await addItem(visit.db, actOf(visit), loaded.assembly, read.written);
    if (done.ok) return seeOther(visit, urls.assembly(atOf(loaded)), 'assembly-item-saved');
    return showItem(loaded, null, typed, { form: sayRefusal(done.refusal) });
  }),

  get(urls.assemblyItem, 'signed-in', async (visit) => {
    const loaded = await loadRunAssembly(visit);
    const item = await loadItem(visit, loaded.assembly);
    return showItem(loaded, item, typeItem(item));
  }),

  post(urls.assemblyItem, 'signed-in', async (visit) => {
    const loaded = await loadRunAssembly(visit);
    const item = await loadItem(visit, loaded.assembly);
    const form = await visit.form();
    const typed = readTyped(form);
    const read = readItem(typed);
    const version = readNumber(form.text('version')) ?? 0;
    if (!read.ok) return showItem(loaded, item, typed, read.problems, version);
    const of = { id: item.id, version };
    const done = await changeItem(visit.db, actOf(visit), loaded.assembly, of, read.written);
    if (done.ok) return seeOther(visit, urls.assembly(atOf(loaded)), 'assembly-item-saved');
    return showItem(loaded, item, typed, { form: sayRefusal(done.refusal) }, item.version, 409);
  }),

  post(urls.assemblyItemMove, 'signed-in', async (visit) => {
    const loaded = await loadRunAssembly(visit);
    const item = await loadItem(visit, loaded.assembly);
    const by = (await visit.form()).text('vers') === 'haut' ? -1 : 1;
    const done = await moveItem(visit.db, actOf(visit), loaded.assembly, item.id, by);
    const here = urls.assembly(atOf(loaded));
    return done.ok ? seeOther(visit, here) : seeOther(visit, here, 'assembly-item-not-moved');
  }),

  post(urls.assemblyItemRemove, 'signed-in', async (visit) => {
    const loaded = await loadRunAssembly(visit);
    const item = await loadItem(visit, loaded.assembly);
    const done = await removeItem(visit.db, actOf(visit), loaded.assembly, item.id);
    if (done.ok) return seeOther(visit, urls.assembly(atOf(loaded)), 'assembly-item-removed');
    return showItem(loaded, item, typeItem(item), { form: sayRefusal(done.refusal) });
  }),
];

async function showRoll(
  { db, organisation }: SignedInVisit,
  loaded: LoadedAssembly,
  shown: { typed?: Readonly<Record<string, string>>; problems?: Problems } = {},
): Promise<Answer> {
  const { typed = {}, problems = {} } = shown;
  const [voters, votes] = await Promise.all([
    listVoters(db, organisation.id, loaded.assembly.id),
    listVotes(db, organisation.id, loaded.assembly.id),
  ]);
  const ids = voters.map(({ personId }) => personId);
  const names = await listNicknames(db, organisation.id, ids);
  const called = (id: string) => names.get(id) ?? '';
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.assembly_roll(),
    section: 'participation',
    ...(faulty && { status: 422, faulty }),
    body: (
      <RollPage
        place={loaded}
        voters={voters.toSorted((a, b) =>
          called(a.personId).localeCompare(called(b.personId), 'fr'),
        )}
        names={names}
        isFixed={votes.length > 0}
        typed={typed}
        problems={problems}
      />
    ),
  });
}

type Lines = Parameters<typeof changeRoll>[3];

/** Lines that the form holds, each of somebody on the roll. */
async function readRoll(
  { db, organisation }: SignedInVisit,
  { assembly }: LoadedAssembly,
  form: Form,
): Promise<
  | { ok: true; lines: Lines }
  | { ok: false; typed: Readonly<Record<string, string>>; problems: Problems }
> {
  const voters = await listVoters(db, organisation.id, assembly.id);
  const typed: Record<string, string> = {};
  const problems: Problems = {};
  const keys = assembly.colleges.map(({ key }) => key);
  const lines = voters.flatMap((voter) => {
    const id = voter.personId;
    if (!form.has(`voix-${id}`)) return [];
    for (const name of [`voix-${id}`, `college-${id}`, `pour-${id}`]) typed[name] = form.text(name);
    const votes = readNumber(typed[`voix-${id}`]!) ?? 0;
    const speaksFor = typed[`pour-${id}`]!.replaceAll(/\s+/g, ' ');
    if (votes < 1 || votes > MOST_VOTES) problems[`voix-${id}`] = sayRefusal('votes-wrong');
    if ([...speaksFor].length > ASSEMBLY_LENGTHS.speaksFor)
      problems[`pour-${id}`] = sayRefusal('text-too-long');
    const asked = typed[`college-${id}`]!;
    const college = keys.includes(asked) ? asked : voter.college;
    return [{ personId: id, votes, speaksFor, college }];
  });
  return Object.keys(problems).length === 0 ? { ok: true, lines } : { ok: false, typed, problems };
}

const EMPTY: TypedItem = { genre: 'resolution', titre: '', texte: '', duree: '' };

const typeItem = (item: Item): TypedItem => ({
  genre: item.kind,
  titre: item.title,
  texte: item.body,
  duree: item.minutesPlanned === null ? '' : String(item.minutesPlanned),
});

const readTyped = (form: Form): TypedItem => ({
  genre: form.text('genre') === 'discussion' ? 'discussion' : 'resolution',
  titre: form.text('titre').replaceAll(/\s+/g, ' '),
  texte: form.text('texte'),
  duree: form.text('duree'),
});

function readItem(
  typed: TypedItem,
): { ok: true; written: WrittenItem } | { ok: false; problems: Problems } {
  const written: WrittenItem = {
    kind: typed.genre === 'discussion' ? 'discussion' : 'resolution',
    title: typed.titre,
    body: typed.texte,
    minutesPlanned: typed.duree === '' ? null : (readNumber(typed.duree) ?? 0),
  };
  const { title, body, minutesPlanned } = checkItem(written);
  const problems: Problems = {
    ...(title && { titre: sayRefusal(title) }),
    ...(body && { texte: sayRefusal(body) }),
    ...(minutesPlanned && { duree: sayRefusal(minutesPlanned) }),
  };
  return Object.keys(problems).length === 0 ? { ok: true, written } : { ok: false, problems };
}

function showItem(
  loaded: LoadedAssembly,
  item: Item | null,
  typed: TypedItem,
  problems: Problems = {},
  version = item?.version ?? 0,
  status: 409 | 422 = 422,
): Answer {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: item ? m.assembly_item_change_title() : m.assembly_item_add(),
    section: 'participation',
    ...(faulty && { status, faulty }),
    body: <ItemFormPage place={loaded} {...{ item, typed, problems, version }} />,
  });
}
