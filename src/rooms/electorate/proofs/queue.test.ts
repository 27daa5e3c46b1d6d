import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keysOf } from '../../../../tests/make/codes.ts';
import { dumpTables } from '../../../../tests/make/dump.ts';
import { listFactsAbout } from '../../../../tests/make/editions.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import {
  listedFrom,
  newPass,
  openProofStage,
  type ProofStage,
  plainPdf,
} from '../../../../tests/make/proofs.ts';
import { urls } from '../../../urls.ts';
import { declaredMark, writeMark } from '../index.ts';
import { followPass } from './proof.store.ts';
import { decideProof, listProofs } from './queue.store.ts';

let stage: ProofStage;
beforeAll(async () => {
  stage = await openProofStage();
});
afterAll(() => stage.site.close());

describe('R53 a document is sent, looked at, decided on and gone', () => {
  it('accepted: the voter is who they declared to be, and only a keyed hash of it stays', async () => {
    const { edition, poll } = stage.made;
    const applicant = newPass();
    expect(await stage.decisionOf(applicant)).toBe('none');
    expect(await stage.send(applicant, { email: 'zephyrine@exemple.fr' })).toEqual({ ok: true });
    expect(await stage.decisionOf(applicant)).toBe('waiting');
    const [proof] = await stage.queue();
    const { client } = stage.officer;
    await client.get(urls.adminProofs({ edition: edition.slug }));
    expect(client.main).toContain('Zéphyrine Tartempion');
    expect(client.main).toContain('1 à décider');
    await client.get(stage.pageOf(proof!.id));
    expect(client.headers.get('cache-control')).toBe('private, no-store');
    expect(client.main).toContain('9 rue Introuvable');
    const document = await client.send(`${stage.pageOf(proof!.id)}/document`);
    expect(document.headers.get('content-type')).toBe('image/webp');
    expect(document.headers.get('cache-control')).toBe('private, no-store');
    expect(document.headers.get('content-security-policy')).toContain('sandbox');
    expect(stage.filesKept()).toBe(2);

    await client.post(stage.pageOf(proof!.id), { decision: 'accepter' });
    expect(client.main).toContain('Aucun justificatif n’attend');
    const mark = writeMark(
      keysOf(stage.site).rollKey(),
      poll.id,
      declaredMark({ names: 'TARTEMPION zephyrine', birthDate: '1971-05-03' }),
    );
    expect(await stage.decisionOf(applicant)).toEqual({
      accepted: [mark],
      birthDate: '1971-05-03',
      livesHere: true,
    });
    await stage.site.runJobs();
    expect(stage.filesKept()).toBe(0);
    expect(stage.site.mails.at(-1)).toMatchObject({
      to: 'zephyrine@exemple.fr',
      subject: 'Votre justificatif est accepté',
    });
    const all = await dumpTables(stage.site);
    for (const told of ['Tartempion', 'Introuvable', 'zephyrine@', 'facture'])
      expect(all).not.toContain(told);
    expect((await client.send(`${stage.pageOf(proof!.id)}/document`)).status).toBe(404);
    await client.get(stage.pageOf(proof!.id));
    expect(client.main).toContain('sont effacés');
    const facts = await listFactsAbout(stage.site, edition.id);
    expect(facts.at(-1)).toEqual({
      kind: 'eligibility-proof.decided',
      actor_id: stage.officer.id,
      detail: { editionId: edition.id, decision: 'accepted' },
    });
    await client.get(urls.adminProofs({ edition: edition.slug }, { etat: 'decides' }));
    expect(client.main).toContain('Accepté');
  });

  it('refused with a reason and words; another may be sent, three in all', async () => {
    const { id: personId, email } = await makePerson(stage.site, { locale: 'en' });
    const applicant = { personId };
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      expect(await stage.send(applicant, {}, { file: plainPdf() })).toEqual({ ok: true });
      expect(await stage.send(applicant)).toEqual({
        ok: false,
        refusals: { form: 'proof-waiting' },
      });
      const [proof] = await stage.queue();
      await stage.officer.client.get(stage.pageOf(proof!.id));
      const document = await stage.officer.client.send(`${stage.pageOf(proof!.id)}/document`);
      expect(document.headers.get('content-disposition')).toMatch(
        /^attachment; filename="Quittance.pdf"/,
      );
      await stage.officer.client.post(stage.pageOf(proof!.id), {
        decision: 'refuser',
        motif: 'other',
        precisions: 'Il manque la page 2.',
      });
      expect(await stage.decisionOf(applicant)).toEqual({
        refused: 'other',
        words: 'Il manque la page 2.',
        attemptsLeft: 3 - attempt,
      });
    }
    expect(await stage.send(applicant)).toEqual({ ok: false, refusals: { form: 'proofs-spent' } });
    await stage.site.runJobs();
    expect(stage.filesKept()).toBe(0);
    const mail = stage.site.mails.at(-1)!;
    expect(mail).toMatchObject({
      to: email,
      subject: 'Your document was not accepted',
      locale: 'en',
    });
    expect(mail.text).toContain('Il manque la page 2.');
    expect(mail.text).toContain('http://localhost/editions/');
  });

  it('an officer is told beside the field what is missing, and nothing is decided', async () => {
    const applicant = newPass();
    await stage.send(applicant);
    const [proof] = await stage.queue();
    const wrong: [Record<string, string>, string][] = [
      [{}, 'Choisissez d’accepter'],
      [{ decision: 'refuser' }, 'Choisissez le motif'],
      [{ decision: 'refuser', motif: 'other' }, 'Écrivez le motif'],
      [{ decision: 'refuser', motif: 'unreadable', precisions: 'x'.repeat(501) }, 'Raccourcissez'],
    ];
    for (const [fields, words] of wrong) {
      await stage.officer.client.post(stage.pageOf(proof!.id), fields);
      expect(stage.officer.client.status, words).toBe(422);
      expect(stage.officer.client.main).toContain(words);
    }
    expect(await stage.decisionOf(applicant)).toBe('waiting');
    await stage.officer.client.post(stage.pageOf(proof!.id), {
      decision: 'refuser',
      motif: 'unreadable',
    });
  });

  it('of two officers at the same instant one decides', async () => {
    for (let round = 0; round < 10; round += 1) {
      const applicant = newPass();
      await stage.send(applicant, { email: `tour-${round}@exemple.fr` });
      const [proof] = await stage.queue();
      const mail = () => ({ to: 'a@exemple.fr', subject: 's', text: 't', locale: 'fr' as const });
      const decide = (decision: Parameters<typeof decideProof>[3]) =>
        decideProof(stage.site.db, keysOf(stage.site), proof!, decision, stage.officer.id, mail);
      const answers = await Promise.all([
        decide({ kind: 'accepted' }),
        decide({ kind: 'refused', reason: 'unreadable', words: '' }),
      ]);
      expect(answers.filter(Boolean)).toHaveLength(1);
      const decision = await stage.decisionOf(applicant);
      expect(typeof decision === 'object' && 'accepted' in decision).toBe(answers[0]);
    }
    await stage.officer.client.post(
      stage.pageOf(
        (
          await listProofs(stage.site.db, listedFrom(stage.made, stage.site), {
            decided: true,
            after: null,
          })
        ).proofs[0]!.id,
      ),
      { decision: 'accepter' },
    );
    expect(stage.officer.client.html).toContain('déjà décidé');
  });

  it('sent twice at the same instant, one waits', async () => {
    const applicant = newPass();
    await stage.site.runJobs();
    const before = stage.filesKept();
    const answers = await Promise.all([
      stage.send(applicant),
      stage.send(applicant),
      stage.send(applicant),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await stage.queue()).length).toBe(1);
    expect(stage.filesKept()).toBe(before + 2);
    expect(await stage.decisionOf(applicant)).toBe('waiting');
  });

  it('W11 follows a pass to its next token', async () => {
    const place = { organisationId: stage.site.organisationId, pollId: stage.made.poll.id };
    await stage.send({ passHash: 'avant' });
    await followPass(stage.site.db, place, 'avant', 'apres');
    expect(await stage.decisionOf({ passHash: 'avant' })).toBe('none');
    expect(await stage.decisionOf({ passHash: 'apres' })).toBe('waiting');
  });
});
