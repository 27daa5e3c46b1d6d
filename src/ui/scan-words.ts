import * as m from '../paraglide/messages.js';

/** What the operator's scanner said of a file, where a form has one sentence for all its other refusals. */
export function sayScan(refusal: string): string | null {
  if (refusal === 'infected') return m.attachments_infected();
  return refusal === 'scan-failed' ? m.attachments_scan_failed() : null;
}
