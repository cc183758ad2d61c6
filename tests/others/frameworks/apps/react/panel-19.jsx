import { useEffect, useRef } from 'react';

export function Panel({ audience, headingLevel, noExit, directory, onContact }) {
  const panel = useRef(null);
  // set the object as a property, and only after hydration
  useEffect(() => {
    panel.current.directory = directory;
  }, [directory]);
  return (
    <say-something-report
      ref={panel}
      audience={audience}
      heading-level={headingLevel}
      no-exit={noExit || undefined}
      onsay-something-contact={onContact}
    >
      <div className="say-something-fallback say-something-content">
        In danger now? <a href="tel:999">Call 999</a>.
      </div>
    </say-something-report>
  );
}
