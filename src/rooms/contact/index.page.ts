export { FormTrap, TRAP_NAME } from './form-trap.page.tsx';
