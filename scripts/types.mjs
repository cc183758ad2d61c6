// npm run types: the whole project, then core and data once more without "dom", which is how the compiler keeps the
// promise that a decision can be made, and a fact read, without a screen.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const tsc = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));
const projects = ['tsconfig.json', 'src/core/tsconfig.json', 'src/data/tsconfig.json'];

const failed = projects.filter((project) => {
  const { status } = spawnSync(process.execPath, [tsc, '-p', project, '--pretty'], { cwd: root, stdio: 'inherit' });
  return status !== 0;
});
for (const project of failed) console.error(`Type errors: ${project}`);
process.exitCode = failed.length ? 1 : 0;
