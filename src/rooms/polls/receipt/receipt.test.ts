import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { publish } from '../../../../tests/make/poll.ts';
import { fillBallot, type MadePoll, makePoll } from '../../../../tests/make/polls.ts';
import { readPdf } from '../../../../tests/read-pdf.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { formatDateTime } from '../../../ui/format.ts';
import { drawQr } from '../../../ui/qr-code.tsx';
import { urls } from '../../../urls.ts';
import { verifyBundle } from '../../../verifier/verify.ts';
import { isSigned, readReceipt, writeCanonical } from '../box/box.crypto.ts';
import { fromHex } from '../box/commitment.ts';
import { receiptRoutes } from './receipt.routes.tsx';
import { writeTrackingCode } from './tracking-code.ts';

let site: TestSite;
let made: MadePoll;
let voter: MadePerson;
let at: { edition: string };
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());
beforeEach(async () => {
  made = await makePoll(site);
  at = { edition: made.edition.slug };
  voter = await makePerson(site, { name: 'Célestine Vauquelin' });
});

const cast = () => voter.client.post(urls.voteCast(at), fillBallot(made.poll));

/** The receipt as the box keeps it for the form that was sent. */
async function keptLine(): Promise<string> {
  const { rows } = await site.pool.query('select receipt from casting_request where poll_id = $1', [
    made.poll.id,
  ]);
  return rows[0].receipt;
}

async function fetchPaper(client = voter.client) {
  const answer = await client.send(urls.voteReceiptPdf(at));
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return { answer, bytes, status: answer.status };
}

describe('a receipt to keep', () => {
  it('A1 R76 holds on the page, as a code that telephones read, the very line that was signed', async () => {
    await cast();
    const line = await keptLine();
    const { signature, ...receipt } = readReceipt(line);
    const { rows } = await site.pool.query('select body from poll_manifest where poll_id = $1', [
      made.poll.id,
    ]);
    const { verifyKey } = JSON.parse(rows[0].body);
    expect(isSigned(verifyKey, 'pb-receipt-v1', writeCanonical(receipt), signature)).toBe(true);
    const drawn = /<svg class="qr-code"[\s\S]*?<\/svg>/.exec(voter.client.html)![0];
    expect(drawn).toContain(`d="${drawQr(line).path}"`);
    expect(drawn).toMatch(/role="img" aria-label="Code QR du reçu signé\. Il contient le code de/);
    expect(voter.client.html).toContain(`href="${urls.voteReceiptPdf(at)}"`);
    expect(voter.client.headers.get('cache-control')).toBe('no-store');
  });

  it('R76 R190 is one sheet with the code, the line and the close, and nothing of who, what or when', async () => {
    await cast();
    const { answer, bytes } = await fetchPaper();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="recu-de-vote.pdf"',
    );
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const pdf = readPdf(bytes);
    const line = await keptLine();
    const code = writeTrackingCode(fromHex(readReceipt(line).commitment)!);
    const words = pdf.text.replaceAll(/\s+/g, ' ');
    expect(pdf.pages).toBe(1);
    expect(pdf.text.replaceAll(/\s/g, '')).toContain(code);
    expect(pdf.text.replaceAll(/\s/g, '')).toContain(line);
    expect(words).toContain(made.poll.title);
    expect(words).toContain(urls.findBallot(at));
    expect(pdf.values('Lang')).toEqual(['fr']);
    expect(pdf.values('Title')).toEqual([`Reçu de vote\u202f: ${made.poll.title}`]);
    expect(pdf.values('Alt')).toHaveLength(1);
    for (const told of [voter.email, voter.nickname, voter.id, 'Célestine', 'Projet d’essai'])
      expect(`${pdf.text}\n${pdf.everything}`).not.toContain(told);
    // hours and minutes: those of the close only
    const close = formatDateTime(made.poll.closesAt).replaceAll(/\s+/g, ' ');
    expect(words).toContain(close);
    const others = words.replace(close, '').split('{"')[0]!;
    expect(others).not.toMatch(/\d ?(h|min|:\d)/);
  });

  it('V7 tells no time of its own: fetched twice, hours apart, it is the same bytes', async () => {
    await cast();
    const first = await fetchPaper();
    site.travel('7 hours');
    const second = await fetchPaper();
    site.travel(null);
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
    const opened = made.poll.opensAt.toISOString().slice(0, 19);
    expect(readPdf(first.bytes).values('CreationDate')).toEqual([
      `D:${opened.replaceAll(/[-:T]/g, '')}Z`,
    ]);
    expect(readPdf(first.bytes).values('Author')).toEqual([]);
  });

  it('stays on one sheet with the longest title, and speaks English to who reads English', async () => {
    made = await makePoll(site, { terms: { title: 'Très long titre de scrutin '.repeat(7) } });
    at = { edition: made.edition.slug };
    await cast();
    voter.client.cookies.set('langue', 'en');
    const pdf = readPdf((await fetchPaper()).bytes);
    expect(pdf.pages).toBe(1);
    expect(pdf.values('Lang')).toEqual(['en']);
    expect(pdf.text).toContain('Vote receipt');
    expect(pdf.text).not.toContain('undefined');
  });

  it.each(['P0', 'P1'] as const)(
    'R58 of a %s poll, copied from the paper, it is what the verifier takes with the bundle',
    async (profile) => {
      made = await makePoll(site, { terms: { profile } });
      at = { edition: made.edition.slug };
      await voter.client.post(urls.voteCast(at), fillBallot(made.poll, { public: 'oui' }));
      const { text } = readPdf((await fetchPaper()).bytes);
      const [line] = /\{"[\s\S]*"\}/.exec(text)!;
      expect(line).not.toMatch(/-\n/);
      site.travel('6 days');
      await publish(site, { organisationId: site.organisationId, by: null }, made.poll.id);
      const answer = await site.visitor().send(urls.resultBundle(at));
      const bundle = new Uint8Array(await answer.arrayBuffer());
      site.travel(null);
      const receipts = [line.replaceAll(/\s/g, '')];
      const report = await verifyBundle(bundle, { receipts });
      expect(report.faults).toEqual([]);
      expect(report.verdict).toBe('sound');
      const forged = receipts[0]!.replace('"nonceBy":"server"', '"nonceBy":"browser"');
      expect((await verifyBundle(bundle, { receipts: [forged] })).verdict).toBe('faults');
    },
  );

  it('R190 is for the voter who sent the form, in the browser that sent it, and never logged', async () => {
    await cast();
    const other = await makePerson(site);
    other.client.cookies.set('depot', voter.client.cookies.get('depot')!);
    expect((await fetchPaper(other.client)).status).toBe(303);
    voter.client.cookies.delete('depot');
    const { answer } = await fetchPaper();
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(urls.voteReceipt(at));
    await voter.client.get(urls.voteReceiptPdf(at));
    expect(voter.client.html).toContain('Un bulletin est bien dans l’urne pour vous');
    const stranger = await site.visitor().send(urls.voteReceiptPdf(at));
    expect(stranger.headers.get('location')).toContain('/connexion');
    expect(receiptRoutes.map(({ options }) => options.unlogged)).toEqual([true, true]);
  });
});
