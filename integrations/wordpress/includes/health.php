<?php
/**
 * Says in Site Health when the facts in the plugin are too old to trust.
 *
 * @package Say_Something
 */

defined( 'ABSPATH' ) || exit;

/**
 * Adds the test to those of Site Health.
 *
 * @param array $tests The tests by kind.
 * @return array
 */
function say_something_add_health_test( $tests ) {
	$tests['direct']['say_something_facts'] = array(
		'label' => __( 'The numbers of Say Something', 'say-something' ),
		'test'  => 'say_something_health',
	);
	return $tests;
}
add_filter( 'site_status_tests', 'say_something_add_health_test' );

/**
 * The result of the test: good until the oldest fact is `staleAfter` days old.
 *
 * @param string $today The date in London as 2026-11-23. The default is the current one.
 * @return array
 */
function say_something_health( $today = '' ) {
	$facts = say_something_facts();
	$now   = new DateTimeImmutable( $today ? $today : 'now', new DateTimeZone( 'Europe/London' ) );
	$then  = new DateTimeImmutable( $facts['gathered'], new DateTimeZone( 'Europe/London' ) );
	$days  = (int) $then->diff( $now->setTime( 0, 0 ) )->format( '%r%a' );
	// A clock before that day is wrong, and proves nothing.
	$stale = $days < 0 || $days > $facts['staleAfter'];
	$said  = sprintf(
		/* translators: 1: a date. 2: a number of days. */
		__( 'The numbers in this version of the plugin were read or confirmed on %1$s. After %2$s days they count as old: a helpline may have changed its number or its hours.', 'say-something' ),
		wp_date( get_option( 'date_format' ), $then->setTime( 12, 0 )->getTimestamp() ),
		number_format_i18n( $facts['staleAfter'] )
	);
	$do = __( 'Install the newest version of the plugin: download its zip file, and upload it under Plugins, Add New, Upload Plugin. WordPress asks whether to replace the current one. If there is no newer version, ask the people who gave you the plugin.', 'say-something' );
	return array(
		'label'       => $stale
			? __( 'The numbers of Say Something are old', 'say-something' )
			: __( 'The numbers of Say Something are up to date', 'say-something' ),
		'status'      => $stale ? 'recommended' : 'good',
		'badge'       => array(
			'label' => __( 'Say Something', 'say-something' ),
			'color' => $stale ? 'orange' : 'blue',
		),
		'description' => '<p>' . esc_html( $said ) . '</p>' . ( $stale ? '<p>' . esc_html( $do ) . '</p>' : '' ),
		'actions'     => '',
		'test'        => 'say_something_facts',
	);
}
