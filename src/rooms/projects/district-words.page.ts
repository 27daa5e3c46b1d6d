import * as m from '../../paraglide/messages.js';

/** Where a project stands, in an edition that has districts: « Vieux-Pont », « Toute la commune ». */
export function districtWords({ district }: { district: string }): string {
  return district === '' ? m.projects_whole_town() : district;
}
