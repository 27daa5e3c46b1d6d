import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberedSegment, readNumber, slugify } from './address-words.ts';
import {
  categorySlug,
  checkCategories,
  chooseIcon,
  chooseIconOf,
  planCategories,
  readNames,
  USUAL_CATEGORIES,
} from './categories.ts';
import {
  listDifferences,
  readSettings,
  typedUsualSettings,
  typeSettings,
} from './edition-form.routes.ts';
import { checkSettings, describeSettingsChanges, USUAL_SETTINGS } from './edition-settings.ts';

/** What W1 and W12 bring into every text field. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'; drop table edition; --",
  '{{7*7}}',
  '../../etc/passwd',
  'ﷺ',
  '🌳',
  'e\u0301'.repeat(20),
];

describe('addresses that can be read out', () => {
  it('slugs hold nothing but small letters, digits and single hyphens', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(slugify(text)).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
        expect(slugify(text).length).toBeLessThanOrEqual(60);
      }),
    );
    expect(slugify('L’Œuvre d’été : 2026 !')).toBe('l-oeuvre-d-ete-2026');
  });

  it('the number decides, whatever the words', () => {
    expect(numberedSegment(12, 'Jardin partagé')).toBe('12-jardin-partage');
    expect(numberedSegment(12, '🌳')).toBe('12');
    expect(readNumber('12-autre-chose')).toBe(12);
    for (const wrong of ['', '0', '-1', '1e3', '12abc', '99999999999', 'NaN', '1.5', '٣', ' 1'])
      expect(readNumber(wrong), wrong).toBeNull();
  });
});

describe('R72 categories', () => {
  it('the usual list holds, one name per line', () => {
    expect(checkCategories(USUAL_CATEGORIES)).toBeNull();
    expect(readNames(' Sport \n\n  Vie   locale\r\n'.replaceAll('\r', ''))).toEqual([
      'Sport',
      'Vie locale',
    ]);
  });

  it('refuses an empty list, a repeated name and endless ones', () => {
    expect(checkCategories([])).toBe('no-category');
    expect(checkCategories(['Écologie', 'ecologie'])).toBe('category-repeated');
    expect(checkCategories(['x'.repeat(61)])).toBe('category-too-long');
    expect(checkCategories(Array.from({ length: 31 }, (_, index) => `C${index}`))).toBe(
      'too-many-categories',
    );
  });

  it('W1 W12 any name has an address of its own', () => {
    for (const name of HOSTILE) expect(categorySlug(name)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(checkCategories(['🌳', '🌲'])).toBeNull();
  });

  it('icons follow the words', () => {
    expect(USUAL_CATEGORIES.map(chooseIcon)).toEqual([
      'sport',
      'culture',
      'music',
      'nature',
      'place',
      'shield',
    ]);
    expect(chooseIcon('Divers')).toBe('idea');
    expect(chooseIconOf(['Vivre avec la Braye', 'Berges', 'Culture'])).toBe('nature');
  });

  const existing = ['Sport', 'Culture', 'Loisirs'].map((name, index) => ({
    id: `id${index}`,
    name,
    slug: categorySlug(name),
  }));

  it('a line that changes is the same category renamed, one that moves stays itself', () => {
    expect(planCategories(existing, ['Sport', 'Culture et patrimoine', 'Loisirs'])).toEqual({
      kept: [
        { id: 'id0', name: 'Sport', position: 0 },
        { id: 'id2', name: 'Loisirs', position: 2 },
        { id: 'id1', name: 'Culture et patrimoine', position: 1 },
      ],
      added: [],
      removedIds: [],
    });
    expect(planCategories(existing, ['Loisirs', 'Sport', 'Culture']).kept).toHaveLength(3);
    expect(planCategories(existing, ['Sport', 'Culture', 'Loisirs', 'Santé'])).toMatchObject({
      added: [{ name: 'Santé', position: 3 }],
      removedIds: [],
    });
    expect(planCategories(existing, ['Sport'])).toMatchObject({ removedIds: ['id1', 'id2'] });
  });

  it('a plan keeps each name once and each category at most once', () => {
    const names = fc.uniqueArray(fc.constantFrom('Sport', 'Culture', 'Loisirs', 'Santé', 'Eau'));
    fc.assert(
      fc.property(names, (after) => {
        const plan = planCategories(existing, after);
        expect([...plan.kept, ...plan.added].map(({ name }) => name).sort()).toEqual(
          [...after].sort(),
        );
        const ids = [...plan.kept.map(({ id }) => id), ...plan.removedIds].sort();
        expect(ids).toEqual(['id0', 'id1', 'id2']);
      }),
    );
  });
});

describe('R66 R67 R69 settings as they are typed', () => {
  const typed = { ...typedUsualSettings(), title: 'Budget participatif 2027' };

  it('French defaults need a title only', () => {
    const { settings, problems } = readSettings(typed, null);
    expect(problems).toEqual({});
    expect(settings).toEqual({
      ...USUAL_SETTINGS,
      title: 'Budget participatif 2027',
      slug: 'budget-participatif-2027',
    });
    expect(readSettings(typeSettings(settings), null).settings).toEqual(settings);
  });

  it('W8 W14 numbers that are none are refused beside their field', () => {
    for (const wrong of ['', '1e309', 'NaN', '-1', '1.5', '99999999', '0x10', '٣', '=1+1']) {
      const { problems } = readSettings(
        { ...typed, minimumAgeVote: wrong, maximumIdeas: wrong, envelope: wrong },
        null,
      );
      expect(problems, wrong).toMatchObject({
        minimumAgeVote: 'out-of-range',
        maximumIdeas: 'out-of-range',
      });
      if (!['99999999', '1.5'].includes(wrong)) expect(problems.envelope, wrong).toBeDefined();
    }
    expect(readSettings({ ...typed, envelope: '0' }, null).problems.envelope).toBe('no-envelope');
    expect(readSettings({ ...typed, minimumChoices: '4' }, null).problems).toEqual({
      minimumChoices: 'minimum-over-maximum',
    });
    expect(readSettings({ ...typed, minimumAgePropose: '0' }, null).problems).toEqual({});
  });

  it('W1 hostile titles are kept as they are typed, and make an address or a refusal', () => {
    for (const title of HOSTILE) {
      const { settings, problems } = readSettings({ ...typed, title, slug: '' }, null);
      expect(settings.title).toBe(title);
      if (settings.slug === '') expect(problems.slug).toBe('missing');
      else expect(problems).toEqual({});
    }
  });

  it('R80 the address of a public edition does not change; some names are the site’s own', () => {
    const before = { openedAt: new Date(0), slug: '2027' } as never;
    expect(checkSettings({ ...USUAL_SETTINGS, title: 'T', slug: '2028' }, before).slug).toBe(
      'slug-is-permanent',
    );
    expect(checkSettings({ ...USUAL_SETTINGS, title: 'T', slug: 'nouvelle' }, null).slug).toBe(
      'slug-reserved',
    );
    expect(checkSettings({ ...USUAL_SETTINGS, title: 'T', slug: 'été' }, null).slug).toBe(
      'not-a-slug',
    );
  });

  it('R71 help texts of the deposit form belong to the edition', () => {
    const { settings } = readSettings({ ...typed, 'ideaHelp-title': 'Court et clair' }, null);
    expect(settings.ideaHelp.title).toBe('Court et clair');
    expect(readSettings({ ...typed, 'ideaHelp-body': 'x'.repeat(401) }, null).problems).toEqual({
      'ideaHelp-body': 'too-long',
    });
  });

  it('a change is told with old and new, and nothing else', () => {
    expect(
      describeSettingsChanges(USUAL_SETTINGS, { ...USUAL_SETTINGS, envelope: 120_000_00 }),
    ).toEqual({ envelope: { from: 100_000_00, to: 120_000_00 } });
  });

  it('differences between two officers are found per field, dates as one', () => {
    expect(
      listDifferences(
        { title: 'A', 'on-day': '1', 'on-month': '2' },
        { title: 'A', 'on-day': '3', 'on-month': '2' },
      ),
    ).toEqual({ on: '3 2' });
  });
});
