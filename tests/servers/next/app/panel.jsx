'use client';

import 'say-something';

export function Panel() {
  return (
    <say-something-report audience="parent">
      <div className="say-something-fallback say-something-content">
        In danger now? <a href="tel:999">Call 999</a>.
      </div>
    </say-something-report>
  );
}
