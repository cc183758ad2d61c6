import { Suspense, useEffect } from 'react';
import { Panel } from '#panel';
import { directoryOf, receive } from '#state';

/** Suspends until the test releases it, for a page that hydrates in two steps. */
function Waiting({ on, children }) {
  if (!on.done) throw on.promise;
  useEffect(() => {
    on.taken = true;
  }, [on]);
  return children;
}

export function View({ state, waiting }) {
  const { shown, audience, headingLevel, noExit, words, order, marked } = state;
  const directory = directoryOf(state);
  const rest = (
    <section>
      <div id="placeholder" className="say-something" data-say-something="report" data-audience={audience}>
        <p>{words}</p>
      </div>
      <p id="link">
        <a href={`/say-something/#report-${audience}`}>{words}</a>
      </p>
    </section>
  );
  if (!shown) return <p>{words}</p>;
  return (
    <main>
      <section id="panel">
        <Panel {...{ audience, headingLevel, noExit, directory }} onContact={receive} />
      </section>
      <say-something-report id="attributes" audience={audience} heading-level={headingLevel}>
        <p className="say-something-fallback">{words}</p>
        <p className="own">{words}</p>
        {marked && <p className="own">{words}</p>}
      </say-something-report>
      <say-something-report id="properties" audience={audience} headingLevel={headingLevel} noExit={noExit} />
      <say-something-banner id="text" audience={audience}>
        {words}
      </say-something-banner>
      {waiting ? (
        <Suspense fallback={null}>
          <Waiting on={waiting}>{rest}</Waiting>
        </Suspense>
      ) : (
        rest
      )}
      <div id="list">
        {order.map((id) => (
          <say-something-report key={id} id={id} audience={id}>
            {words}
          </say-something-report>
        ))}
      </div>
      <div
        id="node"
        {...(marked ? { className: 'say-something', 'data-say-something': 'banner' } : { className: 'card' })}
      >
        <p>{words}</p>
      </div>
      <p id="paragraph">{marked ? <a href="/say-something/#signs">{words}</a> : words}</p>
    </main>
  );
}
