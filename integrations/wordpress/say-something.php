<?php
/**
 * Plugin Name:       Say Something
 * Description:       A block that shows whom to tell when a child may be sexually exploited: 999 and the people to call, with their numbers.
 * Version:           {{version}}
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            Say Something
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       say-something
 * Domain Path:       /languages
 * Update URI:        false
 *
 * The numbers are in the page without the script: PHP prints them from includes/snippets.php, which is made from the product's own
 * snippets when the plugin is built. The plugin stores nothing and contacts no server.
 *
 * @package Say_Something
 */

defined( 'ABSPATH' ) || exit;

define( 'SAY_SOMETHING_VERSION', '{{version}}' );
define( 'SAY_SOMETHING_FILE', __FILE__ );

/**
 * Loads translations of the labels in the editor. The words for visitors are in English only so far.
 */
function say_something_load_translations() {
	load_plugin_textdomain( 'say-something', false, dirname( plugin_basename( SAY_SOMETHING_FILE ) ) . '/languages' );
}
add_action( 'init', 'say_something_load_translations', 1 );

require_once __DIR__ . '/includes/settings.php';
require_once __DIR__ . '/includes/render.php';
require_once __DIR__ . '/includes/script.php';
require_once __DIR__ . '/includes/block.php';
require_once __DIR__ . '/includes/health.php';
