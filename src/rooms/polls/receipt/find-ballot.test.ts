import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { publish } from '../../../../tests/make/poll.ts';
import { makePoll } from '../../../../tests/make/polls.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { readNow } from '../../../platform/database/database.ts';
import { urls } from '../../../urls.ts';
import { commitBallot, readReceipt } from '../box/box.crypto.ts';
import { fromHex } from '../box/commitment.ts';
import { castBallot } from '../index.ts';
import type { PollTerms } from '../opening/terms.ts';
import type { Poll } from '../poll.ts';
import { USUAL_MENTIONS } from '../settings.ts';
import { findBallotRoutes } from './find-ballot.routes.tsx';
import { writeTrackingCode } from './tracking-code.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());
beforeEach(() => site.travel(null));

/** A ballot of somebody new, as a form writes its choices; gives the signed line. */
async function cast(poll: Poll, choices: readonly string[]): Promise<string> {
  const { id } = await makePerson(site);
  const form = { personId: id, choices, nonce: '', idempotencyKey: randomUUID() };
  const now = await readNow(site.db);
  const voted = await castBallot(
    site.db,
    site.config,
    site.organisationId,
    poll,
    { ...form, believedRevision: 0, acceptsPublic: true },
    now,
  );
  if (!voted.ok) throw new Error(voted.refusal);
  return voted.receipt;
}

const codeOf = (line: string) => writeTrackingCode(fromHex(readReceipt(line).commitment)!);

async function finish(poll: Poll): Promise<void> {
  site.travel('6 days');
  await publish(site, { organisationId: site.organisationId, by: null }, poll.id);
  site.memory.forgetAll();
}

/** What the page says of a ballot, in one line. */
async function ask(edition: string, code: string, reader = site.visitor()) {
  await reader.post(urls.findBallot({ edition }), { code });
  const words = reader.main
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ');
  return { reader, words, status: reader.status };
}

const points = {
  key: 'A',
  label: '',
  amount: 1_000_000,
  oneOf: false,
  minimumChoices: 1,
  maximumChoices: 3,
  limits: { maxSumPoints: 10 },
  leftTo: null,
};

const kinds: [string, Partial<PollTerms>, string[], string | RegExp][] = [
  ['a choice', {}, ['2', '4'], /Projet d’essai 2 Projet d’essai 4/],
  ['an order', { kind: 'ordinal', rule: 'borda' }, ['4', '2'], /essai 4 Projet d’essai 2/],
  [
    'points',
    { kind: 'cumulative', rule: 'points', settings: { envelopes: [points] } },
    ['1:3', '2:7'],
    /Projet d’essai 2 · 7 points Projet d’essai 1 · 3 points/,
  ],
  [
    'grades',
    { kind: 'judgment', rule: 'majority-judgment', settings: { mentions: USUAL_MENTIONS } },
    ['1:0', '2:3'],
    /Projet d’essai 2 · Coup de cœur Projet d’essai 1 · Je ne suis pas convaincu·e/,
  ],
  [
    'answers',
    { kind: 'yes-no', rule: 'yes-no' },
    ['1:1', '2:0'],
    /Projet d’essai 1 · Oui Projet d’essai 2 · Non/,
  ],
];

describe('finding one’s ballot again', () => {
  it.each(kinds)(
    'R190 R194 reads %s in words, as it was counted, by its code or its signed line',
    async (...given) => {
      const [, terms, choices, expected] = given;
      const { edition, poll } = await makePoll(site, { terms });
      const line = await cast(poll, choices);
      await finish(poll);
      for (const typed of [codeOf(line), codeOf(line).toLowerCase(), line]) {
        const { words, status, reader } = await ask(edition.slug, typed);
        expect(status).toBe(200);
        expect(words).toContain('Ce bulletin a été compté');
        expect(words).toMatch(expected);
        expect(words).toContain('qui annonce 1 bulletin.');
        expect(words).toContain('Qui a vu votre code peut lire ce bulletin');
        expect(words).toContain('rien ici ne dit qui l’a déposé');
        expect(reader.headers.get('cache-control')).toBe('no-store');
        // everything that it takes to compute the commitment again stands on the page
        const nonce = /Secret du bulletin ([0-9a-f]{64})/.exec(words)![1]!;
        const written = JSON.parse(/\(RFC 8785\) (\[.*?\]) Secret/.exec(words)![1]!);
        const { commitment } = readReceipt(line);
        expect(commitBallot(poll.manifestHash, written, nonce)).toBe(commitment);
        expect(words).toContain(`Empreinte du bulletin ${commitment}`);
      }
    },
  );

  it('V15 shows nothing of the box before the publication, to nobody, whoever has the code', async () => {
    const { edition, poll } = await makePoll(site);
    const line = await cast(poll, ['2']);
    const act = { organisationId: site.organisationId, by: null };
    const readers = [
      site.visitor(),
      (await makePerson(site)).client,
      (await makePerson(site, { roles: ['officer'] })).client,
      (await makePerson(site, { roles: ['administrator'] })).client,
    ];
    const expectNothing = async () => {
      for (const reader of readers) {
        for (const code of [codeOf(line), line]) {
          const { words, status } = await ask(edition.slug, code, reader);
          expect(status).toBe(404);
          expect(words).toContain('Les bulletins se liront ici après la publication');
          expect(words).not.toMatch(/Projet d’essai|Secret du bulletin/);
        }
        await reader.get(urls.findBallot({ edition: edition.slug }));
        expect(reader.status).toBe(404);
      }
    };
    await expectNothing();
    site.travel('6 days');
    await expectNothing();
    await publish(site, act, poll.id);
    const { status } = await ask(edition.slug, line);
    expect(status).toBe(200);
  });

  it('answers a wrong code in polite words, and says what is no code beside the field', async () => {
    const { edition, poll } = await makePoll(site);
    const other = await makePoll(site);
    const elsewhere = await cast(other.poll, ['1']);
    const line = await cast(poll, ['2']);
    await finish(poll);
    const unknown = codeOf(line).replace(/^./, (first) => (first === '0' ? '1' : '0'));
    const wrong = await ask(edition.slug, unknown);
    expect(wrong.status).toBe(200);
    expect(wrong.words).toContain('Aucun bulletin n’a ce code');
    expect(wrong.words).not.toContain('Ce que dit ce bulletin');
    for (const [typed, said] of [
      ['', 'Tapez d’abord votre code de suivi.'],
      ['bonjour', 'Ce n’est pas un code de suivi'],
      ['<script>alert(1)</script>', 'Ce n’est pas un code de suivi'],
      [elsewhere, 'Ce reçu vient d’un autre scrutin'],
    ] as const) {
      const { status, reader, words } = await ask(edition.slug, typed);
      expect(status).toBe(422);
      expect(words).toContain(said);
      expect(reader.html).toContain('id="code-error"');
      expect(reader.html).not.toContain('<script>alert');
    }
    // the code of another poll, unsigned, is simply not here
    const { words } = await ask(edition.slug, codeOf(elsewhere));
    expect(words).toContain('Aucun bulletin n’a ce code');
  });

  it('asks by a form alone, is never logged, and is limited like the page that proves', async () => {
    const { edition, poll } = await makePoll(site);
    const line = await cast(poll, ['2']);
    await finish(poll);
    const at = { edition: edition.slug };
    const reader = site.visitor();
    await reader.get(`${urls.findBallot(at)}?code=${codeOf(line)}`);
    expect(reader.main).not.toContain('Projet d’essai 2');
    expect(reader.main).toContain(
      `<form class="form stack" action="${urls.findBallot(at)}" method="post"`,
    );
    const [, posted] = findBallotRoutes;
    expect(posted).toMatchObject({ method: 'POST', options: { unlogged: true } });
    expect(findBallotRoutes.some(({ options }) => options.cached)).toBe(false);
    await site.pool.query('update rate_counter set hits = 200');
    expect((await ask(edition.slug, line, reader)).status).toBe(429);
    await site.pool.query('delete from rate_counter');
  });

  it('is linked from the results and from the page that proves, and unknown where there is no poll', async () => {
    const { edition, poll } = await makePoll(site);
    const at = { edition: edition.slug };
    const reader: MadePerson['client'] = site.visitor();
    await reader.get(urls.voteProof(at));
    expect(reader.main).toContain(`href="${urls.findBallot(at)}"`);
    await cast(poll, ['2']);
    await finish(poll);
    await reader.get(urls.results(at));
    expect(reader.main).toContain(`href="${urls.findBallot(at)}"`);
    await reader.get(urls.findBallot({ edition: 'nulle-part' }));
    expect(reader.status).toBe(404);
  });
});
