import { randomUUID } from 'node:crypto';
import * as m from '../../paraglide/messages.js';
import { readNow } from '../../platform/database/database.ts';
import type { Form } from '../../platform/http/form.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import type { Problems } from '../../ui/form.tsx';
import { urls } from '../../urls.ts';
import { listNicknames } from '../identity/index.ts';
import { findEditionById, readNumber } from '../spaces/index.ts';
import { listProxies, listVoters } from './assembly.store.ts';
import { listVotedFor, stateOf, type Voter } from './assembly.ts';
import { sayRefusal } from './assembly-words.page.ts';
import { castRollCall, castSecret, listSecretVoters } from './casting.store.ts';
import {
  actOf,
  atOf,
  type LoadedAssembly,
  loadAssembly,
  loadItem,
  loadRunAssembly,
  loadVote,
} from './load.routes.ts';
import { VoteOpeningPage, VotePage } from './vote.page.tsx';
import { closeVote, openVote } from './vote.store.ts';
import {
  CHOICES,
  type Choice,
  isTaking,
  MAJORITIES,
  type Majority,
  type Mode,
  SECRET_MINUTES,
} from './vote.ts';
import { listBoxes, listRollCall } from './vote-rows.store.ts';

/** Votes of an assembly: opened and closed by whoever runs it, cast by those on its roll. */
export const voteRoutes: readonly Route[] = [
  get(urls.assemblyVoteOpen, 'signed-in', async (visit) =>
    showOpening(visit, await loadRunAssembly(visit), {
      mode: 'open',
      majorite: 'simple',
      minutes: String(SECRET_MINUTES.usual),
    }),
  ),

  post(urls.assemblyVoteOpen, 'signed-in', async (visit) => {
    const loaded = await loadRunAssembly(visit);
    const form = await visit.form();
    const mode: Mode = form.text('mode') === 'secret' ? 'secret' : 'open';
    const majority: Majority = MAJORITIES.find((one) => one === form.text('majorite')) ?? 'simple';
    const typed = { mode, majorite: majority, minutes: form.text('minutes') };
    const opened = await openVote(visit.db, visit.config, actOf(visit), loaded.assembly, {
      itemId: visit.params.item,
      mode,
      majority,
      minutes: readNumber(typed.minutes) ?? null,
    });
    const at = atOf(loaded);
    if (opened.ok)
      return seeOther(visit, urls.assemblyVote({ ...at, vote: opened.id }), 'assembly-vote-opened');
    if (opened.refusal === 'voted-already')
      return seeOther(visit, urls.assembly(at), 'assembly-voted-already');
    const field = opened.refusal === 'minutes-wrong' ? 'minutes' : 'form';
    return showOpening(visit, loaded, typed, { [field]: sayRefusal(opened.refusal) });
  }),

  get(urls.assemblyVote, 'signed-in', async (visit) => showVote(visit, await loadAssembly(visit))),

  // like every ballot: no trace of it beside who cast it (integrity part 0, point 5)
  post(
    urls.assemblyVote,
    'signed-in',
    async (visit) => {
      const loaded = await loadAssembly(visit);
      const { vote } = await loadVote(visit, loaded.assembly);
      const form = await visit.form();
      const { voters, proxies } = await readRoll(visit, loaded);
      const own = listVotedFor(visit.visitor.id, voters, proxies);
      const choices = readChoices(form, own);
      const typed = Object.fromEntries(
        own.map(({ personId }) => [`choix-${personId}`, form.text(`choix-${personId}`)]),
      );
      const [first] = own;
      if (choices.size === 0)
        return showVote(visit, loaded, typed, {
          [first ? `choix-${first.personId}` : 'form']: sayRefusal('vote-missing'),
        });
      const act = actOf(visit);
      const { assembly } = loaded;
      const given = form.text('formulaire');
      const cast =
        vote.mode === 'open'
          ? await castRollCall(visit.db, act, assembly, vote.id, choices)
          : await castSecret(
              visit.db,
              visit.config,
              act,
              assembly,
              vote.id,
              new Map([...choices].map(([id, one]) => [id, one === 'abstained' ? 'blank' : one])),
              isUuid(given) ? given : randomUUID(),
            );
      if (!cast.ok) return showVote(visit, loaded, typed, { form: sayRefusal(cast.refusal) });
      const here = urls.assemblyVote({ ...atOf(loaded), vote: vote.id });
      return seeOther(visit, here, 'assembly-cast');
    },
    { unlogged: true },
  ),

  post(urls.assemblyVoteClose, 'signed-in', async (visit) => {
    const loaded = await loadRunAssembly(visit);
    const { vote } = await loadVote(visit, loaded.assembly);
    const here = urls.assemblyVote({ ...atOf(loaded), vote: vote.id });
    const done = await closeVote(visit.db, visit.config, actOf(visit), loaded.assembly, vote.id);
    return seeOther(visit, here, done ? 'assembly-vote-closed' : 'assembly-vote-not-closed');
  }),
];

function readChoices(form: Form, own: readonly Voter[]): Map<string, Choice> {
  return new Map(
    own.flatMap(({ personId }) => {
      const choice = CHOICES.find((one) => one === form.text(`choix-${personId}`));
      return choice ? [[personId, choice] as const] : [];
    }),
  );
}

async function readRoll({ db, organisation }: SignedInVisit, { assembly }: LoadedAssembly) {
  const [voters, proxies] = await Promise.all([
    listVoters(db, organisation.id, assembly.id),
    listProxies(db, organisation.id, assembly.id),
  ]);
  return { voters, proxies };
}

async function showVote(
  visit: SignedInVisit<'space' | 'component' | 'assembly' | 'vote'>,
  loaded: LoadedAssembly,
  typed: Readonly<Record<string, string>> = {},
  problems: Problems = {},
): Promise<Answer> {
  const { db, organisation, config, visitor } = visit;
  const { assembly } = loaded;
  const { vote, item } = await loadVote(visit, assembly);
  const { voters, proxies } = await readRoll(visit, loaded);
  const votedFor = listVotedFor(visitor.id, voters, proxies);
  const isNow = stateOf(assembly) === 'open' && isTaking(vote, await readNow(db));
  const said = vote.mode === 'open' ? await listRollCall(db, organisation.id, vote.id) : [];
  const cast = new Map<string, Choice | 'cast'>(
    said.map(({ personId, choice }) => [personId, choice]),
  );
  if (vote.mode === 'secret' && isNow)
    for (const id of await listSecretVoters(db, config, organisation.id, vote.id, votedFor))
      cast.set(id, 'cast');
  const byId = new Map(voters.map((voter) => [voter.personId, voter]));
  const names = await listNicknames(db, organisation.id, [...byId.keys()]);
  const isRead = vote.mode === 'open' && vote.counts !== null;
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: item.title,
    section: 'participation',
    ...(faulty && { status: 422, faulty }),
    body: (
      <VotePage
        place={loaded}
        vote={vote}
        item={item}
        isTaking={isNow}
        mayRun={loaded.mayRun}
        votedFor={votedFor}
        cast={cast}
        rollCall={
          isRead
            ? said
                .flatMap(({ personId, ...one }) => {
                  const voter = byId.get(personId);
                  return voter ? [{ voter, ...one }] : [];
                })
                .toSorted((a, b) =>
                  (names.get(a.voter.personId) ?? '').localeCompare(
                    names.get(b.voter.personId) ?? '',
                    'fr',
                  ),
                )
            : null
        }
        names={names}
        boxes={vote.counts && vote.mode === 'secret' ? await listChecks(visit, vote.id) : []}
        typed={typed}
        problems={problems}
        formKey={randomUUID()}
      />
    ),
  });
}

/** Where anybody inside checks each box of a secret vote and counts it again. */
async function listChecks({ db, organisation }: SignedInVisit, voteId: string) {
  const boxes = await listBoxes(db, organisation.id, voteId);
  return Promise.all(
    boxes.map(async ({ college, editionId }) => {
      const edition = (await findEditionById(db, organisation.id, editionId))!;
      return { college, href: urls.results({ edition: edition.slug }) };
    }),
  );
}

async function showOpening(
  visit: SignedInVisit<'space' | 'component' | 'assembly' | 'item'>,
  loaded: LoadedAssembly,
  typed: { mode: string; majorite: string; minutes: string },
  problems: Problems = {},
): Promise<Answer> {
  const item = await loadItem(visit, loaded.assembly);
  const { voters } = await readRoll(visit, loaded);
  const { colleges } = loaded.assembly;
  const sizes =
    colleges.length === 0
      ? [voters.length]
      : colleges.map(({ key }) => voters.filter(({ college }) => college === key).length);
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.assembly_vote_open_title(),
    section: 'participation',
    ...(faulty && { status: 422, faulty }),
    body: (
      <VoteOpeningPage
        place={loaded}
        item={item}
        typed={typed}
        problems={problems}
        smallest={Math.min(...sizes)}
      />
    ),
  });
}
