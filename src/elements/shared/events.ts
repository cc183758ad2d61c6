import type { Channel, ChannelType, Contact } from '../../core/directory.js';

/**
 * Somebody used a way of making contact. It says which, by id, and nothing that they chose, typed or are.
 *
 * Does not bubble, so that a page has to ask for it on the element; cannot be cancelled, so that no page can stop a call.
 */
export class SaySomethingContactEvent extends Event {
  static readonly type = 'say-something-contact';
  /** Id of the contact in the directory. `"childline"` */
  readonly contactId: string;
  readonly channel: ChannelType;

  constructor(contactId: string, channel: ChannelType) {
    super(SaySomethingContactEvent.type);
    this.contactId = contactId;
    this.channel = channel;
  }
}

/** Told which channel of which contact was used. */
export type Use = (contact: Contact, channel: Channel) => void;

/** Tells a page that a channel was used, on the node by which it knows the element. */
export function dispatchContact(node: Element, { id }: Contact, { type }: Channel): void {
  node.dispatchEvent(new SaySomethingContactEvent(id, type));
}

declare global {
  interface HTMLElementEventMap {
    'say-something-contact': SaySomethingContactEvent;
  }
}
