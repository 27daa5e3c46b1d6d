import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, type Route } from '../../../platform/http/route.ts';
import { type Page, page, seeOther, type Visit } from '../../../platform/http/visit.ts';
import { pdfAnswer } from '../../../platform/pdf/pdf-answer.ts';
import { urls } from '../../../urls.ts';
import {
  asksForAccount,
  findOwnStanding,
  loadPoll,
  type PollVisit,
} from '../ballot/voter.routes.tsx';
import { CLASS, FORM_KEY } from '../ballot/voter-cookies.ts';
import { readReceipt } from '../box/box.crypto.ts';
import { fromHex } from '../box/commitment.ts';
import type { Poll } from '../poll.ts';
import { NoReceiptPage, ReceiptPage } from './receipt.page.tsx';
import { writeReceipt } from './receipt.pdf.ts';
import { writeTrackingCode } from './tracking-code.ts';

/** The receipt of the form that was sent last, for the voter who sent it only; never logged. */
export const receiptRoutes: readonly Route[] = [
  get(urls.voteReceipt, 'anyone', receiptPage, { unlogged: true }),

  get(
    urls.voteReceiptPdf,
    'anyone',
    async (visit) => {
      const { loaded, poll, own } = await loadReceipt(visit);
      const { edition } = loaded;
      if (asksForAccount(visit, poll)) return askForAccount(visit);
      if ('why' in own) return seeOther(visit, urls.voteReceipt({ edition: edition.slug }));
      const file = await writeReceipt({
        ...own,
        poll,
        edition: edition.slug,
        organisation: visit.organisation,
        origin: visit.origin,
        root: visit.config.root,
      });
      return pdfAnswer(file, m.receipts_pdf_name());
    },
    { unlogged: true },
  ),
];

const askForAccount = (visit: Visit) => seeOther(visit, urls.signIn({ vers: visit.url.pathname }));

async function receiptPage(visit: Visit<'edition'>): Promise<Page | Response> {
  const { loaded, poll, own } = await loadReceipt(visit);
  if (asksForAccount(visit, poll)) return askForAccount(visit);
  const { edition, now } = loaded;
  if ('why' in own) {
    return page({
      title: m.polls_receipt_none_title(),
      section: 'editions',
      body: <NoReceiptPage edition={edition} now={now} why={own.why} />,
    });
  }
  return page({
    title: m.polls_receipt_title(),
    section: 'editions',
    scripts: ['print-page.js'],
    headers: { 'cache-control': 'no-store' },
    body: (
      <ReceiptPage
        edition={edition}
        now={now}
        poll={poll}
        inClass={Boolean(visit.cookies.get(CLASS))}
        {...own}
      />
    ),
  });
}

interface OwnReceipt {
  code: string;
  nonceBy: 'browser' | 'server';
  signed: string;
}

interface LoadedReceipt {
  loaded: PollVisit;
  poll: Poll;
  own: OwnReceipt | { why: 'cast' | 'not-cast' | 'sealed' };
}

/** By the key of the form that was sent, which the voter's browser keeps. */
export async function loadReceipt(visit: Visit<'edition'>): Promise<LoadedReceipt> {
  const loaded = await loadPoll(visit);
  const poll = found(loaded.poll, 'poll');
  const key = visit.cookies.get(FORM_KEY) ?? null;
  const standing = await findOwnStanding(visit, poll, loaded.now, key);
  const signed = standing?.receipt;
  if (!signed) {
    const sealed = poll.acts.some((act) => act.kind === 'sealed');
    const why = sealed ? 'sealed' : standing && standing.revision > 0 ? 'cast' : 'not-cast';
    return { loaded, poll, own: { why } };
  }
  const { commitment, nonceBy } = readReceipt(signed);
  const code = writeTrackingCode(fromHex(commitment)!);
  return { loaded, poll, own: { code, nonceBy, signed } };
}
