<?php
/**
 * Prints the snippet: the numbers and words that a page shows until the script draws the element, and permanently if it never does.
 *
 * @package Say_Something
 */

defined( 'ABSPATH' ) || exit;

/**
 * The lines inside the placeholder.
 *
 * @param array $settings What say_something_settings() returned.
 * @return string HTML of the product, in which only a heading level and an escaped address are put.
 */
function say_something_lines( $settings ) {
	$facts = say_something_facts();
	$list  = $settings['no_exit'] ? 'report-no-exit' : $settings['element'];
	$lines = $facts['snippets'][ $list ][ 'exit' === $list ? 'public' : $settings['audience'] ];
	if ( $settings['papers'] ) {
		$lines .= "\n" . $facts['papers'];
	}
	return strtr(
		$lines,
		array(
			'{{level}}'     => (string) $settings['level'],
			'{{sub-level}}' => (string) min( $settings['level'] + 1, 6 ),
			'{{papers}}'    => say_something_escaped( $settings['papers'] ),
			'{{leave}}'     => say_something_escaped( $settings['href'] ? $settings['href'] : $facts['leave'] ),
		)
	);
}

/**
 * An address for an attribute, written as the product writes it: `&amp;` where esc_url() writes `&#038;`.
 *
 * @param string $address What say_something_address() returned.
 * @return string
 */
function say_something_escaped( $address ) {
	return str_replace( '&#038;', '&amp;', esc_url( $address ) );
}

/**
 * The whole snippet, which is the same as the one that the product's snippet builder makes.
 *
 * @param array $settings What say_something_settings() returned.
 * @return string
 */
function say_something_snippet( $settings ) {
	$element    = $settings['element'];
	$is_exit    = 'exit' === $element;
	$kind       = $is_exit || 'public' === $settings['audience'] ? $element : $element . '-' . $settings['audience'];
	$attributes = array(
		'class'              => 'say-something say-something-content' . ( 'report' === $kind ? '' : ' say-something-' . $kind ),
		'data-say-something' => $element,
	);
	if ( ! $is_exit ) {
		$attributes['data-audience'] = $settings['audience'];
		if ( 2 !== $settings['level'] ) {
			$attributes['data-heading-level'] = (string) $settings['level'];
		}
	}
	if ( $settings['href'] ) {
		$attributes['data-href'] = $settings['href'];
	}
	if ( $settings['no_exit'] ) {
		$attributes['data-no-exit'] = 'true';
	}
	if ( $settings['papers'] ) {
		$attributes['data-papers'] = $settings['papers'];
	}
	if ( $settings['lang'] ) {
		$attributes['data-lang'] = $settings['lang'];
		$attributes['lang']      = $settings['lang'];
	}
	$written = '';
	foreach ( $attributes as $name => $value ) {
		$written .= ' ' . $name . '="' . ( in_array( $name, array( 'data-href', 'data-papers' ), true ) ? say_something_escaped( $value ) : esc_attr( $value ) ) . '"';
	}
	$lines = preg_replace( '/^/m', '  ', say_something_lines( $settings ) );
	return "<div{$written}>\n{$lines}\n</div>";
}

/**
 * The colours of the block as our tokens, for a style attribute.
 *
 * @param array $attributes The attributes of the block.
 * @return string
 */
function say_something_colours( $attributes ) {
	$style  = isset( $attributes['style'] ) && is_array( $attributes['style'] ) ? $attributes['style'] : array();
	$custom = isset( $style['color'] ) && is_array( $style['color'] ) ? $style['color'] : array();
	$link   = isset( $style['elements']['link']['color']['text'] ) ? $style['elements']['link']['color']['text'] : '';
	$tokens = array(
		'surface' => array( say_something_text( $attributes, 'backgroundColor' ), say_something_text( $custom, 'background' ) ),
		'text'    => array( say_something_text( $attributes, 'textColor' ), say_something_text( $custom, 'text' ) ),
		'accent'  => array( '', is_string( $link ) ? $link : '' ),
	);
	$written = array();
	foreach ( $tokens as $token => list( $slug, $value ) ) {
		if ( preg_match( '/^var:preset\|color\|([\w-]+)$/', $value, $preset ) ) {
			list( $slug, $value ) = array( $preset[1], '' );
		}
		if ( preg_match( '/^[\w-]+$/', $slug ) ) {
			$written[] = '--say-something-' . $token . ':var(--wp--preset--color--' . _wp_to_kebab_case( $slug ) . ')';
		} elseif ( preg_match( '/^(?:#[0-9a-f]{3,8}|(?:rgb|hsl)a?\([\d.,%\s\/deg]+\))$/i', $value ) ) {
			$written[] = '--say-something-' . $token . ':' . $value;
		}
	}
	return implode( ';', $written );
}

/**
 * Draws the block. Its placeholder is the snippet itself; a div around it has the width and the colours. The script is asked for where the
 * placeholder is found in the drawn block, as in any other.
 *
 * @param array $attributes The attributes of the block.
 * @return string
 */
function say_something_block( $attributes ) {
	$colours = say_something_colours( $attributes );
	$wrapper = get_block_wrapper_attributes( $colours ? array( 'style' => $colours ) : array() );
	return '<div ' . $wrapper . ">\n" . say_something_snippet( say_something_settings( $attributes ) ) . "\n</div>";
}

/**
 * Draws [say-something element="report" audience="hotel"].
 *
 * @param array|string $given The attributes of the shortcode, which is an empty string if there are none.
 * @return string
 */
function say_something_shortcode( $given ) {
	say_something_enqueue();
	$given    = is_array( $given ) ? $given : array();
	$settings = array(
		'element'      => say_something_text( $given, 'element' ),
		'audience'     => say_something_text( $given, 'audience' ),
		'headingLevel' => say_something_text( $given, 'heading-level' ),
		'href'         => wp_specialchars_decode( say_something_text( $given, 'href' ) ),
		'exit'         => isset( $given['exit'] ) ? $given['exit'] : 'on',
		'papers'       => wp_specialchars_decode( say_something_text( $given, 'papers' ) ),
	);
	return say_something_snippet( say_something_settings( $settings ) );
}
add_action(
	'init',
	function () {
		add_shortcode( 'say-something', 'say_something_shortcode' );
	}
);
