'use client';

import { useState } from 'react';

export function Counter() {
  const [pressed, setPressed] = useState(0);
  return (
    <button type="button" onClick={() => setPressed(pressed + 1)}>
      Pressed {pressed} times
    </button>
  );
}
