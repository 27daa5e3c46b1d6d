import { randomUUID } from 'node:crypto';
import {
  addComponent,
  addTheme,
  type Component,
  type ComponentKind,
  type ComponentSettings,
  createSpace,
  openSpace,
  type Space,
  type Theme,
  USUAL_SETTINGS,
  type WrittenComponent,
  type WrittenSpace,
} from '../../src/rooms/consultations/index.ts';
import type { TestSite } from '../site-client.ts';

export interface MadeSpace {
  space: Space;
  /** With two categories. */
  theme: Theme;
  /** Of that theme, of kind « ideas » unless told. */
  component: Component;
}

interface SpaceOptions extends Partial<WrittenSpace> {
  /** false: still being prepared. */
  open?: boolean;
  /** Another organisation than the site's own. */
  organisationId?: string;
  kindOfComponent?: ComponentKind;
  settings?: Partial<ComponentSettings>;
  categories?: readonly string[];
  themeTitle?: string;
  componentTitle?: string;
}

let made = 0;

/** An open space with one theme and one component, through the room's own functions. */
export async function makeSpace(
  site: Pick<TestSite, 'db' | 'organisationId'>,
  {
    open = true,
    organisationId = site.organisationId,
    kindOfComponent = 'ideas',
    settings,
    categories = ['Climat', 'Énergie'],
    themeTitle = 'Prendre soin du vivant',
    componentTitle,
    ...written
  }: SpaceOptions = {},
): Promise<MadeSpace> {
  made += 1;
  const act = { organisationId, by: null };
  const space = await createSpace(
    site.db,
    act,
    {
      kind: 'consultation',
      title: `Grande consultation ${made}`,
      summary: 'Dire ensemble ce que nous voulons.',
      introduction: 'Chaque thème a ses **propositions**.',
      isPrivate: false,
      ...written,
    },
    randomUUID(),
  );
  const added = await addTheme(site.db, act, space.id, {
    title: themeTitle,
    summary: 'L’eau, l’air, les sols.',
    introduction: '',
    resources: [],
    categories,
  });
  if (!added.ok) throw new Error(added.refusal);
  const component = await makeComponent(site, space, {
    kind: kindOfComponent,
    organisationId,
    themeId: added.theme.id,
    ...(componentTitle && { title: componentTitle }),
    ...(settings && { settings: { ...USUAL_SETTINGS, ...settings } }),
  });
  if (open) {
    const opened = await openSpace(site.db, act, space.id);
    if (!opened.ok) throw new Error(opened.refusal);
  }
  return {
    space: { ...space, openedAt: open ? new Date() : null, isOpen: open },
    theme: added.theme,
    component,
  };
}

/** One more component of a space. */
export async function makeComponent(
  site: Pick<TestSite, 'db' | 'organisationId'>,
  space: Pick<Space, 'id'>,
  {
    kind = 'ideas',
    organisationId = site.organisationId,
    ...written
  }: Partial<WrittenComponent> & { kind?: ComponentKind; organisationId?: string } = {},
): Promise<Component> {
  made += 1;
  const added = await addComponent(
    site.db,
    { organisationId, by: null },
    space.id,
    kind,
    {
      title: `Propositions ${made}`,
      introduction: '',
      themeId: null,
      opensAt: null,
      closesAt: null,
      settings: USUAL_SETTINGS,
      ...written,
    },
    randomUUID(),
  );
  if (!added.ok) throw new Error(added.refusal);
  return added.component;
}
