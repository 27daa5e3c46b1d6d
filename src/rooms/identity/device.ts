/** One device on which a person is signed in. */
export interface Session {
  id: string;
  /** « Firefox · Android », or '' when unknown. */
  device: string;
  /** `YYYY-MM-DD`. */
  openedOn: string;
  /** `YYYY-MM-DD`; the day of the last visit to the account's own pages. */
  seenOn: string;
}

/** The name that a person knows their device by: « Firefox · Android ». Order matters: Edge also says Chrome. */

const BROWSERS: readonly [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOpera\b/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrome\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const SYSTEMS: readonly [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMacintosh\b|\bMac OS X\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
];

/** From the User-Agent header; '' when it says nothing known. Never the header itself. */
export function nameDevice(userAgent: string): string {
  const known = (list: readonly [RegExp, string][]) =>
    list.find(([pattern]) => pattern.test(userAgent.slice(0, 500)))?.[1];
  return [known(BROWSERS), known(SYSTEMS)].filter(Boolean).join(' · ');
}
