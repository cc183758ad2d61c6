import { useEffect, useRef } from 'react';

export function Panel({ audience, headingLevel, noExit, directory, onContact }) {
  const panel = useRef(null);
  useEffect(() => {
    panel.current.directory = directory;
  }, [directory]);
  useEffect(() => {
    const { current } = panel;
    current.addEventListener('say-something-contact', onContact);
    return () => current.removeEventListener('say-something-contact', onContact);
  }, [onContact]);
  return (
    <say-something-report
      ref={panel}
      audience={audience}
      heading-level={headingLevel}
      no-exit={noExit ? '' : undefined}
    >
      <div className="say-something-fallback say-something-content">
        In danger now? <a href="tel:999">Call 999</a>.
      </div>
    </say-something-report>
  );
}
