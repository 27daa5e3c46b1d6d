import { gzipSync } from 'node:zlib';
import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import type { Config } from '../config.ts';
import type { Database } from '../database/database.ts';
import { isLocale, type Locale, withLocale } from '../locale/locale.ts';
import type { Assets } from './assets.ts';
import { Cookies } from './cookies.ts';
import { FORM_LIMIT, type Form, readForm } from './form.ts';
import { HSTS, SECURITY_HEADERS } from './headers.ts';
import { checkOrigin } from './origin.ts';
import type { PageCache } from './page-cache.ts';
import { Refused } from './refused.ts';
import { holdsRight, type Route } from './route.ts';
import type {
  Answer,
  Page,
  RelatedLink,
  Target,
  Visit,
  VisitedOrganisation,
  Visitor,
} from './visit.ts';

/** What the site gives to the platform, which knows no room. */
export interface Site {
  routes: readonly Route[];
  findOrganisation(host: string): Promise<VisitedOrganisation | null>;
  /** What stands in for an organisation where there is none yet; for routes of any host. */
  unclaimedHost(host: string): VisitedOrganisation;
  findVisitor(organisation: VisitedOrganisation, sessionToken: string): Promise<Visitor | null>;
  /** The whole document around a page. */
  renderPage(visit: Visit, page: Page, notice: string | null): string;
  /** The page for a refusal or an unexpected error; `visit.organisation` is known. */
  refusalPage(visit: Visit, status: number, reason: string): Page;
  /** Where a GET by someone who is not signed in goes. */
  signInAddress(visit: Visit): string;
  /** What other rooms made out of a thing, for `visit.findRelated`. */
  findRelated(organisation: VisitedOrganisation, target: Target): Promise<RelatedLink[]>;
  /** Where a signed-in person goes who must first accept the newer charter; null: go on. */
  charterAddress(visit: Visit, route: Route): string | null;
}

export interface AppParts {
  site: Site;
  config: Config;
  db: Database;
  assets: Assets;
  cache: PageCache;
}

/** One request from the router to its answer. Rights are checked here, before any handler runs. */
export function createApp(parts: AppParts): Hono {
  const app = new Hono();
  const byPattern = new Map<string, Set<string>>();
  for (const route of parts.site.routes) {
    const pattern = route.address.pattern;
    if (!route.right) throw new Error(`${route.method} ${pattern} declares no right.`);
    const methods = byPattern.get(pattern) ?? new Set();
    if (methods.has(route.method)) throw new Error(`${route.method} ${pattern} is mounted twice.`);
    byPattern.set(pattern, methods.add(route.method));
    app.on(route.method, pattern, (context) => serve(parts, route, context));
  }
  for (const [pattern] of byPattern) {
    app.all(pattern, (context) => serve(parts, refusing(405, 'method'), context));
  }
  app.get('/assets/*', (context) => {
    const answer = parts.assets.answer(
      context.req.path,
      context.req.header('accept-encoding') ?? '',
    );
    return answer
      ? sealed(answer, parts.config, context)
      : serve(parts, refusing(404, 'asset'), context);
  });
  app.notFound((context) => serve(parts, refusing(404, 'page'), context));
  return app;
}

function refusing(status: Refused['status'], reason: string): Route {
  return {
    method: 'GET',
    address: Object.assign(() => '', { pattern: '' }) as unknown as Route['address'],
    right: 'anyone',
    options: {},
    handle() {
      throw new Refused(status, reason);
    },
  };
}

async function serve(parts: AppParts, route: Route, context: Context): Promise<Response> {
  const { config, cache, site } = parts;
  const { origin, secure, hostname } = originOf(context, config);
  const cookies = new Cookies(context.req.header('cookie') ?? null, secure);
  const token = cookies.get(cookies.sessionName());
  const accepts = context.req.header('accept-encoding');
  let organisation: VisitedOrganisation | null;
  try {
    organisation = await site.findOrganisation(hostname);
    if (!organisation && route.options.anyHost) organisation = site.unclaimedHost(hostname);
  } catch (error) {
    report(error, route);
    return sealed(
      new Response('Service momentanément indisponible.', { status: 503, headers: plain }),
      config,
      context,
    );
  }
  if (!organisation) {
    return sealed(
      new Response('Aucune organisation à cette adresse.', { status: 404, headers: plain }),
      config,
      context,
    );
  }
  const chosen = cookies.get('langue');
  const locale: Locale = isLocale(chosen) ? chosen : organisation.defaultLocale;

  const keepable =
    route.options.cached && !token && cookies.names().every((name) => name === 'langue');
  const key = keepable ? `${organisation.id} ${locale} ${origin} ${context.req.url}` : '';
  if (keepable) {
    const kept = cache.find(key, accepts);
    if (kept) return kept;
  }
  const version = cache.version(organisation.id);

  return withLocale(locale, async () => {
    const visit = {
      request: context.req.raw,
      url: new URL(context.req.url),
      params: context.req.param(),
      organisation,
      visitor: null as Visitor | null,
      locale,
      db: parts.db,
      config,
      cookies,
      address: addressOf(context, config),
      origin,
      form: once(() => readForm(context.req.raw, route.options.bodyLimit ?? FORM_LIMIT)),
      findRelated: (target) => site.findRelated(organisation, target),
    } satisfies Visit;
    let answer: Answer;
    try {
      if (token) visit.visitor = await site.findVisitor(organisation, token);
      answer = await admit(parts, route, visit);
      // Whoever writes reads their own writing at once; other nodes hear of it by the journal.
      if (route.method === 'POST' && !route.options.unlogged) cache.bump(organisation.id);
    } catch (error) {
      const refused = error instanceof Refused ? error : null;
      if (!refused) report(error, route);
      answer = site.refusalPage(visit, refused?.status ?? 500, refused?.message ?? 'unexpected');
      if (refused?.retryAfter)
        answer.headers = { ...answer.headers, 'retry-after': String(refused.retryAfter) };
    }
    if (answer instanceof Response) return sealed(answer, config, context, cookies);

    const notice = cookies.get('avis') ?? null;
    if (notice) cookies.clear('avis');
    const headers: Record<string, string> = {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-cache',
      vary: 'cookie, accept-encoding',
      ...answer.headers,
    };
    let html: string;
    try {
      html = site.renderPage(visit, answer, notice);
    } catch (error) {
      report(error, route);
      answer = site.refusalPage(visit, 500, 'unexpected');
      html = site.renderPage(visit, answer, null);
    }
    if (keepable && (answer.status ?? 200) === 200 && cookies.setHeaders().length === 0) {
      for (const [name, value] of securityHeaders(config, context)) headers[name] = value;
      return cache.keep(key, organisation.id, version, html, headers, accepts);
    }
    const status = answer.status ?? 200;
    if (accepts?.includes('gzip') && html.length > 2000) {
      const body = gzipSync(html, { level: 4 }) as unknown as BodyInit;
      return sealed(
        new Response(body, { status, headers: { ...headers, 'content-encoding': 'gzip' } }),
        config,
        context,
        cookies,
      );
    }
    return sealed(new Response(html, { status, headers }), config, context, cookies);
  });
}

async function admit(parts: AppParts, route: Route, visit: Visit): Promise<Answer> {
  if (visit.request.method !== 'GET' && visit.request.method !== 'HEAD')
    checkOrigin(visit.request, visit.origin);
  if (route.right === 'this-machine' && !isFromHere(visit))
    throw new Refused(404, 'not-this-machine');
  if (!holdsRight(route.right, visit.visitor)) {
    if (visit.visitor) throw new Refused(403, 'role');
    if (route.method === 'GET') {
      return new Response(null, {
        status: 303,
        headers: { location: parts.site.signInAddress(visit) },
      });
    }
    throw new Refused(401, 'signed-out');
  }
  const charter =
    visit.visitor && !visit.visitor.charterAccepted
      ? parts.site.charterAddress(visit, route)
      : null;
  if (charter) return new Response(null, { status: 303, headers: { location: charter } });
  return route.handle(visit);
}

const plain = { 'content-type': 'text/plain; charset=utf-8' };

function sealed(answer: Response, config: Config, context: Context, cookies?: Cookies): Response {
  const headers = new Headers(answer.headers);
  for (const [name, value] of securityHeaders(config, context))
    if (!headers.has(name)) headers.set(name, value);
  if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-store');
  for (const cookie of cookies?.setHeaders() ?? []) headers.append('set-cookie', cookie);
  return new Response(answer.body, { status: answer.status, headers });
}

function* securityHeaders(config: Config, context: Context): Iterable<[string, string]> {
  yield* Object.entries(SECURITY_HEADERS);
  if (originOf(context, config).secure) yield ['strict-transport-security', HSTS];
}

/** The origin that the reader sees. Loopback addresses answer as `localhost`. */
function originOf(
  context: Context,
  config: Config,
): { origin: string; secure: boolean; hostname: string } {
  const url = new URL(context.req.url);
  const proxied = config.trustProxy ? context.req.header('x-forwarded-proto') : undefined;
  const secure = (proxied ?? url.protocol.slice(0, -1)) === 'https';
  const host =
    (config.trustProxy && context.req.header('x-forwarded-host')) ||
    context.req.header('host') ||
    url.host;
  const hostname = host.replace(/:\d+$/, '').toLowerCase();
  const loopback = hostname === '127.0.0.1' || hostname === '[::1]';
  return {
    origin: `${secure ? 'https' : 'http'}://${host}`,
    secure,
    hostname: loopback ? 'localhost' : hostname,
  };
}

function addressOf(context: Context, config: Config): string {
  if (config.trustProxy) {
    const forwarded = context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
    if (forwarded) return forwarded;
  }
  try {
    return getConnInfo(context).remote.address ?? '127.0.0.1';
  } catch {
    return '127.0.0.1'; // a test that calls the app without a socket
  }
}

/** A proxy that was not declared speaks for everyone from this very machine: what it forwards is not from here. */
function isFromHere({ address, request, config }: Visit): boolean {
  const forwarded = request.headers.has('x-forwarded-for') || request.headers.has('forwarded');
  return isLoopback(address) && (config.trustProxy || !forwarded);
}

function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');
}

function once(read: () => Promise<Form>): () => Promise<Form> {
  let form: Promise<Form> | undefined;
  return () => {
    form ??= read();
    return form;
  };
}

/** The pattern and the error, never the address asked for, the body, nor a database's detail line (V8). */
function report(error: unknown, route: Route): void {
  const code = error instanceof Error && 'code' in error ? ` [${String(error.code)}]` : '';
  console.error(
    `${route.method} ${route.address.pattern}${code}`,
    error instanceof Error ? error.stack : 'not an error',
  );
}
