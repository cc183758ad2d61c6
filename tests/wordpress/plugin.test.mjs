// The files of the WordPress plugin: what WordPress's Plugin Check asks for, as far as it can be checked without it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { unzipSync } from 'fflate';
import phpParser from 'php-parser';
import { pluginFiles, writePlugin, ZIP } from '../../scripts/wordpress.mjs';
import { AUDIENCES } from '../../src/core/audiences.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';

const { Engine } = phpParser;
const at = (path) => new URL(`../../${path}`, import.meta.url);
const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
const files = pluginFiles();
const textOf = (path) => files.get(path) ?? '';
const endingIn = (ending) => [...files].filter(([path]) => path.endsWith(ending));
const code = endingIn('.php').map(([path, text]) => ({ path, text: text.replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '') }));
const ours = code.filter(({ path }) => path !== 'includes/snippets.php');

describe('the zip', () => {
  it('has the same bytes each time, one folder and no hidden file', () => {
    writePlugin();
    const one = readFileSync(at(ZIP));
    writePlugin();
    assert.ok(one.equals(readFileSync(at(ZIP))));
    const paths = Object.keys(unzipSync(one));
    assert.deepEqual(
      paths,
      [...files.keys()].map((path) => `say-something/${path}`),
    );
    for (const path of paths)
      assert.match(path, /^say-something\/(?:[\w-]+\/)*(?:[\w-]+\.(?:php|js|css|json|txt|pot)|LICENSE)$/);
  });

  it('holds the shipped script, without the address of its source map', () => {
    const shipped = readFileSync(at('dist/say-something.js'), 'utf8').replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
    assert.equal(textOf('say-something.js'), shipped);
    assert.doesNotMatch(textOf('say-something.js'), /sourceMappingURL/);
  });

  it('has no placeholder of the build left, except those that PHP fills in', () => {
    for (const [path, text] of files) {
      const left = new Set([...text.matchAll(/\{\{[\w-]+\}\}/g)].map(([found]) => found));
      const filled = ['includes/snippets.php', 'includes/render.php'].includes(path);
      assert.deepEqual([...left].sort(), filled ? ['{{leave}}', '{{level}}', '{{papers}}', '{{sub-level}}'] : [], path);
    }
  });
});

describe('the header and the readme', () => {
  const header = (name) => new RegExp(`^ \\* ${name}: +(.+)$`, 'm').exec(textOf('say-something.php'))?.[1];
  const readme = textOf('readme.txt');
  const field = (name) => new RegExp(`^${name}: (.+)$`, 'm').exec(readme)?.[1];

  it('name the version of the product everywhere', () => {
    assert.deepEqual(
      [
        header('Version'),
        field('Stable tag'),
        JSON.parse(textOf('block/block.json')).version,
        /'SAY_SOMETHING_VERSION', '([^']+)'/.exec(textOf('say-something.php'))?.[1],
        /^= (\d.+) =$/m.exec(readme)?.[1],
      ],
      Array(5).fill(version),
    );
  });

  it('agree with each other', () => {
    assert.equal(readme.split('\n')[0], `=== ${header('Plugin Name')} ===`);
    for (const name of ['Requires at least', 'Requires PHP', 'License', 'License URI'])
      assert.equal(field(name), header(name));
    assert.deepEqual([header('Requires at least'), header('Requires PHP')], ['6.1', '7.4']);
    assert.equal(header('Text Domain'), 'say-something');
  });

  it('have the form that WordPress reads', () => {
    const short = readme.split('\n\n')[1] ?? '';
    assert.ok(short.length > 20 && short.length <= 150, `the short description has ${short.length} characters`);
    assert.ok((field('Tags') ?? '').split(', ').length <= 5);
    assert.deepEqual(
      [...readme.matchAll(/^== (.+) ==$/gm)].map(([, name]) => name),
      ['Description', 'Installation', 'Frequently Asked Questions', 'Changelog'],
    );
    assert.match(readme, /when I deactivate or delete/);
  });
});

describe('the PHP code', () => {
  it('stops when somebody opens one of its files directly', () => {
    for (const { path, text } of code) {
      const guard =
        path === 'uninstall.php'
          ? /^<\?php\s+defined\( 'WP_UNINSTALL_PLUGIN' \) \|\| exit;/
          : /^<\?php\s+defined\( 'ABSPATH' \) \|\| exit;/;
      assert.match(text, guard, path);
    }
  });

  it('prefixes what it adds to PHP and to WordPress', () => {
    for (const { path, text } of ours) {
      for (const [, name] of text.matchAll(/^\s*function (\w+)\(/gm)) assert.match(name, /^say_something_/, path);
      for (const [, name] of text.matchAll(/\bdefine\( '(\w+)'/g)) assert.match(name, /^SAY_SOMETHING_/, path);
      for (const [, name] of text.matchAll(
        /(?:wp_register_script|wp_register_style|add_shortcode|register_block_pattern_category)\(\s*'([^']+)'/g,
      ))
        assert.match(name, /^say-something/, path);
      // a variable outside of functions is global
      for (const [, name] of text.matchAll(/^(?:foreach \(.* as )?\$(\w+)/gm))
        assert.match(name, /^say_something_/, path);
    }
  });

  it('stores nothing, asks no server, runs no text and reads no request', () => {
    const banned =
      /\b(?:update_option|add_option|set_transient|set_site_transient|update_(?:post|user|term)_meta|\$wpdb|setcookie|wp_remote_\w+|wp_safe_remote_\w+|curl_\w+|fsockopen|file_get_contents|fopen|fwrite|file_put_contents|eval|create_function|base64_decode|exec|shell_exec|system|passthru|unserialize|extract|\$_(?:GET|POST|REQUEST|COOKIE|SERVER|FILES))\b/;
    for (const { path, text } of code) assert.doesNotMatch(text, banned, path);
    const browser =
      /\b(?:fetch|XMLHttpRequest|localStorage|sessionStorage|indexedDB|sendBeacon|cookie|innerHTML|eval)\b/;
    assert.doesNotMatch(textOf('block/editor.js'), browser);
  });

  it('is read by a parser of PHP 7.4, and has nothing newer that the parser takes', () => {
    const parser = new Engine({ parser: { version: 704 } });
    // union types, types of PHP 8, readonly, promoted parameters and attributes
    const syntax =
      /\breadonly\b|\)\s*:\s*(?:static|mixed|never)\b|\w\|\w+ \$|__construct\([^)]*(?:public|private|protected) |#\[/;
    const functions = /\b(?:str_contains|str_starts_with|str_ends_with|array_is_list|get_debug_type|fdiv)\(/;
    const newer = (text) => {
      const bare = text.replace(/'(?:[^'\\]|\\.)*'/g, "''");
      return syntax.exec(bare)?.[0] ?? functions.exec(bare)?.[0];
    };
    for (const { path, text } of code) {
      parser.parseCode(text, path);
      assert.equal(newer(text), undefined, path);
    }
    for (const text of ['$a = match ($b) { 1 => 2 };', '$a?->b;', 'f(name: 1);', 'enum A { case B; }'])
      assert.throws(() => parser.parseCode(`<?php ${text}`, 'new.php'), undefined, text);
    assert.equal(newer('function f(int|string $a) {}'), 't|string $');
  });

  it('names its text domain in every text, and the template has every text', () => {
    const template = textOf('languages/say-something.pot');
    let texts = 0;
    for (const [path, text] of files) {
      if (!/\.(?:php|js)$/.test(path) || path === 'say-something.js') continue;
      for (const [, words, domain] of text.matchAll(
        /\b(?:__|esc_html__|esc_attr__|_e)\(\s*(?:\/\*[^]*?\*\/\s*)?'((?:[^'\\]|\\.)*)'\s*,\s*'([\w-]*)'/g,
      )) {
        assert.equal(domain, 'say-something', path);
        assert.ok(template.includes(`msgid "${words.replaceAll('"', '\\"').replaceAll("\\'", "'")}"`), words);
        texts += 1;
      }
      assert.equal(
        [...text.matchAll(/\b__\(/g)].length,
        [...text.matchAll(/\b__\(\s*(?:\/\*[^]*?\*\/\s*)?'/g)].length,
        `${path} has a text that is not a plain string`,
      );
    }
    assert.ok(texts > 40, `${texts} texts`);
  });
});

describe('the facts', () => {
  it('are as old as the oldest fact of the product', () => {
    const oldest = hertfordshire.contacts.map(({ confirmed, gathered }) => confirmed ?? gathered).sort()[0];
    assert.match(textOf('includes/snippets.php'), new RegExp(`'gathered' => '${oldest}'`));
    assert.match(textOf('includes/snippets.php'), new RegExp(`'staleAfter' => ${hertfordshire.staleAfter},`));
  });

  it('name every audience of the product in the readme', () => {
    for (const audience of AUDIENCES) assert.ok(textOf('readme.txt').includes(`\`${audience}\``), audience);
  });

  it('hold no number outside of the generated file, except 999', () => {
    for (const [path, text] of files) {
      if (['includes/snippets.php', 'say-something.js', 'includes/names.php'].includes(path)) continue;
      // the template names the line of each text
      const words = text.replace(/^#: .*$/gm, '');
      assert.doesNotMatch(words, /\b0\d{3}[ \u00a0]?\d{3,}|\b(?:101|111|105|116 ?123)\b/, path);
    }
  });
});
