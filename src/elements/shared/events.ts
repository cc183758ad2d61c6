import type { ChannelType } from '../../core/directory.js';

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

declare global {
  interface HTMLElementEventMap {
    'say-something-contact': SaySomethingContactEvent;
  }
}
