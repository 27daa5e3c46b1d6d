import * as m from '../../../paraglide/messages.js';
import { badRequest, Refused } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { page, seeOther } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { findOfficeEdition } from '../../spaces/index.routes.ts';
import { readNumber } from '../../spaces/index.ts';
import { actOf, readAsked, readChosenNumbers, readDeciders, readMoment } from './asking.routes.ts';
import { listBatches } from './batch-list.store.ts';
import {
  countDecidedIdeas,
  isListFrozen,
  listDecidedIdeas,
  listIdeasByNumber,
} from './decision.store.ts';
import { countDecisions } from './decision-counts.store.ts';
import { decideMany } from './decision-writing.store.ts';
import { DecisionsPage } from './decisions.page.tsx';
import { listReasons } from './reason.store.ts';

/** The decisions of an edition, by state; deciding. */
export const decisionsRoutes: readonly Route[] = [
  get(urls.adminDecisions, 'reader', async (visit) => {
    const { db, organisation, url } = visit;
    const edition = await findOfficeEdition(visit, 'reader');
    const { filter, asked } = readAsked(edition, (name) => url.searchParams.get(name) ?? '');
    const after = readNumber(url.searchParams.get('apres') ?? '') ?? 0;
    const at = [db, organisation.id, edition.id] as const;
    // before the list: what is prepared after it was not read
    const readAt = await readMoment(visit);
    const [counts, { ideas, next }, total, reasons, batches, frozen, deciders] = await Promise.all([
      countDecisions(...at),
      listDecidedIdeas(...at, filter, after),
      countDecidedIdeas(...at, filter),
      listReasons(...at),
      listBatches(...at),
      isListFrozen(...at),
      readDeciders(visit, edition),
    ]);
    return page({
      title: m.decide_title(),
      section: 'admin',
      body: (
        <DecisionsPage
          edition={edition}
          state={filter.state}
          counts={counts}
          ideas={ideas}
          total={total}
          reasons={reasons}
          asked={asked}
          nextHref={
            next === null
              ? undefined
              : urls.adminDecisions({ edition: edition.slug }, { ...asked, apres: next })
          }
          batches={batches}
          frozen={frozen}
          deciders={deciders.names}
          mayPrepare={deciders.isOfficer}
          mayDecide={deciders.mayDecide}
          readAt={readAt}
        />
      ),
    });
  }),

  post(urls.adminDecide, 'decider', async (visit) => {
    const { db, organisation } = visit;
    const edition = await findOfficeEdition(visit, 'decider');
    // where an edition has its deciders, the office prepares and they decide
    if (!(await readDeciders(visit, edition)).mayDecide) throw new Refused(403, 'others decide');
    const form = await visit.form();
    const { filter, asked } = readAsked(edition, form.text);
    const back = urls.adminDecisions({ edition: edition.slug }, { ...asked });
    const readAt = Number(form.text('lu'));
    if (!Number.isSafeInteger(readAt) || readAt < 0) throw badRequest('not a moment');
    const wanted = readChosenNumbers(form.all('idee'));
    const isAll = form.text('tous') === 'oui';
    if (!isAll && wanted.length === 0) return seeOther(visit, back, 'decide-none-chosen');
    const versions = new Map(wanted.map(({ number, version }) => [number, version]));
    const numbers = [...versions.keys()];
    const chosen = isAll
      ? { filter: { ...filter, state: 'to-decide' as const }, readAt: new Date(readAt) }
      : {
          ideas: (await listIdeasByNumber(db, organisation.id, edition.id, numbers)).map(
            ({ ideaId, number }) => ({ ideaId, version: versions.get(number)! }),
          ),
        };
    const decided = await decideMany(db, actOf(visit), edition.id, chosen);
    if (!decided.ok) return seeOther(visit, back, 'decide-frozen');
    return seeOther(visit, back, decided.left > 0 ? 'decide-some-changed' : 'decide-decided');
  }),
];
