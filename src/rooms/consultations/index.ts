export { findSpaceOfLogo } from './co-organiser.store.ts';
export { addCoOrganiser } from './co-organiser-writing.store.ts';
export {
  findComponentById,
  listComponents,
  listTurningComponents,
  lockComponent,
} from './component.store.ts';
export {
  type Component,
  type ComponentKind,
  type ComponentSettings,
  IDEA_KINDS,
  type IdeaKind,
  isIdeaKind,
  isOfTeam,
  type Likeness,
  stateOf,
  USUAL_SETTINGS,
  type WrittenComponent,
} from './component.ts';
export { addComponent, changeComponent } from './component-writing.store.ts';
export { admitMember, listMembers, removeMember } from './member.store.ts';
export { listParticipantsAmong, noteParticipation } from './participant.store.ts';
export { listSpaceReaders } from './reader.store.ts';
export {
  findSpaceById,
  findSpaceReaders,
  isMemberOf,
  isMemberOfAny,
  listSpaces,
  lockSpace,
} from './space.store.ts';
export {
  hasShowcase,
  type Space,
  type Theme,
  type ThemeCategory,
  type WrittenSpace,
} from './space.ts';
export { createSpace, openSpace } from './space-writing.store.ts';
export { findThemeAnywhere, listThemes } from './theme.store.ts';
export { addTheme } from './theme-writing.store.ts';
