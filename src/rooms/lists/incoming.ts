/** What a mail says of itself before anybody reads it: whether a machine wrote it, and who vouches for its sender. Pure. */

export interface MailHeader {
  /** In lower case. */
  key: string;
  value: string;
}

const valuesOf = (headers: readonly MailHeader[], key: string): string[] =>
  headers.flatMap((header) => (header.key === key ? [header.value.trim()] : []));

export type MachineMark = 'own-loop' | 'other-list' | 'automatic' | 'no-return';

/**
 * Why a mail never goes to a list: no person wrote it to this very list. It is taken and forgotten: whatever was answered would
 * be answered again.
 */
export function findMachineMark(
  headers: readonly MailHeader[],
  envelopeFrom: string,
): MachineMark | null {
  if (valuesOf(headers, 'x-loop').length > 0) return 'own-loop';
  if (['list-id', 'list-post', 'mailing-list'].some((key) => valuesOf(headers, key).length > 0))
    return 'other-list';
  if (envelopeFrom === '') return 'no-return';
  return isAutomatic(headers) ? 'automatic' : null;
}

/** Whether a program answered in somebody’s place, or wrote to many (RFC 3834). */
function isAutomatic(headers: readonly MailHeader[]): boolean {
  const auto = valuesOf(headers, 'auto-submitted')[0]?.toLowerCase();
  if (auto !== undefined && !/^no\b/.test(auto)) return true;
  if (
    valuesOf(headers, 'precedence').some((value) => /^(?:bulk|junk|list|auto_reply)\b/i.test(value))
  )
    return true;
  return ['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-auto-response-suppress'].some(
    // Exchange puts the last one on what people write too: « All » only on what programs do
    (key) =>
      valuesOf(headers, key).some(
        (value) => key !== 'x-auto-response-suppress' || /^all$/i.test(value),
      ),
  );
}

/**
 * Whether the host’s own mail server vouches for the address in From. Of what it says of a method only the topmost counts:
 * it writes above whatever came with the mail, and a header of another name is anybody’s.
 */
export function isVouchedFor(
  headers: readonly MailHeader[],
  authserv: string | null,
  fromDomain: string,
): boolean {
  if (authserv === null || fromDomain === '') return false;
  const results = new Map<string, string>();
  for (const value of valuesOf(headers, 'authentication-results')) {
    const [server = '', ...methods] = withoutComments(value).split(';');
    if (server.trim().split(/\s+/)[0]?.toLowerCase() !== authserv.toLowerCase()) continue;
    for (const words of methods) {
      const method = /^\s*([a-z-]+)\s*(?:\/\d+\s*)?=/i.exec(words)?.[1]?.toLowerCase();
      if (method && !results.has(method)) results.set(method, words.toLowerCase());
    }
  }
  const passed = (method: string) =>
    /^\s*[a-z-]+\s*(?:\/\d+\s*)?=\s*pass\b/.test(results.get(method) ?? '');
  const property = (method: string, name: string) =>
    new RegExp(`\\b${name}\\s*=\\s*"?([^\\s";]+)`).exec(results.get(method) ?? '')?.[1] ?? '';
  const dmarc = results.get('dmarc');
  // the owner of the domain has said what to think of such a mail
  if (dmarc !== undefined && !passed('dmarc') && !/=\s*none\b/.test(dmarc)) return false;
  if (passed('dmarc')) return property('dmarc', 'header\\.from') === fromDomain;
  const signed = property('dkim', 'header\\.d') || domainOf(property('dkim', 'header\\.i'));
  if (passed('dkim') && isAligned(signed, fromDomain)) return true;
  return passed('spf') && isAligned(domainOf(property('spf', 'smtp\\.mailfrom')), fromDomain);
}

const domainOf = (address: string): string => address.split('@').at(-1) ?? '';
/** The same domain, or one that stands under the other: `mairie.example.org` of `example.org`. */
const isAligned = (one: string, other: string): boolean =>
  one !== '' && one.includes('.') && (one === other || other.endsWith(`.${one}`));
const withoutComments = (value: string): string => value.replaceAll(/\([^()]*\)/g, ' ');

/** Message-IDs in a header, without < and >, as many as a thread needs. */
export function readMailIds(value: string | undefined): string[] {
  const found = (value ?? '').slice(0, 10_000).matchAll(/<([!-;=?-~]{3,250})>/g);
  return [...found].map(([, id]) => id!).slice(-30);
}

export type Returned = 'hard' | 'soft';

/**
 * What a mail that came back to the address of one letter says: `hard`, it will never be delivered. A vacation reply is sent there
 * too, and says nothing; so does a server that is still trying.
 */
export function readReturned(mail: {
  report: string | null;
  headers: readonly MailHeader[];
}): Returned {
  if (mail.report === null) {
    const auto = valuesOf(mail.headers, 'auto-submitted')[0]?.toLowerCase() ?? '';
    return auto.startsWith('auto-replied') || isVacation(mail.headers) ? 'soft' : 'hard';
  }
  const report = mail.report.replaceAll('\r\n', '\n');
  const failed = /^action:\s*failed\b/im.test(report);
  const status = /^status:\s*([245])\.\d{1,3}\.\d{1,3}/im.exec(report)?.[1];
  return failed && status !== '2' && status !== '4' ? 'hard' : 'soft';
}

const isVacation = (headers: readonly MailHeader[]): boolean =>
  ['x-autoreply', 'x-autorespond', 'x-autoresponder'].some(
    (key) => valuesOf(headers, key).length > 0,
  );

/** Of an address of ours: which list it is of, and the letter that it brings back. */
export function readRecipient(
  address: string,
  domain: string,
): { localPart: string; letterId: string | null } | null {
  const at = address.lastIndexOf('@');
  if (at < 1 || address.slice(at + 1).toLowerCase() !== domain.toLowerCase()) return null;
  const local = address.slice(0, at).toLowerCase();
  const [, name, hex] = /^([a-z0-9.-]+)(?:\+bounce-([0-9a-f]{32}))?$/.exec(local) ?? [];
  if (name === undefined) return null;
  const parts = hex && /^(.{8})(.{4})(.{4})(.{4})(.{12})$/.exec(hex);
  return { localPart: name, letterId: parts ? parts.slice(1).join('-') : null };
}

/** Where a letter comes back to: the whole of it at most 64 characters before the @. */
export const bounceAddress = (localPart: string, letterId: string, domain: string): string =>
  `${localPart}+bounce-${letterId.replaceAll('-', '')}@${domain}`;
