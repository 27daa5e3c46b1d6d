import { post, type Route } from '../../../platform/http/route.ts';
import { type Answer, seeOther } from '../../../platform/http/visit.ts';
import { newToken } from '../../../platform/secrets/token.ts';
import { urls } from '../../../urls.ts';
import { recordPaperVote, takeBackPaper } from '../box/paper-vote.store.ts';
import { listKiosks } from '../kiosk/kiosk.store.ts';
import { giveCode } from '../kiosk/kiosk-code.store.ts';
import { noteKioskCode, notePaper, useUndo } from './desk.store.ts';
import { checkEnvelope, offerActs, readEnvelope } from './desk.ts';
import type { DeskPerson } from './desk-person.store.ts';
import { hashUndo, keepLast, readKept, readPerson } from './desk-reading.routes.ts';
import { forgetLast, nothingFound, nothingTyped, showDesk } from './desk-showing.routes.tsx';
import { type AtDesk, openedDesk, type Served, serve } from './desk-visit.routes.tsx';
import { type DeskRefusal, refusalWords } from './desk-words.page.ts';

/** What is done for the person in front: a paper, the way to a kiosk, a paper taken back (R53, R191). */
export const deskActRoutes: readonly Route[] = [
  post(
    urls.deskPaper,
    'officer',
    (visit) =>
      act(visit, 'paper', async (served, person) => {
        const { at, poll } = served;
        const form = await visit.form();
        const asks = poll.settings.paper === 'online-wins';
        const envelope = asks ? readEnvelope(form.text('enveloppe')) : null;
        const wrong = envelope === null ? null : checkEnvelope(envelope);
        if (wrong) return refuse(visit, served, person, wrong);
        const vote = { ...at, marks: person.marks, rule: poll.settings.paper };
        const given = await recordPaperVote(visit.db, visit.config, {
          ...vote,
          envelopeNumber: envelope,
        });
        if (!given.ok) return refuse(visit, served, person, given.refusal);
        const token = newToken();
        await notePaper(visit.db, openedDesk(served).id, at, hashUndo(token, person));
        const { claimed } = person;
        keepLast(visit, served, { token, claimed, withdrew: given.withdrew, envelope });
        return seeOther(visit, urls.desk({ point: at.pointId }));
      }),
    { unlogged: true },
  ),

  post(
    urls.deskCode,
    'officer',
    (visit) =>
      act(visit, 'kiosk', async (served, person) => {
        const { at } = served;
        if ((await listKiosks(visit.db, at)).length === 0)
          return refuse(visit, served, person, 'no-kiosk');
        const code = await giveCode(visit.db, at, person);
        await noteKioskCode(visit.db, openedDesk(served).id, at);
        forgetLast(visit, served.point);
        const last = { kind: 'code', names: person.names, code } as const;
        return showDesk(visit, served, { ...nothingTyped, last });
      }),
    { unlogged: true },
  ),

  post(
    urls.deskTakeBack,
    'officer',
    (visit) =>
      serve(visit, async (served) => {
        const { at } = served;
        const desk = openedDesk(served);
        const last = await readKept(visit, served);
        forgetLast(visit, served.point);
        const hash = last && hashUndo(last.kept.token, last.person);
        if (!last || !hash || !(await useUndo(visit.db, desk.id, at, hash)))
          return refuse(visit, served, null, 'nothing-to-take-back');
        const taken = await takeBackPaper(visit.db, { ...at, marks: last.person.marks });
        if (!taken.ok) return refuse(visit, served, null, taken.refusal);
        return seeOther(visit, urls.desk({ point: at.pointId }), 'vote-desk-taken-back');
      }),
    { unlogged: true },
  ),
];

/** Runs an act for the person whom the form names, where the roll as it is now offers it. */
function act(
  visit: AtDesk,
  kind: 'paper' | 'kiosk',
  handle: (served: Served, person: DeskPerson) => Promise<Answer>,
): Promise<Answer> {
  return serve(visit, async (served) => {
    openedDesk(served);
    const form = await visit.form();
    const chosen = await readPerson(served, form);
    if (!chosen.ok) {
      const found = { ...nothingFound, mayAdd: chosen.typed !== null, declared: chosen.typed };
      const envelope = form.text('enveloppe');
      return showDesk(visit, served, {
        ...nothingTyped,
        problems: chosen.problems,
        found: chosen.typed ? { ...found, envelope } : null,
      });
    }
    const { person } = chosen;
    if (person.tooYoung) return refuse(visit, served, person, 'too-young');
    const { paper: rule } = served.poll.settings;
    const offered = offerActs(person.state, { rule, profile: served.poll.profile })[kind];
    if (!offered) return refuse(visit, served, person, whyNot(person, kind));
    // they voted between the search and now: the same gesture would undo that, unasked
    if (offered === 'replace' && form.text('remplacer') !== 'oui')
      return refuse(visit, served, person, 'state-changed');
    return handle(served, person);
  });
}

function whyNot({ state }: DeskPerson, kind: 'paper' | 'kiosk'): DeskRefusal {
  if (state.kind === 'paper') return 'voted-on-paper';
  if (kind === 'paper' && (state.kind === 'online' || state.kind === 'kiosk'))
    return 'voted-online';
  return 'not-offered';
}

/** The same person again, as the roll has them now, with the words of what was not done. */
async function refuse(
  visit: AtDesk,
  served: Served,
  person: DeskPerson | null,
  refusal: DeskRefusal,
): Promise<Answer> {
  const form = await visit.form();
  const field = refusal.startsWith('envelope-') ? 'enveloppe' : 'form';
  return showDesk(visit, served, {
    ...nothingTyped,
    problems: { [field]: refusalWords(refusal) },
    found: person && { ...nothingFound, people: [person], envelope: form.text('enveloppe') },
  });
}
