import { executeServerCommand } from '@web/test-runner-commands';
import { describeFilter } from './filters.js';

const found: boolean = await executeServerCommand('wordpress-found');
const missing = !found && 'Debian’s packages php-cli and wordpress are not installed';

for (const [name, author] of [
  ['WordPress, an author’s post', true],
  ['WordPress, an administrator’s post', false],
] as const) {
  describeFilter({ name, missing, clean: (texts) => executeServerCommand('wordpress', { texts, author }) });
}
