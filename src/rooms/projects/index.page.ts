export { ProjectCard, sizePhoto } from './projects.page.tsx';
