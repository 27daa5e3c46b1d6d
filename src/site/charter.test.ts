import { describe, expect, it } from 'vitest';
import { routes } from '../site.tsx';
import { findCharterAddress } from './charter.ts';

const origin = 'http://localhost';
const url = new URL(`${origin}/page`);
const sent = { origin, url, request: new Request(url, { method: 'POST' }) };

/** What an account may send before it has accepted a newer charter, each with its reason. */
const BEFORE: readonly [RegExp, string][] = [
  [/^\/charte\/accepter$/, 'accepting it'],
  [/^\/mon-espace\/donnees/, 'one’s own data, taken away or erased'],
  [/^\/administration\/charte(\/|$)/, 'whoever publishes one corrects it'],
  [/^\/(connexion|deconnexion|inscription|mot-de-passe-oublie)/, 'coming in, going out'],
  [/^\/(borne|classe)(\/|$)|\/vote\/classe$/, 'devices of nobody'],
  [/\/:token/, 'a link with its own proof'],
  [/^\/lettre$/, 'a mailbox, not an account'],
  [/\/deposer\//, 'a draft, for oneself'],
  [/\/vote\/identite\/oublier$/, 'leaving a vote'],
  [/\/resultats\/mon-bulletin$/, 'reading one’s own ballot'],
];

describe('R96 R107 a newer charter waits for everybody', () => {
  const acts = routes.filter(({ method, right }) => method === 'POST' && right !== 'this-machine');

  it.each(acts.map((route) => [route.address.pattern, route] as const))(
    'POST %s',
    (pattern, route) => {
      const waits = findCharterAddress(sent, route) !== null;
      const reason = BEFORE.find(([one]) => one.test(pattern))?.[1];
      // to publish and to support are acts, of drafts too
      const isAct = /\/(publier|soutenir)$/.test(pattern);
      expect(waits || (reason !== undefined && !isAct), reason ?? 'no reason').toBe(true);
    },
  );

  it('R96 to vote, answer, write to the team and come to a meeting are acts', () => {
    const waiting = acts
      .filter((route) => findCharterAddress(sent, route) !== null)
      .map(({ address }) => address.pattern);
    for (const pattern of [
      '/editions/:edition/vote/depot',
      '/editions/:edition/vote/panier',
      '/editions/:edition/questionnaire',
      '/contact',
      '/agenda/:meeting/inscription',
      '/compte/profil',
    ])
      expect(waiting).toContain(pattern);
  });

  it('R96 reading does not wait where anyone reads', () => {
    const read = { ...sent, request: new Request(url) };
    const open = routes.filter(({ method, right }) => method === 'GET' && right === 'anyone');
    expect(open.filter((route) => findCharterAddress(read, route) !== null)).toEqual([]);
  });
});
