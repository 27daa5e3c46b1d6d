import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
} from 'playwright-core';
import { openTestSite, type TestSite } from './site-client.ts';

/** The headless shell, where Debian's package of it is installed, does the same in half the time. */
const executablePath =
  process.env.PALABRE_CHROMIUM ??
  ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path)) ??
  '/usr/bin/chromium';

/** Browser tests are skipped, in words, where there is no Chromium; where CI=true they must run. */
export const hasChromium = existsSync(executablePath);
if (!hasChromium && process.env.CI === 'true') throw new Error('Chromium is missing, and CI=true.');
if (!hasChromium) console.warn('skipped: no Chromium at', executablePath);

export interface BrowserSite extends TestSite {
  browser: Browser;
  /** `http://localhost:PORT` */
  origin: string;
  /** A person's browser: its own cookies, 360 px wide unless told. */
  open(options?: BrowserContextOptions): Promise<BrowserContext>;
}

/** A test site that really listens, and a real browser in front of it. */
export async function openBrowserSite(): Promise<BrowserSite> {
  const site = await openTestSite();
  const server = await new Promise<ServerType>((resolve) => {
    const listening = serve({ fetch: site.fetch, port: 0, hostname: '127.0.0.1' }, () =>
      resolve(listening),
    );
  });
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--no-first-run',
      // each person's browser is a window: a small one, drawn without a graphics process, opens twice as fast
      '--disable-gpu',
      '--in-process-gpu',
      '--window-size=360,780',
    ],
  });
  return {
    ...site,
    browser,
    origin,
    open: (options = {}) =>
      browser.newContext({
        baseURL: origin,
        locale: 'fr-FR',
        timezoneId: 'Europe/Paris',
        viewport: { width: 360, height: 780 },
        ...options,
      }),
    async close() {
      await browser.close();
      await new Promise((resolve) => {
        server.close(resolve);
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
      await site.close();
    },
  };
}
