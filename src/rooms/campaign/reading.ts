/** Readings of a project's page (R49): how many, on which day; never who, and never a vote. */

/** What a program that is no reader calls itself: robots of search engines, previews of networks, checks, scripts. */
const ROBOTS =
  /bot\b|bot[/_-]|crawl|spider|slurp|preview|facebookexternalhit|embedly|whatsapp|telegram|curl|wget|python|java\/|okhttp|go-http|node-fetch|axios|headless|monitor|uptime|lighthouse|feed|archive|scan|scrapy|httpclient/i;

/** Whether a request says of itself that nobody reads its answer; who says nothing at all is a program too. */
export function isRobot(userAgent: string): boolean {
  return userAgent.trim() === '' || ROBOTS.test(userAgent.slice(0, 500));
}

export interface ReadingDay {
  /** `YYYY-MM-DD`, in Paris. */
  day: string;
  readings: number;
}

/** Days shown one by one. */
export const DAYS_SHOWN = 14;

/** Each of the last days from the first that has a reading, those without one too, the oldest first. */
export function fillDays(days: readonly ReadingDay[], lastDays: readonly string[]): ReadingDay[] {
  const known = new Map(days.map(({ day, readings }) => [day, readings]));
  const first = lastDays.findIndex((day) => known.has(day));
  return (first === -1 ? [] : lastDays.slice(first)).map((day) => ({
    day,
    readings: known.get(day) ?? 0,
  }));
}
