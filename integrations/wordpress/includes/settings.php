<?php
/**
 * Reads the settings of a block or a shortcode. An unknown value becomes the usual one, so that a slip of the pen still shows numbers.
 *
 * @package Say_Something
 */

defined( 'ABSPATH' ) || exit;

/**
 * The facts and snippets that the build wrote.
 *
 * @return array
 */
function say_something_facts() {
	static $facts = null;
	if ( null === $facts ) {
		$facts = require __DIR__ . '/snippets.php';
	}
	return $facts;
}

/**
 * The value as trimmed text. Anything but text and numbers counts as unset.
 *
 * @param array  $given The settings as they were written.
 * @param string $name  The name of one setting.
 * @return string
 */
function say_something_text( $given, $name ) {
	return isset( $given[ $name ] ) && ( is_string( $given[ $name ] ) || is_numeric( $given[ $name ] ) )
		? trim( (string) $given[ $name ] )
		: '';
}

/**
 * The address of the action, of the exit or of the papers. It begins with https://, or is a page of this site. Anything else becomes empty.
 *
 * @param string $text The address as it was written.
 * @return string
 */
function say_something_address( $text ) {
	$address = esc_url_raw( $text, array( 'http', 'https' ) );
	$scheme  = wp_parse_url( $address, PHP_URL_SCHEME );
	$host    = wp_parse_url( $address, PHP_URL_HOST );
	if ( ! $host || wp_parse_url( $address, PHP_URL_USER ) || wp_parse_url( $address, PHP_URL_PASS ) ) {
		return '';
	}
	$is_own = wp_parse_url( home_url(), PHP_URL_HOST ) === $host && wp_parse_url( home_url(), PHP_URL_SCHEME ) === $scheme;
	return 'https' === $scheme || $is_own ? $address : '';
}

/**
 * The settings that are used for those that were written.
 *
 * @param mixed $given The attributes of a block, by their names in block.json.
 * @return array With the keys element, audience, level, href, no_exit, papers and lang.
 */
function say_something_settings( $given ) {
	$given    = is_array( $given ) ? $given : array();
	$facts    = say_something_facts();
	$element  = strtolower( say_something_text( $given, 'element' ) );
	$audience = strtolower( say_something_text( $given, 'audience' ) );
	$level    = say_something_text( $given, 'headingLevel' );
	$exit     = isset( $given['exit'] ) ? $given['exit'] : true;
	$element  = in_array( $element, $facts['elements'], true ) ? $element : 'report';
	$audience = in_array( $audience, $facts['audiences'], true ) ? $audience : 'public';
	// The panels for staff have no exit of their own, and may have a link to papers.
	$has_exit = 'report' === $element && isset( $facts['snippets']['report-no-exit'][ $audience ] );
	$is_staff = 'report' === $element && ! $has_exit;
	return array(
		'element'  => $element,
		'audience' => $audience,
		'level'    => preg_match( '/^[1-6]$/', $level ) ? (int) $level : 2,
		'href'     => 'report' === $element ? '' : say_something_address( say_something_text( $given, 'href' ) ),
		// Switched off only by a clear "no", because the exit protects the reader.
		'no_exit'  => $has_exit && in_array( is_string( $exit ) ? strtolower( trim( $exit ) ) : $exit, array( false, 0, 'off', 'no', 'false', '0' ), true ),
		'papers'   => $is_staff ? say_something_address( say_something_text( $given, 'papers' ) ) : '',
		// The words are in English only, so a page in another language says so.
		'lang'     => preg_match( '/^en(?:-|$)/i', get_bloginfo( 'language' ) ) ? '' : 'en',
	);
}
