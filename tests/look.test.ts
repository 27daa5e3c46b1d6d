import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { openSession } from '../src/rooms/identity/index.ts';
import { routes } from '../src/site.tsx';
import { openBrowserSite } from './browser.ts';
import { makePerson } from './make/people.ts';
import { makeTown } from './make/town.ts';

/**
 * Pictures of every page, to be looked at: `PALABRE_LOOK=folder bin/test tests/look.test.ts`
 * (and PALABRE_LOOK_ONLY=text to keep the addresses that contain it).
 */
const folder = process.env.PALABRE_LOOK;
const only = process.env.PALABRE_LOOK_ONLY ?? '';

const SIZES = [
  { name: '360', viewport: { width: 360, height: 780 }, colorScheme: 'light' },
  { name: '1280', viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { name: '360-dark', viewport: { width: 360, height: 780 }, colorScheme: 'dark' },
] as const;

describe.skipIf(!folder)('the look of every page', () => {
  it('is kept as pictures', async () => {
    mkdirSync(folder!, { recursive: true });
    const site = await openBrowserSite();
    const town = await makeTown(site);
    const officer = await makePerson(site, { roles: ['administrator'], nickname: 'Agathe' });
    const token = await openSession(site.db, site.organisationId, officer.id, 'Firefox · Linux', {
      factorProven: true,
    });
    for (const size of SIZES) {
      for (const role of ['anonymous', 'officer'] as const) {
        const context = await site.open({ viewport: size.viewport, colorScheme: size.colorScheme });
        if (role === 'officer')
          await context.addCookies([{ name: 'palabre', value: token, url: site.origin }]);
        const page = await context.newPage();
        for (const { method, address, right } of routes) {
          const open = right === 'anyone' || right === 'this-machine';
          if (
            method !== 'GET' ||
            open !== (role === 'anonymous') ||
            !address.pattern.includes(only)
          )
            continue;
          if (/langue|couleurs|_sante|fichiers/.test(address.pattern)) continue;
          await page.goto(town.address(address.pattern));
          const name = address.pattern.replaceAll(/[/:]+/g, '_').slice(1) || 'home';
          await page.screenshot({
            path: join(folder!, `${name}.${size.name}.png`),
            fullPage: true,
          });
        }
        await context.close();
      }
    }
    await site.close();
  }, 600_000);
});
