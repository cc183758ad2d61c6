<?php
// Does what WordPress does to a post between its editor and its page, with WordPress's own functions and without a site.
// php -n wordpress.php <wp-includes> reads {"texts": […], "author": true} and writes the texts as in a page.
[, $folder] = $argv;
// hide the notices of an older WordPress in a newer PHP, because the output is the answer
error_reporting(E_ERROR);
ini_set('display_errors', 'stderr');
define('ABSPATH', dirname($folder) . '/');
define('WPINC', basename($folder));

require "$folder/compat.php";
require "$folder/plugin.php";
// the settings of a site, which a real site reads from its database
add_filter('pre_option_blog_charset', fn() => 'UTF-8');
$shortcode_tags = [];
foreach (['functions', 'formatting', 'kses', 'shortcodes', 'l10n', 'pomo/translations'] as $name) {
    require "$folder/$name.php";
}

$asked = json_decode(stream_get_contents(STDIN), true);
$shown = [];
foreach ($asked['texts'] as $text) {
    // an administrator's post is saved unchanged, and those of others are filtered
    $saved = $asked['author'] ? wp_kses_post($text) : $text;
    $shown[] = wpautop(wptexturize($saved));
}
echo json_encode($shown, JSON_THROW_ON_ERROR);
