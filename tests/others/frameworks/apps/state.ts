import ownDirectory from '#directory';

/** The first state of every app. A test changes parts of it. */
export const start = {
  shown: true,
  audience: 'hotel',
  headingLevel: 3,
  noExit: false,
  /** Whether the panels get the page's own directory. */
  own: false,
  /** The page's text inside the markers, which the framework writes and rewrites. */
  words: 'Call 999',
  order: ['hotel', 'parent', 'taxi'],
  /** Whether two nodes are markers, or ordinary nodes of the page. */
  marked: true,
};

export const directoryOf = ({ own }: { own: boolean }): object | undefined => (own ? ownDirectory : undefined);

/** The events that the page has received, for the test. */
export const received: string[] = [];
export const receive = ({ contactId, channel }: { contactId: string; channel: string }): void =>
  void received.push(`${contactId} ${channel}`);
