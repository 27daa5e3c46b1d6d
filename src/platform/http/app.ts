import { type Context, Hono } from 'hono';
import type { Config } from '../config.ts';
import { type Database, violatedConstraint } from '../database/database.ts';
import { isLocale, type Locale, withLocale } from '../locale/locale.ts';
import { answerPage, bareAnswer, type KeptPage, packPage, seal, writePage } from './answers.ts';
import type { Assets } from './assets.ts';
import { isFromHere, readAddress, readDestination } from './caller.ts';
import { Cookies } from './cookies.ts';
import { FORM_LIMIT, type Form, readForm } from './form.ts';
import { securityHeaders } from './headers.ts';
import type { Memory, Shelf } from './memory.ts';
import { checkOrigin } from './origin.ts';
import { Refused } from './refused.ts';
import { holdsRight, mayProveRight, type Route } from './route.ts';
import type { Site } from './site.ts';
import type { Answer, Visit, VisitedOrganisation, Visitor } from './visit.ts';

export interface AppParts {
  site: Site;
  config: Config;
  db: Database;
  assets: Assets;
  memory: Memory;
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
      ? seal(answer, readDestination(context, parts.config).secure)
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
  const { config, memory, site } = parts;
  const { origin, secure, hostname } = readDestination(context, config);
  const cookies = new Cookies(context.req.header('cookie') ?? null, secure);
  const token = cookies.get(cookies.sessionName());
  const accepts = context.req.header('accept-encoding');
  let organisation: VisitedOrganisation | null;
  try {
    organisation = await site.findOrganisation(hostname);
    if (!organisation && route.options.anyHost) organisation = site.unclaimedHost(hostname);
  } catch (error) {
    report(error, route);
    return seal(bareAnswer(503, 'Service momentanément indisponible.'), secure);
  }
  if (!organisation) return seal(bareAnswer(404, 'Aucune organisation à cette adresse.'), secure);
  const { id } = organisation;
  const address = readAddress(context, config);
  const chosen = cookies.get('langue');
  const locale: Locale = isLocale(chosen) ? chosen : organisation.defaultLocale;

  const shelf = memory.shelf(id);
  const keepable =
    route.options.cached && !token && cookies.names().every((name) => name === 'langue');
  const key = keepable ? `page ${locale} ${origin} ${context.req.url}` : '';
  if (keepable) {
    const kept = shelf.find<KeptPage>(key);
    if (kept) {
      noteReading(parts, route, context, organisation);
      return answerPage(kept, accepts);
    }
  }

  return withLocale(locale, async () => {
    const visit: Visit & { visitor: Visitor | null } = {
      request: context.req.raw,
      url: new URL(context.req.url),
      params: context.req.param(),
      organisation,
      visitor: null,
      locale,
      db: parts.db,
      config,
      cookies,
      address,
      origin,
      form: once(() => readForm(context.req.raw, route.options.bodyLimit ?? FORM_LIMIT)),
      demoCodesAddress: () =>
        isFromHere({ address, request: context.req.raw, config })
          ? site.demoCodesAddress(organisation)
          : null,
      findRelated: (target) => site.findRelated(organisation, target),
      findStandings: (target) => site.findStandings(organisation, target),
      listAttachables: (editionId) => site.listAttachables(organisation, editionId),
      findFollowed: (kind, id) => site.findFollowed(visit, kind, id),
      findPreparedParts: (editionId) => site.findPreparedParts(organisation, editionId),
      findContribution: (kind, id) => site.openContributions(visit).findContribution(kind, id),
      hideContribution: (...hidden) => site.openContributions(visit).hideContribution(...hidden),
      listProfileParts: (personId) => site.openContributions(visit).listProfileParts(personId),
      releaseContribution: (...read) => site.openContributions(visit).releaseContribution(...read),
      withholdContributions: (...read) =>
        site.openContributions(visit).withholdContributions(...read),
      refuseContributions: (...read) => site.openContributions(visit).refuseContributions(...read),
      ...site.openComponents(organisation),
      listThemeParts: (at) => site.openSpaces(visit).listThemeParts(at),
      listShowcaseParts: (space) => site.openSpaces(visit).listShowcaseParts(space),
      findArticle: (...asked) => site.openSpaces(visit).findArticle(...asked),
      findReplies: (article) => site.openSpaces(visit).findReplies(article),
      noteParticipation: (...noted) => site.openSpaces(visit).noteParticipation(...noted),
      countInSpace: (space) => site.openSpaces(visit).countInSpace(space),
      listSpaceReaders: (...asked) => site.openSpaces(visit).listSpaceReaders(...asked),
      ...site.openHolders(organisation),
      listHomeParts: () => site.listHomeParts(visit),
      releaseIdeas: site.releaseIdeas,
      ideaColumns: site.ideaColumns,
      searchables: site.searchables,
      dataSets: site.dataSets,
      personalData: site.personalData,
      share: (name, read) => share(shelf, `reading ${name}`, read),
    };
    let answer: Answer;
    try {
      if (token) visit.visitor = await site.findVisitor(organisation, token);
      answer = await admit(parts, route, visit);
      // Whoever writes reads their own writing at once; other nodes hear of it by the journal.
      if (route.method === 'POST' && !route.options.unlogged) memory.forget(id);
    } catch (error) {
      const refused =
        violatedConstraint(error) === 'person_is_not_erased'
          ? new Refused(401, 'account-erased')
          : error instanceof Refused
            ? error
            : null;
      if (!refused) report(error, route);
      answer = site.refusalPage(visit, refused?.status ?? 500, refused?.message ?? 'unexpected');
      if (refused?.retryAfter)
        answer.headers = { ...answer.headers, 'retry-after': String(refused.retryAfter) };
    }
    if (answer instanceof Response) return seal(answer, secure, cookies);

    const notice = cookies.get('avis') ?? null;
    if (notice) cookies.clear('avis');
    let html: Buffer;
    try {
      html = site.renderPage(visit, answer, notice);
    } catch (error) {
      report(error, route);
      answer = site.refusalPage(visit, 500, 'unexpected');
      html = site.renderPage(visit, answer, null);
    }
    const status = answer.status ?? 200;
    if (status === 200) noteReading(parts, route, context, organisation);
    const headers = {
      ...securityHeaders(secure),
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-cache',
      vary: 'cookie, accept-encoding',
      ...answer.headers,
    };
    if (keepable && status === 200 && !answer.passing && cookies.setHeaders().length === 0) {
      const page = packPage(html, headers);
      shelf.keep(key, page);
      return answerPage(page, accepts);
    }
    return seal(writePage(html, status, headers, accepts), secure, cookies);
  });
}

/** A page that somebody reads: asked for by GET, and not fetched ahead by a browser that only may show it. */
function noteReading(
  { site }: AppParts,
  { address, options }: Route,
  { req }: Context,
  organisation: VisitedOrganisation,
): void {
  const ahead = req.header('sec-purpose') ?? req.header('purpose') ?? '';
  if (!options.counted || req.method !== 'GET' || ahead.includes('prefetch')) return;
  site.noteReading(organisation, {
    pattern: address.pattern,
    params: req.param(),
    userAgent: req.header('user-agent') ?? '',
  });
}

/** A reading that all readers share: asked for once, and for a few seconds no more. */
function share<T>(shelf: Shelf, key: string, read: () => Promise<T>): Promise<T> {
  const kept = shelf.find<Promise<T>>(key);
  if (kept) return kept;
  const reading = read();
  shelf.keep(key, reading);
  reading.catch(() => shelf.keep(key, null));
  return reading;
}

async function admit(parts: AppParts, route: Route, visit: Visit): Promise<Answer> {
  const { method, headers } = visit.request;
  const sentByMail = route.options.withoutOrigin && !headers.has('origin');
  if (method !== 'GET' && method !== 'HEAD' && !sentByMail)
    checkOrigin(visit.request, visit.origin);
  if (route.right === 'this-machine' && !isFromHere(visit))
    throw new Refused(404, 'not-this-machine');
  if (!holdsRight(route.right, visit.visitor)) {
    const unproven = visit.visitor !== null && mayProveRight(route.right, visit.visitor);
    if (visit.visitor && !unproven) throw new Refused(403, 'role');
    if (route.method === 'GET') {
      const { signInAddress, verificationAddress } = parts.site;
      const location = unproven ? verificationAddress(visit) : signInAddress(visit);
      return new Response(null, { status: 303, headers: { location } });
    }
    throw unproven ? new Refused(403, 'second-factor') : new Refused(401, 'signed-out');
  }
  const charter =
    visit.visitor && !visit.visitor.charterAccepted
      ? parts.site.charterAddress(visit, route)
      : null;
  if (charter) return new Response(null, { status: 303, headers: { location: charter } });
  return (await parts.site.findShutPage(visit, route)) ?? route.handle(visit);
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
