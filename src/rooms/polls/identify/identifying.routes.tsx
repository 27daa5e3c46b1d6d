/** What the routes of a voter's proofs share: where the voter stands, the page of a step, and what is kept. */
import type { ComponentChildren } from 'preact';
import * as m from '../../../paraglide/messages.js';
import {
  type Answer,
  type Page,
  page,
  seeOther,
  type Visit,
} from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { extendPass, type Method, type Proven } from '../../electorate/index.ts';
import { closedPage } from '../ballot/vote.routes.tsx';
import { claimOf, findOwnStanding, loadPoll, type PollVisit } from '../ballot/voter.routes.tsx';
import { PASS } from '../ballot/voter-cookies.ts';
import type { VoterStanding } from '../box/voting.store.ts';
import type { Poll } from '../poll.ts';
import { IdentifyPage } from './identify.page.tsx';
import { nextStep, type Step } from './steps.ts';

/** A voter on the way: the poll is open, and there is something left to prove. */
export interface Identifying extends PollVisit {
  poll: Poll;
  standing: VoterStanding | null;
  step: Exclude<Step, { kind: 'done' }>;
}

export type IdentityVisit = Visit<'edition'>;

/**
 * Where this voter stands, or the answer that ends the request: the vote is over, or everything is proven,
 * and another proof would be another person's (V5).
 */
export async function loadIdentifying(
  visit: IdentityVisit,
  chosen: string,
): Promise<Identifying | { answer: Answer }> {
  const loaded = await loadPoll(visit);
  const { poll, state, now, edition } = loaded;
  if (!poll || state !== 'open') return { answer: await closedPage(visit, loaded) };
  const review = urls.voteReview({ edition: edition.slug });
  const { admission } = poll.settings;
  if (!visit.visitor && !admission.withoutAccount)
    return { answer: seeOther(visit, urls.signIn({ vers: review })) };
  const standing = await findOwnStanding(visit, poll, now);
  const missing = standing?.missing ?? [
    ...admission.required.map((method) => [method]),
    ...(admission.oneOf.length > 0 ? [[...admission.oneOf]] : []),
  ];
  const ageUnknown = standing?.refusal === 'identity-not-declared' && missing.length === 0;
  const step = nextStep(ageUnknown ? [['declaration']] : missing, chosen);
  if (step.kind === 'done') return { answer: seeOther(visit, review) };
  return { ...loaded, poll, standing, step };
}

/** The page of the step in hand, with the form that its route drew. */
export function showStep(
  { edition, now, poll, standing, step }: Identifying,
  form: ComponentChildren,
  problems: Problems = {},
  headers: Readonly<Record<string, string>> = {},
  shortForms: ReadonlyMap<Method, ComponentChildren> = new Map(),
): Page {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.identify_title(),
    section: 'editions',
    headers: { 'cache-control': 'no-store', ...headers },
    ...(faulty && { status: 422 as const, faulty }),
    body: (
      <IdentifyPage
        edition={edition}
        now={now}
        step={step}
        held={standing?.held ?? []}
        mayHaveAccount={standing === null && poll.settings.admission.withoutAccount}
        problems={problems}
        shortForms={shortForms}
      >
        {form}
      </IdentifyPage>
    ),
  });
}

/** The choice among several proofs that are enough, with the forms that are short. */
export function showChoice(
  loaded: Identifying,
  shortForms: ReadonlyMap<Method, ComponentChildren>,
): Page {
  return showStep(loaded, null, {}, {}, shortForms);
}

/** A form that carries its own words of what is wrong. `wait`: seconds after which asking again helps. */
export function showRefused(
  loaded: Identifying,
  form: ComponentChildren,
  { wait }: { wait?: number } = {},
): Page {
  return {
    ...showStep(loaded, form),
    status: wait ? 429 : 422,
    faulty: true,
    headers: { 'cache-control': 'no-store', ...(wait && { 'retry-after': String(wait) }) },
  };
}

/** Keeps what was proven, and goes on: to the next step, or back to the ballot. */
export async function keepProof(
  visit: IdentityVisit,
  { edition, poll }: Identifying,
  proven: Proven,
): Promise<Response> {
  const at = { organisationId: visit.organisation.id, pollId: poll.id };
  const token = await extendPass(visit.db, at, claimOf(visit).passToken ?? null, proven);
  visit.cookies.set(PASS, token, { path: urls.vote({ edition: edition.slug }) });
  return seeOther(visit, urls.voteIdentity({ edition: edition.slug }));
}
