/** What a mail server sends back for a letter that it could not deliver in the end (RFC 3464). Pure. */

export interface Bounce {
  letterId: string;
  /** As the server says it, one line. */
  failure: string;
}

const LETTER =
  /^(?:original-)?message-id:\s*<letter-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/im;

/**
 * `report`: the part message/delivery-status; `original`: the returned message, or its headers. null: not about a
 * letter of ours, or not for good (delayed, relayed).
 */
export function readBounce(parts: { report: string; original: string }): Bounce | null {
  const report = parts.report.replaceAll('\r\n', '\n');
  const original = parts.original.replaceAll('\r\n', '\n');
  const letterId = LETTER.exec(original)?.[1];
  const failed = /^action:\s*failed\b/im.test(report);
  const status = /^status:\s*([245])\.\d{1,3}\.\d{1,3}/im.exec(report);
  if (!letterId || !failed || status?.[1] === '2' || status?.[1] === '4') return null;
  const words = /^diagnostic-code:\s*(?:[a-z-]+;)?\s*((?:.|\n[ \t])*)/im.exec(report)?.[1];
  const failure = (words ?? status?.[0] ?? 'failed').replaceAll(/\s+/g, ' ').trim();
  return { letterId, failure: failure.slice(0, 500) };
}
