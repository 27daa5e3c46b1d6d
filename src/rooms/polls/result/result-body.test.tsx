import { gzipSync } from 'node:zlib';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { makeResult, type WrittenPoll } from '../../../../tests/make/results.ts';
import type { Manifest } from '../poll.store.ts';
import { ResultBody } from './result-body.page.tsx';

const manifest: Manifest = { body: '{}', hash: 'a'.repeat(64), signature: 'c2lnbmF0dXJl' };

/** The page of a poll, and what it says with plain spaces. */
function draw(written: WrittenPoll) {
  const { poll, kept, result } = makeResult(written);
  const edition = { slug: '2026', currency: 'EUR', spaceId: null };
  const html = render(<ResultBody edition={edition} poll={poll} kept={kept} manifest={manifest} />);
  const words = html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([,.)])/g, '$1');
  return { html, words, result };
}

const projects = [400_00, 300_00, 900_00].map((cost, at) => ({
  cost,
  label: ['Verger', 'Kiosque', 'Piscine'][at]!,
  zone: 'Nord',
}));
const people = ['Amina', 'Boris', 'Chloé'].map((label) => ({ cost: 0, label, kind: 'person' }));
const approvals: WrittenPoll['ballots'] = [
  [30, ['1', '2']],
  [20, ['1', '3']],
  [15, ['3']],
];
const base = { envelope: 1000_00, options: projects, ballots: approvals };
const mentions = ['Très bien', 'Bien', 'Passable', 'Non'];

const SAID: Record<string, [WrittenPoll, string[]]> = {
  'greedy: what was left when its turn came': [
    { ...base, rule: 'greedy', kind: 'approval' },
    [
      'Verger 50 voix',
      'Il restait 1 000 € ; il coûte 400 € : il est retenu.',
      'Quand son tour est venu, il restait 600 € ; il coûte 900 € : il manquait 300 €.',
      '76,9 % des bulletins ont au moins un de leurs choix retenu',
      'Ce qui reste (300 €) retourne au budget général.',
    ],
  ],
  'equal shares: how many pay how much, and what was missing': [
    { ...base, rule: 'mes-cost', kind: 'approval' },
    [
      'Chaque bulletin tient 15,38 € : l’enveloppe divisée par le nombre de bulletins.',
      'Achat n° 1. Les 50 votant·es pour ce projet le paient 8 € chacun·e, soit 400 €.',
      'Les votant·es pour ce projet n’avaient ensemble que 538,46 € ; il coûte 900 € : il manquait 361,54 €.',
    ],
  ],
  'equal shares raised: from how much to how much': [
    { ...base, rule: 'mes-cost-add1u', kind: 'approval' },
    ['cette part est augmentée de 1 € à la fois', 'de 15,38 € à 29,38 € par votant·e'],
  ],
  'Phragmén: when a project could be paid': [
    { ...base, rule: 'phragmen', kind: 'approval' },
    [
      'Les 50 votant·es pour ce projet ont pu le payer quand chaque personne avait reçu 8 €.',
      'La règle arrête là le décompte.',
    ],
  ],
  'majority judgment: profile, mention, and what set neighbours apart': [
    {
      ...base,
      rule: 'majority-judgment',
      kind: 'judgment',
      settings: { mentions },
      ballots: [
        [
          38,
          [
            ['1', 3],
            ['2', 3],
            ['3', 0],
          ],
        ],
        [
          33,
          [
            ['1', 2],
            ['2', 2],
            ['3', 1],
          ],
        ],
        [
          29,
          [
            ['1', 1],
            ['2', 1],
          ],
        ],
        [1, [['1', 2]]],
      ],
    },
    [
      'Mention majoritaire : « Bien », avec 37,6 % de mentions meilleures et 28,7 % de moins bonnes.',
      'Derrière « Verger », à mention égale',
      '30 bulletins ne l’ont pas jugé.',
      'Mention majoritaire : « Non », la plus basse, avec 32,7 % de mentions meilleures.',
      'Ce qu’un bulletin ne juge pas compte comme « Non ».',
    ],
  ],
  'yes and no: how many for, against, and neither': [
    {
      rule: 'yes-no',
      kind: 'yes-no',
      envelope: 0,
      options: ['Ouvrir ?', 'Fermer ?'].map((label) => ({ cost: 0, label, kind: 'question' })),
      settings: { subject: 'questions' },
      ballots: [
        [
          7,
          [
            ['1', 1],
            ['2', 0],
          ],
        ],
        [5, [['1', 0]]],
      ],
    },
    [
      'Questions adoptées',
      '7 oui, 5 non',
      'Oui : 0 ; non : 7 ; abstentions : 5. Il n’y a pas plus de oui que de non.',
    ],
  ],
  'Schulze: who beats whom, along which chain': [
    {
      rule: 'schulze',
      kind: 'ordinal',
      envelope: 0,
      options: people,
      settings: { subject: 'people' },
      ballots: [
        [23, ['1', '2', '3']],
        [21, ['2', '3', '1']],
        [19, ['3', '1', '2']],
      ],
    },
    [
      'Personnes élues',
      'Amina est devant : 42 bulletins contre 21.',
      'En duel direct, 40 bulletins contre 23 face à Amina',
      'Amina devant Boris (42), puis Boris devant Chloé (44). Elle vaut 42, celle du retour 40.',
    ],
  ],
  'transferable vote: seats, quota and rounds': [
    {
      rule: 'stv',
      kind: 'ordinal',
      envelope: 0,
      options: people,
      settings: { subject: 'people', seats: 1 },
      ballots: [
        [8, ['1', '2']],
        [7, ['2']],
        [4, ['3', '2']],
      ],
    },
    [
      'A quitté le décompte au tour 1 avec le moins de voix (4)',
      'A atteint le quota au tour 2 : 11 voix, pour un quota de 9,5.',
      'Il y a une place au plus.',
    ],
  ],
};

describe('R57 R58 R176 what a result says, rule by rule', () => {
  it.each(Object.entries(SAID))('%s', (_, [written, said]) => {
    const { words, html } = draw(written);
    for (const sentence of said) expect(words).toContain(sentence);
    for (const option of written.options)
      expect(words).toContain((option as { label: string }).label);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    expect(words).not.toMatch(/undefined|NaN|\[object/);
  });

  it('house rules: quorum first, then who was guaranteed, excluded, or funded in part', () => {
    const written: WrittenPoll = { ...base, rule: 'greedy', kind: 'approval' };
    const missed = draw({ ...written, houseRules: { quorum: 100 } }).words;
    expect(missed).toContain('Le quorum n’est pas atteint 65 bulletins ont été comptés');
    expect(missed).toContain('avec le quorum, il aurait été retenu.');
    expect(missed.indexOf('quorum')).toBeLessThan(missed.indexOf('Le vote en chiffres'));
    const ruled = draw({
      ...written,
      houseRules: { winnersPerZone: 1, incompatible: [['1', '2']], partFunding: 50 },
    }).words;
    expect(ruled).toContain('Place garantie au quartier « Nord »');
    expect(ruled).toContain('Incompatible avec « Verger », retenu avant lui.');
    expect(ruled).toContain(
      'Il reçoit tout ce qui restait, 600 €, soit 66,7 % de son coût de 900 €.',
    );
  });

  it('a public draw gives its seed, what each drew, and how to draw again', () => {
    const { words, result } = draw({
      ...base,
      rule: 'greedy',
      kind: 'approval',
      ballots: [[3, ['1', '2', '3']]],
      tieBreak: ['public-draw'],
    });
    expect(words).toContain(`Graine ${result.root}`);
    expect(words).toMatch(new RegExp(`printf %s '${result.root}:[123]' \\| sha256sum`));
    expect(words).toContain('à égalité avec'.replace('à', 'À'));
  });

  it('several envelopes: each by itself, and where what is left goes', () => {
    const envelope = (key: string, label: string, amount: number, leftTo: string | null) => ({
      ...{
        key,
        label,
        amount,
        leftTo,
        oneOf: false,
        minimumChoices: 0,
        maximumChoices: 3,
        limits: {},
      },
    });
    const { words, html } = draw({
      ...base,
      rule: 'greedy',
      kind: 'approval',
      options: projects.map((project, at) => ({ ...project, envelope: at === 2 ? 'A' : 'B' })),
      settings: {
        envelopes: [envelope('A', 'Ville', 800_00, null), envelope('B', 'Quartier', 900_00, 'A')],
      },
    });
    expect(words).toContain('Ce qui reste (200 €) passe à l’enveloppe « Ville ».');
    expect(words).toContain('Cette enveloppe comprend 200 € laissés par d’autres.');
    expect(html).toContain('href="#enveloppe-2"');
  });

  it('two hundred projects stay a light page, folded where it is long', () => {
    const { html, words } = draw({
      rule: 'mes-cost-add1u',
      kind: 'approval',
      envelope: 500_000_00,
      options: Array.from({ length: 200 }, (_, at) => ({
        cost: 5000_00 + ((at * 7919) % 9000) * 100,
        label: `Projet ${at + 1}`,
      })),
      ballots: Array.from({ length: 150 }, (_, at) => [
        1,
        [at, at + 3, at + 7].map((key) => `${(key % 200) + 1}`.padStart(3, '0')).toSorted(),
      ]),
    });
    expect(gzipSync(html).length).toBeLessThan(40_000);
    expect(words).toContain('Voir les 180 autres');
  });
});
