// npm run size: compares the size of the script with the number in scripts/sizes.json. A change of more than a few bytes is a
// decision, so a person records it with `npm run size -- --update`, and the commit shows the number.
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';

const root = new URL('..', import.meta.url);
const record = fileURLToPath(new URL('scripts/sizes.json', root));
const tolerance = 64;
const update = process.argv.includes('--update');
const sizes = JSON.parse(readFileSync(record, 'utf8'));
const problems = [];

for (const [file, recorded] of Object.entries(sizes)) {
  const code = readFileSync(new URL(file, root));
  const brotli = brotliCompressSync(code, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: code.length },
  }).length;
  const gzip = gzipSync(code, { level: 9 }).length;
  const difference = brotli - recorded.brotli;
  const sign = difference > 0 ? '+' : '';
  console.log(
    `${file}: ${brotli} bytes of brotli (recorded ${recorded.brotli}, ${sign}${difference}; target ${recorded.target}, ` +
      `${brotli > recorded.target ? `missed by ${brotli - recorded.target}` : 'met'})`,
  );
  console.log(`  gzip ${gzip}, raw ${code.length}`);
  if (Math.abs(difference) > tolerance && !update) {
    problems.push(`${file} is not the recorded size; if it should be so: npm run size -- --update`);
  }
  recorded.brotli = brotli;
}

if (update) writeFileSync(record, `${JSON.stringify(sizes, null, 2)}\n`);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length ? 1 : 0;
