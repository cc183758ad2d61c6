<?php
/**
 * Registers the block and the patterns.
 *
 * @package Say_Something
 */

defined( 'ABSPATH' ) || exit;

/**
 * Registers the block with its script for the editor, which needs nothing but what WordPress brings.
 */
function say_something_register_block() {
	$folder = dirname( SAY_SOMETHING_FILE );
	wp_register_script(
		'say-something-editor',
		plugins_url( 'block/editor.js', SAY_SOMETHING_FILE ),
		array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element', 'wp-i18n', 'wp-server-side-render' ),
		SAY_SOMETHING_VERSION,
		true
	);
	wp_set_script_translations( 'say-something-editor', 'say-something', $folder . '/languages' );
	wp_register_style( 'say-something-editor', plugins_url( 'block/editor.css', SAY_SOMETHING_FILE ), array(), SAY_SOMETHING_VERSION );
	register_block_type( $folder . '/block', array( 'render_callback' => 'say_something_block' ) );
}
add_action( 'init', 'say_something_register_block' );

/**
 * Gives the editor the names of elements and audiences.
 */
function say_something_editor_names() {
	$facts = say_something_facts();
	$names = require __DIR__ . '/names.php';
	wp_add_inline_script(
		'say-something-editor',
		'window.saySomethingNames = ' . wp_json_encode(
			$names + array(
				'hasExit' => array_keys( $facts['snippets']['report-no-exit'] ),
				'leave'   => $facts['leave'],
				'home'    => home_url( '/' ),
			)
		) . ';',
		'before'
	);
}
add_action( 'enqueue_block_editor_assets', 'say_something_editor_names' );

/**
 * Registers patterns: for the public, and for each kind of staff, a page with banner, panel and signs.
 */
function say_something_register_patterns() {
	$names = require __DIR__ . '/names.php';
	register_block_pattern_category( 'say-something', array( 'label' => __( 'Say Something', 'say-something' ) ) );
	foreach ( $names['patterns'] as $audience ) {
		$blocks = '';
		foreach ( array( 'banner', 'report', 'signs' ) as $element ) {
			$blocks .= get_comment_delimited_block_content( 'say-something/element', array( 'element' => $element, 'audience' => $audience ), '' ) . "\n\n";
		}
		register_block_pattern(
			'say-something/' . $audience,
			array(
				/* translators: %s: who reads the page, such as "Hotel staff". */
				'title'       => sprintf( __( 'Say Something: banner, panel and signs (%s)', 'say-something' ), $names['audiences'][ $audience ] ),
				'description' => __( 'The campaign’s call, whom to tell with their numbers, and what to look out for.', 'say-something' ),
				'categories'  => array( 'say-something' ),
				'keywords'    => array( 'safeguarding', '999', 'report' ),
				'content'     => trim( $blocks ),
			)
		);
	}
}
add_action( 'init', 'say_something_register_patterns' );
