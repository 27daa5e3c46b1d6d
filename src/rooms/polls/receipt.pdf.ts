import * as m from '../../paraglide/messages.js';
import { getLocale } from '../../paraglide/runtime.js';
import { openPaper } from '../../platform/pdf/paper.ts';
import { formatDateTime } from '../../ui/format.ts';
import { drawQr } from '../../ui/qr-code.tsx';
import { urls } from '../../urls.ts';
import type { Poll } from './poll.ts';

interface ReceiptPaper {
  /** Folder of the installation. */
  root: string;
  /** `https://host[:port]`, for the addresses that are written out. */
  origin: string;
  /** Slug of the edition. */
  edition: string;
  organisation: { name: string; colour: string };
  poll: Poll;
  /** In letters and figures, ungrouped. */
  code: string;
  nonceBy: 'browser' | 'server';
  /** The signed line itself. */
  signed: string;
}

/**
 * The receipt on one sheet. It says nothing that the page does not: no name, no choices, and as its only
 * time the opening of the poll, which is the same for every voter: the file does not tell when one voted,
 * nor when one fetched it.
 */
export function writeReceipt(receipt: ReceiptPaper): Promise<Buffer> {
  const { organisation, poll, origin } = receipt;
  const at = { edition: receipt.edition };
  const paper = openPaper({
    root: receipt.root,
    sheet: 'A5',
    lang: getLocale(),
    title: m.receipts_pdf_title({ poll: poll.title }),
    madeAt: poll.opensAt,
    colour: organisation.colour,
  });
  paper.paragraph(organisation.name, { soft: true, before: 0 });
  paper.heading(m.receipts_pdf_heading(), { before: 0 });
  if (poll.profile === 'P0') paper.paragraph(m.receipts_pdf_public(), { bold: true, size: 9.5 });
  paper.facts([
    { term: m.polls_receipt_poll(), detail: poll.title },
    { term: m.polls_receipt_until(), detail: formatDateTime(poll.closesAt) },
    {
      term: m.polls_receipt_nonce(),
      detail:
        receipt.nonceBy === 'browser'
          ? m.polls_receipt_nonce_browser()
          : m.polls_receipt_nonce_server(),
    },
  ]);
  paper.perforation();
  paper.paragraph(m.receipts_pdf_code(), { soft: true, align: 'center', size: 9, before: 0 });
  paper.paragraph(groupCode(receipt.code), { bold: true, align: 'center', size: 15, before: 0 });
  paper.picture(drawQr(receipt.signed), 128, m.receipts_qr());
  paper.paragraph(m.receipts_pdf_keep(), { size: 9, before: 4 });
  if (poll.profile !== 'P0') paper.paragraph(m.receipts_pdf_secret(), { size: 9, before: 2 });
  for (const [words, address] of [
    [m.receipts_pdf_check(), urls.voteProof(at)],
    [m.receipts_pdf_find(), urls.findBallot(at)],
  ] as const)
    paper.paragraph(`${words}\n${origin}${address}`, { size: 8.5, before: 4 });
  paper.paragraph(`${m.receipts_pdf_signed()}\n${receipt.signed}`, {
    size: 6,
    soft: true,
    before: 6,
  });
  return paper.finish();
}

/** In groups of four, in rows of equal length. */
function groupCode(code: string): string {
  const groups = code.match(/.{1,4}/gu) ?? [];
  const half = Math.ceil(groups.length / 2);
  return [groups.slice(0, half), groups.slice(half)].map((row) => row.join(' ')).join('\n');
}
