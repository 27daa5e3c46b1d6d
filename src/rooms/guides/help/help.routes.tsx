import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, type Route } from '../../../platform/http/route.ts';
import { isOwnAddress, page } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { HelpPage, HelpTopicPage } from './help.page.tsx';
import { listTopics } from './help.store.ts';
import { searchTopics } from './help.ts';
import { helpTopicOf, TOPIC_GROUPS } from './help-pages.ts';

const LONGEST_QUERY = 100;

/** The help of the back office (R83). */
export const helpRoutes: readonly Route[] = [
  get(urls.adminHelp, 'staff', ({ config, locale, url }) => {
    const topics = listTopics(config.root, locale);
    const query = (url.searchParams.get('q') ?? '').trim().slice(0, LONGEST_QUERY);
    return page({
      title: m.guides_help_title(),
      section: 'admin',
      body: (
        <HelpPage
          topics={topics}
          query={query}
          found={query === '' ? null : searchTopics(topics, query)}
        />
      ),
    });
  }),

  get(urls.adminHelpTopic, 'staff', ({ config, locale, params, url }) => {
    const topics = listTopics(config.root, locale);
    const topic = found(
      topics.find(({ name }) => name === params.topic),
      'topic',
    );
    const group = TOPIC_GROUPS.find(({ topics: names }) => names.includes(topic.name));
    const from = url.searchParams.get('de');
    return page({
      title: topic.title,
      section: 'admin',
      body: (
        <HelpTopicPage
          topic={topic}
          others={topics.filter(
            (one) => one !== topic && (group?.topics.includes(one.name) ?? false),
          )}
          // only back into the office: nobody is sent elsewhere by a made-up address
          back={from !== null && isOwnAddress(from) && helpTopicOf(from) !== null ? from : null}
        />
      ),
    });
  }),
];
