export { ProjectCard } from './projects.page.tsx';
