import type { Channel, ChannelType, Contact } from '../../core/directory.js';

/**
 * Dispatched when somebody uses a way of making contact. It names the contact by its id and the channel by its
 * type, and nothing that the person chose, typed or is.
 *
 * It does not bubble, so that a page has to listen on the element itself. It cannot be cancelled, so that no page can stop a call.
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

/** Called with the contact and the channel that somebody used. */
export type Use = (contact: Contact, channel: Channel) => void;

/** Dispatches the event for a used channel on a public node. */
export function dispatchContact(node: Element, { id }: Contact, { type }: Channel): void {
  node.dispatchEvent(new SaySomethingContactEvent(id, type));
}

declare global {
  interface HTMLElementEventMap {
    'say-something-contact': SaySomethingContactEvent;
  }
}
