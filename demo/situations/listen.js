/*
 * Records warnings and violations of the policy from before the page's other scripts. A test that listens from another window may begin
 * too late on a busy machine.
 */
window.told = { warnings: [], violations: [] };
window.console.warn = (...said) => window.told.warnings.push(said.join(' '));
addEventListener('securitypolicyviolation', (event) =>
  window.told.violations.push(`${event.effectiveDirective} ${event.blockedURI}`),
);
