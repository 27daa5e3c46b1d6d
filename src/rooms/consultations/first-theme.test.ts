import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeIdea } from '../../../tests/make/ideas.ts';
import { makeComponent } from '../../../tests/make/spaces.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { boardOfComponent } from '../ideas/boards/board.ts';
import { createSpace, openSpace } from './space-writing.store.ts';
import { listThemes } from './theme.store.ts';
import { addTheme, removeTheme } from './theme-writing.store.ts';

let site: TestSite;
const act = { organisationId: '', by: null };
beforeAll(async () => {
  site = await openTestSite();
  act.organisationId = site.organisationId;
});
afterAll(() => site.close());

const bare = (title: string) =>
  createSpace(
    site.db,
    act,
    { kind: 'forum', title, summary: '', introduction: '', isPrivate: false },
    randomUUID(),
  );
const themesOf = (space: { id: string }) => listThemes(site.db, site.organisationId, space.id);

describe('a space that nobody cut into themes', () => {
  it('R98 R99 takes ideas all the same: its first component of ideas makes one theme', async () => {
    const space = await bare('Forum des habitantes et habitants');
    const component = await makeComponent(site, space, { kind: 'ideas' });
    const [theme, ...others] = await themesOf(space);
    expect(others).toEqual([]);
    expect(theme).toMatchObject({ title: space.title, categories: [{ isWhole: true }] });
    expect(component.themeId).toBe(theme!.id);
    await openSpace(site.db, act, space.id);
    const opened = { ...space, openedAt: new Date(), isOpen: true };
    const idea = await makeIdea(site, boardOfComponent(opened, component, theme!.categories));
    expect(idea.title).toBeTruthy();
    const second = await makeComponent(site, space, { kind: 'needs' });
    expect(second.themeId, 'of the whole space, as was asked').toBeNull();
    expect(await themesOf(space)).toHaveLength(1);
  });

  it('R97 no component of ideas makes a theme twice, nor do others make any', async () => {
    const space = await bare('Congrès');
    await makeComponent(site, space, { kind: 'pages' });
    expect(await themesOf(space)).toEqual([]);
    await Promise.all(
      ['ideas', 'needs'].map((kind) => makeComponent(site, space, { kind: kind as 'ideas' })),
    );
    expect(await themesOf(space)).toHaveLength(1);
  });

  it('R97 keeps its last theme as long as ideas of the whole space are sorted in it', async () => {
    const space = await bare('Assises');
    const added = await addTheme(site.db, act, space.id, {
      title: 'Le seul',
      summary: '',
      introduction: '',
      resources: [],
      categories: [],
    });
    if (!added.ok) throw new Error(added.refusal);
    await makeComponent(site, space, { kind: 'ideas' });
    expect(await removeTheme(site.db, act, space.id, added.theme)).toEqual({
      ok: false,
      refusal: 'theme-in-use',
    });
    expect(await themesOf(space)).toHaveLength(1);
  });
});
