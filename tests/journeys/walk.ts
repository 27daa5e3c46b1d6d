import type { BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest';
import type { Mail } from '../../src/platform/mail/mail.ts';
import { openSession } from '../../src/rooms/identity/index.ts';
import { type BrowserSite, openBrowserSite } from '../browser.ts';
import { type MadePerson, makePerson, type PersonOptions } from '../make/people.ts';
import { type Watch, watch } from './watch.ts';

/** Each journey is walked twice: nothing may need a script. */
export const WAYS = [
  { way: 'with scripts', scripts: true },
  { way: 'without scripts', scripts: false },
] as const;

/** Words of a role or a label, whole; a pattern where a part is enough. */
type Words = string | RegExp;

const named = (name: Words) => ({ name, exact: typeof name === 'string' });

/** Somebody with a phone, who finds things by their words. */
export class Walker {
  readonly context: BrowserContext;
  readonly watched: Watch;
  /** Whether scripts run in this browser. */
  readonly scripts: boolean;
  page: Page;

  constructor(context: BrowserContext, watched: Watch, page: Page, scripts: boolean) {
    this.context = context;
    this.watched = watched;
    this.page = page;
    this.scripts = scripts;
  }

  /** Closes the window and opens another: the browser's cookies and storage stay. */
  async reopen(): Promise<void> {
    const next = await this.context.newPage();
    await this.page.close();
    this.page = next;
  }

  async goTo(path: string): Promise<void> {
    await this.page.goto(path);
  }

  link = (name: Words): Locator => this.page.getByRole('link', named(name));
  button = (name: Words): Locator => this.page.getByRole('button', named(name));
  field = (label: Words): Locator =>
    this.page.getByLabel(typeof label === 'string' ? asLabel(label) : label);
  /** A region, an article or a group by its name, to look inside. */
  part = (role: Parameters<Page['getByRole']>[0], name: Words): Locator =>
    this.page.getByRole(role, named(name));

  /** The part of the page under a heading. */
  under = (heading: string): Locator =>
    this.page.locator('section').filter({
      has: this.page.getByRole('heading', { name: heading, exact: true, level: 2 }),
    });

  async follow(name: Words): Promise<void> {
    await this.link(name).click();
  }

  async press(name: Words): Promise<void> {
    await this.button(name).click();
  }

  /** On a phone, most of the ways out of a page are behind « Menu ». */
  async openMenu(): Promise<void> {
    await this.press('Menu');
  }

  async write(values: Record<string, string>): Promise<void> {
    for (const [label, value] of Object.entries(values)) await this.field(label).fill(value);
  }

  /** A box or a choice, touched on its words as a thumb does. */
  async tick(label: string): Promise<void> {
    await this.page
      .locator('label')
      .filter({ hasText: asLabel(label) })
      .click();
    expect(await this.field(label).isChecked(), label).toBe(true);
  }

  /** Waits for the page with this title. */
  async arrives(title: Words): Promise<void> {
    await this.page.getByRole('heading', { level: 1, ...named(title) }).waitFor();
  }

  /** Waits for words that can really be seen. */
  async sees(...all: Words[]): Promise<void> {
    for (const words of all)
      await this.page.getByText(words).filter({ visible: true }).first().waitFor();
  }

  /** What the page says now, its spaces made plain. */
  async text(): Promise<string> {
    return (await this.page.locator('main').innerText()).replaceAll(/\s+/g, ' ');
  }
}

/** A label as it is read, with or without the mark of a field that must be filled. */
function asLabel(label: string): RegExp {
  const words = label.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s/g, '\\s');
  return new RegExp(`^${words}(\\s\\(obligatoire\\))?$`);
}

export interface Journey {
  site: BrowserSite;
  /** A phone of 360 px, in French; signed in when a person is given. */
  walker(
    scripts: boolean,
    options?: { as?: MadePerson; context?: BrowserContextOptions },
  ): Promise<Walker>;
  person(options?: PersonOptions): Promise<MadePerson>;
  /** Signs in at this site's clock: sessions end after a month, and journeys can be longer. */
  signIn(walker: Walker, person: MadePerson): Promise<void>;
  /** The last mail sent to this address, once the queue is empty. */
  mailTo(email: string): Promise<Mail>;
}

/** A site and a browser for the tests of one file; after each, no browser may have complained (W16). */
export function openJourney(): Journey {
  // a whole journey may take its time where many things run at once
  vi.setConfig({ testTimeout: 90_000 });
  const journey = {} as Journey;
  const opened: Walker[] = [];
  beforeAll(async () => {
    const site = await openBrowserSite();
    Object.assign(journey, {
      site,
      async walker(scripts, { as, context: more } = {}) {
        const context = await site.open({ javaScriptEnabled: scripts, ...more });
        context.setDefaultTimeout(20_000);
        const watched = watch(context, site.origin);
        const walker = new Walker(context, watched, await context.newPage(), scripts);
        opened.push(walker);
        if (as) await journey.signIn(walker, as);
        return walker;
      },
      async signIn({ context }, { id }) {
        const value = await openSession(site.db, site.organisationId, id, 'Firefox · Android', {
          factorProven: true,
        });
        await context.addCookies([{ name: 'palabre', value, url: site.origin }]);
      },
      person: (options) => makePerson(site, options),
      async mailTo(email) {
        await site.runJobs();
        const mail = site.mails.findLast((one) => one.to === email);
        if (!mail) throw new Error(`No mail to ${email}`);
        return mail;
      },
    } satisfies Journey);
  });
  afterEach(async () => {
    journey.site.travel(null);
    const complaints: string[] = [];
    for (const { context, watched } of opened.splice(0)) {
      await context.close();
      complaints.push(...watched.complaints);
    }
    expect(complaints).toEqual([]);
  });
  afterAll(() => journey.site?.close());
  return journey;
}
