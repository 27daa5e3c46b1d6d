/** E-mail addresses: what is one, and which mailbox stands behind it, so that one mailbox has one account (W13). */

export type EmailRefusal = 'email-missing' | 'email-unreadable' | 'email-disposable';

export interface Email {
  /** Where mails go: as typed, its domain in ASCII. */
  email: string;
  /** Lower case, without `+label`, without Gmail's dots: one per person. */
  mailbox: string;
  /** The mailbox's domain in ASCII. */
  domain: string;
}

/** Reads an address in one pass over at most 254 characters, however long the line was (W9). */
export function readEmail(text: string): Email | Exclude<EmailRefusal, 'email-disposable'> {
  if (text === '') return 'email-missing';
  if (text.length > 254) return 'email-unreadable';
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  if (at < 1 || local.length > 64 || !isLocalPart(local)) return 'email-unreadable';
  const domain = readDomain(text.slice(at + 1));
  if (!domain) return 'email-unreadable';
  return { email: `${local}@${domain}`, ...mailboxOf(local.toLowerCase(), domain) };
}

/** What providers accept without quotes; no comment, no quoted part, no line break. */
function isLocalPart(local: string): boolean {
  return (
    /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+$/.test(local) &&
    !local.startsWith('.') &&
    !local.endsWith('.') &&
    !local.includes('..') &&
    !local.includes('.+')
  );
}

/** The domain in ASCII (`mairie-évry.fr` → `xn--…`), or null. */
function readDomain(text: string): string | null {
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(text)) return null;
  const url = `http://${text}/`;
  if (!URL.canParse(url)) return null;
  const domain = new URL(url).hostname;
  const labels = domain.split('.');
  const ending = labels.at(-1)!;
  if (labels.length < 2 || domain.length > 253 || !/^([a-z]{2,63}|xn--[a-z0-9-]+)$/.test(ending))
    return null;
  const isLabel = (label: string) => /^[a-z0-9-]{1,63}$/.test(label) && !/^-|-$/.test(label);
  return labels.every(isLabel) ? domain : null;
}

function mailboxOf(local: string, domain: string): { mailbox: string; domain: string } {
  const home = domain === 'googlemail.com' ? 'gmail.com' : domain;
  const plus = local.indexOf('+');
  let box = plus > 0 ? local.slice(0, plus) : local;
  if (home === 'gmail.com') box = box.replaceAll('.', '');
  return { mailbox: `${box}@${home}`, domain: home };
}

/** The domain and those above it: `a.b.example.org` → itself, `b.example.org`, `example.org`. */
export function domainsAbove(domain: string): string[] {
  const labels = domain.split('.');
  return labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'));
}
