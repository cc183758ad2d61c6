import ownDirectory from '#directory';

/** What every app draws at first; a test changes parts of it. */
export const start = {
  shown: true,
  audience: 'hotel',
  headingLevel: 3,
  noExit: false,
  /** Whether the page's own directory is given. */
  own: false,
  /** Words of the page inside the markers: the framework writes and rewrites them. */
  words: 'Call 999',
  order: ['hotel', 'parent', 'taxi'],
  /** Whether two nodes are markers, or have become something else of the page's. */
  marked: true,
};

export const directoryOf = ({ own }: { own: boolean }): object | undefined => (own ? ownDirectory : undefined);

/** What the page was told, for the test to read. */
export const received: string[] = [];
export const receive = ({ contactId, channel }: { contactId: string; channel: string }): void =>
  void received.push(`${contactId} ${channel}`);
