import type { BrowserContext } from 'playwright-core';

/** What a browser complained of, or asked of elsewhere, while somebody walked through the site. */
export interface Watch {
  /** Requests that left the origin, errors of the console (the content policy's too), failed parts of pages. */
  complaints: string[];
  /** What must be complained of: a request without a session, on purpose. */
  expected: RegExp[];
}

/** W16: whatever is walked through, nothing leaves the origin and the console stays silent. */
export function watch(context: BrowserContext, origin: string): Watch {
  const complaints: string[] = [];
  const expected: RegExp[] = [];
  const complain = (words: string) => {
    if (!expected.some((one) => one.test(words))) complaints.push(words);
  };
  const documents = new Set<string>();
  context.on('request', (request) => {
    const url = request.url();
    if (request.resourceType() === 'document') documents.add(url);
    if (new URL(url).origin !== origin) complain(`left the origin: ${url}`);
  });
  context.on('response', (response) => {
    const status = response.status();
    // A page may answer 422 or 404 on purpose; a part of a page never does.
    const limit = response.request().resourceType() === 'document' ? 500 : 400;
    if (status >= limit) complain(`${status} ${response.url()}`);
  });
  context.on('weberror', (event) => complain(`script: ${event.error().message}`));
  context.on('console', (message) => {
    if (message.type() !== 'error') return;
    const { url } = message.location();
    const answered = message.text().startsWith('Failed to load resource: the server responded');
    if (answered && documents.has(url)) return;
    if (message.text().includes('ERR_INTERNET_DISCONNECTED')) return;
    complain(`console: ${message.text()} ${url}`);
  });
  return { complaints, expected };
}
