export { admitWritten } from './admission/admit.routes.ts';
export { showHidden } from './hidden.routes.tsx';
