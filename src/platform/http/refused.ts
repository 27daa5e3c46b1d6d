/** An answer that ends a request early. Thrown by loads; turned into a page by the app. */
export class Refused extends Error {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 422 | 429;
  /** Seconds to wait, for 429. */
  readonly retryAfter: number | undefined;

  constructor(status: Refused['status'], reason: string, retryAfter?: number) {
    super(reason);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

/** The object is not there, or not for this organisation, or not for this person to know about. */
export function notFound(what = 'page'): Refused {
  return new Refused(404, `not-found: ${what}`);
}

export function badRequest(why: string): Refused {
  return new Refused(400, `bad-request: ${why}`);
}

/** `const idea = found(await findIdea(…))` */
export function found<T>(value: T | null | undefined, what?: string): T {
  if (value === null || value === undefined) throw notFound(what);
  return value;
}
