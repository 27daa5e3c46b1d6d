import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeComponent, makeSpace } from '../../../tests/make/spaces.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { findComponentById, listComponents } from './component.store.ts';
import { USUAL_SETTINGS } from './component.ts';
import {
  addComponent,
  changeComponent,
  hideComponent,
  moveComponent,
} from './component-writing.store.ts';
import { countParticipants, noteParticipation } from './participant.store.ts';
import { findSpace, listSpaces } from './space.store.ts';
import {
  abandonSpace,
  changeSpace,
  closeSpace,
  createSpace,
  openSpace,
} from './space-writing.store.ts';
import { listThemes } from './theme.store.ts';
import { addTheme, changeTheme, moveTheme, removeTheme } from './theme-writing.store.ts';

let site: TestSite;
let act: { organisationId: string; by: null };
beforeAll(async () => {
  site = await openTestSite();
  act = { organisationId: site.organisationId, by: null };
});
afterAll(() => site.close());

const written = {
  kind: 'consultation',
  title: 'Grande consultation',
  summary: '',
  introduction: '',
  isPrivate: false,
} as const;
const theme = { title: 'Égalité', summary: '', introduction: '', resources: [], categories: [] };

describe('spaces', () => {
  it('R98 a form sent twice at once makes one space; two of the same name have two addresses', async () => {
    const form = randomUUID();
    const [one, other] = await Promise.all([
      createSpace(site.db, act, written, form),
      createSpace(site.db, act, written, form),
    ]);
    expect(one.id).toBe(other.id);
    const next = await createSpace(site.db, act, written, randomUUID());
    expect([one.slug, next.slug]).toEqual(['grande-consultation', 'grande-consultation-2']);
    expect(await listSpaces(site.db, site.organisationId)).toHaveLength(2);
  });

  it('opens once there is something to do in it, closes, and never opens again', async () => {
    const space = await createSpace(site.db, act, { ...written, title: 'Forum' }, randomUUID());
    expect(await openSpace(site.db, act, space.id)).toEqual({ ok: false, refusal: 'no-component' });
    expect(await closeSpace(site.db, act, space.id)).toEqual({ ok: false, refusal: 'not-open' });
    const component = await makeComponent(site, space);
    await hideComponent(site.db, act, component, true);
    expect(await openSpace(site.db, act, space.id)).toEqual({ ok: false, refusal: 'no-component' });
    await hideComponent(site.db, act, component, false);
    const both = await Promise.all([1, 2].map(() => openSpace(site.db, act, space.id)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await abandonSpace(site.db, act, space.id)).toMatchObject({ refusal: 'opened-already' });
    expect(await closeSpace(site.db, act, space.id)).toEqual({ ok: true });
    expect(await findSpace(site.db, site.organisationId, 'forum')).toMatchObject({ isOpen: false });
    expect(await openSpace(site.db, act, space.id)).toMatchObject({ refusal: 'opened-already' });
  });

  it('W14 a space changed by somebody else meanwhile is not written over; one given up frees its address', async () => {
    const space = await createSpace(site.db, act, { ...written, title: 'Congrès' }, randomUUID());
    const changed = await changeSpace(site.db, act, space, { ...written, title: 'Congrès d’été' });
    expect(changed).toMatchObject({ ok: true, space: { title: 'Congrès d’été', slug: 'congres' } });
    expect(await changeSpace(site.db, act, space, written)).toMatchObject({
      ok: false,
      space: { title: 'Congrès d’été' },
    });
    expect(await abandonSpace(site.db, act, space.id)).toEqual({ ok: true });
    expect(await findSpace(site.db, site.organisationId, 'congres')).toBeNull();
    const next = await createSpace(site.db, act, { ...written, title: 'Congrès' }, randomUUID());
    expect(next.slug).toBe('congres');
  });
});

describe('themes', () => {
  it('R97 R108 have categories; one that is not cut holds everything in one that is never shown', async () => {
    const { space } = await makeSpace(site);
    const cut = await addTheme(site.db, act, space.id, {
      ...theme,
      categories: ['École', 'Langues'],
    });
    const whole = await addTheme(site.db, act, space.id, { ...theme, title: 'Vivre libres' });
    if (!cut.ok || !whole.ok) throw new Error('not added');
    const names = (one: typeof cut.theme) =>
      one.categories.map(({ name, isWhole }) => (isWhole ? `(${name})` : name));
    expect(names(cut.theme)).toEqual(['École', 'Langues']);
    expect(names(whole.theme)).toEqual(['(Vivre libres)']);
    // cut later, and one day not any more: ids of what stays are the same
    const later = await changeTheme(site.db, act, space.id, whole.theme, {
      ...theme,
      title: 'Vivre libres',
      categories: ['Vivre libres', 'Justice'],
    });
    expect(later.ok && names(later.theme)).toEqual(['Vivre libres', 'Justice']);
    const one = await changeTheme(site.db, act, space.id, cut.theme, {
      ...theme,
      categories: ['Langues', 'École', 'Sport'],
    });
    expect(one.ok && one.theme.categories[1]!.id).toBe(cut.theme.categories[0]!.id);
    expect(await changeTheme(site.db, act, space.id, cut.theme, theme)).toEqual({
      ok: false,
      refusal: 'changed-meanwhile',
    });
  });

  it('move by one place, and go only when nothing stands in them', async () => {
    const { space, theme: first } = await makeSpace(site);
    for (const title of ['B', 'C']) await addTheme(site.db, act, space.id, { ...theme, title });
    const order = async () =>
      (await listThemes(site.db, site.organisationId, space.id)).map(({ title }) => title);
    const [, b, c] = await listThemes(site.db, site.organisationId, space.id);
    await moveTheme(site.db, act, space.id, c!.id, -1);
    expect(await order()).toEqual([first.title, 'C', 'B']);
    await moveTheme(site.db, act, space.id, c!.id, -1);
    await moveTheme(site.db, act, space.id, c!.id, -1);
    expect(await order()).toEqual(['C', first.title, 'B']);
    await Promise.all([
      moveTheme(site.db, act, space.id, b!.id, 1),
      moveTheme(site.db, act, space.id, b!.id, 1),
    ]);
    expect(await order()).toEqual(['C', first.title, 'B']);
    expect(await removeTheme(site.db, act, space.id, first)).toEqual({
      ok: false,
      refusal: 'theme-in-use',
    });
    expect(await removeTheme(site.db, act, space.id, b!)).toEqual({ ok: true });
    expect(await order()).toEqual(['C', first.title]);
  });
});

describe('components', () => {
  it('R98 R99 R100 several of one kind stand in a theme, each with its own settings, in order', async () => {
    const { space, theme: first, component } = await makeSpace(site);
    const settings = { ...USUAL_SETTINGS, comments: null, mostSupports: 3, mayWithdraw: true };
    const official = await makeComponent(site, space, {
      kind: 'official-proposals',
      title: 'À prioriser',
      themeId: first.id,
      settings,
    });
    expect(official.settings).toMatchObject({ comments: null, mostSupports: 3 });
    // of what its kind has not, nothing is kept
    expect(official.settings.mayWithdraw).toBe(false);
    const elsewhere = await makeComponent(site, space, { title: 'De l’espace' });
    const order = async () =>
      (await listComponents(site.db, site.organisationId, space.id)).map(({ id }) => id);
    expect(await order()).toEqual([component.id, official.id, elsewhere.id]);
    await moveComponent(site.db, act, official, -1);
    await moveComponent(site.db, act, elsewhere, -1);
    expect(await order()).toEqual([official.id, component.id, elsewhere.id]);
    const changed = await changeComponent(site.db, act, official, {
      ...official,
      title: 'À classer',
    });
    expect(changed).toMatchObject({ ok: true, component: { title: 'À classer', version: 2 } });
    expect(await changeComponent(site.db, act, official, official)).toMatchObject({ ok: false });
  });

  it('W3 W14 a form sent twice adds one; a theme of another space is no place for it', async () => {
    const { space } = await makeSpace(site);
    const other = await makeSpace(site);
    const made = randomUUID();
    const add = (themeId: string | null) =>
      addComponent(
        site.db,
        act,
        space.id,
        'events',
        {
          title: 'Agenda',
          introduction: '',
          themeId,
          opensAt: null,
          closesAt: null,
          settings: USUAL_SETTINGS,
        },
        made,
      );
    const [one, same] = await Promise.all([add(null), add(null)]);
    if (!one.ok || !same.ok) throw new Error('not added');
    expect(one.component.id).toBe(same.component.id);
    await expect(
      sql`update component set theme_id = ${other.theme.id} where id = ${one.component.id}`.execute(
        site.db,
      ),
    ).rejects.toThrow('component_theme_of_its_space');
    expect(await findComponentById(site.db, randomUUID(), one.component.id)).toBeNull();
  });
});

describe('who took part', () => {
  it('R102 is counted once a space, whatever they do', async () => {
    const { space } = await makeSpace(site);
    const { rows } = await site.pool.query(
      `insert into person (organisation_id, email, mailbox, name, nickname, nickname_key)
        select $1, 'p' || n || '@example.org', 'p' || n || '@example.org', 'P', 'P' || n, 'p' || n
        from generate_series(1, 3) n returning id`,
      [site.organisationId],
    );
    const people = rows.map(({ id }) => id as string);
    await Promise.all(
      [...people, ...people].map((id) =>
        noteParticipation(site.db as never, site.organisationId, space.id, id),
      ),
    );
    expect(await countParticipants(site.db, site.organisationId, space.id)).toBe(3);
  });
});
