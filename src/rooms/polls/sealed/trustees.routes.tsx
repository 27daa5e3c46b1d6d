import * as m from '../../../paraglide/messages.js';
import type { Form } from '../../../platform/http/form.ts';
import { countHit } from '../../../platform/http/limits.ts';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Page, page, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { loadPoll, type PollVisit } from '../ballot/voter.routes.tsx';
import { type BoxOpeningRefusal, type Poll, refuseBoxOpening } from '../poll.ts';
import { openSealedBox } from './opened-box.store.ts';
import type { ShareRefusal } from './sealed.crypto.ts';
import { SHARE_TEXT_LENGTH } from './share.ts';
import { TrusteesPage } from './trustees.page.tsx';

const refusalWords: Record<BoxOpeningRefusal | ShareRefusal, () => string> = {
  'not-a-sealed-poll': m.sealed_refused_not_sealed_poll,
  'not-sealed': m.polls_office_refused_not_sealed,
  'already-opened': m.sealed_refused_already,
  'poll-locked': m.polls_office_refused_locked,
  'too-few-shares': m.sealed_refused_too_few,
  'share-unreadable': m.sealed_refused_unreadable,
  'share-of-another-poll': m.sealed_refused_other,
  'share-unknown': m.sealed_refused_unknown,
  'same-share-twice': m.sealed_refused_twice,
  'shares-do-not-fit': m.sealed_refused_unfit,
};

/** Trials of parts an hour, for one poll: a part cannot be guessed, and nobody should try. */
const TRIALS = { hits: 20, seconds: 3600 };

/** « Dépouillement » of a sealed poll: two trustees bring their parts, and the box is opened. */
export const trusteeRoutes: readonly Route[] = [
  get(urls.adminPollOpenBox, 'officer', async (visit) => {
    const loaded = await loadPoll(visit);
    const poll = found(loaded.poll, 'poll');
    // out of turn there is nothing to open: the page of the poll says where it stands
    return refuseBoxOpening(poll)
      ? seeOther(visit, urls.adminPoll({ edition: loaded.edition.slug }))
      : openPage(loaded, poll, {});
  }),

  post(
    urls.adminPollOpenBox,
    'officer',
    async (visit) => {
      const { db, organisation, visitor } = visit;
      const loaded = await loadPoll(visit);
      const poll = found(loaded.poll, 'poll');
      const back = urls.adminPoll({ edition: loaded.edition.slug });
      const early = refuseBoxOpening(poll);
      if (early === 'already-opened') return seeOther(visit, back, 'poll-act-done-before');
      if (early) return seeOther(visit, back);
      await countHit(db, { key: `open-box:${poll.id}`, ...TRIALS });
      const shares = await readShares(await visit.form(), poll.settings.sealing!.threshold);
      const by = { organisationId: organisation.id, by: visitor.id };
      const opened = await openSealedBox(db, by, poll.id, shares);
      if (opened.ok) return seeOther(visit, back, 'poll-box-opened');
      if (opened.refusal === 'already-opened') return seeOther(visit, back, 'poll-act-done-before');
      const field = opened.which === null ? 'form' : `part-${opened.which + 1}`;
      return openPage(loaded, poll, { [field]: refusalWords[opened.refusal]() });
    },
    { unlogged: true },
  ),
];

/** Each part as it was pasted, or the file that holds it. */
async function readShares(form: Form, threshold: number): Promise<string[]> {
  const shares: string[] = [];
  for (let number = 1; number <= threshold; number += 1) {
    const [file] = form.files(`part-file-${number}`);
    const typed = form.text(`part-${number}`);
    shares.push(typed || (file ? await file.slice(0, SHARE_TEXT_LENGTH).text() : ''));
  }
  return shares;
}

function openPage({ edition }: PollVisit, poll: Poll, problems: Problems): Page {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.sealed_open_title(),
    section: 'admin',
    headers: { 'cache-control': 'no-store' },
    ...(faulty && { status: 422, faulty }),
    body: <TrusteesPage edition={edition} poll={poll} problems={problems} />,
  });
}
