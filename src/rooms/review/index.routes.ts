export { showProjectTeams } from './threads/project-team.routes.tsx';
