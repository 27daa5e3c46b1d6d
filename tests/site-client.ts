import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { type Config, readConfig } from '../src/platform/config.ts';
import { type Database, openDatabase, openPool } from '../src/platform/database/database.ts';
import { createApp } from '../src/platform/http/app.ts';
import { openAssets } from '../src/platform/http/assets.ts';
import { Memory } from '../src/platform/http/memory.ts';
import type { Route } from '../src/platform/http/route.ts';
import { runDueJobs } from '../src/platform/jobs/worker.ts';
import { type Mail, openPostman } from '../src/platform/mail/mail.ts';
import { writeReadings } from '../src/rooms/campaign/index.ts';
import { insertOrganisation } from '../src/rooms/organisations/index.ts';
import { writeCounts } from '../src/rooms/polls/index.ts';
import { openJobs, openSite } from '../src/site.tsx';
import { checkPage } from './page-checks.ts';
import { createTestDatabase } from './setup/database.ts';

/** A whole site on its own database: real PostgreSQL, real jobs, mails kept in memory as sent. */
export interface TestSite {
  db: Database;
  pool: pg.Pool;
  url: string;
  config: Config;
  memory: Memory;
  /** Id of « Fleury », host `localhost`. */
  organisationId: string;
  /** Mails in order of sending, after `runJobs`. */
  mails: Mail[];
  fetch(request: Request): Promise<Response>;
  /** How many statements the site asks of its database meanwhile: nothing else may go on. */
  countStatements(run: () => Promise<unknown>): Promise<number>;
  /** A browser without scripts: cookies, redirects, forms. Every page it fetches is checked. */
  visitor(host?: string): SiteClient;
  /** Moves database time for this site: `travel('3 days')`, `travel('-5 years')`; replaces the last move. */
  travel(offset: string | null): void;
  /** What the listener of changes does in a running server: forgets what was kept, the organisation itself included. */
  seeChanges(): void;
  runJobs(): Promise<void>;
  close(): Promise<void>;
}

/** `more`: routes that a test mounts beside the site's own, to call a door as a room to come will. */
export async function openTestSite(more: readonly Route[] = []): Promise<TestSite> {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'palabre-test-'));
  const config = readConfig({
    PALABRE_ROOT: process.cwd(),
    PALABRE_VAR: folder,
    DATABASE_URL: database.url,
    PALABRE_ALLOW_LOCAL_PEERS: '1',
  });
  let offset: string | null = null;
  let statements = 0;
  const db = openDatabase(database.url, { size: 12, clockOffset: () => offset }).withPlugin({
    transformQuery({ node }) {
      statements += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  const pool = openPool(database.url, 4);
  const memory = new Memory();
  const assets = openAssets(join(process.cwd(), 'dist/assets'));
  const mails: Mail[] = [];
  const real = openPostman(config);
  const postman = {
    async send(mail: Mail) {
      await real.send(mail);
      mails.push(mail);
    },
  };
  const opened = openSite({ db, config, assets });
  const site = { ...opened, routes: [...opened.routes, ...more] };
  const app = createApp({ site, config, db, assets, memory });
  const jobs = openJobs({ db, config, postman });
  const organisationId = await insertOrganisation(db, {
    slug: 'fleury',
    name: 'Fleury',
    host: 'localhost',
    kind: 'town',
    colour: '#1B6B3A',
    contactEmail: 'participation@fleury.example',
    tagline: 'Budget participatif',
    charter: 'Je participe avec respect.',
  });
  const fetch = async (request: Request) => app.fetch(request);
  return {
    db,
    pool,
    url: database.url,
    config,
    memory,
    organisationId,
    mails,
    fetch,
    async countStatements(run) {
      const before = statements;
      await run();
      return statements - before;
    },
    visitor: (host = 'localhost') => new SiteClient(fetch, `http://${host}`),
    travel(next) {
      offset = next;
      memory.forgetAll();
    },
    seeChanges() {
      opened.forgetAll();
      memory.forgetAll();
    },
    runJobs: () => runDueJobs(pool, jobs),
    async close() {
      // as the process does at its end: nothing waits for a database that is gone
      await writeCounts(db, { all: true }).catch(() => {});
      await writeReadings(db).catch(() => {});
      await db.destroy();
      await pool.end();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type Fields = Record<string, string | readonly string[] | File | readonly File[]>;

/** Follows the site as a browser without scripts does, and checks each page it fetches. */
export class SiteClient {
  readonly cookies = new Map<string, string>();
  readonly origin: string;
  readonly #fetch: (request: Request) => Promise<Response>;
  /** Address of the last page, path and query. */
  path = '/';
  status = 0;
  html = '';
  headers = new Headers();
  /** The address of another site that the last answer led to; '' when it led to none. */
  leftFor = '';

  constructor(fetch: (request: Request) => Promise<Response>, origin: string) {
    this.#fetch = fetch;
    this.origin = origin;
  }

  /** What the page says, without the frame that every page has. */
  get main(): string {
    return this.html.slice(this.html.indexOf('<main'), this.html.indexOf('</main>'));
  }

  /** GET, following redirects. */
  async get(path: string): Promise<this> {
    return this.#go(new Request(this.origin + path, { headers: this.#headers() }));
  }

  /** POST a form as a browser would, following redirects. */
  async post(path: string, fields: Fields = {}): Promise<this> {
    return this.#go(this.#posted(path, fields));
  }

  /** One exchange, nothing followed or checked: for attacks and races. */
  async send(
    path: string,
    fields?: Fields,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const request = fields
      ? this.#posted(path, fields)
      : new Request(this.origin + path, { headers: this.#headers() });
    for (const [name, value] of Object.entries(headers)) request.headers.set(name, value);
    return this.#fetch(request);
  }

  #posted(path: string, fields: Fields): Request {
    const entries = Object.entries(fields).flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).map((one) => [name, one] as [string, string | File]),
    );
    const multipart = entries.some(([, value]) => typeof value !== 'string');
    const body = multipart ? new FormData() : new URLSearchParams();
    for (const [name, value] of entries) (body as FormData).append(name, value as string);
    const request = new Request(this.origin + path, {
      method: 'POST',
      body,
      headers: this.#headers(),
    });
    request.headers.set('origin', this.origin);
    return request;
  }

  #headers(): Headers {
    const headers = new Headers();
    const cookies = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    if (cookies) headers.set('cookie', cookies);
    return headers;
  }

  async #go(first: Request): Promise<this> {
    let request = first;
    this.leftFor = '';
    for (let hops = 0; hops < 8; hops++) {
      const response = await this.#fetch(request);
      this.#keepCookies(response);
      const url = new URL(request.url);
      this.path = url.pathname + url.search;
      this.status = response.status;
      this.headers = response.headers;
      const next = response.headers.get('location');
      if (next && new URL(next, this.origin).origin !== this.origin) {
        this.leftFor = next;
        return this;
      }
      if (response.status === 303 && next) {
        request = new Request(new URL(next, this.origin), { headers: this.#headers() });
        continue;
      }
      this.html = await response.text();
      if (response.headers.get('content-type')?.startsWith('text/html'))
        checkPage(this.html, this.path, this.status);
      return this;
    }
    throw new Error(`Redirects without end at ${this.path}`);
  }

  #keepCookies(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair, ...attributes] = line.split('; ');
      const at = pair!.indexOf('=');
      if (attributes.includes('Max-Age=0')) this.cookies.delete(pair!.slice(0, at));
      else this.cookies.set(pair!.slice(0, at), pair!.slice(at + 1));
    }
  }
}
