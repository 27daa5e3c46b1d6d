/**
 * The choices of a sealed poll, kept in this browser and sent nowhere: a cookie would go to the server with
 * every page. `path`: of the edition, so that two votes open at once never mix.
 */
const nameOf = (path: string) => `panier:${path}`;

export function readKept(path: string): string {
  try {
    return localStorage.getItem(nameOf(path)) ?? '';
  } catch {
    // storage that is switched off holds nothing
    return '';
  }
}

export function writeKept(path: string, written: string): void {
  if (written === '') localStorage.removeItem(nameOf(path));
  else localStorage.setItem(nameOf(path), written);
}
