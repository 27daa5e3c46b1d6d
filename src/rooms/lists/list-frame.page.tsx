import type { ComponentChildren, ComponentProps } from 'preact';
import * as m from '../../paraglide/messages.js';
import { ButtonLink } from '../../ui/form.tsx';
import { Panel } from '../../ui/layout.tsx';
import { urls } from '../../urls.ts';
import { SpaceFrame } from '../consultations/index.page.ts';
import type { Component } from '../consultations/index.ts';
import type { MailingList, Subscription } from './list.ts';
import { addressOf, deliveryWords } from './list-words.page.ts';

type Frame = ComponentProps<typeof SpaceFrame>;

/** A list as a page shows it to one visitor. */
export interface SeenPlace {
  space: Frame['space'] & { id: string };
  component: Component;
  /** What addresses say. */
  at: { space: string; component: string };
  beside: Pick<Frame, 'theme' | 'tabs'>;
  /** What stands after the @ of lists; null: they have no address here. */
  domain: string | null;
  isSignedIn: boolean;
  /** Of this visitor; null: they have not subscribed. */
  subscription: Subscription | null;
  /** Whether anything may be written now. */
  isOpen: boolean;
  mayOrganise: boolean;
  mayModerate: boolean;
}

export function ListFrame({ seen, children }: { seen: SeenPlace; children: ComponentChildren }) {
  return (
    <SpaceFrame space={seen.space} {...seen.beside} current={seen.component.id}>
      {children}
    </SpaceFrame>
  );
}

/** Beside the archive: how one writes, and how one receives. */
export function ListPanel({ list, seen }: { list: MailingList; seen: SeenPlace }) {
  const { subscription, at } = seen;
  const address = addressOf(list, seen.domain);
  return (
    <Panel title={m.lists_panel_title()} tone="quiet">
      {subscription ? (
        <>
          <p>
            {subscription.pausedAt
              ? m.lists_panel_paused()
              : m.lists_panel_subscribed({
                  delivery: deliveryWords[subscription.delivery].name().toLocaleLowerCase(),
                })}
          </p>
          <ButtonLink kind="secondary" icon="settings" href={urls.listSubscription(at)}>
            {m.lists_panel_settings()}
          </ButtonLink>
        </>
      ) : (
        <>
          <p>{m.lists_panel_unsubscribed()}</p>
          {seen.isOpen && (
            <ButtonLink kind="secondary" icon="mail" href={urls.listSubscription(at)}>
              {m.lists_subscribe()}
            </ButtonLink>
          )}
        </>
      )}
      {address && seen.isOpen && (
        <p>
          {m.lists_panel_address()}{' '}
          <a href={`mailto:${address}`}>
            <bdi>{address}</bdi>
          </a>
        </p>
      )}
    </Panel>
  );
}
