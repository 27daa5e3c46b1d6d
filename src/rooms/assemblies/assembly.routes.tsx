import * as m from '../../paraglide/messages.js';
import { readNow } from '../../platform/database/database.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import type { Problems } from '../../ui/form.tsx';
import { urls } from '../../urls.ts';
import { listNicknames } from '../identity/index.ts';
import { AssemblyPage } from './assembly.page.tsx';
import { listItems, listProxies, listVoters } from './assembly.store.ts';
import { listVotedFor, measureQuorum, refuseProxy, stateOf } from './assembly.ts';
import { sayRefusal, voterWords } from './assembly-words.page.ts';
import { closeAssembly, convene, openAssembly } from './assembly-writing.store.ts';
import { actOf, atOf, type LoadedAssembly, loadAssembly, loadRunAssembly } from './load.routes.ts';
import type { ProxyPanelProps } from './proxy.page.tsx';
import { giveProxy, notePresence, withdrawProxy } from './roll.store.ts';
import { isTaking } from './vote.ts';
import { listVotes } from './vote-rows.store.ts';

const STEPS = {
  convoquer: { run: convene, notice: 'assembly-convened' },
  ouvrir: { run: openAssembly, notice: 'assembly-opened' },
  clore: { run: closeAssembly, notice: 'assembly-closed' },
} as const;

/** An assembly as its members find it, and what each of them does there besides voting. */
export const assemblyRoutes: readonly Route[] = [
  get(urls.assembly, 'signed-in', async (visit) => showAssembly(visit, await loadAssembly(visit))),

  post(urls.assemblyStep, 'signed-in', async (visit) => {
    const loaded = await loadRunAssembly(visit);
    const name = (await visit.form()).text('etape');
    const step = Object.hasOwn(STEPS, name) ? STEPS[name as keyof typeof STEPS] : null;
    const done = step
      ? await step.run(visit.db, actOf(visit), loaded.assembly.id)
      : ({ ok: false, refusal: 'not-now' } as const);
    if (done.ok) return seeOther(visit, urls.assembly(atOf(loaded)), step!.notice);
    return showAssembly(visit, loaded, { form: sayRefusal(done.refusal) });
  }),

  post(urls.assemblyPresence, 'signed-in', async (visit) => {
    const loaded = await loadAssembly(visit);
    const form = await visit.form();
    const person = form.text('personne');
    const ofAnother = person !== '' && person !== visit.visitor.id;
    // somebody else is noted by whoever runs it, and by nobody else
    const run = ofAnother ? await loadRunAssembly(visit) : loaded;
    const isPresent = form.text('presence') === 'oui';
    const id = ofAnother ? person : visit.visitor.id;
    const noted = await notePresence(visit.db, actOf(visit), run.assembly.id, id, isPresent);
    const back = ofAnother ? urls.assemblyRoll(atOf(loaded)) : urls.assembly(atOf(loaded));
    return seeOther(visit, back, noted ? 'assembly-presence' : 'assembly-presence-not');
  }),

  post(urls.assemblyProxy, 'signed-in', async (visit) => {
    const loaded = await loadAssembly(visit);
    const form = await visit.form();
    const giverId = visit.visitor.id;
    if (form.text('geste') === 'reprendre') {
      await withdrawProxy(visit.db, actOf(visit), loaded.assembly.id, giverId);
      return seeOther(visit, urls.assembly(atOf(loaded)), 'assembly-proxy-withdrawn');
    }
    const holderId = form.text('a');
    const done = await giveProxy(visit.db, actOf(visit), loaded.assembly.id, { giverId, holderId });
    if (done.ok) return seeOther(visit, urls.assembly(atOf(loaded)), 'assembly-proxy-given');
    return showAssembly(visit, loaded, { a: sayRefusal(done.refusal) }, holderId);
  }),
];

async function showAssembly(
  visit: SignedInVisit,
  loaded: LoadedAssembly,
  problems: Problems = {},
  chosen = '',
): Promise<Answer> {
  const { db, organisation, visitor } = visit;
  const { assembly, mayRun } = loaded;
  const [items, votes, voters, proxies, now] = await Promise.all([
    listItems(db, organisation.id, assembly.id),
    listVotes(db, organisation.id, assembly.id),
    listVoters(db, organisation.id, assembly.id),
    listProxies(db, organisation.id, assembly.id),
    readNow(db),
  ]);
  const isOpen = stateOf(assembly) === 'open';
  const taking = votes.filter((vote) => isOpen && isTaking(vote, now)).map(({ id }) => id);
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: assembly.title,
    section: 'participation',
    ...(faulty && { status: 422, faulty }),
    body: (
      <AssemblyPage
        place={loaded}
        mayRun={mayRun}
        items={items}
        votes={votes}
        attendance={measureQuorum(assembly.quorum, voters, proxies)}
        people={voters.length}
        own={voters.find(({ personId }) => personId === visitor.id) ?? null}
        votedFor={listVotedFor(visitor.id, voters, proxies)}
        taking={new Set(taking)}
        proxy={await showProxies(visit, loaded, voters, proxies, { chosen, problems })}
        problems={problems}
      />
    ),
  });
}

/** null: nobody gives a proxy here, or not this reader, or not now. */
async function showProxies(
  { db, organisation, visitor }: SignedInVisit,
  loaded: LoadedAssembly,
  voters: Awaited<ReturnType<typeof listVoters>>,
  proxies: Awaited<ReturnType<typeof listProxies>>,
  shown: { chosen: string; problems: Problems },
): Promise<ProxyPanelProps | null> {
  const { assembly } = loaded;
  const state = stateOf(assembly);
  const isOnRoll = voters.some(({ personId }) => personId === visitor.id);
  if (assembly.mostProxies === 0 || !isOnRoll || (state !== 'convened' && state !== 'open'))
    return null;
  const facts = { state, mostProxies: assembly.mostProxies, voters, proxies };
  const names = await listNicknames(
    db,
    organisation.id,
    voters.map(({ personId }) => personId),
  );
  const words = (id: string) => {
    const voter = voters.find(({ personId }) => personId === id);
    return voter ? voterWords(voter, names) : m.personal_erased_name();
  };
  const own = proxies.find(({ giverId }) => giverId === visitor.id);
  const givers = proxies.filter(({ holderId }) => holderId === visitor.id);
  const candidates = voters
    .filter(({ personId: holderId }) => !refuseProxy({ giverId: visitor.id, holderId }, facts))
    .map(({ personId }) => ({ value: personId, label: words(personId) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'fr'));
  return {
    at: atOf(loaded),
    holder: own ? words(own.holderId) : null,
    givers: givers.map(({ giverId }) => words(giverId)),
    candidates,
    ...shown,
  };
}
