import * as m from '../../paraglide/messages.js';
import { found } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import type { Problems } from '../../ui/form.tsx';
import { formatNumber } from '../../ui/format.ts';
import { urls } from '../../urls.ts';
import { placeWords, timeWords } from '../meetings/index.page.ts';
import { readNumber } from '../spaces/index.ts';
import { listItems, listProxies, listVoters } from './assembly.store.ts';
import { ASSEMBLY_LENGTHS, measureQuorum, stateOf } from './assembly.ts';
import { outcomeWords, sayRefusal, votesWords } from './assembly-words.page.ts';
import { saveMinutes } from './assembly-writing.store.ts';
import { actOf, atOf, type LoadedAssembly, loadRunAssembly } from './load.routes.ts';
import { MinutesPage } from './minutes.page.tsx';
import { listVotes } from './vote-rows.store.ts';

/** The minutes of an assembly that is over (R157). */
export const minutesRoutes: readonly Route[] = [
  get(urls.assemblyMinutes, 'signed-in', async (visit) => {
    const loaded = await loadOver(visit);
    const { minutes } = loaded.assembly;
    return showMinutes(loaded, minutes === '' ? await draftMinutes(visit, loaded) : minutes);
  }),

  post(urls.assemblyMinutes, 'signed-in', async (visit) => {
    const loaded = await loadOver(visit);
    const form = await visit.form();
    const typed = form.text('texte');
    if (typed === '' || [...typed].length > ASSEMBLY_LENGTHS.minutes)
      return showMinutes(loaded, typed, {
        texte: typed === '' ? m.assembly_refused_minutes_empty() : sayRefusal('text-too-long'),
      });
    const publish = form.text('geste') === 'publier';
    const of = { id: loaded.assembly.id, version: readNumber(form.text('version')) ?? 0 };
    const done = await saveMinutes(visit.db, actOf(visit), of, { minutes: typed, publish });
    if (!done.ok) return showMinutes(loaded, typed, { form: sayRefusal(done.refusal) }, 409);
    const here = publish ? urls.assembly(atOf(loaded)) : urls.assemblyMinutes(atOf(loaded));
    return seeOther(visit, here, publish ? 'assembly-minutes-published' : 'assembly-minutes-kept');
  }),
];

async function loadOver(
  visit: SignedInVisit<'space' | 'component' | 'assembly'>,
): Promise<LoadedAssembly> {
  const loaded = await loadRunAssembly(visit);
  return found(stateOf(loaded.assembly) === 'closed' ? loaded : null, 'assembly');
}

function showMinutes(
  loaded: LoadedAssembly,
  typed: string,
  problems: Problems = {},
  status: 409 | 422 = 422,
): Answer {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.assembly_minutes(),
    section: 'participation',
    ...(faulty && { status, faulty }),
    body: (
      <MinutesPage
        place={loaded}
        typed={typed}
        version={loaded.assembly.version}
        problems={problems}
      />
    ),
  });
}

/** What is known already, to begin with: when, who was there in votes, each point and what was decided. Never who voted what. */
async function draftMinutes(
  { db, organisation }: SignedInVisit,
  { assembly, meeting }: LoadedAssembly,
): Promise<string> {
  const [items, votes, voters, proxies] = await Promise.all([
    listItems(db, organisation.id, assembly.id),
    listVotes(db, organisation.id, assembly.id),
    listVoters(db, organisation.id, assembly.id),
    listProxies(db, organisation.id, assembly.id),
  ]);
  const came = voters.filter(({ isPresent }) => isPresent).length;
  const { represented } = measureQuorum(assembly.quorum, voters, proxies);
  const points = items.map((item, at) => {
    const vote = votes.find(({ itemId }) => itemId === item.id);
    const said = vote?.counts
      ? `${outcomeWords(vote)}. ${m.assembly_counted({
          yes: votesWords(sum(vote.counts, 'yes')),
          no: votesWords(sum(vote.counts, 'no')),
          abstained: votesWords(sum(vote.counts, 'abstained')),
        })}`
      : m.assembly_minutes_to_fill();
    return `## ${at + 1}. ${item.title}\n\n${said}`;
  });
  return [
    `${timeWords(meeting)}, ${placeWords(meeting)}.`,
    m.assembly_minutes_attendance({
      count: came,
      came: formatNumber(came),
      represented: votesWords(represented),
    }),
    ...points,
  ].join('\n\n');
}

const sum = (
  counts: readonly { yes: number; no: number; abstained: number }[],
  of: 'yes' | 'no' | 'abstained',
): number => counts.reduce((total, count) => total + count[of], 0);
