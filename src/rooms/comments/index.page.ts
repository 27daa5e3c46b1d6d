export { COMMENTS_SCRIPT } from './comment-form.page.tsx';
export { ALIGNMENT_NAMES } from './comment-words.page.ts';
export { CommentsBlock } from './comments-block.page.tsx';
export { commentFactWords } from './fact-words.page.ts';
export type { CommentsProps } from './shown-comment.page.ts';
