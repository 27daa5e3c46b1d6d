import * as m from '../../paraglide/messages.js';
import { type Locale, withLocale } from '../../platform/locale/locale.ts';
import { formatDateTime } from '../../ui/format.ts';
import { urls } from '../../urls.ts';
import { type Edition, findPhase } from '../spaces/index.ts';
import type { Calendar, Moment } from './moment.ts';
import { momentWords } from './moment-words.page.ts';
import type { OwnLetter } from './words.ts';

/** What a letter says of its edition. */
export interface Announced {
  moment: Moment;
  organisation: { name: string };
  edition: Edition;
  poll: Calendar['poll'];
  /** `https://host[:port]`, before the addresses. */
  origin: string;
  own: Pick<OwnLetter, 'words'>;
}

type Bodies = Exclude<Moment, 'vote-closes-soon' | 'vote-closed'>;
const bodies: Record<Bodies, (inputs: { edition: string; until: string }) => string> = {
  'collection-opens': m.announce_collection_opens,
  'collection-closes-soon': m.announce_collection_closes_soon,
  'collection-closed': m.announce_collection_closed,
  'vote-opens': m.announce_vote_opens,
  'results-out': m.announce_results_out,
};

/** What residents read: plain text, one action; what the office added stands before the address. */
export function writeAnnouncement(
  about: Announced,
  locale: Locale,
): { subject: string; text: string } {
  const { moment, edition, own, origin } = about;
  return withLocale(locale, () => {
    const { subject, paragraph } = own.words[locale];
    const usual = bodies[moment as Bodies]({ edition: edition.title, until: until(about) });
    // the last lines of the usual words lead to the address
    const cut = usual.lastIndexOf('\n\n');
    return {
      subject: subject || oneLine(momentWords[moment].subject({ edition: edition.title })),
      text: [
        m.announce_hello(),
        usual.slice(0, cut),
        ...(paragraph ? [paragraph] : []),
        `${usual.slice(cut + 2)}\n${origin}${pageOf(moment, edition.slug)}`,
        about.organisation.name,
      ].join('\n\n'),
    };
  });
}

/** The same as a line among somebody's notices, and where it leads. */
export const sayStep = (moment: Moment, { slug, title }: Pick<Edition, 'slug' | 'title'>) => ({
  href: pageOf(moment, slug),
  words: () => momentWords[moment].subject({ edition: title }),
});

/** What those who run the edition read: what has happened, and where their part of it is. */
export function writeOfficeAnnouncement(
  about: Announced,
  locale: Locale,
): { subject: string; text: string } {
  const { moment, edition, origin } = about;
  return withLocale(locale, () => ({
    subject: oneLine(momentWords[moment].subject({ edition: edition.title })),
    text: [
      m.announce_hello(),
      momentWords[moment].office({ edition: edition.title, until: until(about) }),
      `${m.announce_office_desk()}\n${origin}${urls.adminEdition({ edition: edition.slug })}`,
      about.organisation.name,
    ].join('\n\n'),
  }));
}

const oneLine = (words: string) => words.replaceAll(/\s+/g, ' ').trim();

/** The date that matters to whoever reads: until when something can be done, or is awaited. */
function until({ moment, edition, poll }: Announced): string {
  const end = (step: 'collection' | 'study' | 'vote') => findPhase(edition, step)?.endsAt ?? null;
  const at =
    moment === 'collection-opens' || moment === 'collection-closes-soon'
      ? end('collection')
      : moment === 'collection-closed'
        ? end('study')
        : (poll?.closesAt ?? end('vote'));
  return at ? formatDateTime(at) : '';
}

function pageOf(moment: Moment, slug: string): string {
  const at = { edition: slug };
  switch (moment) {
    case 'collection-opens':
    case 'collection-closes-soon':
      return urls.depositStart(at);
    case 'collection-closed':
      return urls.ideas(at);
    case 'vote-opens':
    case 'vote-closes-soon':
      return urls.vote(at);
    case 'vote-closed':
      return urls.edition(at);
    case 'results-out':
      return urls.results(at);
  }
}
