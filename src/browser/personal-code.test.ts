import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserSite, hasChromium, openBrowserSite } from '../../tests/browser.ts';
import { makePoll } from '../../tests/make/polls.ts';
import { urls } from '../urls.ts';

describe.skipIf(!hasChromium)('W11 a code that comes by the QR code of its letter', () => {
  let site: BrowserSite;
  let vote: string;
  beforeAll(async () => {
    site = await openBrowserSite();
    vote = urls.vote({ edition: (await makePoll(site)).edition.slug });
  });
  afterAll(() => site?.close());

  it('leaves the address at once, goes to no server, and is filled in once where it is asked for', async () => {
    const context = await site.open();
    const asked: string[] = [];
    context.on('request', (request) => {
      asked.push(request.url(), request.postData() ?? '', JSON.stringify(request.headers()));
    });
    const page = await context.newPage();
    await page.goto(`${vote}#code=A10B2-C3D4E-T`);
    expect(page.url()).toBe(site.origin + vote);
    await page.goto(urls.gallery());
    const field = page.getByLabel('Votre code personnel');
    expect(await field.inputValue()).toBe('A10B2-C3D4E-T');
    await page.reload();
    expect(await field.inputValue()).toBe('');
    expect(asked.join('\n')).not.toContain('A10B2');
    await context.close();
  });

  it('anything else behind the # is left alone', async () => {
    const context = await site.open();
    const page = await context.newPage();
    await page.goto(`${vote}#code=<script>alert(1)</script>`);
    expect(page.url()).toContain('#code=');
    await page.goto(urls.gallery());
    expect(await page.getByLabel('Votre code personnel').inputValue()).toBe('');
    await context.close();
  });
});
