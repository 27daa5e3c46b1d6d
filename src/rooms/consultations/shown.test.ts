import { describe, expect, it } from 'vitest';
import { chooseAct, type ShownComponent, sumByKind } from './shown.ts';

const on = (day: number) => new Date(Date.UTC(2026, 10, day));
const component = (written: Partial<ShownComponent>): ShownComponent => ({
  id: 'a',
  themeId: 'eau',
  kind: 'ideas',
  slug: 'idees',
  title: 'Idées',
  excerpt: '',
  href: '/',
  state: 'open',
  count: null,
  opensAt: null,
  closesAt: null,
  isHidden: false,
  ...written,
});
const open = { closedAt: null };

describe('what can be done in a space now', () => {
  it('is what closes the soonest, then what stands first', () => {
    const late = component({ closesAt: on(9) });
    const soon = component({ kind: 'survey', closesAt: on(3) });
    const always = component({ kind: 'needs' });
    expect(chooseAct(open, [always, late, soon])).toEqual({ kind: 'act', component: soon });
    expect(chooseAct(open, [always, component({})])).toEqual({ kind: 'act', component: always });
  });

  it('is to choose a theme where several wait, with a date where they have one in common', () => {
    const water = component({ closesAt: on(9) });
    const air = component({ themeId: 'air', closesAt: on(9) });
    expect(chooseAct(open, [water, air])).toEqual({ kind: 'choose-theme', until: on(9) });
    expect(chooseAct(open, [water, { ...air, closesAt: null }])).toEqual({
      kind: 'choose-theme',
      until: null,
    });
    // what is of the whole space needs no theme
    const whole = component({ themeId: null, closesAt: on(2) });
    expect(chooseAct(open, [water, air, whole])).toEqual({ kind: 'act', component: whole });
  });

  it('is nothing where all is hidden, only read, to come or over', () => {
    const pages = component({ kind: 'pages' });
    const hidden = component({ isHidden: true });
    expect(chooseAct(open, [pages, hidden, component({ kind: 'contributions' })])).toEqual({
      kind: 'read',
    });
    const coming = component({ state: 'before', opensAt: on(7) });
    expect(chooseAct(open, [coming, { ...coming, opensAt: on(5) }])).toEqual({
      kind: 'soon',
      from: on(5),
    });
    expect(chooseAct({ closedAt: on(1) }, [component({})])).toEqual({ kind: 'over' });
  });
});

it('what stands in a theme is summed by kind, where it is counted', () => {
  const components = [
    component({ count: 3 }),
    component({ kind: 'events', count: 2 }),
    component({ count: 4 }),
    component({ kind: 'pages' }),
  ];
  expect(sumByKind(components)).toEqual([
    ['ideas', 7],
    ['events', 2],
  ]);
});
