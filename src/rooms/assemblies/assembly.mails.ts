import * as m from '../../paraglide/messages.js';
import type { Tx } from '../../platform/database/database.ts';
import { withLocale } from '../../platform/locale/locale.ts';
import { excerptOf } from '../../platform/text/excerpt.ts';
import { urls } from '../../urls.ts';
import { findContacts } from '../identity/index.ts';
import { placeWords, timeWords } from '../meetings/index.page.ts';
import type { Meeting } from '../meetings/index.ts';
import { type LetterReader, tellMany } from '../notifications/index.ts';
import type { Assembly, Item } from './assembly.ts';

export interface Told {
  organisation: { id: string; name: string };
  origin: string;
  space: { id: string; slug: string };
  component: { slug: string };
  assembly: Assembly;
  meeting: Meeting;
  items: readonly Item[];
}

/** Tells some of the roll that they are called to an assembly, or that its minutes can be read; each once. */
export async function tellVoters(
  tx: Tx,
  news: 'convened' | 'minutes',
  { organisation, origin, space, component, assembly, meeting, items }: Told,
  personIds: readonly string[],
): Promise<void> {
  const contacts = await findContacts(tx, organisation.id, personIds);
  const href = urls.assembly({
    space: space.slug,
    component: component.slug,
    assembly: assembly.slug,
  });
  const said = { title: excerptOf(assembly.title, 100) };
  const notice = news === 'convened' ? m.assembly_told_convened : m.assembly_told_minutes;
  for (const locale of ['fr', 'en'] as const) {
    const readers = [...contacts].flatMap(([personId, contact]): LetterReader[] =>
      contact.locale === locale
        ? [
            {
              personId,
              address: contact.email,
              topic: 'meetings',
              onceKey: `assembly:${news}:${assembly.id}:${personId}`,
            },
          ]
        : [],
    );
    if (readers.length === 0) continue;
    const letter = withLocale(locale, () => ({
      subject: notice(said).replaceAll(/[\r\n]+/g, ' '),
      text: [
        m.assembly_mail_hello(),
        notice(said),
        ...(news === 'convened'
          ? [
              [timeWords(meeting), placeWords(meeting)].join('\n'),
              [
                m.assembly_mail_agenda(),
                ...items.map(({ title }, at) => `${at + 1}. ${title}`),
              ].join('\n'),
              ...(assembly.mostProxies > 0 ? [m.assembly_mail_proxies()] : []),
            ]
          : []),
        `${m.assembly_mail_read()}\n${origin}${href}`,
        organisation.name,
      ].join('\n\n'),
    }));
    await tellMany(
      tx,
      {
        organisationId: organisation.id,
        kind: 'meeting',
        href,
        target: { kind: 'assembly', id: assembly.id },
        words: () => notice(said),
        locale,
        ...letter,
      },
      readers,
    );
  }
}
