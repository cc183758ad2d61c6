import { StrictMode, useEffect } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { received, start } from '#state';
import { View } from './view.jsx';

const recovered = [];
const options = { onRecoverableError: (error) => void recovered.push(String(error.message)) };
const place = document.querySelector('#root');
let waiting;
let root;

function Page({ state }) {
  useEffect(() => {
    app.ready = true;
  }, []);
  return (
    <StrictMode>
      <View state={{ ...start, ...state }} waiting={waiting} />
    </StrictMode>
  );
}

const app = (window.app = {
  received,
  recovered,
  ready: false,
  mount(state) {
    root = createRoot(place, options);
    flushSync(() => root.render(<Page state={state} />));
  },
  /** Hydrates the server's markup. With `later`, hydrates a part of it only when that is done. */
  hydrate(later) {
    waiting = later;
    root = hydrateRoot(place, <Page />, options);
  },
  update: (state) => flushSync(() => root.render(<Page state={state} />)),
  unmount: () => root.unmount(),
});
