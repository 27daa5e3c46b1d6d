import { describe, expect, it } from 'vitest';
import type { Department } from '../../organisations/index.ts';
import type { Category } from '../../spaces/index.ts';
import { guessRouting } from './routing-guess.ts';
import { isRoutingSettled, listServiceGaps } from './service-gaps.ts';

const category = (name: string): Category => ({
  id: `c-${name}`,
  slug: name.toLowerCase(),
  name,
  icon: 'idea',
});
const department = (name: string, email = ''): Department => ({
  id: `d-${name}`,
  name,
  email,
  closedAt: null,
});
const routing = (routes: Record<string, string>) => ({
  departments: new Map(Object.entries(routes).map(([from, to]) => [`c-${from}`, `d-${to}`])),
  automatic: true,
  delayDays: null,
  version: 1,
});

describe('R36 what the study would miss', () => {
  const categories = [category('Sport'), category('Culture')];
  const departments = [department('Sports'), department('Arts', 'arts@ville.example')];
  const gaps = (routes: Record<string, string>, staffed: string[] = []) =>
    listServiceGaps({
      categories,
      departments,
      staffed: new Set(staffed),
      routing: routing(routes),
    });

  it('is named from the whole to the part', () => {
    const none = { categories, departments: [], staffed: new Set<string>(), routing: routing({}) };
    expect(listServiceGaps(none)).toEqual([{ kind: 'no-department' }]);
    expect(gaps({})).toEqual([{ kind: 'no-routing' }]);
    // to a department that is closed, or of another town, is to none
    expect(gaps({ Sport: 'Fermé', Culture: 'Fermé' })).toEqual([{ kind: 'no-routing' }]);
    expect(gaps({ Sport: 'Sports' })).toEqual([
      { kind: 'category-without', names: ['Culture'] },
      { kind: 'nobody-told', names: ['Sports'] },
    ]);
    // an address of its own, or an agent, is enough
    expect(gaps({ Sport: 'Sports', Culture: 'Arts' }, ['d-Sports'])).toEqual([]);
  });

  it('is settled by one category, or by saying that all is given by hand', () => {
    const settled = (changes: object, at: readonly Department[] = departments) =>
      isRoutingSettled({ categories, departments: at, routing: { ...routing({}), ...changes } });
    expect(settled({})).toBe(false);
    expect(settled({ automatic: false })).toBe(true);
    expect(settled({ automatic: false, version: 0 })).toBe(false);
    expect(settled(routing({ Sport: 'Sports' }))).toBe(true);
    expect(settled({ automatic: false }, [])).toBe(false);
  });
});

describe('R66 who studies what, proposed', () => {
  const guess = (
    categories: readonly string[],
    departments: readonly string[],
    before: Record<string, string> = {},
  ) =>
    Object.fromEntries(
      guessRouting({
        categories: categories.map(category),
        departments: departments.map((name) => department(name)),
        before: new Map(Object.entries(before)),
      }),
    );

  it('goes by the field that both names speak of, and by nothing where two departments do', () => {
    expect(guess(['Sport', 'Écologie', 'Poésie'], ['Service des sports', 'Espaces verts'])).toEqual(
      {
        'c-Sport': 'd-Service des sports',
        'c-Écologie': 'd-Espaces verts',
      },
    );
    expect(guess(['Sport'], ['Sports nautiques', 'Sports en salle'])).toEqual({});
    expect(guess(['Sport'], [])).toEqual({});
  });

  it('R80 prefers what the edition before had, unless that department is at work no more', () => {
    expect(guess(['Sport'], ['Sports', 'Voirie'], { sport: 'd-Voirie' })).toEqual({
      'c-Sport': 'd-Voirie',
    });
    expect(guess(['Sport'], ['Sports'], { sport: 'd-Voirie' })).toEqual({ 'c-Sport': 'd-Sports' });
  });
});
