/** Cookies of one request, and those to be set on its answer. All are HttpOnly unless a page's script needs them. */
export class Cookies {
  readonly #sent: Map<string, string>;
  readonly #set: string[] = [];
  readonly #secure: boolean;

  constructor(header: string | null, secure: boolean) {
    this.#secure = secure;
    this.#sent = new Map();
    for (const part of (header ?? '').split(';')) {
      const at = part.indexOf('=');
      if (at < 1) continue;
      const name = part.slice(0, at).trim();
      if (!this.#sent.has(name)) this.#sent.set(name, decode(part.slice(at + 1).trim()));
    }
  }

  get(name: string): string | undefined {
    return this.#sent.get(name);
  }

  /** `maxAge` in seconds; without it the cookie ends with the browser. */
  set(
    name: string,
    value: string,
    options: { maxAge?: number; path?: string; readable?: boolean } = {},
  ): void {
    const parts = [
      `${name}=${encodeURIComponent(value)}`,
      `Path=${options.path ?? '/'}`,
      'SameSite=Lax',
    ];
    if (options.maxAge !== undefined) parts.push(`Max-Age=${options.maxAge}`);
    if (!options.readable) parts.push('HttpOnly');
    if (this.#secure) parts.push('Secure');
    this.#set.push(parts.join('; '));
    this.#sent.set(name, value);
  }

  clear(name: string, path?: string): void {
    this.set(name, '', { maxAge: 0, ...(path && { path }) });
    this.#sent.delete(name);
  }

  /** Names sent by the browser. */
  names(): string[] {
    return [...this.#sent.keys()];
  }

  setHeaders(): readonly string[] {
    return this.#set;
  }

  /** `__Host-` binds the session to this host over https; plain http (a demo) cannot carry that prefix. */
  sessionName(): string {
    return this.#secure ? '__Host-palabre' : 'palabre';
  }
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}
