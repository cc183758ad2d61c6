// Checks that the pages of the demo and of the built site are valid HTML, with html-validate and the rules in .htmlvalidate.json.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path) => readFileSync(root + path, 'utf8');
const rules = JSON.parse(read('.htmlvalidate.json'));
const validator = new HtmlValidate(new StaticConfigLoader(rules));
/** Pages with intended mistakes, one a line. */
const broken = read('.htmlvalidateignore').split('\n');

/** The faults of a page: "demo/a.html:3:5 <p> element is not permitted here (element-permitted-content)". */
async function faultsOf(path, html = read(path)) {
  const { results } = await validator.validateString(html, root + path);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, message, ruleId }) => `${path}:${line}:${column} ${message} (${ruleId})`),
  );
}

for (const [folder, least] of Object.entries({ demo: 30, site: 15 })) {
  describe(`every page in ${folder}/`, () => {
    it('is valid HTML', async () => {
      const pages = readdirSync(root + folder, { recursive: true })
        .map((name) => `${folder}/${String(name).replaceAll('\\', '/')}`)
        .filter((path) => path.endsWith('.html') && !broken.includes(path));
      assert.ok(pages.length > least, `${pages.length} pages`);
      const faults = [];
      for (const path of pages) faults.push(...(await faultsOf(path)));
      assert.deepEqual(faults, []);
    });
  });
}

describe('the validator', () => {
  it('finds a mistake in a page', async () => {
    const page = read('demo/index.html');
    assert.match((await faultsOf('demo/index.html', page.replace('</main', '<p><div></div></p></main'))).join(), /div/);
  });
});
