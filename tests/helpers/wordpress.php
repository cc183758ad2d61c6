<?php
// Runs PHP code of a test inside the WordPress of a folder: php wordpress.php <folder> reads {"code": …, "given": …} from its input
// and writes what the code returns. The code finds what the test gave it in $given.
[, $folder] = $argv;
$asked = json_decode(stream_get_contents(STDIN), true, 512, JSON_THROW_ON_ERROR);
$_SERVER += ['HTTP_HOST' => '127.0.0.1', 'SERVER_PROTOCOL' => 'HTTP/1.1', 'REQUEST_METHOD' => 'GET'];
if (!empty($asked['installing'])) {
    define('WP_INSTALLING', true);
}
require "$folder/wp-load.php";
require_once ABSPATH . 'wp-admin/includes/admin.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
$given = $asked['given'] ?? null;
$result = eval($asked['code']);
// the notices of WordPress itself go to its log, so the last line is the answer
echo "\n", json_encode($result, JSON_THROW_ON_ERROR);
