import * as m from '../../../paraglide/messages.js';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { seeOther } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { closePass, type Method } from '../../electorate/index.ts';
import { claimOf, loadPoll } from '../ballot/voter.routes.tsx';
import { BASKET, CLASS, FORM_KEY, ORDER, PASS } from '../ballot/voter-cookies.ts';
import { declarationRoutes, drawDeclaration } from './declaration.routes.tsx';
import { documentRoutes, drawDocument } from './document.routes.tsx';
import { AtDesk } from './identify.page.tsx';
import {
  type Identifying,
  type IdentityVisit,
  loadIdentifying,
  showChoice,
  showStep,
} from './identifying.routes.tsx';
import { drawMailbox, mailboxRoutes } from './mailbox.routes.tsx';
import { drawPersonalCode, personalCodeRoutes } from './personal-code.routes.tsx';
import { drawPhone, phoneRoutes } from './phone.routes.tsx';
import { drawProviders, providerRoutes } from './provider.routes.tsx';
import { drawRegister, registerRoutes } from './register.routes.tsx';

type Draw = (
  visit: IdentityVisit,
  identifying: Identifying,
) => preact.VNode | Promise<preact.VNode>;

/** The form of each proof, as it is first shown. */
const formOf: Record<Method, Draw> = {
  email: drawMailbox,
  sms: drawPhone,
  declaration: drawDeclaration,
  roll: drawRegister,
  code: drawPersonalCode,
  proof: drawDocument,
  provider: drawProviders,
  desk: drawDesk,
  seat: drawSeat,
};

/** One field and a button each: they stand on the page of the choice, which costs a voter no page more. */
const SHORT: ReadonlySet<Method> = new Set(['email', 'sms']);

async function drawShortForms(
  visit: IdentityVisit,
  loaded: Identifying,
  methods: readonly Method[],
): Promise<ReadonlyMap<Method, preact.VNode>> {
  const forms = new Map<Method, preact.VNode>();
  for (const method of methods)
    if (SHORT.has(method)) forms.set(method, await formOf[method](visit, loaded));
  return forms;
}

/** Whoever runs or sits in the assembly votes on its page. */
function drawSeat() {
  return <p>{m.identify_seat()}</p>;
}

function drawDesk(_: IdentityVisit, { edition }: Identifying) {
  return <AtDesk edition={edition} />;
}

/** Proving who one is, after choosing: one thing at a time, never logged apart (integrity part 0, point 5). */
export const identifyRoutes: readonly Route[] = [
  get(
    urls.voteIdentity,
    'anyone',
    async (visit) => {
      const loaded = await loadIdentifying(visit, visit.url.searchParams.get('par') ?? '');
      if ('answer' in loaded) return loaded.answer;
      const { step, edition } = loaded;
      if (step.kind === 'choose')
        return showChoice(loaded, await drawShortForms(visit, loaded, step.methods));
      // an account keeps what it declares
      if (step.method === 'declaration' && visit.visitor)
        return seeOther(
          visit,
          urls.accountIdentity({ vers: urls.voteReview({ edition: edition.slug }) }),
        );
      return showStep(loaded, await formOf[step.method](visit, loaded));
    },
    { unlogged: true },
  ),

  ...mailboxRoutes,
  ...phoneRoutes,
  ...providerRoutes,
  ...personalCodeRoutes,
  ...documentRoutes,
  ...declarationRoutes,
  ...registerRoutes,

  post(
    urls.voteIdentityForget,
    'anyone',
    async (visit) => {
      const { poll, edition } = await loadPoll(visit);
      const { passToken } = claimOf(visit);
      const at = { edition: edition.slug };
      if (poll && passToken) {
        const here = { organisationId: visit.organisation.id, pollId: poll.id };
        await closePass(visit.db, here, passToken);
      }
      const path = urls.vote(at);
      for (const cookie of [PASS, FORM_KEY, ORDER]) visit.cookies.clear(cookie, path);
      visit.cookies.clear(BASKET, urls.edition(at));
      const next = visit.cookies.get(CLASS) ? urls.voteClass(at) : path;
      return seeOther(visit, next, 'voter-forgotten');
    },
    { unlogged: true },
  ),
];
