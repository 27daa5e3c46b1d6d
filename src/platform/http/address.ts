/** Typed addresses: the pattern that the router mounts and the function that pages call are one thing. */

export type ParamNames<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<Rest>
  : P extends `${string}:${infer Name}`
    ? Name
    : never;

type Query = Record<string, string | number | undefined>;

type Arguments<P extends string> = [ParamNames<P>] extends [never]
  ? [query?: Query]
  : [params: Record<ParamNames<P>, string | number>, query?: Query];

export interface Address<P extends string = string> {
  (...args: Arguments<P>): string;
  readonly pattern: P;
}

/** `address('/idees/:idea')({ idea: 12 }, { tri: 'recentes' })` → `/idees/12?tri=recentes`. */
export function address<P extends string>(pattern: P): Address<P> {
  // words and names of parameters in turn
  const parts = pattern.split(/:([a-zA-Z]+)/);
  const takesParams = parts.length > 1;
  const build = (...args: unknown[]): string => {
    const params = (takesParams ? args[0] : {}) as Record<string, string | number>;
    const query = (takesParams ? args[1] : args[0]) as Query | undefined;
    const path = parts
      .map((part, index) => (index % 2 ? encodeURIComponent(String(params[part])) : part))
      .join('');
    if (!query) return path;
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined && value !== '') search.set(name, String(value));
    }
    const text = search.toString();
    return text ? `${path}?${text}` : path;
  };
  return Object.assign(build, { pattern }) as unknown as Address<P>;
}
