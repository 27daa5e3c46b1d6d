import * as m from '../../../../paraglide/messages.js';
import { answerFile, findFile, openStorage } from '../../../../platform/files/index.ts';
import { found, notFound } from '../../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../../platform/http/route.ts';
import { type SignedInVisit, seeOther } from '../../../../platform/http/visit.ts';
import { urls } from '../../../../urls.ts';
import { type DeliveryAt, loadDelivery } from '../../office/load-delivery.routes.ts';
import { actOf } from '../../office/office.routes.tsx';
import { checkWords, LONGEST_ANSWER } from '../help.ts';
import { toldOf } from '../load-people.routes.ts';
import { answerOffer } from '../offer.store.ts';
import { tellPeople } from '../people.mails.ts';
import { nameTeam } from '../team.store.ts';
import { orderTeam, PARTS, partsOf, refuseMembers } from '../team.ts';
import { findTestimony } from '../testimony.store.ts';
import { LONGEST_TESTIMONY } from '../testimony.ts';
import { settleTestimony } from '../testimony-writing.store.ts';
import { sayWordsRefusal } from '../words.page.ts';
import { listCandidates } from './candidates.routes.ts';
import { addressOf, placeOf, showPeople } from './show-people.routes.tsx';

type At = SignedInVisit<'edition' | 'project'>;

/**
 * The people of a realisation, for the office and the department that leads it. A technician of another department is
 * of the team and reads its space; what is done there is said by the department that leads (R60).
 */
export const officePeopleRoutes: readonly Route[] = [
  get(urls.adminDeliveryPeople, 'agent', async (visit) =>
    showPeople(visit, await loadDelivery(visit)),
  ),

  post(urls.adminDeliveryTeam, 'officer', async (visit) => {
    const at = await loadDelivery(visit);
    found(at.isOfficer || null, 'realisation');
    const form = await visit.form();
    const team = orderTeam(
      PARTS.flatMap((part) =>
        (part === 'holder' ? form.all(part) : [form.text(part)])
          .filter((personId) => personId !== '')
          .map((personId) => ({ part, personId })),
      ),
    );
    const mark = form.text('mark');
    const { candidates, team: before } = await listCandidates(visit, at);
    const refused = refuseMembers(team, candidates, before);
    if (refused.length > 0)
      return showPeople(visit, at, {
        team,
        mark,
        problems: Object.fromEntries(refused.map((part) => [part, m.together_refused_candidate()])),
      });
    const saved = await nameTeam(
      visit.db,
      actOf(visit),
      at.named,
      team,
      mark,
      async (tx, added) => {
        const told = toldOf(visit, placeOf(at), 'deliveryTeam');
        for (const personId of new Set(added.map((one) => one.personId)))
          if (personId !== visit.visitor.id)
            await tellPeople(tx, told, [personId], {
              kind: 'newcomer',
              parts: partsOf(team, personId),
            });
      },
    );
    if (saved.ok) return seeOther(visit, `${addressOf(at)}#equipe`, 'team-named');
    if (saved.refusal === 'not-found') throw notFound('realisation');
    return showPeople(visit, at, { team, conflict: true });
  }),

  post(urls.adminTestimony, 'agent', async (visit) => {
    const at = await loadDelivery(visit);
    const { id } = await loadTestimony(visit, at, visit.params.testimony);
    const form = await visit.form();
    const returned = form.text('act') === 'return';
    const reason = returned ? form.text('reason') : '';
    const refusal = returned ? checkWords(reason, LONGEST_TESTIMONY.reason) : null;
    if (refusal)
      return showPeople(visit, at, {
        typed: { id, words: reason },
        problems: { reason: sayWordsRefusal(refusal, LONGEST_TESTIMONY.reason) },
      });
    const version = Number(form.text('version')) || 0;
    const told = toldOf(visit, placeOf(at), 'deliveryTestimony');
    const done = await settleTestimony(
      visit.db,
      actOf(visit),
      at.named,
      id,
      { reason, version },
      (tx, { personId }) =>
        tellPeople(
          tx,
          told,
          [personId],
          returned ? { kind: 'testimony-returned', reason } : { kind: 'testimony-accepted' },
        ),
    );
    if (done === 'not-found') throw notFound('testimony');
    if (done === 'changed-meanwhile')
      return showPeople(visit, at, {
        typed: { id, words: reason },
        problems: { form: m.together_refused_testimony_changed() },
        conflict: true,
      });
    return seeOther(
      visit,
      `${addressOf(at)}#temoignages`,
      returned ? 'testimony-returned' : 'testimony-accepted',
    );
  }),

  // what waits is seen by whoever may accept it
  get(urls.adminTestimonyPicture, 'agent', async (visit) => {
    const { db, organisation, config, request, params } = visit;
    const testimony = await loadTestimony(visit, await loadDelivery(visit), params.testimony);
    const fileId = found(testimony.picture?.fileId, 'file');
    const file = found(await findFile(db, organisation.id, fileId), 'file');
    return answerFile(request, openStorage(config), file, 'small');
  }),

  post(urls.adminOffer, 'agent', async (visit) => {
    const at = await loadDelivery(visit);
    const { offer: id } = visit.params;
    const answer = (await visit.form()).text('answer');
    const refusal = checkWords(answer, LONGEST_ANSWER);
    if (refusal)
      return showPeople(visit, at, {
        typed: { id, words: answer },
        problems: { answer: sayWordsRefusal(refusal, LONGEST_ANSWER) },
      });
    const told = toldOf(visit, placeOf(at), 'deliveryHelp');
    const done = await answerOffer(
      visit.db,
      actOf(visit),
      at.named,
      id,
      answer,
      (tx, { personId }) => tellPeople(tx, told, [personId], { kind: 'answer', answer }),
    );
    if (done.ok) return seeOther(visit, `${addressOf(at)}#aides`, 'offer-answered');
    found(done.offer, 'offer');
    return showPeople(visit, at, {
      typed: { id, words: answer },
      problems: { form: m.together_refused_answered({ typed: answer }) },
      conflict: true,
    });
  }),
];

/** A testimony of the realisation that the address names, and of no other. */
async function loadTestimony({ db, organisation }: At, { realisation }: DeliveryAt, id: string) {
  const testimony = await findTestimony(db, organisation.id, { id });
  return found(testimony?.realisationId === realisation.id ? testimony : null, 'testimony');
}
