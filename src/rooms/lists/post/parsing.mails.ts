import { createHash } from 'node:crypto';
import EmailReplyParser from 'email-reply-parser';
import { convert } from 'html-to-text';
import PostalMime, { type Attachment, addressParser, type Email } from 'postal-mime';
import { cleanText } from '../../../platform/http/form.ts';
import { type MailHeader, readMailIds } from '../incoming.ts';
import { BODY_LENGTH, MOST_FILES } from '../list.ts';

/** A mail as its list reads it. */
export interface ParsedMail {
  headers: readonly MailHeader[];
  /** null: it names nobody, or several. */
  from: { name: string; address: string } | null;
  subject: string;
  body: string;
  /** What it quotes of others, and its signature. */
  quoted: string;
  /** Without < and >. */
  mailId: string;
  answers: string[];
  /** The part message/delivery-status of a mail that came back; null: it has none. */
  report: string | null;
  files: File[];
  /** Names of those beyond the most that one message brings. */
  surplus: string[];
}

/** Characters of a text that are looked at: what stands behind them nobody reads. */
const READ_LENGTH = 200_000;
const HEADER_LENGTH = 20_000;

export async function parseMail(raw: Buffer): Promise<ParsedMail> {
  const mail = await PostalMime.parse(raw, {
    forceRfc822Attachments: true,
    maxNestingDepth: 50,
    maxHeadersSize: 512 * 1024,
  });
  const headers = mail.headers.map(({ key, value }) => ({
    key: key.toLowerCase(),
    value: value.slice(0, HEADER_LENGTH),
  }));
  const report = mail.attachments.find(({ mimeType }) => mimeType === 'message/delivery-status');
  const sent = mail.attachments.filter(isSentFile);
  return {
    headers,
    from: readFrom(mail, headers),
    subject: oneLine(mail.subject ?? ''),
    ...splitText(textOf(mail)),
    mailId: readMailIds(mail.messageId)[0] ?? `${hashOf(raw)}@sans-identifiant.invalid`,
    answers: [...readMailIds(mail.references), ...readMailIds(mail.inReplyTo)],
    report: report ? wordsOf(report) : null,
    files: sent.slice(0, MOST_FILES).map(asFile),
    surplus: sent.slice(MOST_FILES).map(nameOf),
  };
}

const hashOf = (raw: Buffer): string => createHash('sha256').update(raw).digest('hex').slice(0, 40);

/** One line, whatever a header held (W13). */
export const oneLine = (text: string): string => cleanText(text).replaceAll(/\s+/g, ' ').trim();

/** Whoever it says wrote it: one person, in one header. */
function readFrom(mail: Email, headers: readonly MailHeader[]): ParsedMail['from'] {
  const said = headers.filter(({ key }) => key === 'from');
  if (said.length !== 1 || addressParser(said[0]!.value, { flatten: true }).length !== 1)
    return null;
  const { from } = mail;
  return from?.address
    ? { name: [...oneLine(from.name)].slice(0, 80).join(''), address: from.address.trim() }
    : null;
}

/** Its plain text; of a mail that is HTML alone, what it says. */
function textOf({ text, html }: Email): string {
  if (text && text.trim() !== '') return cleanText(text.slice(0, READ_LENGTH));
  if (!html) return '';
  const words = convert(html.slice(0, READ_LENGTH), {
    wordwrap: false,
    limits: { maxDepth: 40, maxChildNodes: 5000 },
    selectors: [
      { selector: 'img', format: 'skip' },
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true, ignoreHref: false } },
      { selector: 'blockquote', format: 'blockquote' },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
        selector,
        options: { uppercase: false },
      })),
    ],
  });
  return cleanText(words);
}

/** What is said, apart from what is quoted; a mail that only quotes says what it quotes. */
function splitText(text: string): { body: string; quoted: string } {
  const trimmed = text.slice(0, READ_LENGTH).trim();
  const fragments = new EmailReplyParser().read(tame(trimmed)).getFragments();
  const said = (hidden: boolean) =>
    fragments
      .filter((fragment) => fragment.isHidden() === hidden)
      .map((fragment) => fragment.getContent())
      .join('\n')
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim();
  const [body, quoted] = [said(false), said(true)];
  return body === ''
    ? { body: cut(trimmed), quoted: '' }
    : { body: cut(body), quoted: cut(quoted) };
}

const cut = (text: string): string =>
  text.length > BODY_LENGTH ? `${text.slice(0, BODY_LENGTH)}\n[…]` : text;

/** Long lines and long runs of blanks keep patterns busy, and say nothing (W9). */
const tame = (text: string): string =>
  text
    .slice(0, 3 * BODY_LENGTH)
    .replaceAll(/[^\S\n]{40,}/g, ' ')
    .replaceAll(/\n{4,}/g, '\n\n\n');

/** A file that somebody sent: not a picture of their signature, nor a part that programs read. */
const isSentFile = ({ disposition, related, mimeType, filename }: Attachment): boolean =>
  !/^(?:message\/delivery-status|text\/rfc822-headers|application\/(?:pgp|pkcs7|x-pkcs7)-signature)$/.test(
    mimeType,
  ) &&
  (disposition === 'attachment' || (!related && filename !== null));

const nameOf = ({ filename }: Attachment): string =>
  [...oneLine(filename ?? '')].slice(0, 120).join('') || 'fichier';

const asFile = (attachment: Attachment): File =>
  new File([attachment.content as BlobPart], nameOf(attachment), { type: attachment.mimeType });

const wordsOf = ({ content }: Attachment): string =>
  typeof content === 'string' ? content : Buffer.from(content as Uint8Array).toString('utf8');
