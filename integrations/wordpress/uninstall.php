<?php
/**
 * Runs when somebody deletes the plugin. There is nothing to remove, because the plugin stores nothing: no option, no table, no file.
 *
 * @package Say_Something
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;
