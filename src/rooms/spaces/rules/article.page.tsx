import type { ComponentChildren } from 'preact';
import * as m from '../../../paraglide/messages.js';
import { Prose } from '../../../ui/text.tsx';
import type { RulesArticle } from './rules-words.page.ts';

/** One article of a règlement; `level` 3 where it is only a preview under another title. */
export function ArticleSection(props: {
  article: RulesArticle;
  level?: 2 | 3;
  children?: ComponentChildren;
}) {
  const { article, level = 2 } = props;
  const Title = `h${level}` as 'h2';
  return (
    <section class="prose" id={`article-${article.number}`}>
      <Title>{m.spaces_rules_article({ number: article.number, title: article.title })}</Title>
      {article.body.map((part) => {
        if (typeof part !== 'string')
          return (
            <ul key={part.items.join()}>
              {part.items.map((item) => (
                <li key={item}>
                  <bdi>{item}</bdi>
                </li>
              ))}
            </ul>
          );
        // what an organisation wrote itself keeps its paragraphs and lists
        return article.key === 'more' ? <Prose key={part} text={part} /> : <p key={part}>{part}</p>;
      })}
      {props.children}
    </section>
  );
}
