import type { ComponentKind } from '../component.ts';

/** What a new space may begin with. */
export const PRESETS = ['empty', 'consultation', 'forum', 'primary', 'network'] as const;
export type Preset = (typeof PRESETS)[number];

/** Components that it begins with, in order; those that no room serves yet are left out. */
export const KINDS_OF_PRESET: Record<Preset, readonly ComponentKind[]> = {
  empty: [],
  consultation: ['ideas', 'events', 'pages'],
  // no dates are asked for: it never ends by itself
  forum: ['ideas', 'events'],
  // what everybody proposes, what is then put in order, what is read, what commissions answer (R98)
  primary: ['ideas', 'official-proposals', 'pages', 'contributions'],
  // of the whole network, which is not cut into themes to begin with
  network: [
    'directory',
    'library',
    'reports',
    'requests',
    'dossiers',
    'topics',
    'mailing-list',
    'positions',
    'solutions',
    'methods',
    'tools',
    'mobilisations',
    'events',
    'assemblies',
  ],
};
