// The frame of the pages of the public site that a script writes: head, navigation and main part.
import { escaped } from '../demo/snippets.ts';

const NAVIGATION = [
  ['builder/', 'Build a snippet'],
  ['papers/', 'Print posters'],
  ['checker/', 'Will my editor keep it?'],
  ['live/', 'Is it live?'],
  ['reference/', 'Settings and tokens'],
];

/**
 * A page of the site as HTML.
 *
 * @param {object} page
 * @param {string} page.title
 * @param {string} page.description
 * @param {string} page.up The way to the root of the site. `"../"`
 * @param {string} page.main The main part as HTML.
 * @param {string} [page.here] The folder of this page, if it is in the navigation. `"reference/"`
 */
export const sitePage = ({ title, description, up, main, here }) => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="description" content="${escaped(description)}" />
<title>${escaped(title)} - Say Something</title>
<link rel="icon" href="data:," />
<link rel="stylesheet" href="${up}site.css" />
</head>
<body>
<a class="skip" href="#main">Skip to the main part</a>
<header class="site">
<p><a href="${up}">Say Something</a></p>
<nav aria-label="Site">
<ul>
${NAVIGATION.map(([folder, name]) => `<li><a href="${up}${folder}"${folder === here ? ' aria-current="page"' : ''}>${name}</a></li>`).join('\n')}
</ul>
</nav>
</header>
<main id="main">
${main}</main>
</body>
</html>
`;
