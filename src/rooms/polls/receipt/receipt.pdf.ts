import * as m from '../../../paraglide/messages.js';
import { getLocale } from '../../../paraglide/runtime.js';
import { openPaper } from '../../../platform/pdf/paper.ts';
import { formatDateTime } from '../../../ui/format.ts';
import { drawQr } from '../../../ui/qr-code.tsx';
import { urls } from '../../../urls.ts';
import type { Poll } from '../poll.ts';

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
  paper.paragraph(poll.title, { bold: true, size: 12, before: 0 });
  if (poll.profile === 'P0') paper.paragraph(m.receipts_pdf_public(), { size: 9.5 });
  paper.facts([
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
  paper.picture({ ...drawQr(receipt.signed), side: 150 }, m.receipts_qr(), () => {
    paper.paragraph(m.receipts_pdf_code(), { soft: true });
    paper.paragraph(groupCode(receipt.code), { bold: true, size: 12.5, before: 0 });
    paper.paragraph(m.receipts_pdf_keep(), { size: 9 });
  });
  if (poll.profile !== 'P0') paper.paragraph(m.receipts_pdf_secret(), { size: 9 });
  for (const [words, address] of [
    [m.receipts_pdf_check(), urls.voteProof(at)],
    [m.receipts_pdf_find(), urls.findBallot(at)],
  ] as const)
    paper.paragraph(`${words}\n${origin}${address}`, { size: 9, before: 4 });
  const signed = `${m.receipts_pdf_signed()}\n${foldLine(receipt.signed)}`;
  paper.paragraph(signed, { size: 6, soft: true });
  return paper.finish();
}

/** In groups of four, four to a line. */
function groupCode(code: string): string {
  const groups = code.match(/.{1,4}/gu) ?? [];
  return groups
    .map((group, at) => `${group}${at % 4 === 3 ? '\n' : ' '}`)
    .join('')
    .trim();
}

/**
 * Signs to a line of small print, cut where no line ends with a hyphen: whoever copies it from the file
 * would lose that hyphen, which readers take for that of a word cut in two.
 */
function foldLine(line: string): string {
  return (line.match(/.{1,84}[^-]|.+/gu) ?? []).join('\n');
}
