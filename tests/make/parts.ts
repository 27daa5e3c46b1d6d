import { typeSettings } from '../../src/rooms/spaces/edition-form.routes.ts';
import { markFields } from '../../src/rooms/spaces/edition-writing.store.ts';
import { type Edition, settingsOf } from '../../src/rooms/spaces/index.ts';
import { partHref } from '../../src/rooms/spaces/setup/part-words.page.ts';
import { FIELDS, isOfPart, type SettingsPart } from '../../src/rooms/spaces/setup/parts.ts';
import type { Fields, SiteClient } from '../site-client.ts';

/** The form of one part of an edition's settings, as its page shows it, with what is changed in it. */
export function fillPart(edition: Edition, part: SettingsPart, changes: Fields = {}): Fields {
  const typed = Object.entries(typeSettings(settingsOf(edition)));
  return {
    ...Object.fromEntries(typed.filter(([name]) => isOfPart(part, name))),
    mark: markFields(edition, FIELDS[part]),
    ...changes,
  };
}

export const sendPart = (
  client: SiteClient,
  edition: Edition,
  part: SettingsPart,
  changes: Fields = {},
) => client.post(partHref(part, edition.slug), fillPart(edition, part, changes));
