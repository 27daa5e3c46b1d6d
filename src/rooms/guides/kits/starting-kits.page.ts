import * as m from '../../../paraglide/messages.js';
import type { SheetName, WrittenKit } from './kit.ts';

/** The kits that an edition gets by one act. */
export const startingKits = (): (WrittenKit & { sheets: SheetName[] })[] => [
  {
    title: m.guides_start_kit_ambassador(),
    summary: m.guides_start_kit_ambassador_words(),
    audiences: ['ambassador'],
    steps: ['collection'],
    shownTo: 'staff',
    sheets: ['idea-form', 'reception'],
  },
  {
    title: m.guides_start_kit_workshop(),
    summary: m.guides_start_kit_workshop_words(),
    audiences: ['facilitator', 'ambassador'],
    steps: ['collection'],
    shownTo: 'public',
    sheets: ['workshop', 'idea-form'],
  },
  {
    title: m.guides_start_kit_reception(),
    summary: m.guides_start_kit_reception_words(),
    audiences: ['reception'],
    steps: [],
    shownTo: 'staff',
    sheets: ['reception', 'idea-form'],
  },
  {
    title: m.guides_start_kit_campaign(),
    summary: m.guides_start_kit_campaign_words(),
    audiences: ['ambassador', 'communication'],
    steps: ['campaign', 'vote'],
    shownTo: 'public',
    sheets: ['campaign'],
  },
];
