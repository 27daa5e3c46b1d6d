import * as m from '../../../paraglide/messages.js';
import { ROLES } from '../../../platform/http/roles.ts';
import { formatList } from '../../../ui/format.ts';
import { roleWords } from '../../identity/index.page.ts';

/** Whom a page is for, in words. */
export function audienceWords(audience: readonly string[]): string {
  const names = ROLES.filter((role) => audience.includes(role)).map((role) =>
    roleWords[role].name(),
  );
  return names.length === 0 ? m.guides_everybody() : formatList(names);
}
