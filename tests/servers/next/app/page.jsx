import { Counter } from './counter.jsx';
import { Panel } from './panel.jsx';

export default function Page() {
  return (
    <main>
      <h1>A page of Next.js</h1>
      <Panel />
      <Counter />
    </main>
  );
}
