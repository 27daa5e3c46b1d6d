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
  type Criterion,
  isFundable,
  type Line,
  type WrittenAction,
} from './action.ts';
export { actionSegment } from './action-address.ts';
export { commitGroup, withdrawCommitment } from './commitment.store.ts';
export { decideAction } from './examination.store.ts';
export { writeMessage } from './message.store.ts';
export { beginAction, saveText, setPicture, submitAction } from './proposal.store.ts';
export { writeReport } from './report.store.ts';
export { addReportPicture } from './report-picture.store.ts';
export { supportAction } from './support.store.ts';
