import * as m from '../../paraglide/messages.js';
import { Panel } from '../../ui/layout.tsx';
import { DescriptionList } from '../../ui/table.tsx';
import { Prose } from '../../ui/text.tsx';

/** A mail as a mail program shows it: its head, then plain text whose addresses can be followed. */
export function MailText(props: {
  subject: string;
  text: string;
  replyTo?: string | undefined;
  lang?: 'fr' | 'en';
}) {
  return (
    <div lang={props.lang}>
      <Panel>
        <DescriptionList
          items={[
            { term: m.announce_preview_subject(), detail: <bdi>{props.subject}</bdi> },
            ...(props.replyTo
              ? [{ term: m.announce_preview_from(), detail: <bdi>{props.replyTo}</bdi> }]
              : []),
          ]}
        />
        <Prose text={props.text} />
      </Panel>
    </div>
  );
}
