// npm run types: checks the whole project and the scripts. Checks core and data once more without "dom", so that the compiler
// proves that they need no screen. Two compilers run at a time, and each writes its build info to node_modules/.cache, so that
// the next run checks only what has changed.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const NOTES = 'node_modules/.cache/types';
/** The projects, the largest first. */
const PROJECTS = ['tsconfig.json', 'tsconfig.scripts.json', 'src/core/tsconfig.json', 'src/data/tsconfig.json'];

/** The compiler's output for a project, and whether it found no error. */
function check(project) {
  const notes = `${NOTES}/${project.replaceAll('/', '-').replace('.json', '')}.tsbuildinfo`;
  const args = ['-p', project, '--pretty', '--incremental', '--tsBuildInfoFile', notes];
  const tsc = spawn(process.execPath, ['node_modules/typescript/bin/tsc', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  tsc.stdout.on('data', (text) => (said += text));
  return new Promise((resolve) => tsc.once('close', (status) => resolve({ project, said, right: status === 0 })));
}

mkdirSync(NOTES, { recursive: true });
const waiting = [...PROJECTS];
async function work() {
  for (let project = waiting.shift(); project; project = waiting.shift()) {
    const { said, right } = await check(project);
    process.stdout.write(said);
    if (right) continue;
    console.error(`There are type errors in ${project}.`);
    process.exitCode = 1;
  }
}
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
