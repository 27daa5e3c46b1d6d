/** The address of a film that lies elsewhere (R74): a link, never a frame. */

export const LONGEST_LINK = 500;

export type VideoLinkRefusal = 'link-not-https' | 'link-too-long';

/** '' where nothing was typed. Only https, only a host with a name, nobody's password (W2). */
export function readVideoLink(
  typed: string,
): { ok: true; link: string } | { ok: false; refusal: VideoLinkRefusal } {
  const text = typed.trim();
  if (text === '') return { ok: true, link: '' };
  const refuse = (refusal: VideoLinkRefusal) => ({ ok: false as const, refusal });
  if (text.length > LONGEST_LINK) return refuse('link-too-long');
  // a parser would mend these; whoever reads the link would not see what it mended
  if (/[\s\p{C}\\]/u.test(text) || !/^https:\/\/[^/]/i.test(text) || !URL.canParse(text))
    return refuse('link-not-https');
  const url = new URL(text);
  const isNamed = /[a-z]/i.test(url.hostname) && url.hostname.includes('.');
  if (url.username !== '' || url.password !== '' || !isNamed) return refuse('link-not-https');
  return url.href.length > LONGEST_LINK ? refuse('link-too-long') : { ok: true, link: url.href };
}

/** Where a link leads, as its reader must see it: in ASCII, so that no letter stands for another. */
export const linkHost = (link: string): string => new URL(link).hostname;
