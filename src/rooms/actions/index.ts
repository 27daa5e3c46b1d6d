/** The door of the actions: what groups propose to a fund, and which of them may be funded. */
export {
  findAction,
  findActionById,
  findActionsById,
  listActionsOfGroup,
  listFundableActions,
  listLines,
  lockAction,
} from './action.store.ts';
export {
  type Action,
  type ActionKind,
  type ActionState,
  isFundable,
  isPublished,
  type Line,
} from './action.ts';
export { actionSegment } from './action-address.ts';
