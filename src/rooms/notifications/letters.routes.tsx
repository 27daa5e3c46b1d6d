import * as m from '../../paraglide/messages.js';
import { found } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { page, seeOther } from '../../platform/http/visit.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import { urls } from '../../urls.ts';
import { findContacts } from '../identity/index.ts';
import { STATES } from './letter-fate.ts';
import { countLetters, findLetter, listLetters, sendAgain } from './letter-list.store.ts';
import { LetterPage, LettersPage, STATE_SEGMENTS } from './letters.page.tsx';

/** What the office has written, and who could not be reached. */
export const lettersRoutes: readonly Route[] = [
  get(urls.adminLetters, 'officer', async ({ db, organisation, url }) => {
    const asked = url.searchParams;
    const search = (asked.get('recherche') ?? '').trim().slice(0, 100);
    const state = STATES.find((one) => STATE_SEGMENTS[one] === asked.get('etat')) ?? null;
    const cursor = asked.get('avant') ?? '';
    const before = isUuid(cursor) ? cursor : null;
    const [counts, { letters, next }] = await Promise.all([
      countLetters(db, organisation.id),
      listLetters(db, organisation.id, { state, search, before }),
    ]);
    return page({
      title: m.letters_title(),
      section: 'admin',
      body: (
        <LettersPage
          letters={letters}
          counts={counts}
          state={state}
          search={search}
          nextHref={
            next
              ? urls.adminLetters({
                  recherche: search,
                  etat: state ? STATE_SEGMENTS[state] : undefined,
                  avant: next,
                })
              : undefined
          }
        />
      ),
    });
  }),

  get(urls.adminLetter, 'officer', async ({ db, organisation, params }) => {
    const letter = found(await findLetter(db, organisation.id, params.letter), 'letter');
    const { personId } = letter;
    const contacts = await findContacts(db, organisation.id, personId ? [personId] : []);
    return page({
      title: letter.subject,
      section: 'admin',
      body: <LetterPage letter={letter} addressNow={contacts.get(personId ?? '')?.email ?? null} />,
    });
  }),

  post(urls.adminSendLetterAgain, 'officer', async (visit) => {
    const { db, organisation, params, visitor } = visit;
    const letter = found(await findLetter(db, organisation.id, params.letter), 'letter');
    const { personId } = letter;
    const contacts = await findContacts(db, organisation.id, personId ? [personId] : []);
    const address = contacts.get(personId ?? '')?.email ?? letter.address;
    const sent = await db
      .transaction()
      .execute((tx) => sendAgain(tx, organisation.id, letter.id, { by: visitor.id, address }));
    return seeOther(
      visit,
      urls.adminLetter({ letter: letter.id }),
      sent ? 'letter-sent-again' : undefined,
    );
  }),
];
