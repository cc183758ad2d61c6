import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { start } from '#state';
import { View } from './view.jsx';

/** The page's markup, whole or with a part that hydrates later. */
export const page = (later) =>
  renderToString(
    <StrictMode>
      <View state={start} waiting={later ? { done: true } : undefined} />
    </StrictMode>,
  );
