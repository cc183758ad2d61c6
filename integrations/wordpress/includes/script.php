<?php
/**
 * Brings the script to the pages that need it, and to no other: those with a block or a shortcode, and those with a marker that somebody
 * pasted before the plugin was there.
 *
 * @package Say_Something
 */

defined( 'ABSPATH' ) || exit;

/**
 * Registers the script of the plugin's own folder. It stands at the foot of the page, because a classic theme prints its head before the
 * content.
 */
function say_something_register_script() {
	wp_register_script( 'say-something', plugins_url( 'say-something.js', SAY_SOMETHING_FILE ), array(), SAY_SOMETHING_VERSION, true );
}
add_action( 'init', 'say_something_register_script' );

/**
 * Asks for the script on a page for visitors. Feeds, answers of the REST API and admin screens get the numbers alone.
 */
function say_something_enqueue() {
	if ( is_admin() || is_feed() || wp_is_json_request() || ( defined( 'REST_REQUEST' ) && REST_REQUEST ) ) {
		return;
	}
	wp_enqueue_script( 'say-something' );
}

/**
 * Writes `async`, so that the page does not wait, and hides from the script's host which page was read.
 *
 * @param string $tag    The script's tag.
 * @param string $handle The name under which it was registered.
 * @return string
 */
function say_something_script_tag( $tag, $handle ) {
	return 'say-something' === $handle
		? str_replace( ' src=', ' async crossorigin="anonymous" referrerpolicy="no-referrer" src=', $tag )
		: $tag;
}
add_filter( 'script_loader_tag', 'say_something_script_tag', 10, 2 );

/**
 * Asks for the script where the content has a marker: a placeholder, one of our tags, or a link such as /say-something/#report.
 *
 * @param string $content The HTML of a post, a widget or a block.
 * @return string The same HTML.
 */
function say_something_find_markers( $content ) {
	$marker = '~class=(["\'])(?:(?!\1).)*(?<![\w-])say-something(?![\w-])|\sdata-say-something|<say-something-(?:report|signs|banner|exit)\b|/say-something(?:/[^"\'\s<>#]*)?#(?:report|signs|banner)~i';
	if ( is_string( $content ) && false !== stripos( $content, 'say-something' ) && preg_match( $marker, $content ) ) {
		say_something_enqueue();
	}
	return $content;
}
foreach ( array( 'the_content', 'render_block', 'widget_text_content', 'widget_custom_html_content' ) as $say_something_place ) {
	add_filter( $say_something_place, 'say_something_find_markers', 20 );
}
unset( $say_something_place );
