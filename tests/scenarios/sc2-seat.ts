import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { BrowserSite } from '../browser.ts';
import { type Watch, watch } from '../journeys/watch.ts';
import type { MadeMovement } from '../make/group.ts';
import type { MadePerson } from '../make/people.ts';

type Words = string | RegExp;
export type Typed = Record<string, string | readonly string[]>;
export interface UploadedFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** Somebody of the movement before their own browser, who fills forms and reads pages. */
export class Seat {
  readonly page: Page;
  readonly watched: Watch;

  constructor(page: Page, watched: Watch) {
    this.page = page;
    this.watched = watched;
  }

  /** Opens a page and gives its status. */
  async goTo(path: string): Promise<number> {
    return (await this.page.goto(path))!.status();
  }

  /** The form that has a button with these words. */
  form = (button: Words): Locator =>
    this.page
      .locator('main form')
      .filter({ has: this.page.getByRole('button', { name: button }) })
      .first();

  /** Fills a form by the names of its fields; nothing is sent. */
  async fill(button: Words, typed: Typed): Promise<void> {
    const form = this.form(button);
    for (const [name, value] of Object.entries(typed))
      for (const one of [value].flat()) {
        const field = form.locator(`[name="${name}"]:not([type=hidden])`);
        const kind = await field
          .first()
          .evaluate((at) => `${at.tagName} ${at.getAttribute('type')}`);
        if (kind.startsWith('SELECT')) await field.first().selectOption(one);
        else if (/radio|checkbox/.test(kind))
          await form.locator(`[name="${name}"][value="${one}"]`).check({ force: true });
        else await field.first().fill(one);
      }
  }

  async press(button: Words): Promise<void> {
    const before = this.page.waitForEvent('framenavigated');
    await this.form(button).getByRole('button', { name: button }).first().click();
    await before;
    await this.page.waitForLoadState();
  }

  /** Fills a form and sends it with the button that has these words. */
  async send(button: Words, typed: Typed = {}, files: Record<string, UploadedFile> = {}) {
    await this.fill(button, typed);
    for (const [name, file] of Object.entries(files))
      await this.form(button).locator(`input[name="${name}"]`).setInputFiles(file);
    await this.press(button);
  }

  /** What the page says, its spaces made plain. */
  async said(): Promise<string> {
    return (await this.page.locator('main').innerText()).replaceAll(/\s+/g, ' ');
  }

  async reads(...all: readonly string[]): Promise<void> {
    const said = await this.said();
    for (const words of all) expect(said).toContain(words);
  }

  get path(): string {
    return new URL(this.page.url()).pathname;
  }
}

/** The browsers of a movement's people. `close`: no browser may have complained (W16). */
export function openSeats(site: BrowserSite, movement: MadeMovement) {
  const origin = site.origin.replace('localhost', movement.host);
  const seats: Seat[] = [];
  return {
    async sit(person: Pick<MadePerson, 'client'> | null): Promise<Seat> {
      const context = await site.open({ baseURL: origin });
      const session = person?.client.cookies.get('palabre');
      if (session) await context.addCookies([{ name: 'palabre', value: session, url: origin }]);
      context.setDefaultTimeout(10_000);
      const watched = watch(context, origin);
      const seat = new Seat(await context.newPage(), watched);
      seats.push(seat);
      return seat;
    },
    async close(): Promise<void> {
      const complaints = [];
      for (const { page, watched } of seats.splice(0)) {
        complaints.push(...watched.complaints);
        await page.context().close();
      }
      expect(complaints).toEqual([]);
    },
  };
}

/** The fields of a day in three parts. */
export const dayFields = (name: string, day: string): Record<string, string> => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return { [`${name}-day`]: `${date}`, [`${name}-month`]: `${month}`, [`${name}-year`]: `${year}` };
};
